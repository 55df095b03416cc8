/**
 * Finds the error that a pasted message reports.
 * @param message what a terminal printed, with line breaks, host names and digests
 * @param patterns the pattern of each error by its id, the more specific first
 * @returns the id of the first error whose pattern matches
 */
export function matchError(message: string, patterns: Iterable<[id: string, pattern: string]>): string | undefined {
  const text = message.replace(/\s+/g, ' ');
  for (const [id, pattern] of patterns) if (new RegExp(pattern, 'i').test(text)) return id;
  return undefined;
}
