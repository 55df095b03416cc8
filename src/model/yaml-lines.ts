/** What the lines around an error of YAML show about its cause, which the parser doesn't say. */

/** A mistake, with the place where its line begins in the text. */
export interface LineFault {
  offset: number;
  message: string;
  fix: string;
}

interface Line {
  offset: number;
  /** The number of spaces before the text. */
  indent: number;
  text: string;
}

/** A space that YAML doesn't know as one, in the indentation of a line, or after its hyphen or its key. */
const STRANGE_SPACE = /^ *(?:- *)*(?:[\w/.#'"-]+:)?[^\S \t\r\n]/gm;

/** Finds the last line, up to a place, with a space that YAML doesn't recognize where it needs one. */
export function strangeSpace(text: string, end: number): LineFault | undefined {
  const found = [...text.matchAll(STRANGE_SPACE)].findLast(({ index }) => index <= end);
  return (
    found && {
      offset: found.index,
      message: 'This line has a non-breaking space where YAML needs an ordinary one; the two look the same.',
      fix: 'Delete the spaces before the text, and type them again: pasted text often has such spaces.',
    }
  );
}

/** A dash or a bullet in place of the hyphen of a list. */
const OTHER_DASH = /^[–—−•]\s/;

/**
 * What is wrong with the lines at a place: a dash that isn't a hyphen, a missing hyphen, or a surplus one.
 * @param said what the parser says of the place
 */
export function oddLine(text: string, offset: number, said: string): LineFault | undefined {
  const lines = linesOf(text);
  const at = lines.findLastIndex((line) => line.offset <= offset);
  const [above, here] = [lines[at - 1], lines[at]];
  if (!here) return undefined;
  const dash = [here, above].find((line) => line && OTHER_DASH.test(line.text));
  if (dash) {
    const message = `The "${dash.text[0]!}" that starts this line is not a hyphen, so the line is not an item of a list.`;
    return { offset: dash.offset, message, fix: 'Write "- ", with an ordinary hyphen.' };
  }
  const siblings = siblingsOf(lines, at);
  const [items, others] = [siblings.filter(isItem), siblings.filter((line) => !isItem(line))];
  if (items.length && others.length) {
    const isList = items.length > others.length || !others.every(isKey);
    return isList ? missing(others.find((line) => !isKey(line)) ?? others[0]!) : surplus(items[0]!);
  }
  // The parser also says so of a key that is indented too little.
  if (said.startsWith('Sequence item without') && !isKey(here)) return missing(here);
  const isAfterItemWithout = above && isItem(here) && !isItem(above) && above.indent === here.indent + 2;
  return isAfterItemWithout && siblings[0] === here ? missing(above) : undefined;
}

/**
 * A key on the line below a place, indented further than the key at that place, which already has a value.
 * @param said what the parser says of the place
 */
export function deeperKey(text: string, offset: number, said: string): LineFault | undefined {
  if (!said.startsWith('Nested mappings')) return undefined;
  const lines = linesOf(text);
  const at = lines.findLastIndex((line) => line.offset <= offset);
  const [above, here] = [lines[at], lines[at + 1]];
  if (!above || !here || !isKey(above) || !isKey(here) || above.text.endsWith(':')) return undefined;
  if (here.indent <= above.indent + /^(- +)*/.exec(above.text)![0].length) return undefined;
  return {
    offset: here.offset,
    message: 'This line is indented further than the key above it, which already has a value.',
    fix: 'Start it in the same column as that key. If it continues the value, put the whole value in quotes.',
  };
}

/** A value between brackets, without quotes or in them, up to the key after it. */
const VALUE_AND_KEY = /^('([^']|'')*'|"[^"]*"|[^\s'",:]([^,:]|:\S)*?)\s+(['"\w-]+:)\s/;

/**
 * A key after a value between brackets, without a comma before it.
 * @param offset of the value in the text
 * @param said what the parser says of it
 */
export function missingComma(text: string, offset: number, said: string): LineFault | undefined {
  if (!said.startsWith('Block collections')) return undefined;
  const key = VALUE_AND_KEY.exec(text.slice(offset))?.at(-1);
  if (!key) return undefined;
  return {
    offset,
    message: `"${key}" follows a value between brackets, without a comma before it.`,
    fix: `Put a comma before "${key}". If it's part of the text, put the whole text in quotes.`,
  };
}

const isItem = ({ text }: Line) => /^-(\s|$)/.test(text);

const isKey = ({ text }: Line) => /^('.*'|".*"|[^\s'"{[][^:]*):(\s|$)/.test(text);

const missing = ({ offset }: Line): LineFault => ({
  offset,
  message: 'This line is among the items of a list, but the hyphen at its beginning is missing.',
  fix: 'Put "- " before it. If it belongs to the item above, indent it like the other lines of that item.',
});

const surplus = ({ offset }: Line): LineFault => ({
  offset,
  message: 'This line starts with a hyphen, as an item of a list does, but other lines in its column have none.',
  fix: 'Delete the hyphen, or put one before each of these lines.',
});

/** The lines that contain more than a comment. */
const linesOf = (text: string): Line[] =>
  Array.from(text.matchAll(/^( *)([^\s#].*)$/gm), ({ index, 1: spaces = '', 2: line = '' }) => ({
    offset: index,
    indent: spaces.length,
    text: line,
  }));

/**
 * The lines in the same column as a line, up to the nearest lines that are indented less. None if one of them is a key with the
 * items of its list below it in the same column, as YAML allows.
 */
function siblingsOf(lines: Line[], at: number): Line[] {
  const { indent } = lines[at]!;
  const start = lines.findLastIndex((line, index) => index < at && line.indent < indent) + 1;
  const end = lines.findIndex((line, index) => index > at && line.indent < indent);
  const block = lines.slice(start, end < 0 ? undefined : end);
  const hasCompactList = block.some((line, index) => {
    const next = block[index + 1];
    return (
      line.indent === indent && !isItem(line) && line.text.endsWith(':') && next?.indent === indent && isItem(next)
    );
  });
  return hasCompactList ? [] : block.filter((line) => line.indent === indent);
}
