/** The content of a citation of a page or a part of it. */
export interface PageCitation {
  /** The cited part and everything that contains it, innermost first: row, table, page, site. */
  names: string[];
  /** Whether the first name is a claim, such as a sentence of the course, and not a title. */
  isClaim?: boolean | undefined;
  /** Who worded the cited part, and the verdict on it, or the day of a value: 'as of 2026-08-05'. */
  note?: string | undefined;
  url: string;
  /** The day of the page's last review, YYYY-MM-DD. */
  reviewed: string;
  /** The day of the last recorded change of the cited part, YYYY-MM-DD, where it is known. */
  changed?: string | undefined;
  /** The name of the license, and what it doesn't cover. */
  license: string;
}

/** Quotes a text. Quotations in it get single quotation marks. */
const quote = (text: string) => `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`;

/** The names, the first with its note. */
const join = ([first = '', ...rest]: string[], note: string | undefined) =>
  [first + (note ? ` (${note})` : ''), ...rest].join(', ');

/** The day of the review, and of a change since then: a citation dates the wording that it quotes. */
const dates = ({ reviewed, changed = '' }: PageCitation) =>
  `Reviewed ${reviewed}${changed > reviewed ? `, changed ${changed}` : ''}`;

/** Formats a citation: “Portability”, “What Docker offers”, “What is Docker?”, Docker Basics. Reviewed 2026-11-24. CC BY 4.0. https://… */
export function citeAsText(citation: PageCitation): string {
  const { names, note, url, license } = citation;
  const quoted = names.map((name, index) => (index < names.length - 1 ? quote(name) : name));
  return `${join(quoted, note)}. ${dates(citation)}. ${license}. ${url}`;
}

/** Formats a citation in Markdown, with the address as a link on the first name. A claim is in quotation marks. */
export function citeAsMarkdown(citation: PageCitation): string {
  const { names, isClaim, note, url, license } = citation;
  const [first = '', ...rest] = names.map((name) => name.replace(/[\\[\]`*_]/g, '\\$&'));
  return `${join([`[${isClaim ? quote(first) : first}](${url})`, ...rest], note)}. ${dates(citation)}. ${license}.`;
}
