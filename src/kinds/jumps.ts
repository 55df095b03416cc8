/** Where the links above a long list lead. */
import type { Problem } from '../model/problems.ts';

interface Jump {
  /** Of the first entry of a letter or topic. */
  id: string;
  title: string;
}

/** Entries with their ids, by the first letters of their names. @param entries in the alphabetical order of the names */
export const groupByLetter = <Data>(
  entries: (readonly [id: string, data: Data])[],
  nameOf: (data: Data) => string,
): Map<string, (readonly [id: string, data: Data])[]> =>
  Map.groupBy(entries, ([, data]) => nameOf(data)[0]!.toUpperCase());

/** A link to the first entry of each group. */
export const jumpsByGroup = (groups: ReadonlyMap<string, (readonly [id: string, ...unknown[]])[]>): Jump[] =>
  [...groups].map(([title, [first]]) => ({ id: first![0], title }));

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
