/** Says where in a file an address is, in the words of its format: the slide, the paragraph, the cell, or line and column. */
import { readable } from './part-text.ts';
import type { Folder, Part } from './read-file.ts';

/** The value of an attribute in a tag. */
export const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`[\\s:]${name}\\s*=\\s*(["'])(.*?)\\1`, 's').exec(tag)?.[2];

/** The tag around a place in XML. */
export const tagAround = (text: string, at: number): string =>
  text.slice(text.lastIndexOf('<', at), text.indexOf('>', at) + 1);

/** What precedes a place in a text. */
interface Before {
  /** The number of matches of a pattern. */
  count: number;
  /** The last of them. */
  last?: RegExpExecArray;
}

/** Finds the matches of a pattern before a place. For places that come in order, the text is read once. */
function scanner(text: string, pattern: RegExp): (at: number) => Before {
  let matches = text.matchAll(pattern);
  let next = matches.next();
  let before: Before = { count: 0 };
  let farthest = 0;
  return (at) => {
    if (at < farthest) {
      matches = text.matchAll(pattern);
      next = matches.next();
      before = { count: 0 };
    }
    farthest = at;
    for (; !next.done && next.value.index < at; next = matches.next()) {
      before = { count: before.count + 1, last: next.value };
    }
    return before;
  };
}

/** The name of the part that holds the relationships of another. */
const relationsName = (name: string) => name.replace(/([^/]*)$/, '_rels/$1.rels');
/** The name of the part whose relationships a part holds. */
export const ownerName = (name: string): string => name.replace(/_rels\/([^/]*)\.rels$/, '$1');

/** The names of the parts that an Office part refers to, by the ids of the relationships. */
function relationsOf(name: string, { parts }: Folder): Map<string, string> {
  const tags = parts.get(relationsName(name))?.text.match(/<Relationship\b[^>]*>/g) ?? [];
  return new Map(
    tags.map((tag) => {
      const path = new URL(attribute(tag, 'Target') ?? '', `file:///${name}`).pathname;
      return [attribute(tag, 'Id') ?? '', path.slice(1)];
    }),
  );
}

