/** The HTML with which a page frames an embed. */
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/**
 * What a frame shows, in words: each frame of a page has its own.
 * @param caption of the table
 * @param header of the row, if it is one alone
 */
export const frameTitle = (caption: string, header?: string): string => (header ? `${header} – ${caption}` : caption);

/**
 * @param address the embed's own, absolute
 * @param title what it shows, see {@link frameTitle}
 * @param height in pixels, as long as the framing page does not listen to what the embed tells of its height
 */
export const frameSnippet = (address: string, title: string, height: number | string): string =>
  `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="${height}" loading="lazy"></iframe>`;
