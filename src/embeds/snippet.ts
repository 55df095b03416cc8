/** The HTML with which a page frames an embed. */
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/**
 * @param address the embed's own, absolute
 * @param title what it shows, for those who do not see it
 * @param height in pixels, as long as the framing page does not listen to what the embed tells of its height
 */
export const frameSnippet = (address: string, title: string, height: number | string): string =>
  `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="${height}" loading="lazy"></iframe>`;
