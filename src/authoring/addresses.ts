/** What on a page has an address of its own. */
import { errorAddress } from '../errors/schema.ts';
import { factAddress } from '../facts/schema.ts';
import { figureAddress } from '../figures/address.ts';
import { misconceptionAddress } from '../misconceptions/schema.ts';
import { questionAddress } from '../questions/schema.ts';
import { statementAddress } from '../statements/schema.ts';
import { rowAddress } from '../tables/schema.ts';
import { splitIds } from './components.ts';
import type { Content, Page } from './content.ts';
import type { ComponentUse } from './outline.ts';

interface Address {
  id: string;
  what: string;
  line: number;
}

/** Everything on a page that has an address of its own. */
export function addressesOf(page: Page, content: Content): Address[] {
  const { slug } = page.frontmatter;
  const facts = content.facts.flatMap(({ data }) => Object.entries(data)).filter(([, fact]) => fact.page === slug);
  return [
    ...page.headings.flatMap(({ id, text, line }) => (id ? { id, what: `the heading "${text}"`, line } : [])),
    ...page.components.flatMap((use) =>
      componentAddresses(use, slug, content).map(({ id, what }) => ({ id, what, line: use.line })),
    ),
    ...(facts.length ? [{ id: 'facts', what: 'the list of values', line: 1 }] : []),
    ...facts.map(([id]) => ({ id: factAddress(id), what: `the fact "${id}"`, line: 1 })),
  ];
}

function componentAddresses(
  { name, props }: ComponentUse,
  slug: string,
  { errors, misconceptions, questions, sources, statements, tables, terms }: Content,
): Omit<Address, 'line'>[] {
  if (/^[a-z]/.test(name)) return props['id'] ? [{ id: props['id'], what: `<${name}>` }] : [];
  const named = props['name'] ?? '';
  switch (name) {
    case 'Errors':
      return Object.keys(errors?.data ?? {}).map((id) => ({ id: errorAddress(id), what: `the error "${id}"` }));
    case 'Misconceptions':
      return Object.keys(misconceptions?.data ?? {}).map((id) => ({
        id: misconceptionAddress(id),
        what: `the misconception "${id}"`,
      }));
    case 'SourceIndex':
      return Object.entries(sources?.data ?? {})
        .filter(([, { linkOnly }]) => !linkOnly)
        .map(([id]) => ({ id, what: `the source "${id}"` }));
    case 'Figure':
      return [{ id: figureAddress(named), what: `the figure "${named}"` }];
    case 'Glossary':
      return Object.keys(terms?.data ?? {}).map((id) => ({ id, what: `the term "${id}"` }));
    case 'SelfCheck':
      return Object.entries(questions?.data ?? {})
        .filter(([, question]) => question.page === slug && [slug, undefined].includes(props['page']))
        .map(([id]) => ({ id: questionAddress(id), what: `the question "${id}"` }));
    case 'Statements':
      return splitIds(props['ids'] ?? '')
        .filter((id) => statements?.data[id]?.page === slug)
        .map((id) => ({ id: statementAddress(id), what: `the statement "${id}"` }));
    case 'Table': {
      const table = tables.get(named);
      if (table?.data.page !== slug) return [];
      return [
        { id: named, what: `the table "${named}"` },
        ...table.data.rows.map((row) => ({ id: rowAddress(named, row.id), what: `the row "${row.id}"` })),
      ];
    }
    default:
      return [];
  }
}

/** The id of the list of sources at the end of a page, and of the page's title, which Starlight gives. */
const GIVEN_IDS = ['sources', '_top'];

/** The fragments that lead somewhere, by the slug of their page. */
export const siteAddresses = (content: Content): Map<string, string[]> =>
  new Map(
    content.pages.map((page) => [
      page.frontmatter.slug,
      [...GIVEN_IDS, ...addressesOf(page, content).map(({ id }) => id)],
    ]),
  );
