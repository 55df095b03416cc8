/** YAML with line numbers, so that a message can name the line that is wrong. */
import { readFileSync } from 'node:fs';
import {
  LineCounter,
  parseDocument,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  visit,
  type Document,
  type YAMLError,
} from 'yaml';
import { z } from 'astro/zod';
import { FIX_ESCAPED, hiddenCharacter } from './decode.ts';
import type { Path } from './kind.ts';
import { didYouMean, nearestWord, problemsError, type Problem } from './problems.ts';
import { deeperKey, missingComma, oddLine, strangeSpace, type LineFault } from './yaml-lines.ts';

export interface YamlFile<T> {
  /** The data; `undefined` if the text is not YAML or does not fit the schema. */
  data: T | undefined;
  problems: Problem[];
  /** The line, from 1, of the value at `path`, or of the nearest value around it. */
  lineOf: (path: Path) => number;
}

/**
 * Parses YAML and checks it against a schema.
 * @param file the path that messages name
 * @param firstLine the line of the file on which the text begins: frontmatter begins on the second
 */
export function parseYaml<T>(file: string, text: string, schema: z.ZodType<T>, firstLine = 1): YamlFile<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const lineOf = (path: Path) => lineAt(offsetOf(document, path));

  const faults = faultsIn(document, text).map(({ offset, ...fault }) => ({ file, line: lineAt(offset), ...fault }));
  // The parser only warns about a tag, such as "!name", but the one that Astro uses for frontmatter stops there.
  const error = firstError([...document.errors, ...document.warnings]);
  if (error) {
    const openQuote = openQuoteBefore(document, error, text);
    const line = lineAt(openQuote?.offset ?? error.pos[0]);
    // The parser often stops at what follows from a fault above.
    const causes = faults.filter((fault) => fault.line <= line);
    const firstLineOf = (offset: number) => lineAt(firstKeyLike(document, offset));
    // The first error often leads to others, which would hide it: thousands, after a mark in the first line.
    if (causes.length) return { data: undefined, problems: causes, lineOf };
    const { offset, message, fix } = openQuote ?? explainYaml(error, text, firstLineOf);
    const problem = { file, line: offset === undefined ? line : lineAt(offset), message, fix };
    return { data: undefined, problems: [problem], lineOf };
  }
  if (faults.length) return { data: undefined, problems: faults, lineOf };

  const result = schema.safeParse(document.toJS());
  if (result.success) return { data: result.data, problems: [], lineOf };
  const strange = strangeSpace(text, text.length);
  if (strange) {
    const { offset, message, fix } = strange;
    return { data: undefined, problems: [{ file, line: lineAt(offset), message, fix }], lineOf };
  }
  const { issues } = result.error;
  // The rules for a list, such as how long it may be, also look at a text in its place.
  const hasWrongType = ({ path }: z.core.$ZodIssue) =>
    issues.some((issue) => issue.code === 'invalid_type' && issue.path.join() === path.join());
  const causes = issues.filter((issue) => issue.code === 'invalid_type' || !hasWrongType(issue));
  const explanations = causes.flatMap(innermost).flatMap((issue) => explain(issue, schema, document));
  const problems = explanations
    .filter(({ path, isMissing }) => !isMissing || !explanations.some(({ meant }) => meant?.join() === path.join()))
    .map(({ path, message, fix }) => ({ file, line: lineOf(path), message, fix }));
  return { data: undefined, problems, lineOf };
}

interface YamlFault extends Pick<Problem, 'message' | 'fix'> {
  /** Where it is in the text. */
  offset: number;
}

/** Values that are YAML, but say something other than what their author meant. */
function faultsIn(document: Document, text: string): YamlFault[] {
  const faults: YamlFault[] = [];
  if (STARTS_INDENTED.test(text)) {
    const message = "The first line is indented, and a line below it isn't.";
    faults.push({ offset: 0, message, fix: 'Start all keys in the same column: delete the spaces before this one.' });
  }
  visit(document, {
    Node: (_, node) => {
      const [offset = 0, end = 0] = node.range ?? [];
      const add = (message: string, fix: string) => faults.push({ offset, message, fix });
      // Content repeats nothing, so what YAML takes for an anchor, an alias or a tag is the beginning of a text.
      if (isAlias(node) || node.anchor || node.tag?.startsWith('!')) return void add(...SPECIAL_START);
      if (!isScalar(node)) return;
      if (node.type === 'PLAIN') faults.push(...plainFaults(node.source ?? '', text, offset, end));
      // The file shows every character that it contains, but an escape such as "\u202E" hides one.
      const hidden = typeof node.value === 'string' && hiddenCharacter(node.value);
      if (hidden) add(hidden, FIX_ESCAPED);
    },
  });
  return faults;
}

