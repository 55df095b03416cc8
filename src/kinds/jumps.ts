/** Where the links above a long list lead. */
import type { Problem } from '../model/problems.ts';

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

/** An entry of a long list, with the topic that it starts, if it starts one. */
interface TopicEntry {
  id: string;
  topic?: string | undefined;
}

/** A link to each entry with which a topic begins. */
export const jumpsByTopic = (entries: TopicEntry[]): Jump[] =>
  entries.flatMap(({ id, topic }) => (topic ? [{ id, title: topic }] : []));

/** What is wrong with a list that has topics, but whose first entry is under none of them: no link leads to it. */
export function topicFault(entries: TopicEntry[]): Pick<Problem, 'message' | 'fix'> | undefined {
  const [first, ...others] = entries;
  const start = others.find(({ topic }) => topic);
  if (first?.topic || !start) return undefined;
  return {
    message: `"${first!.id}" is above the first topic, so it's under none.`,
    fix: `Move it below "${start.id}", which starts that topic. If it has to be first, move "topic:" up to it.`,
  };
}
