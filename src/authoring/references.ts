/** Whether the sources and facts that content names exist. */
import type { Content } from './content.ts';
import { didYouMean, type Problem } from './problems.ts';

export function unknownSources(
  { sources }: Content,
  file: string,
  ids: string[],
  lineOf: (index: number) => number,
): Problem[] {
  if (!sources) return [];
  return ids.flatMap((id, index) =>
    id in sources.data ? [] : unknownSource(id, Object.keys(sources.data), file, lineOf(index)),
  );
}

const unknownSource = (id: string, known: string[], file: string, line: number): Problem => ({
  file,
  line,
  what: `Unknown source "${id}".${didYouMean(id, known)}`,
  mend: 'Use the id of an entry in content/sources.yaml, or add the source there.',
});

export function unknownFact({ facts }: Content, id: string, file: string, line: number): Problem[] {
  if (facts.some(({ data }) => id in data)) return [];
  return [
    {
      file,
      line,
      what: `Unknown fact "${id}".${didYouMean(
        id,
        facts.flatMap(({ data }) => Object.keys(data)),
      )}`,
      mend: 'Use the id of an entry in content/facts/, or add the fact there.',
    },
  ];
}
