/** What somebody may have meant whose query has no answer. */
import type { IndexedDocument } from './unpack.ts';
import { typingErrors } from './vocabulary.ts';

const LONGEST = 80;

/** The name of a term that is most like the query, if any is like it at all. */
export function nearestName(query: string, names: ReadonlyMap<string, IndexedDocument>) {
  const asked = query.toLowerCase();
  if (asked.length > LONGEST) return undefined; // a paste is the name of nothing
  const [best] = [...names]
    .map(([name, document]) => ({ name, document, errors: typingErrors(asked, name.toLowerCase()) }))
    .filter(({ name, errors }) => errors <= Math.max(asked.length, name.length) / 2)
    .sort((a, b) => a.errors - b.errors);
  return best;
}
