/**
 * Before printing, gives each sheet the page's name and address, as print.css shows them: the published one if there
 * is one, and without a query, which can take many lines.
 */
export {};

addEventListener('beforeprint', () => {
  const { href: address } = document.querySelector<HTMLLinkElement>('[rel=canonical]') ?? location;
  document.documentElement.style.setProperty(
    '--sheet',
    JSON.stringify(document.title + ' · ' + address.split('?')[0]!),
  );
});
