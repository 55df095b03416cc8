/** Embeds: pages that show a table or a single row, for frames on other sites. Browsers use this module too. */

/** The path under which all embeds are. It is published, so it stays. */
export const EMBED_ROOT = '/embed/tables/';

/** The path of the embed of a table or of a single row, from the site's root, with slashes at both ends. */
export const embedPath = (table: string, row?: string): string => `${EMBED_ROOT}${table}/${row ? `${row}/` : ''}`;

/** The id of the table or the row that an embed shows, on its page. */
export const embeddedId = (embed: string): string => embed.slice(EMBED_ROOT.length, -1).replace('/', '-');

/** The embeds of all tables and of all their rows. */
export const embedPaths = (tables: Iterable<[string, { rows: { id: string }[] }]>) =>
  [...tables].flatMap(([table, { rows }]) =>
    [undefined, ...rows.map(({ id }) => id)].map((row) => ({ table, row, path: embedPath(table, row) })),
  );

/**
 * The title of a frame. Frames on the same page have different titles.
 * @param caption of the table
 * @param header of the only row that the embed shows
 */
export const frameTitle = (caption: string, header?: string): string => (header ? `${header} – ${caption}` : caption);

const escapeAttribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/**
 * The HTML that shows an embed in a frame.
 * @param address of the embed, absolute
 * @param title see {@link frameTitle}
 * @param height in pixels, for pages without a script that receives the height from the embed
 */
export const frameSnippet = (address: string, title: string, height: number | string): string =>
  `<iframe src="${escapeAttribute(address)}" title="${escapeAttribute(title)}" width="800" height="${height}" style="width:100%;border:0" loading="lazy"></iframe>`;
