/**
 * Fetches a page when its link is hovered or touched, so that it loads before the click. Browsers that support
 * speculation rules do this themselves, by the rules in Head.astro.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- older browsers lack it
if (!HTMLScriptElement.supports?.('speculationrules')) {
  const fetched = new Set([location.pathname]);
  const fetchPage = ({ target }: Event) => {
    const link = target instanceof Element && target.closest<HTMLAnchorElement>('a[href^="."]');
    if (!link || link.hasAttribute('download') || fetched.has(link.pathname)) return;
    fetched.add(link.pathname);
    fetch(link.pathname).catch(() => {});
  };
  for (const type of ['mouseover', 'touchstart']) document.addEventListener(type, fetchPage, { passive: true });
}