/** What is wrong with a text without quotes. @param start where it begins in the file's text, up to `end` */
function plainFaults(value: string, text: string, start: number, end: number): YamlFault[] {
  const faults: YamlFault[] = [];
  const add = (offset: number, message: string, fix: string) => faults.push({ offset, message, fix });
  // Between brackets, a comma within curly quotes ends the value.
  const isCut = /^[“„‘‚][^“”’]*$/.test(value);
  const quoted = isCut ? /^.[^“”’\n]*[“”’]?/.exec(text.slice(start))![0] : value;
  if (CURLY_QUOTES.test(quoted)) add(start, ...curlyQuotes(quoted));
  const lost = /^[ \t]*(#[\p{L}\d].*)/u.exec(text.slice(end))?.[1];
  if (lost) {
    add(
      end,
      `"${lost.slice(0, 40)}" is a comment, because it starts with "#" after a space: readers wouldn't see it.`,
      'Put the whole value in quotes. If it is to be a comment, put a space after the "#".',
    );
  }
  const item = /\n *(?=- )/.exec(text.slice(start, end));
  const isOnOwnLine = !text.slice(text.lastIndexOf('\n', start) + 1, start).trim();
  if (isOnOwnLine && HYPHEN_WITHOUT_SPACE.test(value)) add(start, ...NO_LIST_ITEM);
  else if (item) add(start + item.index + item[0].length, ...ODD_INDENTATION);
  return faults;
}

/** A first line with spaces before its key, and another line with a key without them. */
const STARTS_INDENTED = /^ +[^\s#-][^]*\n[^\s#-]/;

/** The beginning of a list item without the space after its hyphen. Two hyphens start an option of a command. */
const HYPHEN_WITHOUT_SPACE = /^-[^\s\d-]/;

const NO_LIST_ITEM: [message: string, fix: string] = [
  'This line is not an item of a list: the space after the hyphen is missing.',
  'Put a space after the hyphen. If this is text that starts with a hyphen, put it in quotes.',
];

const curlyQuotes = (value: string): [message: string, fix: string] => [
  `The quotation marks around ${value} are curly, so they would be part of it.`,
  "Write straight ones: '…'. To keep the curly ones, put straight ones around them: '“…”'.",
];

const SPECIAL_START: [message: string, fix: string] = [
  'This value starts with a character that has a special meaning in YAML.',
  'Put the text in quotes.',
];

/** The error to explain. For a missing comma, the parser may first report a consequence. */
const firstError = ([first, next]: YAMLError[]): YAMLError | undefined =>
  next && /^Block collections|^Missing ,/.test(next.message) && next.pos[0] <= first!.pos[1] ? next : first;

/**
 * A text in quotes without its closing mark, if that is the cause of an error. The parser takes the next mark for it, which
 * is often the opening one of the next text, and stops there.
 */
function openQuoteBefore(
  document: Document,
  { message, pos: [offset] }: YAMLError,
  text: string,
): LineFault | undefined {
  let [start, end] = [0, 0];
  visit(document, {
    Scalar: (_, { range, type }) => {
      if (type?.startsWith('QUOTE') && range && range[0] < offset) [start, end] = range;
    },
  });
  const takesOpeningMark = OPENING_MARK_AT_END.test(text.slice(start, end)) && !text.slice(end, offset).includes('\n');
  if (!message.startsWith('Missing closing') && !takesOpeningMark) return undefined;
  return {
    offset: start,
    message: 'The quotation mark that starts this text has no match at the end.',
    fix: 'Add it. Within single quotes, write an apostrophe twice.',
  };
}

/** A text in quotes that continues on another line, or ends with what comes before a value. */
const OPENING_MARK_AT_END = /\n|[,:] +.$/;

/** A value within curly quotes. A value that begins and ends with different quotations is as its author means it. */
const CURLY_QUOTES = /^([“”„][^“”„]*[“”„]|[‘’‚][^‘‚]*[‘’])$/;

/** The offset of the first key in an entry that is the same as the key at an offset. */
function firstKeyLike(document: Document, offset: number): number {
  let first = offset;
  visit(document, {
    Map: (_, { items }) => {
      const keys = items.map(({ key }) => key).filter(isScalar);
      const repeated = keys.find(({ range }) => range?.[0] === offset);
      if (repeated) first = keys.find(({ value }) => value === repeated.value)!.range![0];
    },
  });
  return first;
}

/**
 * A parser error, in words that say what to do.
 * @param firstLineOf gives the line of the first key that is the same as the one at an offset
 */
function explainYaml(
  { code, pos, message }: YAMLError,
  text: string,
  firstLineOf: (offset: number) => number,
): Omit<LineFault, 'offset'> & Partial<LineFault> {
  const lineEnd = text.indexOf('\n', pos[0]);
  const strange = strangeSpace(text, lineEnd < 0 ? text.length : lineEnd);
  if (strange) return strange;
  if (code === 'DUPLICATE_KEY') return explainDuplicateKey(text, pos[0], firstLineOf(pos[0]));
  if (HYPHEN_WITHOUT_SPACE.test(text.slice(pos[0]).trimStart())) {
    const [message, fix] = NO_LIST_ITEM;
    return { message, fix };
  }
  // A value that contains ": " ends there for the parser, unless its quotation marks are straight.
  const line = /^.*/.exec(text.slice(pos[0]))![0].trim();
  if (CURLY_QUOTES.test(line)) {
    const [message, fix] = curlyQuotes(line);
    return { message, fix };
  }
  const odd = missingComma(text, pos[0], message) ?? oddLine(text, pos[0], message) ?? deeperKey(text, pos[0], message);
  if (odd) return odd;
  // The parser takes an item that is indented less than the next one for the start of a key, and then reports a missing colon.
  const isItem = /^ *- /.test(text.slice(text.lastIndexOf('\n', pos[0] - 1) + 1));
  const said = message.startsWith('Implicit') && isItem ? 'Sequence item without' : message;
  const known = YAML_ERRORS.find(([pattern]) => pattern.test(said));
  if (known) return { message: known[1], fix: known[2] };
  const reason = message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '');
  return {
    message: `This isn't valid YAML: ${reason}.`,
    fix: 'Check the indentation. Put text in quotes if it contains ": " or starts with a special character.',
  };
}

/**
 * @param offset of the key in the text, or of the end of the key above it, if that has no value
 * @param firstLine the line where the key is already
 */
function explainDuplicateKey(text: string, offset: number, firstLine: number): Pick<Problem, 'message' | 'fix'> {
  const key = /^\s*([^:\n]*)/.exec(text.slice(offset))![1]!.trim();
  const above = /\n( +[^\s:]+:)[ \t]*$/.exec(text.slice(0, offset))?.[1]?.trim();
  if (!above) {
    const firstKey = text.split('\n')[firstLine - 1]!;
    return {
      message: `The key "${key}" is already on line ${firstLine}.`,
      fix: `Rename or remove one of the two.${/^ *- /.test(firstKey) ? ' If this one starts a new item of the list, put "- " before it.' : ''}`,
    };
  }
  return {
    message: `The indentation of "${above}" makes it a key of the entry above it, which already has the key "${key}".`,
    fix: `If "${above}" starts a new entry, start it in the same column as the entry above. If not, write its value.`,
  };
}

const ODD_INDENTATION: [message: string, fix: string] = [
  "This line isn't indented like the other lines of its entry or list.",
  'Indent them all by the same number of spaces.',
];

/** What the parser says of the mistakes that authors make, and what to say instead. */
const YAML_ERRORS: [said: RegExp, message: string, fix: string][] = [
  [
    /^Nested mappings/,
    'This value is followed by another key, on its line or on a line below that is indented further.',
    'Put text that contains ": " in quotes. Indent all keys of an entry by the same number of spaces.',
  ],
  [/must start at the same column|^A block sequence|^Sequence item without/, ...ODD_INDENTATION],
  [
    /^Implicit (map )?keys/,
    'This line is not a key and its value: the colon, or the space after it, is missing.',
    'Write "key: value". If the line continues the text above it, indent it.',
  ],
  [
    /^Unexpected scalar at node end/,
    'There is more text on this line than YAML takes for the value.',
    'Put all of it in quotes. Within single quotes, write an apostrophe twice.',
  ],
  [/cannot start with|^Anchor cannot/, ...SPECIAL_START],
  [/multiple documents/, 'The line "---" starts another document.', 'Delete it.'],
  [/^Tabs/, 'This line is indented with a tab.', 'Use spaces.'],
  [
    /^Block collections/,
    'A value between brackets contains ": ", which starts another value there.',
    'Put the whole text in quotes. Within single quotes, write an apostrophe twice.',
  ],
  [
    /\bflow (sequence|map|collection)/i,
    'On this line or above it, a bracket is not closed, or a comma is missing.',
    'Write a list as [a, b], and an entry as { key: value, key: value }.',
  ],
  [
    /^Not a YAML token|^Block scalar header/,
    'There is text after ">" or "|", which start text on the lines below.',
    'Start the text on the next line. If ">" or "|" is part of it, put all of it in quotes.',
  ],
  [
    /^Invalid escape/,
    'In double quotes, a backslash starts an escape sequence, and this one does not exist.',
    'Use single quotes, or write the backslash twice.',
  ],
];

/**
 * The data of a YAML file.
 * @param file the path from the project's root, where every npm script runs
 * @throws an error that names every problem of the file
 */
export function readYaml<T>(file: string, schema: z.ZodType<T>): T {
  const { data, problems } = parseYaml(file, readFileSync(file, 'utf8'), schema);
  if (data === undefined) throw problemsError(problems);
  return data;
}

/** The offset of the key or list item at `path`, or of the nearest one around it. Comments above all of them don't count. */
function offsetOf(document: Document, path: Path): number {
  if (!path.length) return document.contents?.range?.[0] ?? 0;
  for (let length = path.length; length > 0; length--) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    if (length === 1 || parent) {
      const map = length === 1 ? document.contents : parent;
      if (isMap(map)) {
        const pair = map.items.find(({ key }) => isScalar(key) && String(key.value) === String(last));
        if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
      }
      const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
      if (node?.range) return node.range[0];
    }
  }
  return 0;
}

