/** The content of a citation of a page or a part of it. */
export interface PageCitation {
  /** The cited part and everything that contains it, innermost first: row, table, page, site. */
  names: string[];
  url: string;
  /** The day of the page's last review, YYYY-MM-DD. */
  reviewed: string;
  /** The name of the license. */
  license: string;
}

/** Formats a citation: “Portability”, “What Docker offers”, “What is Docker?”, Docker Basics. Reviewed 2026-11-24. CC BY 4.0. https://… */
export const citeAsText = ({ names, url, reviewed, license }: PageCitation): string =>
  `${names.map((name, index) => (index < names.length - 1 ? `“${name}”` : name)).join(', ')}. Reviewed ${reviewed}. ${license}. ${url}`;

/** Formats a citation in Markdown, with the address as a link on the first name. */
export function citeAsMarkdown({ names, url, reviewed, license }: PageCitation): string {
  const [first = '', ...rest] = names.map((name) => name.replace(/[\\[\]`*_]/g, '\\$&'));
  return `${[`[${first}](${url})`, ...rest].join(', ')}. Reviewed ${reviewed}. ${license}.`;
}
