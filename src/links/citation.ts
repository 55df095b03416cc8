/** How a page or a place on it is cited. */
export interface Cited {
  /** What is cited, from the smallest to the largest: row, table, page, site. */
  names: string[];
  url: string;
  /** The day of the page's last review, YYYY-MM-DD. */
  reviewed: string;
}

/** "Portability", "What Docker offers", "What is Docker?", Docker Basics. Reviewed 2026-11-24. https://… */
export const citeAsText = ({ names, url, reviewed }: Cited): string =>
  `${names.map((name, index) => (index < names.length - 1 ? `“${name}”` : name)).join(', ')}. Reviewed ${reviewed}. ${url}`;

/** The same with the address as a Markdown link on the smallest name. */
export function citeAsMarkdown({ names, url, reviewed }: Cited): string {
  const [first = '', ...rest] = names.map((name) => name.replace(/[\\[\]`*_]/g, '\\$&'));
  return `${[`[${first}](${url})`, ...rest].join(', ')}. Reviewed ${reviewed}.`;
}
