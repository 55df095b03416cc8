/** The data of `content/`, by id, for the components that show it. */
import { readFileSync } from 'node:fs';
import { getCollection } from 'astro:content';
import { parse } from 'yaml';

const byId = <T>(entries: { id: string; data: T }[]) => new Map(entries.map(({ id, data }) => [id, data]));

/** Astro sorts a collection by its ids; where an author's order means something, it is that of the file. */
function inOrderOf<T>(file: string, entries: Map<string, T>): Map<string, T> {
  const ids = Object.keys(parse(readFileSync(file, 'utf8')) as object);
  return new Map(ids.map((id) => [id, entries.get(id)!]));
}

export const tables = byId(await getCollection('tables'));
export const statements = byId(await getCollection('statements'));
export const sources = byId(await getCollection('sources'));
/** In the order of the alphabet. */
export const terms = byId(
  (await getCollection('glossary')).sort(({ data: a }, { data: b }) => a.term.localeCompare(b.term, 'en')),
);
export const errors = inOrderOf('content/errors.yaml', byId(await getCollection('errors')));
export const misconceptions = inOrderOf('content/misconceptions.yaml', byId(await getCollection('misconceptions')));
export const questions = inOrderOf('content/questions.yaml', byId(await getCollection('questions')));
/** One file holds the facts of one subject. */
export const facts = new Map((await getCollection('facts')).flatMap(({ data }) => Object.entries(data)));

/** The slug of a page, as data names it: Starlight calls the start page by the empty one. */
export const slugOf = (entryId: string) => entryId || 'index';
