/**
 * Joins text that formatting splits. Word, PowerPoint and Excel divide a paragraph, and the instruction of a field, into runs;
 * LibreOffice has spans, and HTML has elements such as `<b>` and `<wbr>`, which JSON and XML may escape. Zero-width
 * characters, which say where a line may break, and text deleted while changes were tracked don't count, either.
 */

/** Deleted text that Word and LibreOffice keep, and moved text, which Word marks where it was. */
const DELETED = /<(w:del|w:moveFrom|text:deletion)(?:\s[^<>]*[^/<>])?>(?:(?!<\1[\s>])[^])*?<\/\1>/g;
/** A link of Word whose whole text is deleted. */
const DELETED_LINK = /<w:hyperlink\b[^<>]*>\s*\0[\s\0]*<\/w:hyperlink>/g;
/** Replaces each deleted character, so that all others keep their places. No XML has it. */
export const DELETED_CHARACTER = '\0';

/** Erases the deleted parts of a text. */
export function eraseDeleted(text: string): string {
  const erase = (deleted: string) => DELETED_CHARACTER.repeat(deleted.length);
  return text.replace(DELETED, erase).replace(DELETED_LINK, erase);
}

/** A text without the tags between its runs. */
export interface Joined {
  text: string;
  /** Where a piece of it is in the original text: one place for each run that it touches. */
  placesOf: (start: number, end: number) => Places;
}

/** Where a text is, as the start and the end of each of its pieces. */
export type Places = [start: number, end: number][];

const tag = (names: string, rest = '[^<>]*') => `(?:${names})(?=[\\s/>])${rest}>`;
/** Between Office elements, spaces mean nothing. */
const OFFICE = [
  '<((?:w:|a:)?rPr)\\b(?:[^<>]*/>|[^<>]*>[^]{0,5000}?</\\1>)',
  `</(?:(?:w:|a:)?t|w:instrText)>`,
  `</?${tag('(?:w:|a:)?r|w:(?:proofErr|bookmarkStart|bookmarkEnd|lastRenderedPageBreak|ins|moveTo|smartTag)')}`,
];
const OPENING = `<${tag('(?:w:|a:)?t|w:instrText')}`;
const LIBRE_OFFICE = `</?${tag('text:(?:span|soft-page-break|bookmark[\\w-]*)')}`;
/** No address goes on after a space, so most tags stay. */
const HTML =
  '(?<!\\s)(?:<|&(?:amp;)*lt;|\\\\+u003c)\\\\*/?(?:wbr|b|i|em|strong|span|u|s|font|mark|small|code)' +
  '(?:\\s[^<>]{0,500}?)?/?(?:>|&(?:amp;)*gt;|\\\\+u003e)';
/** Zero-width characters: as themselves, as one character for each UTF-8 byte, or escaped. */
const INVISIBLE =
  '\\xc2?\\xad|\\xe2\\x80[\\x8b-\\x8d]|\\xe2\\x81\\xa0|\\xef\\xbb\\xbf|[\\u200b-\\u200d\\u2060\\ufeff]|' +
  '(?:\\\\+u|&(?:amp;)*#x)0*(?:ad|200[bcd]|2060)(?![\\da-f]);?|&(?:amp;)*(?:#0*(?:173|820[345])|shy|ZeroWidthSpace);';
/** What divides runs. A scheme does not continue an address, but begins the next. */
const DIVIDER = new RegExp(
  `(?:(?:${OFFICE.join('|')})\\s*|${OPENING}|${LIBRE_OFFICE}|${HTML}|${INVISIBLE}|\\0)+(?!\\s|https?:|www\\.)`,
  'gi',
);

const ONLY_INVISIBLE = new RegExp(`^(?:${INVISIBLE})+$`, 'i');

/** Joins the runs of a text. */
export function joinRuns(text: string): Joined {
  /** Where runs after the first begin in the joined text, and how much is left out before them. */
  const starts: number[] = [];
  const skipped: number[] = [];
  let sum = 0;
  const joined = text.replace(DIVIDER, (divider: string, _name: unknown, at: number) => {
    starts.push(at - sum);
    skipped.push((sum += divider.length));
    return '';
  });
  /** How many runs, besides the first, begin at or before a place. */
  const runAt = (at: number) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const original = (at: number) => at + (skipped[runAt(at) - 1] ?? 0);
  const placesOf = (start: number, end: number): Places => {
    if (start === end) return [[original(start - 1) + 1, original(start - 1) + 1]];
    // Where only invisible characters are left out, a piece of text goes on and includes them.
    const isDivided = (at: number) => !ONLY_INVISIBLE.test(text.slice(original(at - 1) + 1, original(at)));
    const inside = starts.slice(runAt(start), runAt(end - 1)).filter(isDivided);
    const [from, to] = [
      [start, ...inside],
      [...inside, end],
    ];
    return from.map((start, index) => [original(start), original(to[index]! - 1) + 1]);
  };
  return { text: joined, placesOf };
}
