/** Reads only once what many links share, so that a file takes no longer than its size demands. */

/**
 * Follows the matches of a pattern through a text.
 * @param pattern with the flag `g`
 * @param state at the start of the text
 * @param add changes the state by a match
 * @returns a function that says what the state is before a place. It takes places in the order of the text.
 */
export function scan<State>(
  text: string,
  pattern: RegExp,
  state: State,
  add: (state: State, match: RegExpExecArray) => void,
): (at: number) => State {
  const matches = text.matchAll(pattern);
  let next = matches.next();
  return (at) => {
    for (; !next.done && next.value.index < at; next = matches.next()) add(state, next.value);
    return state;
  };
}

/** Remembers what was found out about each object. */
export function once<Key extends object, T>(find: (key: Key) => T): (key: Key) => T {
  const known = new WeakMap<Key, T>();
  return (key) => {
    if (!known.has(key)) known.set(key, find(key));
    return known.get(key)!;
  };
}