interface Explanation {
  path: Path;
  message: string;
  fix: string;
  /** Whether there is no value at the path. */
  isMissing?: boolean;
  /** The path of the value that is probably meant. */
  meant?: Path;
}

/**
 * What is wrong within a value that may have several forms: the issues of the form that fits it best, or the issue itself
 * if none of the forms fits, or two fit equally well.
 */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const [best, next] = issue.errors
    .filter((issues) => issues.every(({ path, code }) => path.length || code === 'unrecognized_keys'))
    .sort((a, b) => a.length - b.length);
  if (!best || best.length === next?.length) return [issue];
  return best.flatMap((inner) => innermost({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** An issue of a schema in words that say what to do. */
function explain(issue: z.core.$ZodIssue, schema: z.ZodType, document: Document): Explanation[] {
  const place = placeOf(issue.path, document).replace(/^e/, 'E');
  if (issue.code === 'unrecognized_keys') {
    const known = keysOf(schemaAt(schema, issue.path));
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      message: known.includes(key)
        ? `The key "${key}" doesn't go with the other keys of this value.`
        : `Unknown key "${key}".${didYouMean(key, known)}`,
      fix: known.length ? `Remove it, or use one of: ${known.join(', ')}.` : 'Remove it.',
      meant: [...issue.path, nearestWord(key, known) ?? ''],
    }));
  }
  if (issue.path.length === 0 && isMissing(issue)) {
    return [
      {
        path: [],
        message: 'The file is empty.',
        fix: `Write what it needs: ${keysOf(schema).join(', ') || 'at least one entry'}.`,
      },
    ];
  }
  if (issue.path.length === 0 && issue.code === 'invalid_type') return [explainForm(schema, document)];
  const expectedSchema = schemaAt(schema, issue.path);
  const meaning = expectedSchema?.description;
  if (!document.hasIn(issue.path)) {
    const form = unwrap(expectedSchema);
    const allowed = form instanceof z.ZodEnum ? listOf(form.options) : undefined;
    const value = [meaning, allowed].filter(Boolean).join('; ');
    return [
      {
        path: issue.path,
        isMissing: true,
        message: `${place} is missing.`,
        fix: `Add "${String(issue.path.at(-1))}:"${value && `: ${value}`}.`,
      },
    ];
  }
  const fix = meaning ? `Write ${meaning}.` : 'Correct the value.';
  if (isMissing(issue)) {
    const or = expectedSchema?.safeParse(undefined).success ? ', or remove the key.' : '.';
    return [{ path: issue.path, message: `${place} has no value.`, fix: `Write ${meaning ?? 'it'}${or}` }];
  }
  if (issue.code === 'invalid_key') {
    const key = `The key "${String(issue.path.at(-1))}"`;
    const fix = 'Correct the key, which is what the line has before the colon.';
    return [{ path: issue.path, message: `${key} ${issue.issues[0]?.message ?? issue.message}.`, fix }];
  }
  const expected = expectedBy(issue, expectedSchema, document);
  const isOurs = /^(must|needs) /.test(issue.message);
  return [
    {
      path: issue.path,
      message: `${place} ${isOurs ? issue.message : expected ? `must ${expected}` : `is wrong: ${issue.message}`}.`,
      fix: issue.code === 'custom' && typeof issue.params?.['fix'] === 'string' ? issue.params['fix'] : fix,
    },
  ];
}

