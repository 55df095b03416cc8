/** A value that its vendor may change. Its record stands at the end of the page where it lives. */
import type { Kind } from '../../model/kind.ts';
import { plainMarkdown } from '../../model/markdown.ts';
import { formatDate } from '../../model/dates.ts';
import { source } from '../source/index.ts';
import { factAddress, factSchema, factText, type Fact } from './schema.ts';

export const fact: Kind<Fact> = {
  name: 'fact',
  origin: { folder: 'content/facts/', each: 'entries' },
  schema: factSchema,
  mend: 'Use the id of an entry in content/facts/, or add the fact there.',
  components: {
    Fact: {
      names: 'id',
      shows: 'named',
      cited: true,
      said: ({ props }, content) => factText(content.all(fact).get(props['id'] ?? '')!),
    },
    FactIndex: { shows: 'all' },
    FactList: {
      everywhere: true,
      shows: (_, { slug }, content) => [...content.all(fact)].flatMap(([id, { page }]) => (page === slug ? [id] : [])),
      addressed: true,
      cited: true,
      place: { id: 'facts', what: 'the list of values' },
    },
  },
  home: ({ page }) => page,
  places: (id) => [{ id: factAddress(id), what: `the fact "${id}"` }],
  references: ({ sources }) => sources.map((id, at) => ({ to: source, id, at: ['sources', at] })),
  texts: ({ meaning }) => [{ text: meaning, at: ['meaning'] }],
  findable: ({ id, data }, page) => [
    {
      kind: 'fact',
      page,
      fragment: factAddress(id),
      title: plainMarkdown(factText(data)),
      parts: [['', plainMarkdown(data.meaning)]],
      aside: [['As of', formatDate(data.asOf)]],
    },
  ],
};
