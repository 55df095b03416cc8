/**
 * The part of an address that keeps a reader's choices. Slashes are not escaped, so that it can be read, and so that its QR
 * code is smaller.
 *
 * @param query the choices
 * @returns the query with its question mark; an empty string if nothing is chosen
 */
export const searchOf = (query: URLSearchParams): string => (query.size ? `?${query}`.replaceAll('%2F', '/') : '');