/** The number of each slide by the name of its part, in the order of the presentation. */
function slideNumbers(folder: Folder): Map<string, number> {
  const name = 'ppt/presentation.xml';
  const relations = relationsOf(name, folder);
  const slides = folder.parts.get(name)?.text.match(/<p:sldId\b[^>]*>/g) ?? [];
  return new Map(slides.map((tag, index) => [relations.get(/r:id="([^"]*)"/.exec(tag)?.[1] ?? '') ?? '', index + 1]));
}

/** The number of the slide that a part is, if it is one. If the presentation lists no slides, their names have it. */
function slideNumber(name: string, folder: Folder): number | undefined {
  const numbers = slideNumbers(folder);
  return numbers.size ? numbers.get(name) : Number(/\/slide(\d+)\.xml$/.exec(name)?.[1] ?? NaN) || undefined;
}

/** Where a part of a presentation is, for a reader, also that of its relationships. */
function slidePlace(path: string, folder: Folder): { number: number; place: string } {
  const name = ownerName(path);
  const number = slideNumber(name, folder);
  if (number) return { number, place: `slide ${number}` };
  const [slide] = name.includes('notes')
    ? [...relationsOf(name, folder).values()].flatMap((target) => slideNumber(target, folder) ?? [])
    : [];
  return slide ? { number: slide, place: `slide ${slide}, notes` } : { number: Infinity, place: name };
}

/** The parts of a file in the order in which a reader meets them: slides are by their numbers, each with its notes. */
export function inReadingOrder(parts: Part[]): Part[] {
  const firstOf = new Map<Folder, number>();
  const keys = new Map(
    parts.map((part, index) => {
      const { folder, path } = part;
      if (folder?.format !== 'powerpoint') return [part, [index, 0]];
      if (!firstOf.has(folder)) firstOf.set(folder, index);
      return [part, [firstOf.get(folder)!, slidePlace(path.at(-1)!, folder).number]];
    }),
  );
  // Equal keys keep their order.
  const compare = ([a, b]: number[], [c, d]: number[]) => a! - c! || (b === d ? 0 : b! - d!);
  return [...parts].sort((a, b) => compare(keys.get(a)!, keys.get(b)!));
}

/** The names of the sheets of a workbook by the names of their parts. */
function sheetNames(folder: Folder): Map<string, string> {
  const name = 'xl/workbook.xml';
  const relations = relationsOf(name, folder);
  const sheets = folder.parts.get(name)?.text.match(/<sheet\b[^>]*>/g) ?? [];
  return new Map(
    sheets.map((tag) => [relations.get(/r:id="([^"]*)"/.exec(tag)?.[1] ?? '') ?? '', attribute(tag, 'name') ?? '']),
  );
}

/** Finds the first cell that shows a shared text of a workbook. */
function cellOfText(index: number, folder: Folder): string | undefined {
  for (const [name, sheet] of sheetNames(folder)) {
    const cells = folder.parts.get(name)?.text.matchAll(/<c\b([^>]*)>\s*<v>(\d+)<\/v>/g) ?? [];
    for (const [, tag, value] of cells) {
      if (Number(value) === index && attribute(tag!, 't') === 's') return cellName(sheet, attribute(tag!, 'r'));
    }
  }
  return undefined;
}

const utf8 = new TextDecoder();
const cellName = (sheet: string, cell = '') => `sheet ${readable(sheet)}, cell ${cell}`;

function excelPlace(text: string, name: string, folder: Folder): (at: number) => string {
  const sheet = sheetNames(folder).get(name);
  if (sheet !== undefined) {
    return (at) => {
      const open = text.lastIndexOf('<c ', at);
      const cell = open < 0 ? '' : text.slice(open, text.indexOf('>', open));
      return cellName(sheet, attribute(tagAround(text, at), 'ref') ?? attribute(cell, 'r'));
    };
  }
  const texts = scanner(text, /<si\b/g);
  return (at) => cellOfText(texts(at).count - 1, folder) ?? name;
}

function notebookPlace(text: string): (at: number) => string {
  const cells = scanner(text, /"cell_type"\s*:/g);
  const keys = scanner(text, /"(source|outputs)"\s*:/g);
  return (at) => {
    const { last } = keys(at);
    const cell = `cell ${cells(at).count}`;
    if (last?.[1] !== 'source') return `${cell}, output`;
    return `${cell}, line ${(text.slice(last.index, at).match(/(?<!\\)(?:\\\\)*\\n/g)?.length ?? 0) + 1}`;
  };
}

/** Line and column, both from 1. */
function linePlace({ text, bytes, width }: Part): (at: number) => string {
  const lines = scanner(text, /\r\n?|\n/g);
  return (at) => {
    const { count, last } = lines(at);
    const start = last ? last.index + last[0].length : 0;
    const before = width === 1 ? utf8.decode(bytes.subarray(start, at)) : text.slice(start, at);
    return `line ${count + 1}, column ${Array.from(before.replace(/^\ufeff/, '')).length + 1}`;
  };
}

/** The places in a part whose format has its own: slides, paragraphs, cells. */
function placeInDocument(part: Part, folder: Folder): ((at: number) => string) | undefined {
  const { text } = part;
  const name = part.path.at(-1)!;
  const [file = ''] = /[^/]+(?=\.xml$)/.exec(name) ?? [];
  const inOrder = (noun: string, pattern: RegExp) => {
    const before = scanner(text, pattern);
    return (at: number) => `${noun} ${before(at).count}`;
  };
  switch (folder.format) {
    case 'word': {
      const paragraph = inOrder('paragraph', /<w:p[ />]/g);
      return name.startsWith('word/') && !name.includes('_rels/')
        ? (at) => (file === 'document' ? '' : `${file}, `) + paragraph(at)
        : undefined;
    }
    case 'powerpoint': {
      const { place } = slidePlace(name, folder);
      return () => place;
    }
    case 'excel':
      return /^xl\/(worksheets|sharedStrings)/.test(name) ? excelPlace(text, name, folder) : undefined;
    case 'odt':
      return file === 'content' ? inOrder('paragraph', /<text:[ph][ />]/g) : undefined;
    case 'odp':
      return file === 'content' ? inOrder('slide', /<draw:page[ />]/g) : undefined;
    case 'ods':
      return file === 'content' ? odsPlace(text) : undefined;
    default:
      return undefined;
  }
}

/** The sheet and the cell of a LibreOffice spreadsheet. Equal cells and rows are stored once, with their number. */
function odsPlace(text: string): (at: number) => string {
  const tables = scanner(text, /<table:table [^>]*>/g);
  return (at) => {
    const table = tables(at).last;
    let row = 0;
    let column = 0;
    const tags = text
      .slice(table?.index ?? 0, at)
      .matchAll(/<table:(table-row|(?:covered-)?table-cell)(?=[ />])[^>]*/g);
    let [rows, columns] = [1, 1];
    for (const [tag, kind] of tags) {
      const count = Number(/table:number-(?:rows|columns)-repeated="(\d+)"/.exec(tag)?.[1] ?? 1);
      if (kind === 'table-row') [row, column, rows, columns] = [row + (row ? rows : 1), 0, count, 1];
      else [column, columns] = [column + (column ? columns : 1), count];
    }
    return cellName((table && attribute(table[0], 'name')) ?? '', `${columnName(column)}${row}`);
  };
}

/** The letters of a column: 1 is A, 27 is AA. */
const columnName = (number: number): string =>
  number ? columnName(Math.floor((number - 1) / 26)) + String.fromCharCode(65 + ((number - 1) % 26)) : '';

/** A function that says where a place in a part is. Places in order are found in one pass. */
export function placeFinder(part: Part): (at: number) => string {
  const { path, folder, format } = part;
  const inDocument = folder && placeInDocument(part, folder);
  const find = inDocument ?? (format === 'notebook' ? notebookPlace(part.text) : linePlace(part));
  const names = inDocument ? path.slice(0, -1) : path;
  return (at) => [...names, find(at)].join(' › ');
}
