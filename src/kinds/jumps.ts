/** Where the links above a long list lead. */

interface Jump {
  /** Of the first entry of a letter or topic. */
  id: string;
  title: string;
}

/** A link to the first entry of each letter. @param entries in alphabetical order, with the names that order them */
export function jumpsByLetter(entries: { id: string; name: string }[]): Jump[] {
  const first = new Map<string, string>();
  for (const { id, name } of entries) {
    const letter = name[0]!.toUpperCase();
    if (!first.has(letter)) first.set(letter, id);
  }
  return [...first].map(([title, id]) => ({ id, title }));
}

/** A link to each entry with which a topic begins. */
export const jumpsByTopic = (entries: { id: string; topic?: string | undefined }[]): Jump[] =>
  entries.flatMap(({ id, topic }) => (topic ? [{ id, title: topic }] : []));
