/** The tables and facts as others take them along: plain text, with corrections, sources, dates and addresses. */
import { facts, pageAt, sources, tables } from '../kinds/data.ts';
import { factHref, factText } from '../kinds/fact/schema.ts';
import { pathOf } from '../model/paths.ts';
import { plainText } from '../model/inline-markdown.ts';
import { LICENSE } from '../model/license.ts';
import { cellFact, cellSources, cellText, rowAddress, type Row } from '../kinds/table/schema.ts';
import { addressesFrom } from '../model/export-files.ts';
import type { DataExport, ExportedSource, FactExport, TableExport } from './schema.ts';

function sourceOf(id: string): ExportedSource {
  const { title, publisher, url, dated, read } = sources.get(id)!;
  return { id, title, publisher, url, ...(dated && { dated }), ...(read && { read }) };
}

const unique = (ids: string[]) => [...new Set(ids)];

/**
 * A table with everything that belongs to it.
 * @param id the name of a file in content/tables/, without its ending
 * @param root the way to the site's root from the file that it is written to; from there, addresses of the site are written
 */
export function tableExport(id: string, root = ''): TableExport {
  const addressAt = addressesFrom(root);
  const { caption, page, origin, columns, rows } = tables.get(id)!;
  const { title, reviewed } = pageAt(page).frontmatter;
  const exported = rows.map((row) => rowExport(row, addressAt(`${pathOf(page)}#${rowAddress(id, row.id)}`)));
  return {
    id,
    caption,
    address: addressAt(`${pathOf(page)}#${id}`),
    page: { title, address: addressAt(pathOf(page)), reviewed },
    wording: origin ?? 'site',
    columns,
    rows: exported,
    sources: unique(exported.flatMap((row) => [...row.sources, ...(row.correction?.sources ?? [])])).map(sourceOf),
    license: LICENSE,
  };
}

function rowExport({ id, cells, correction, sources }: Row, address: string): TableExport['rows'][number] {
  const entries = Object.entries(cells);
  const dated = entries.flatMap(([column, cell]) => {
    const fact = cellFact(cell);
    return fact ? [[column, { id: fact, asOf: facts.get(fact)!.asOf }] as const] : [];
  });
  return {
    id,
    address,
    cells: Object.fromEntries(
      entries.map(([column, cell]) => [column, plainText(cellText(cell) ?? factText(facts.get(cellFact(cell)!)!))]),
    ),
    ...(dated.length && { facts: Object.fromEntries(dated) }),
    ...(correction && { correction: { ...correction, text: plainText(correction.text) } }),
    sources: unique([
      ...sources,
      ...entries.flatMap(([, cell]) => facts.get(cellFact(cell) ?? '')?.sources ?? cellSources(cell)),
    ]),
  };
}

const factExport = (id: string, addressAt: (address: string) => string): FactExport => {
  const fact = facts.get(id)!;
  const { value, unit, meaning, asOf, reviewBy } = fact;
  return {
    id,
    value,
    ...(unit && { unit }),
    meaning: plainText(meaning),
    address: addressAt(factHref(id, fact)),
    asOf,
    reviewBy,
    sources: fact.sources.map(sourceOf),
  };
};

/** All tables and values, with addresses from the site's root. */
export function dataExport(): DataExport {
  const addressAt = addressesFrom('');
  return {
    license: LICENSE,
    tables: [...tables.keys()].map((id) => tableExport(id)),
    facts: [...facts.keys()].map((id) => factExport(id, addressAt)),
  };
}
