/** The data of `content/`, by id, for the components that show it. */
import { getCollection } from 'astro:content';

const byId = <T>(entries: { id: string; data: T }[]) => new Map(entries.map(({ id, data }) => [id, data]));

export const tables = byId(await getCollection('tables'));
export const statements = byId(await getCollection('statements'));
export const sources = byId(await getCollection('sources'));
export const terms = byId(await getCollection('glossary'));
export const errors = byId(await getCollection('errors'));
export const misconceptions = byId(await getCollection('misconceptions'));
export const questions = byId(await getCollection('questions'));
/** One file holds the facts of one subject. */
export const facts = new Map((await getCollection('facts')).flatMap(({ data }) => Object.entries(data)));

/** The slug of a page, as data names it: Starlight calls the start page by the empty one. */
export const slugOf = (entryId: string) => entryId || 'index';
