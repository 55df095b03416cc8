/**
 * Before printing, gives each sheet the name and the address of the page, and each link its address, as print.css shows
 * them. The published address is better than a copy's.
 */
export {};

addEventListener('beforeprint', () => {
  const { href: address } = document.querySelector<HTMLLinkElement>('[rel=canonical]') ?? location;
  document.documentElement.style.setProperty('--sheet', JSON.stringify(document.title + ' · ' + address));
  for (const link of document.querySelectorAll<HTMLAnchorElement>('main a')) {
    const { href } = link;
    const isRedundant =
      (link.host === location.host && link.pathname === location.pathname) || link.textContent === href;
    link.dataset['address'] = isRedundant ? '' : href;
  }
});
