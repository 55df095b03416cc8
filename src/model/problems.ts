/** A mistake of an author: where it is, what is wrong, and how to fix it. */
export interface Problem {
  /** The path from the project's root, such as `content/tables/registry-types.yaml`. */
  file: string;
  /** The line in the file, from 1. A problem of the file as a whole has none. */
  line?: number | undefined;
  message: string;
  fix: string;
}

/** The problems as one text. File and line come first, so that editors and terminals make them links. */
export function formatProblems(problems: Problem[], where = 'the content'): string {
  const list = problems.map(
    ({ file, line, message, fix }) => `  ${line ? `${file}:${line}` : file}\n    ${message}\n    → ${fix}`,
  );
  const count = problems.length === 1 ? '1 mistake' : `${problems.length} mistakes`;
  return `${count} in ${where}:\n\n${list.join('\n\n')}\n`;
}

/**
 * An error whose message says everything. It has no stack, because the line of code that found the mistake doesn't help
 * anyone, and its string form is only "Error": if Astro finds "document" or "window" there, it adds a hint about browsers.
 */
export const plainError = (message: string): Error =>
  Object.assign(new Error(message), { stack: '', toString: () => 'Error' });

/** The problems as one error. */
export const problemsError = (problems: Problem[]): Error => plainError(formatProblems(problems));

/** "Did you mean …?" with the known word that is nearest to `word`, or an empty string if none is near. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const nearest = nearestWord(word, known);
  return nearest ? ` Did you mean "${nearest}"?` : '';
}

/** The known word that is nearest to `word`, if one is near. The parts of ids may change places: `prune-containers`. */
export function nearestWord(word: string, known: Iterable<string>): string | undefined {
  let nearest: string | undefined;
  let least = Math.max(2, Math.floor(word.length / 4)) + 1;
  for (const candidate of known) {
    const [a, b] = [word.toLowerCase(), candidate.toLowerCase()];
    const distance = Math.min(editDistance(a, b), editDistance(sortedParts(a), sortedParts(b)));
    if (distance < least) [nearest, least] = [candidate, distance];
  }
  return nearest;
}

const sortedParts = (id: string) => id.split(/\W/).sort().join();

/** Levenshtein's distance: the fewest insertions, deletions and replacements that turn `a` into `b`. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = previous[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1);
      current[column] = Math.min(replaced, previous[column]! + 1, current[column - 1]! + 1);
    }
    previous = current;
  }
  return previous[b.length]!;
}
