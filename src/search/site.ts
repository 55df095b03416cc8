/** All that can be found on this site. */
import { getCollection } from 'astro:content';
import { errors, facts, misconceptions, questions, slugOf, statements, tables, terms } from '../data.ts';
import { readYaml } from '../authoring/yaml-file.ts';
import { ASKED_FILE, askedSchema } from './asked.ts';
import { searchDocuments } from './documents.ts';
import { learnedFrom, readSearches } from './searches.ts';

/** The page that shows the results is none of them. */
const SEARCH_PAGE = 'search';

const pages = (await getCollection('docs'))
  .map(({ id, body = '', data: { title, description = '', findSections = true } }) => ({
    slug: slugOf(id),
    title,
    description,
    body,
    findSections,
  }))
  .filter(({ slug }) => slug !== SEARCH_PAGE);

export const documents = searchDocuments({
  pages,
  errors,
  facts,
  misconceptions,
  questions,
  statements,
  tables,
  terms,
  asked: new Map(Object.entries(readYaml(ASKED_FILE, askedSchema))),
  learned: learnedFrom(readSearches()),
});
