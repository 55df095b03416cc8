/** Replaces variables, as Dockerfiles and Compose files write them: `$TAG`, `${TAG}`, `${TAG:-latest}`, `${TAG:+…}`. */

/** A text whose variables are replaced. */
interface Expanded {
  text: string;
  /** The variables without a value. */
  missing: string[];
}

/** Deeper defaults in defaults are left as they are, so that no file can exhaust the stack. */
const MAX_DEPTH = 20;
/** How many characters values may add to a text. Each of a few lines could double it. */
const MAX_ADDED = 10_000;

/**
 * Replaces the variables of a text.
 * @param values what is known about them
 * @param escape the character that makes a following `$` an ordinary one: a backslash, a backtick, or `$` itself
 */
export function expand(text: string, values: ReadonlyMap<string, string>, escape: string): Expanded {
  const missing: string[] = [];
  let position = 0;
  let added = 0;

  /** Reads up to the end, or to the brace that closes a default. */
  function read(depth: number): string {
    let result = '';
    while (position < text.length && !(depth && text[position] === '}')) {
      const character = text[position++]!;
      if (character === escape && text[position] === '$') {
        result += '$';
        position++;
      } else result += character === '$' ? readVariable(depth) : character;
    }
    return result;
  }

  function readVariable(depth: number): string {
    const rest = /\{?([a-zA-Z_]\w*)(:?[-+?])?/y;
    rest.lastIndex = position;
    const [found, name, operator] = rest.exec(text) ?? [];
    if (!found?.startsWith('{')) {
      // Without braces, an operator is ordinary text.
      position += name?.length ?? 0;
      return name ? valueOf(name) : '$';
    }
    if (depth > MAX_DEPTH) return '$';
    position += found.length;
    const known = missing.length;
    const word = read(depth + 1);
    position++; // the closing brace
    const value = values.get(name!);
    const isSet = operator?.startsWith(':') ? Boolean(value) : value !== undefined;
    const isWordUsed = operator?.endsWith('-') ? !isSet : operator?.endsWith('+') && isSet;
    if (!isWordUsed) missing.length = known; // what the unused word lacks does not matter
    if (word && !operator) missing.push(name!); // ${X#…} and the like, which aren't handled here
    if (operator?.endsWith('+')) return isSet ? word : '';
    return isWordUsed ? word : valueOf(name!);
  }

  function valueOf(name: string): string {
    const value = values.get(name);
    added += value?.length ?? 0;
    if (value !== undefined && added <= MAX_ADDED) return value;
    missing.push(name);
    return '';
  }

  return { text: read(0), missing };
}
