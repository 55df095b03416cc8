/** Where an export of a table is, from the site's root; the addresses stay, as all others do. */
export const FORMATS = { csv: 'CSV', json: 'JSON', md: 'Markdown' } as const;
export type Format = keyof typeof FORMATS;

export const exportPath = (table: string, format: Format): string => `/data/tables/${table}.${format}`;

/** A page as Markdown lies beside it, under this name. */
export const MARKDOWN_FILE = 'index.md';
