/** Before printing, gives each link its address as an attribute, which print.css prints after the link. */
export {};

addEventListener('beforeprint', () => {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('main a')) {
    const { href, origin, pathname, textContent } = link;
    const isRedundant = origin + pathname === location.origin + location.pathname || textContent === href;
    link.dataset['address'] = isRedundant ? '' : href;
  }
});
