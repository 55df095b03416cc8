/** The results as links in a listbox: the answer as what it is, then what else was found, page by page. */
import { resolveFromRoot } from '../client/resolve-from-root.ts';
import { addressOf } from './address.ts';
import type { Part } from './documents.ts';
import type { Result } from './engine.ts';
import { loadAnswer } from './load.ts';
import { excerpt, marked } from './marked.ts';

const MOST_PAGES = 8;
const MOST_ON_A_PAGE = 4;

/** Of so many results, the likeliest, what is said is shown beside the link; each may cost a request. */
const MOST_TEXTS = 4;

/** The parts of a correction, which stand out. */
const VERDICT = /^(Wrong|Inexact|Outdated)$/;

export interface Shown {
  /** The groups of the listbox. */
  groups: HTMLElement[];
  /** The links, in their order. */
  options: HTMLAnchorElement[];
  /** Fetches what is said at the likeliest of the places, and shows it. */
  fill: () => void;
}

/** @param id the id of the listbox, with which those of its parts begin */
export function showResults(results: Result[], id: string): Shown {
  const options: HTMLAnchorElement[] = [];
  const fillers: (() => Promise<void>)[] = [];

  function option(result: Result, whole: boolean): HTMLAnchorElement {
    const { document: found, stems } = result;
    const link = document.createElement('a');
    link.role = 'option';
    link.id = `${id}-${options.length}`;
    link.ariaSelected = 'false';
    link.href = resolveFromRoot(addressOf(found));
    link.className = whole ? 'result answer' : 'result';
    if (found.label) link.append(span('kind', found.label), ' ');
    link.append(span('title', marked(found.title, new Set(stems))));
    const context = whole ? [found.context, result.page] : [found.context];
    if (context.some(Boolean)) link.append(' ', span('context', context.filter(Boolean).join(' · ')));
    options.push(link);
    if (options.length > MOST_TEXTS) return link;
    const said = span(whole ? 'parts' : 'excerpt', '');
    link.append(' ', said);
    fillers.push(async () => {
      const parts = await loadAnswer(found.answers, addressOf(found));
      said.replaceChildren(...(whole ? wholeOf(parts, new Set(stems)) : [partOf(parts, new Set(stems))]));
    });
    return link;
  }

  const [first, ...others] = results;
  const groups: HTMLElement[] = [];
  const rest = first?.document.whole ? others : results;
  if (first && rest === others) groups.push(group(`${id}-answer`, 'Answer', [option(first, true)]));
  const byPage = [...Map.groupBy(rest, ({ document: { path } }) => path)].slice(0, MOST_PAGES);
  for (const [index, [, found]] of byPage.entries()) {
    const links = found.slice(0, MOST_ON_A_PAGE).map((one) => option(one, false));
    groups.push(group(`${id}-page-${index}`, found[0]!.page, links));
  }

  return { groups, options, fill: () => fillers.forEach((fill) => void fill()) };
}

/** All that is said, part by part. */
const wholeOf = (parts: Part[], stems: ReadonlySet<string>): Node[] =>
  parts.map(([label, text]) => {
    const part = span(VERDICT.test(label) ? 'part correction' : 'part', '');
    if (label) part.append(span('label', label), ' ');
    part.append(marked(text, stems));
    return part;
  });

/** The part of what is said that has the words that were asked for. */
const partOf = (parts: Part[], stems: ReadonlySet<string>): Node =>
  marked(excerpt(parts.map(([label, text]) => (label ? `${label}: ${text}` : text)).join(' · '), stems), stems);

function group(id: string, label: string, links: HTMLElement[]): HTMLElement {
  const element = document.createElement('div');
  element.role = 'group';
  const name = span('group', label);
  name.id = id;
  name.role = 'presentation';
  element.setAttribute('aria-labelledby', id);
  element.append(name, ...links);
  return element;
}

function span(className: string, content: string | Node): HTMLSpanElement {
  const element = document.createElement('span');
  element.className = className;
  element.append(content);
  return element;
}
