/** On paper a link is its address: each one notes it where print.css writes it from. */
export {};

addEventListener('beforeprint', () => {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('main a')) {
    const { href, origin, pathname, textContent } = link;
    const isKnown = origin + pathname === location.origin + location.pathname || textContent === href;
    link.dataset['address'] = isKnown ? '' : href;
  }
});
