/** What on a page has an address of its own. */
import { statementAddress } from '../statements/schema.ts';
import { rowAddress } from '../tables/schema.ts';
import { splitIds } from './components.ts';
import type { Content, Page } from './content.ts';

export interface Address {
  id: string;
  what: string;
  line: number;
}

/** Everything on a page that has an address of its own. */
export function addressesOf(page: Page, { tables, statements }: Content): Address[] {
  const slug = page.frontmatter.slug;
  return [
    ...page.headings.flatMap(({ id, text, line }) => (id ? { id, what: `the heading "${text}"`, line } : [])),
    ...page.components.flatMap(({ name, props, line }): Address[] => {
      if (props['id'] && /^[a-z]/.test(name)) return [{ id: props['id'], what: `<${name}>`, line }];
      if (name === 'Statements') {
        return splitIds(props['ids'] ?? '')
          .filter((id) => statements?.data[id]?.page === slug)
          .map((id) => ({ id: statementAddress(id), what: `the statement "${id}"`, line }));
      }
      const table = name === 'Table' && props['name'] ? tables.get(props['name']) : undefined;
      if (!table || table.data.page !== slug) return [];
      const tableName = props['name']!;
      return [
        { id: tableName, what: `the table "${tableName}"`, line },
        ...table.data.rows.map((row) => ({ id: rowAddress(tableName, row.id), what: `the row "${row.id}"`, line })),
      ];
    }),
  ];
}
