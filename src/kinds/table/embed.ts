/** Embeds: pages that show one table, or one row of it, for the frames of other pages. Browsers use this module too. */

/** The path below which all embeds are. It is published, so it stays. */
export const EMBEDS = '/embed/tables/';

/** The path of the embed of a table, or of one row of it, from the site's root, with slashes at both ends. */
export const embedPath = (table: string, row?: string): string => `${EMBEDS}${table}/${row ? `${row}/` : ''}`;

/** Every embed: each table, and each of its rows. */
export const embedPaths = (tables: Iterable<[string, { rows: { id: string }[] }]>) =>
  [...tables].flatMap(([table, { rows }]) =>
    [undefined, ...rows.map(({ id }) => id)].map((row) => ({ table, row, path: embedPath(table, row) })),
  );

/**
 * The title of a frame. Each frame of a page has its own.
 * @param caption of the table
 * @param header of the row, for the embed of a single row
 */
export const frameTitle = (caption: string, header?: string): string => (header ? `${header} – ${caption}` : caption);

const escapeAttribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/**
 * The HTML with which a page frames an embed.
 * @param address of the embed, absolute
 * @param title see {@link frameTitle}
 * @param height in pixels, for pages that do not listen to the height that the embed reports
 */
export const frameSnippet = (address: string, title: string, height: number | string): string =>
  `<iframe src="${escapeAttribute(address)}" title="${escapeAttribute(title)}" width="100%" height="${height}" loading="lazy"></iframe>`;
