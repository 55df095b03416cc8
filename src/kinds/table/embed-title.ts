import { plainText } from '../../model/markdown.ts';
import { content } from '../../model/site.ts';
import { fact } from '../fact/index.ts';
import { frameTitle } from './embed.ts';
import { table as tableKind } from './index.ts';
import { rowHeader } from './schema.ts';

/** The title of an embed. @param rowId the only row that it shows; by default, it shows the whole table */
export function embedTitle(name: string, rowId?: string): string {
  const table = content.byId(tableKind).get(name)!;
  const row = table.rows.find(({ id }) => id === rowId);
  return frameTitle(table.caption, row && plainText(rowHeader(table, row, content.byId(fact))));
}