/** A file that, as a whole, is a list or text where keys are needed, or something else where a list is needed. */
function explainForm(schema: z.ZodType, { contents }: Document): Explanation {
  const is = isMap(contents) ? 'These are keys with values' : isSeq(contents) ? 'This is a list' : 'This is text';
  if (peel(schema) instanceof z.ZodArray) {
    return {
      path: [],
      message: `${is}, but a list is needed here.`,
      fix: 'Start each item on its own line, with "- ".',
    };
  }
  const keys = keysOf(schema);
  return {
    path: [],
    message: `${is}, but keys with values are needed here.`,
    fix: keys.length
      ? `Write each key on its own line, without a hyphen, as in "${keys[0]!}: …". The keys are: ${keys.join(', ')}.`
      : 'Start each entry with its key and a colon, without a hyphen, and indent the lines of the entry below it.',
  };
}

/** What a value must be or have, if the schema has no words of its own for it. */
function expectedBy(issue: z.core.$ZodIssue, schema: z.ZodType | undefined, document: Document): string | undefined {
  if (issue.code === 'invalid_value') return `be ${listOf(issue.values)}`;
  if (issue.code === 'too_small' && issue.origin === 'array')
    return `have at least ${issue.minimum === 1 ? 'one entry' : `${issue.minimum} entries`}`;
  if (issue.code !== 'invalid_type') return undefined;
  if (issue.expected !== 'array') return EXPECTED[issue.expected];
  const node = document.getIn(issue.path, true);
  const list = peel(schema);
  const isOfWords = list instanceof z.ZodArray && [z.ZodString, z.ZodEnum].some((type) => list.element instanceof type);
  const isWord = isOfWords && isScalar(node) && /^[\w/.-]{1,40}$/.test(String(node.value));
  return isWord ? `be a list, such as [${String(node.value)}]` : 'be a list: each item on its own line, after "- "';
}

