/** Before printing, gives each sheet the name and the address of the page, as print.css shows them. The published address is better than a copy's. */
export {};

addEventListener('beforeprint', () => {
  const { href: address } = document.querySelector<HTMLLinkElement>('[rel=canonical]') ?? location;
  document.documentElement.style.setProperty('--sheet', JSON.stringify(document.title + ' · ' + address));
});
