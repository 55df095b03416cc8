/** Finds the references in a Dockerfile, as BuildKit reads it. */
import { expand } from './variables.ts';

/** A reference as a file writes it. */
export interface Written {
  /** The number of its line, from 1. */
  line: number;
  /** As it is written, with its variables. */
  text: string;
  /** With the values of its variables. */
  value: string;
  /** The variables that have no value in the file. */
  missing: string[];
  /** The stage that it names, if it names one: then it isn't an image. */
  stage?: string | undefined;
}

interface Word {
  text: string;
  line: number;
}

/** A here-document, whose lines are no instructions. It can be quoted, and its end indented by tabs. */
const HERE_DOCUMENT = /<<(-?)(["']?)([a-zA-Z_]\w*)\2/g;
const DIRECTIVE = /^\s*#\s*(syntax|escape|check)\s*=\s*(\S+)\s*$/i;

/** The parser directives at the top of a Dockerfile, by their names. */
function readDirectives(lines: string[]): Map<string, Word> {
  const directives = new Map<string, Word>();
  for (const [index, line] of lines.entries()) {
    const [, name, text] = DIRECTIVE.exec(line) ?? [];
    if (!name || directives.has(name.toLowerCase())) break;
    directives.set(name.toLowerCase(), { text: text!, line: index + 1 });
  }
  return directives;
}

/** Splits a Dockerfile into instructions, and each into words. Lines that continue are joined as they are. */
function readInstructions(lines: string[], escape: string): Word[][] {
  const instructions: Word[][] = [];
  let words: Word[] = [];
  let isWordOpen = false; // in the middle of a word
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!.trimEnd();
    if (/^\s*(?:#|$)/.test(line)) continue; // comments and empty lines do not end an instruction
    const continues = line.endsWith(escape);
    const text = continues ? line.slice(0, -1) : line;
    for (const [position, word] of text.split(/\s+/).entries()) {
      if (position === 0 && isWordOpen && words.length) words.at(-1)!.text += word;
      else if (word) words.push({ text: word, line: index + 1 });
    }
    isWordOpen = continues && /\S$/.test(text);
    if (continues) continue;
    instructions.push(words);
    index = skipHereDocuments(words, lines, index);
    words = [];
  }
  if (words.length) instructions.push(words);
  return instructions;
}

/** @returns the index of the last line of the here-documents that an instruction begins */
function skipHereDocuments(words: Word[], lines: string[], index: number): number {
  if (!/^(?:run|copy|add)$/i.test(words[0]!.text)) return index;
  let last = index;
  for (const [, dash, , name] of words.flatMap(({ text }) => [...text.matchAll(HERE_DOCUMENT)])) {
    const isEnd = (line: string) => (dash ? line.replace(/^\t+/, '') : line).trimEnd() === name;
    let end = last + 1;
    while (end < lines.length && !isEnd(lines[end]!)) end++;
    last = end;
  }
  return last;
}

const unquote = (text: string) => /^(["'])(.*)\1$/s.exec(text)?.[2] ?? text;

/** The values of `--from` of a COPY, and of `from` in each `--mount` of a RUN. */
function readFromOptions([instruction, ...words]: Word[]): Word[] {
  const end = words.findIndex(({ text }) => !text.startsWith('--'));
  const options = end < 0 ? words : words.slice(0, end);
  return options.flatMap(({ text, line }) => {
    const isCopy = /^copy$/i.test(instruction!.text);
    const value = isCopy
      ? /^--from=(.+)/s.exec(text)?.[1]
      : /^--mount=(?:.*,)?"?from=([^,]+)/s.exec(text)?.[1]?.replace(/"$/, '');
    return value ? [{ text: unquote(value), line }] : [];
  });
}

/**
 * Finds the references in a Dockerfile: in `# syntax=`, `FROM`, `COPY --from` and `RUN --mount`.
 * @param file its text
 */
export function readDockerfile(file: string): Written[] {
  const lines = file.split(/\r?\n/);
  const directives = readDirectives(lines);
  const escape = directives.get('escape')?.text ?? '\\';
  const values = new Map<string, string>();
  /** The stages by number, each with its name or else its number, and those with a name by that name in lower case. */
  const stages: string[] = [];
  const stageNames = new Map<string, string>();
  const written: Written[] = [];
  const options: Written[] = [];
  const add = ({ text, line }: Word, isFrom: boolean) => {
    // Only FROM has variables, and it can name only a stage above it.
    const { text: value, missing } = isFrom ? expand(text, values, escape) : { text, missing: [] };
    const stage = isFrom ? stageNames.get(value.toLowerCase()) : undefined;
    const reference: Written = { line, text, value, missing, stage };
    written.push(reference);
    return reference;
  };
  const syntax = directives.get('syntax');
  if (syntax) add(syntax, false);
  for (const instruction of readInstructions(lines, escape)) {
    const words = /^onbuild$/i.test(instruction[0]!.text) ? instruction.slice(1) : instruction;
    const name = words[0]?.text.toUpperCase();
    if (name === 'ARG' && !stages.length) {
      for (const { text } of words.slice(1)) setDefault(text, values, escape);
    } else if (name === 'FROM') {
      const [image, as, stage] = words.slice(1).filter(({ text }) => !text.startsWith('--'));
      if (image) add({ ...image, text: unquote(image.text) }, true);
      const stageName = as && /^as$/i.test(as.text) && stage?.text;
      if (stageName) stageNames.set(stageName.toLowerCase(), stageName);
      stages.push(stageName || String(stages.length));
    } else if (name === 'COPY' || name === 'RUN') {
      for (const option of readFromOptions(words)) options.push(add(option, false));
    }
  }
  // COPY and RUN can name any stage, even one below them, and also by its number. So they wait for the last stage.
  for (const option of options)
    option.stage =
      stageNames.get(option.value.toLowerCase()) ??
      (/^\d+$/.test(option.value) ? stages[Number(option.value)] : undefined);
  return written;
}

/** Remembers the default of an `ARG`, which can use those before it. */
function setDefault(text: string, values: Map<string, string>, escape: string): void {
  const [, name, value] = /^(\w+)=(.*)$/s.exec(text) ?? [];
  if (!name) return;
  const expanded = expand(unquote(value!), values, escape);
  if (!expanded.missing.length) values.set(name, expanded.text);
}
