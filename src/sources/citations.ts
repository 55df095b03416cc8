/** The numbered sources of the page that is being rendered. */
import { getCollection } from 'astro:content';
import { outlineOf } from '../authoring/outline.ts';
import type { Fact } from '../facts/schema.ts';
import { pageSources, type Data } from './page-sources.ts';
import type { Source } from './schema.ts';

const byId = <T>(entries: { id: string; data: T }[]) => new Map(entries.map(({ id, data }) => [id, data]));

const tables = byId(await getCollection('tables'));
const statements = byId(await getCollection('statements'));
const sources = byId(await getCollection('sources'));
const facts = new Map<string, Fact>((await getCollection('facts')).flatMap(({ data }) => Object.entries(data)));

export const data: Data = {
  table: (name) => tables.get(name),
  statement: (id) => statements.get(id),
  fact: (id) => facts.get(id),
};

export interface Citation {
  id: string;
  /** From 1, in the order in which a reader meets the sources. */
  number: number;
  source: Source;
}

const citationsByBody = new Map<string, Citation[]>();

/** The sources that a page cites. @param body the page's MDX text */
export function citationsOf(body: string): Citation[] {
  let citations = citationsByBody.get(body);
  if (!citations) {
    citations = pageSources(outlineOf(body).components, data).map((id, index) => {
      const source = sources.get(id);
      if (!source) throw new Error(`Unknown source "${id}".`);
      return { id, number: index + 1, source };
    });
    citationsByBody.set(body, citations);
  }
  return citations;
}
