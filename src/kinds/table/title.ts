import { rowHeader } from './row-header.ts';
import type { TableData } from './schema.ts';
import { frameTitle } from './snippet.ts';

/** What an embed shows, in words. @param row the id of the one row that is shown; without it all are */
export function embedTitle(table: TableData, row?: string): string {
  const only = table.rows.find(({ id }) => id === row);
  return frameTitle(table.caption, only && rowHeader(table, only));
}
