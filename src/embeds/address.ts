/** Where a table stands alone, to be framed by other pages; or one row of it. The addresses stay, as all others do. */
export const EMBEDS = '/embed/tables/';

export const embedPath = (table: string, row?: string): string => `${EMBEDS}${table}/${row ? `${row}/` : ''}`;

/** Every embed: each table, and each of its rows. */
export const embedPaths = (tables: Iterable<[string, { rows: { id: string }[] }]>) =>
  [...tables].flatMap(([table, { rows }]) =>
    [undefined, ...rows.map(({ id }) => id)].map((row) => ({ table, row, path: embedPath(table, row) })),
  );
