/**
 * Fetches a page while its link is hovered or touched, in browsers that do not know speculation rules (see Head.astro):
 * it is on its way before the press.
 */
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
