/**
 * Resolves addresses for an exported file: to absolute ones if the public address of the site is known, else to relative ones.
 * @param siteUrl the public address of the site, with a slash at its end
 * @param root the relative URL from the file to the site's root, such as `../../`
 * @returns a function that turns an address that begins at the site's root into the one to write
 */
export const addressResolver =
  (siteUrl: URL | undefined, root: string) =>
  (address: string): string =>
    siteUrl ? new URL(address.slice(1), siteUrl).href : root + address.slice(1);
