/** The addresses of the site. The page of the checker and its worker import this file, so it imports nothing. */

/** An address under which the site is, or was. */
export interface Root {
  /** In lower case, with its port but without `www.`. */
  host: string;
  /** With a slash at both ends. */
  path: string;
}

/**
 * Reads the address of a site that a person has typed.
 * @returns `undefined` if it isn't one
 */
export function parseRoot(typed: string): Root | undefined {
  const text = typed.trim();
  const url = URL.parse(/^https?:/i.test(text) ? text : `https://${text}`);
  if (!url || !/[.:]|^localhost$/.test(url.host) || /\s/.test(text)) return undefined;
  const path = url.pathname.replace(/\/index\.html?$/, '/').replace(/([^/])$/, '$1/');
  return { host: url.host.replace(/^www\./, ''), path };
}