const listOf = (values: readonly unknown[]): string => `${values.length > 1 ? 'one of: ' : ''}${values.join(', ')}`;

/** A path in the words of authors: `"sources" of "portability"`, `"from" of entry 2 of "places"`. */
function placeOf(path: Path, document: Document): string {
  const index = path.findLastIndex((step) => typeof step === 'number');
  if (index < 0) return `"${path.join('.')}"`;
  const id = document.getIn([...path.slice(0, index + 1), 'id']);
  const entry =
    typeof id === 'string'
      ? `"${id}"`
      : `entry ${Number(path[index]) + 1} of ${index ? placeOf(path.slice(0, index), document) : 'this file'}`;
  const rest = path.slice(index + 1).join('.');
  return rest ? `"${rest}" of ${entry}` : entry;
}

/** Zod's types in the words of authors. */
const EXPECTED: Record<string, string> = {
  boolean: 'be true or false',
  number: 'be a number',
  object: 'be an entry with its own keys',
  record: 'be an entry with its own keys',
  string: 'be text; put it in quotes',
};

/** Zod leaves the input out of its issues by default; only the message shows whether a key is missing or wrong. */
const isMissing = (issue: z.core.$ZodIssue) => /received (undefined|null)$/.test(issue.message);

/** The schema of the value at `path`, if it can be told. */
function schemaAt(schema: z.ZodType | undefined, path: Path): z.ZodType | undefined {
  let here: z.ZodType | undefined = schema;
  for (const step of path) {
    here = unwrap(here);
    if (here instanceof z.ZodObject) here = here.shape[String(step)] as z.ZodType | undefined;
    else if (here instanceof z.ZodArray) here = here.element as z.ZodType;
    else if (here instanceof z.ZodRecord) here = here.valueType as z.ZodType;
    else return undefined;
  }
  return here;
}

function unwrap(schema: z.ZodType | undefined): z.ZodType | undefined {
  const form = peel(schema);
  return form instanceof z.ZodUnion
    ? peel(form.options.find((option) => peel(option as z.ZodType) instanceof z.ZodObject) as z.ZodType)
    : form;
}

/** The schema of a value that is there, as an author writes it. */
function peel(schema: z.ZodType | undefined): z.ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return peel(schema.unwrap() as z.ZodType);
  if (!(schema instanceof z.ZodPipe)) return schema;
  return peel((schema.in instanceof z.ZodTransform ? schema.out : schema.in) as z.ZodType);
}

function keysOf(schema: z.ZodType | undefined): string[] {
  const form = peel(schema);
  if (form instanceof z.ZodUnion) return form.options.flatMap((option) => keysOf(option as z.ZodType));
  return form instanceof z.ZodObject ? Object.keys(form.shape) : [];
}
