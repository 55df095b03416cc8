/** Shows the results as links in a listbox: the best one in full if it is an answer, then the others page by page. */
import { resolveFromRoot } from '../client/resolve-from-root.ts';
import type { Part } from '../model/kind.ts';
import { CORRECTION_LABELS, VERDICTS } from '../model/verdicts.ts';
import { addressOf } from './address.ts';
import type { Result, Results } from './engine.ts';
import { createElement, excerptOf, markMatches } from './excerpt.ts';
import { loadAnswer } from './load.ts';

const MAX_PAGES = 8;
const MAX_PER_PAGE = 4;
/** Only the first results show their text, because each may cost a request. */
export const MAX_TEXTS = 4;

/** The class of each label of a correction, which the styles set apart. */
const VERDICT_CLASSES = new Map<string, string>(
  [VERDICTS, CORRECTION_LABELS].flatMap((labels) => Object.entries(labels).map(([name, label]) => [label, name])),
);

export interface ResultList {
  /** The groups of the listbox. */
  groups: HTMLElement[];
  /** The links, in their order. */
  options: HTMLAnchorElement[];
  /** Fetches and shows the texts of the first results. */
  loadTexts: () => void;
}

/** @param id of the listbox; the ids of its parts begin with it */
export function createResultList({ results, areNearest, isSure }: Results, id: string): ResultList {
  const options: HTMLAnchorElement[] = [];
  const textLoaders: (() => Promise<void>)[] = [];

  function addOption(result: Result, isWhole: boolean): HTMLAnchorElement {
    const link = createOption(result, isWhole, `${id}-${options.length}`);
    options.push(link);
    if (options.length > MAX_TEXTS) return link;
    const text = createSpan(isWhole ? 'parts' : 'excerpt', '');
    link.append(' ', text);
    textLoaders.push(async () => {
      const { document, stems } = result;
      const parts = await loadAnswer(document.answers, addressOf(document));
      text.replaceChildren(...(isWhole ? renderWhole : renderExcerpt)(parts, new Set(stems)));
      if (!text.textContent) text.remove(); // a table has no text of its own
    });
    return link;
  }

  const groups: HTMLElement[] = [];
  const [first, ...others] = results;
  // Shown whole, what doesn't answer would mislead: a command that deletes, say, or the fix for another error.
  const hasAnswer = first?.document.whole && (isSure || areNearest);
  const label = areNearest ? 'Nearest' : 'Answer';
  if (hasAnswer) groups.push(createGroup(`${id}-answer`, label, [addOption(first, true)]));
  const byPage = Map.groupBy(hasAnswer ? others : results, ({ document: { path } }) => path);
  for (const [index, onPage] of [...byPage.values()].slice(0, MAX_PAGES).entries()) {
    const links = onPage.slice(0, MAX_PER_PAGE).map((result) => addOption(result, false));
    const { page, title } = onPage[0]!.document;
    const group = createGroup(`${id}-page-${index}`, page, links);
    if (page === title) group.firstElementChild!.classList.add('visually-hidden'); // The page itself is the first result.
    groups.push(group);
  }

  return { groups, options, loadTexts: () => textLoaders.forEach((load) => void load()) };
}

/** @param isWhole whether the result is an answer outside its page's group, and must name the page */
function createOption({ document: target, stems }: Result, isWhole: boolean, id: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.role = 'option';
  link.id = id;
  link.ariaSelected = 'false';
  link.href = resolveFromRoot(addressOf(target));
  link.className = isWhole ? 'result answer' : 'result';
  if (target.label) link.append(createSpan('kind', target.label), ' ');
  const title = [target.lead, target.title].filter(Boolean).join(': ');
  link.append(createSpan('title', markMatches(title, new Set(stems))));
  const context = [target.context, isWhole && target.page].filter(Boolean).join(' · ');
  if (context) link.append(' ', createSpan('context', context));
  return link;
}

const renderWhole = (parts: Part[], stems: ReadonlySet<string>): Node[] =>
  parts.map(([label, text, isCorrected]) => {
    const verdict = VERDICT_CLASSES.get(label);
    const part = createSpan(verdict ? `part correction ${verdict}` : 'part', '');
    if (label) part.append(createElement(verdict ? 'strong' : 'b', label), ' ');
    part.append(isCorrected ? createSpan('corrected', markMatches(text, stems)) : markMatches(text, stems));
    return part;
  });

const renderExcerpt = (parts: Part[], stems: ReadonlySet<string>): Node[] => {
  const text = parts.map(([label, text]) => (label ? `${label}: ${text}` : text)).join(' · ');
  return [markMatches(excerptOf(text, stems), stems)];
};

function createGroup(id: string, label: string, links: HTMLElement[]): HTMLElement {
  const group = document.createElement('div');
  group.role = 'group';
  const name = createSpan('group', label);
  name.id = id;
  name.role = 'presentation';
  group.setAttribute('aria-labelledby', id);
  group.append(name, ...links);
  return group;
}

function createSpan(className: string, content: string | Node): HTMLSpanElement {
  const span = document.createElement('span');
  span.className = className;
  span.append(content);
  return span;
}
