/** A mistake of an author: where it is, what is wrong, and how to mend it. */
export interface Problem {
  /** Path from the project's root, such as `content/tables/registry-types.yaml`. */
  file: string;
  /** Line in that file, from 1; left out where the file as a whole is meant. */
  line?: number | undefined;
  what: string;
  mend: string;
}

/** The problems as one message: file and line first, so that editors and terminals make them links. */
export function formatProblems(problems: Problem[]): string {
  const list = problems.map(
    ({ file, line, what, mend }) => `  ${line ? `${file}:${line}` : file}\n    ${what}\n    → ${mend}`,
  );
  const count = problems.length === 1 ? '1 mistake' : `${problems.length} mistakes`;
  return `${count} in the content:\n\n${list.join('\n\n')}\n`;
}

/** The problems as an error. It carries no stack: where in our code it was found helps no author. */
export function problemsError(problems: Problem[]): Error {
  return Object.assign(new Error(formatProblems(problems)), { stack: '' });
}

/** The word of `known` that `word` was probably meant to be, as the end of a sentence; else nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best ? ` Did you mean "${best}"?` : '';
}

/** Levenshtein's distance: the fewest insertions, deletions and replacements that turn `a` into `b`. */
export function editDistance(a: string, b: string): number {
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
