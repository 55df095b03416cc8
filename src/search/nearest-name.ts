/** The term that a reader may have meant with a query that has no results. */
import type { IndexedDocument } from './unpack.ts';
import { typingErrors } from './vocabulary.ts';

/** A longer query was pasted, and is not the name of a term. */
const MAX_LENGTH = 80;

export interface NearestName {
  name: string;
  document: IndexedDocument;
}

/**
 * The name that is most like the query, with its document.
 * @returns `undefined` if all names differ from the query in more than half of the letters
 */
export function nearestName(query: string, documents: Iterable<IndexedDocument>): NearestName | undefined {
  const typed = query.toLowerCase();
  if (typed.length > MAX_LENGTH) return undefined;
  const [nearest] = [...documents]
    .filter(({ suggested }) => suggested)
    .flatMap((document) => [document.title, ...document.names].map((name) => ({ name, document })))
    .map(({ name, document }) => ({ name, document, errors: typingErrors(typed, name.toLowerCase()) }))
    .filter(({ name, errors }) => errors <= Math.max(typed.length, name.length) / 2)
    .sort((a, b) => a.errors - b.errors);
  return nearest;
}
