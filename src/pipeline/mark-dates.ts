/** Marks the dates in the text of a page, so that no line ends within one. */

/** An element with no dates to mark, or a tag, or a date. */
const PARTS =
  /<(script|style|title|textarea|svg|code|time)\b[^]*?<\/\1>|<(?:"[^"]*"|[^>"])*>|(?<![\w/-])\d{4}-\d\d-\d\d(?![\w/-])/g;

/** Puts each ISO date in the text, such as 2026-11-24, into a `<time>`. @param html of a page, or of a part of it */
export const markDates = (html: string): string =>
  html.replace(PARTS, (part) => (part.startsWith('<') ? part : `<time>${part}</time>`));
