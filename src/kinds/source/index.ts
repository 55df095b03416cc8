/** Where something is said: every other kind names some. */
import type { Correction } from '../../model/fields.ts';
import type { Kind, Path, Reference } from '../../model/kind.ts';
import { sourceSchema, type Source } from './schema.ts';

export const source: Kind<Source> = {
  name: 'source',
  origin: { file: 'content/sources.yaml' },
  schema: sourceSchema,
  mend: 'Use the id of an entry in content/sources.yaml that is not linkOnly, or add the source there.',
  components: {
    Cite: { names: 'id', shows: 'named', cited: true },
    SourceIndex: { shows: 'all', addressed: true },
  },
  nameable: ({ linkOnly }) => !linkOnly,
  places: (id) => [{ id, what: `the source "${id}"` }],
};

/** The sources of a correction, where there is one. */
export const correctionReferences = (
  { correction }: { correction?: Pick<Correction, 'sources'> | undefined },
  at: Path = [],
): Reference[] =>
  (correction?.sources ?? []).map((id, index) => ({ to: source, id, at: [...at, 'correction', 'sources', index] }));
