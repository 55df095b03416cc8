/** Where a table stands alone, to be framed by other pages; or one row of it. The addresses stay, as all others do. */
export const EMBEDS = '/embed/tables/';

/** The path of the embed of a table or of one row of it, from the site's root, with slashes at both ends. */
export const embedPath = (table: string, row?: string): string => `${EMBEDS}${table}/${row ? `${row}/` : ''}`;

/** Every embed: each table, and each of its rows. */
export const embedPaths = (tables: Iterable<[string, { rows: { id: string }[] }]>) =>
  [...tables].flatMap(([table, { rows }]) =>
    [undefined, ...rows.map(({ id }) => id)].map((row) => ({ table, row, path: embedPath(table, row) })),
  );
