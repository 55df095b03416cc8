/** Says where in a file an address is, in the words of its format: the slide, the paragraph, the cell, or line and column. */
import { readable } from './part-text.ts';
import type { Folder, Part } from './read-file.ts';
import { once, scan } from './read-once.ts';

/** The value of an attribute in a tag. */
export const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`[\\s:]${name}\\s*=\\s*(["'])(.*?)\\1`, 's').exec(tag)?.[2];

/** The tag around a place in XML. */
export const tagAround = (text: string, at: number): string =>
  text.slice(text.lastIndexOf('<', at), text.indexOf('>', at) + 1);

/** Counts the matches of a pattern before a place. */
const counter = (text: string, pattern: RegExp): ((at: number) => number) => {
  const matches = scan(text, pattern, { count: 0 }, (matches) => matches.count++);
  return (at) => matches(at).count;
};

/** The name of the part that has the relationships of another. */
const relationsName = (name: string) => name.replace(/([^/]*)$/, '_rels/$1.rels');
/** The name of the part whose relationships a part has. */
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

/** The tags with which an Office part lists others, in its order, by their names. */
const listedIn = (name: string, pattern: RegExp) =>
  once((folder: Folder): Map<string, string> => {
    const relations = relationsOf(name, folder);
    const tags = folder.parts.get(name)?.text.match(pattern) ?? [];
    return new Map(tags.map((tag) => [relations.get(/r:id="([^"]*)"/.exec(tag)?.[1] ?? '') ?? '', tag]));
  });

const slidesIn = listedIn('ppt/presentation.xml', /<p:sldId\b[^>]*>/g);
const sheetsIn = listedIn('xl/workbook.xml', /<sheet\b[^>]*>/g);
/** The number of each slide of a presentation by the name of its part. */
const slideNumbers = once(
  (folder: Folder) => new Map([...slidesIn(folder).keys()].map((name, index) => [name, index + 1])),
);

/** The slide number of a part, if it is a slide. If the presentation lists no slides, their names have it. */
function slideNumber(name: string, folder: Folder): number | undefined {
  const numbers = slideNumbers(folder);
  return numbers.size ? numbers.get(name) : Number(/\/slide(\d+)\.xml$/.exec(name)?.[1] ?? NaN) || undefined;
}

/** Where a reader finds a part of a presentation, or the part with its relationships. */
function slidePlace(path: string, folder: Folder): { number: number; place: string } {
  const name = ownerName(path);
  const number = slideNumber(name, folder);
  if (number) return { number, place: `slide ${number}` };
  const [slide] = name.includes('notes')
    ? [...relationsOf(name, folder).values()].flatMap((target) => slideNumber(target, folder) ?? [])
    : [];
  return slide ? { number: slide, place: `slide ${slide}, notes` } : { number: Infinity, place: name };
}

/** The parts of a file in the order in which a reader meets them: slides by their numbers, each with its notes. */
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

/** The name of a cell. @param sheet the tag with the name of the sheet */
const cellName = (sheet: string, cell = '') => `sheet ${readable(attribute(sheet, 'name') ?? '')}, cell ${cell}`;

/** The first cell that shows each shared text of a workbook, by the number of the text. */
const cellsOfTexts = once((folder: Folder): Map<number, string> => {
  const cells = new Map<number, string>();
  for (const [name, sheet] of sheetsIn(folder)) {
    for (const [, tag, value] of folder.parts.get(name)?.text.matchAll(/<c\b([^>]*)>\s*<v>(\d+)<\/v>/g) ?? []) {
      const isFirst = !cells.has(Number(value));
      if (isFirst && attribute(tag!, 't') === 's') cells.set(Number(value), cellName(sheet, attribute(tag!, 'r')));
    }
  }
  return cells;
});

function excelPlace(text: string, name: string, folder: Folder): (at: number) => string {
  const sheet = sheetsIn(folder).get(name);
  if (sheet !== undefined) {
    const cells = scan(text, /<c [^>]*/g, { tag: '' }, (cell, [tag]) => (cell.tag = tag));
    return (at) => cellName(sheet, attribute(tagAround(text, at), 'ref') ?? attribute(cells(at).tag, 'r'));
  }
  const texts = counter(text, /<si\b/g);
  return (at) => cellsOfTexts(folder).get(texts(at) - 1) ?? name;
}

function notebookPlace(text: string): (at: number) => string {
  const start = { cell: 0, line: 1, isSource: false };
  const places = scan(text, /"(?:(cell_type)|(source)|outputs)"\s*:|(?<!\\)(?:\\\\)*\\n/g, start, (place, match) => {
    const [key, isCell, isSource] = match;
    if (isCell) place.cell++;
    else if (key.startsWith('"')) Object.assign(place, { line: 1, isSource: Boolean(isSource) });
    else place.line++;
  });
  return (at) => {
    const { cell, line, isSource } = places(at);
    return `cell ${cell}, ${isSource ? `line ${line}` : 'output'}`;
  };
}

const utf8 = new TextDecoder();

/** Line and column, both from 1. */
function linePlace({ text, bytes, width }: Part): (at: number) => string {
  const lines = scan(text, /\r\n?|\n/g, { count: 1, start: 0 }, (line, { 0: end, index }) => {
    line.count++;
    line.start = index + end.length;
  });
  /** The last place in the line, and its column. */
  let [known, column] = [0, 1];
  return (at) => {
    const { count, start } = lines(at);
    if (start > known) [known, column] = [start, 1];
    const passed = width === 1 ? utf8.decode(bytes.subarray(known, at)) : text.slice(known, at);
    column += passed.replace(/^\ufeff|[\ud800-\udbff]/g, '').length; // a pair of surrogates is one character
    known = at;
    return `line ${count}, column ${column}`;
  };
}

/** The places in a part whose format has its own: slides, paragraphs, cells. */
function placeInDocument(part: Part, folder: Folder): ((at: number) => string) | undefined {
  const { text } = part;
  const name = part.path.at(-1)!;
  const [file = ''] = /[^/]+(?=\.xml$)/.exec(name) ?? [];
  const inOrder = (noun: string, pattern: RegExp) => {
    const before = counter(text, pattern);
    return (at: number) => `${noun} ${before(at)}`;
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

/** The sheet and the cell of a LibreOffice spreadsheet. Equal cells and rows are stored once, with their count. */
function odsPlace(text: string): (at: number) => string {
  const start = { table: '', row: 0, column: 0, rows: 1, columns: 1 };
  const pattern = /<table:(table|table-row|(?:covered-)?table-cell)(?=[ />])[^>]*>/g;
  const places = scan(text, pattern, start, (place, [tag, kind]) => {
    const count = Number(/table:number-(?:rows|columns)-repeated="(\d+)"/.exec(tag)?.[1] ?? 1);
    const { row, column, rows, columns } = place;
    if (kind === 'table') Object.assign(place, { table: tag, row: 0, column: 0 });
    else if (kind === 'table-row') Object.assign(place, { row: row + (row ? rows : 1), column: 0, rows: count });
    else Object.assign(place, { column: column + (column ? columns : 1), columns: count });
  });
  return (at) => {
    const { table, column, row } = places(at);
    return cellName(table, `${columnName(column)}${row}`);
  };
}

/** The letters of a column: 1 is A, 27 is AA. */
const columnName = (number: number): string =>
  number ? columnName(Math.floor((number - 1) / 26)) + String.fromCharCode(65 + ((number - 1) % 26)) : '';

/** A function that says where a place in a part is. It takes places in their order, and reads the part once. */
export function placeFinder(part: Part): (at: number) => string {
  const { path, folder, format } = part;
  const inDocument = folder && placeInDocument(part, folder);
  const find = inDocument ?? (format === 'notebook' ? notebookPlace(part.text) : linePlace(part));
  const names = inDocument ? path.slice(0, -1) : path;
  return (at) => [...names, find(at)].join(' › ');
}
