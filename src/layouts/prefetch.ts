/**
 * Fetches a page when its link is hovered or touched, so that it loads before the click. Browsers that can
 * render a page in advance do more, by the rules in Head.astro; Safari supports the rules, but can't do that.
 */
if (!('prerendering' in document)) {
  const fetched = new Set([location.pathname]);
  const fetchPage = ({ target }: Event) => {
    const link = (target as Element).closest<HTMLAnchorElement>('a[href^="."]:not([download])');
    if (!link || fetched.has(link.pathname)) return;
    fetched.add(link.pathname);
    fetch(link.pathname).catch(() => {});
  };
  for (const type of ['mouseover', 'touchstart']) document.addEventListener(type, fetchPage, { passive: true });
}
