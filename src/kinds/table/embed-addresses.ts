import type { Content } from '../../model/kind.ts';
import { pathOf } from '../../model/paths.ts';
import { embedPath } from './embed.ts';
import { table } from './index.ts';
import { rowFragment } from './schema.ts';

/** The paths of all embeds, with the addresses of the tables and rows that they show. */
export const embedAddresses = (content: Content): [path: string, address: string][] =>
  [...content.byId(table)].flatMap(([name, { page, rows }]): [string, string][] => [
    [embedPath(name), `${pathOf(page)}#${name}`],
    ...rows.map(({ id }): [string, string] => [embedPath(name, id), `${pathOf(page)}#${rowFragment(name, id)}`]),
  ]);
