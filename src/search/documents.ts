/** What can be found, gathered from the data and the pages: each thing that has an address and says something. */
import { outlineOf } from '../authoring/outline.ts';
import { errorAddress, type ErrorMessage } from '../errors/schema.ts';
import { factAddress, factText, type Fact } from '../facts/schema.ts';
import { GLOSSARY_PAGE, type Term } from '../glossary/schema.ts';
import { misconceptionAddress, VERDICTS, type Misconception } from '../misconceptions/schema.ts';
import { pathOf } from '../paths.ts';
import { questionAddress, type Question } from '../questions/schema.ts';
import { formatDate } from '../site/dates.ts';
import { statementAddress, type Statement } from '../statements/schema.ts';
import { cellFact, cellText, rowAddress, type Cell, type TableData } from '../tables/schema.ts';
import { addressOf } from './address.ts';
import type { Asked } from './asked.ts';
import type { Kind } from './kinds.ts';
import { plainMarkdown, sectionsOf } from './text.ts';

/** Something that is said, with what it is: the column of a cell, "Cure", "Inexact"; `''` where it needs no name. */
export type Part = [label: string, text: string];

export interface SearchDocument {
  kind: Kind;
  /** The path of its page. */
  path: string;
  /** Its place on the page, without `#`; `''` for the page itself. */
  fragment: string;
  title: string;
  /** Other names of the same thing. */
  names: string[];
  /** What readers type who look for it, from `content/asked.yaml` and `content/searches/`. */
  asked: string[];
  /** For error messages: the regular expression that finds a pasted one. */
  pattern?: string;
  /** What is said there: shown when it is the answer, and searched. */
  parts: Part[];
  /** What is shown after it, and not searched. */
  aside?: Part[];
}

/** A document before it is known how readers ask for it. */
type Draft = Omit<SearchDocument, 'names' | 'asked'> & Partial<SearchDocument>;

/** Everything that readers can ask for, by id. */
export interface SearchedData {
  pages: { slug: string; title: string; description: string; body: string; findSections: boolean }[];
  errors: ReadonlyMap<string, ErrorMessage>;
  facts: ReadonlyMap<string, Fact>;
  misconceptions: ReadonlyMap<string, Misconception>;
  questions: ReadonlyMap<string, Question>;
  statements: ReadonlyMap<string, Statement>;
  tables: ReadonlyMap<string, TableData>;
  terms: ReadonlyMap<string, Term>;
  /** What readers type who look for an address. */
  asked: ReadonlyMap<string, Asked[]>;
  /** The searches that an address answers best. */
  learned: ReadonlyMap<string, string[]>;
}

/** All that can be found, page by page; the rows of a table follow the table. */
export function searchDocuments(data: SearchedData): SearchDocument[] {
  const all = [...pageDocuments(data), ...tableDocuments(data), ...entryDocuments(data)].map((draft) => {
    const address = addressOf(draft);
    const asked = data.asked.get(address) ?? [];
    return {
      ...draft,
      names: [...(draft.names ?? []), ...asked.flatMap((one) => (typeof one === 'string' ? [] : one.name))],
      asked: [...asked.filter((one) => typeof one === 'string'), ...(data.learned.get(address) ?? [])],
    };
  });
  const byPage = Map.groupBy(all, ({ path }) => path);
  return data.pages.flatMap(({ slug }) => byPage.get(pathOf(slug)) ?? []);
}

const factOf =
  ({ facts }: SearchedData) =>
  (id: string) =>
    factText(facts.get(id)!);

const pageDocuments = (data: SearchedData): Draft[] =>
  data.pages.flatMap(({ slug, title, description, body, findSections }) =>
    sectionsOf(body, factOf(data))
      .filter(({ id }) => findSections || !id)
      .map(({ id, depth, heading, text }) => ({
        kind: depth === 1 ? 'page' : depth === 2 ? 'section' : 'subsection',
        path: pathOf(slug),
        fragment: id,
        title: heading || title,
        // What stands before the first heading is said at length below it.
        parts: [['', id ? text : description] as Part],
        ...(!id && { aside: [['', text] as Part] }),
      })),
  );

function tableDocuments(data: SearchedData): Draft[] {
  const textOf = (cell: Cell) => plainMarkdown(cellText(cell) ?? factOf(data)(cellFact(cell)!));
  return [...data.tables].flatMap(([name, { caption, page, origin, columns, rows }]) => [
    { kind: 'table', path: pathOf(page), fragment: name, title: caption, parts: [] },
    ...rows.map(({ id, cells, correction }): Draft => {
      const [title, ...rest] = columns.map((column): Part => [column.label, textOf(cells[column.id]!)]);
      return {
        kind: 'row',
        path: pathOf(page),
        fragment: rowAddress(name, id),
        title: title![1],
        // The course's words are quoted: who copies a cell looks for its row.
        ...(origin === 'course' && { names: rest.map(([, text]) => text) }),
        parts: correction ? [...rest, [VERDICTS[correction.verdict], plainMarkdown(correction.text)]] : rest,
      };
    }),
  ]);
}

function entryDocuments({ pages, ...data }: SearchedData): Draft[] {
  /** The page on which a component lists all entries of a kind. */
  const pageOf = (component: string) =>
    pathOf(
      pages.find(({ body }) => outlineOf(body).components.some(({ name }) => name === component))?.slug ?? 'index',
    );
  const entry = (kind: Kind, path: string, fragment: string, title: string, parts: Part[]): Draft => ({
    kind,
    path,
    fragment,
    title: plainMarkdown(title),
    parts: parts.map(([label, text]) => [label, plainMarkdown(text)]),
  });
  const errorPage = pageOf('Errors');
  const misconceptionPage = pageOf('Misconceptions');
  return [
    ...[...data.facts].map(([id, fact]) => ({
      ...entry('fact', pathOf(fact.page), factAddress(id), factText(fact), [['', fact.meaning]]),
      aside: [['As of', formatDate(fact.asOf)] as Part],
    })),
    ...[...data.terms].map(([id, { term, definition, note, aka = [] }]) => ({
      ...entry('term', pathOf(GLOSSARY_PAGE), id, term, [['', [definition, note].filter(Boolean).join(' ')]]),
      names: aka,
    })),
    ...[...data.misconceptions].map(([id, { claim, verdict, correction }]) =>
      entry('misconception', misconceptionPage, misconceptionAddress(id), claim, [[VERDICTS[verdict], correction]]),
    ),
    ...[...data.errors].map(([id, { text, pattern, cause, cure }]) => ({
      ...entry('error', errorPage, errorAddress(id), '', [
        ['Cause', cause],
        ['Cure', cure],
      ]),
      title: text, // as it is printed, no Markdown
      pattern,
    })),
    // The answer says what its page says too: there it is found.
    ...[...data.questions].map(([id, { page, question, answer }]) => ({
      ...entry('question', pathOf(page), questionAddress(id), question, []),
      aside: [['', plainMarkdown(answer)] as Part],
    })),
    ...[...data.statements].map(([id, { page, text, correction }]) =>
      entry(
        'statement',
        pathOf(page),
        statementAddress(id),
        text,
        correction ? [[VERDICTS[correction.verdict], correction.text]] : [],
      ),
    ),
  ];
}
