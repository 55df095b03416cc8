/** The choices for a handout, in the query of its page: `?title=…&show=SLUG&show=SLUG/PART&show=SLUG/ROW`, or `?preset=SLUG`. */
import { figure, figureFragment } from '../../kinds/figure/index.ts';
import { questionFragment, questionsOf } from '../../kinds/question/index.ts';
import { idsOn, pageOf } from '../../kinds/shown.ts';
import { statement, statementFragment } from '../../kinds/statement/index.ts';
import { table } from '../../kinds/table/index.ts';
import { rowFragment } from '../../kinds/table/schema.ts';
import { term } from '../../kinds/term/index.ts';
import type { SiteContent } from '../../model/content.ts';
import type { Content, Page } from '../../model/kind.ts';
import { pathOf, fragmentPath, slugAt } from '../../model/paths.ts';
import { splitAddress, type Redirects } from '../../model/redirects.ts';

/** Reads the chosen pages and parts. @param query with or without its question mark */
export const choicesIn = (query: string): string[] => new URLSearchParams(query).getAll('show');

/** Reads the page whose handout is chosen. @param query with or without its question mark */
export const presetIn = (query: string): string | null => new URLSearchParams(query).get('preset');

/** The slugs of the quizzes, which repeat questions of other pages. */
export const quizPages = (content: SiteContent): string[] =>
  content.pages
    .filter(
      ({ slug, components }) => components.some(({ name }) => name === 'Quiz') && !content.menuPages.includes(slug),
    )
    .map(({ slug }) => slug);

/** The slugs of the pages that a handout can show: those that are copied, and the quizzes. */
export const handoutPages = (content: SiteContent): string[] => [...content.menuPages, ...quizPages(content)];

/** The id of the heading that stands for the questions of a page. */
export const QUESTIONS = 'check-yourself';

/** The ids of the parts of a page that a handout can show alone: its tables, its figures, and the heading of its questions. */
export const partsOf = (page: Page, content: Content): string[] => [
  ...[...content.byId(table)].filter(([, { page: home }]) => home === page.slug).map(([name]) => name),
  ...[...idsOn(figure, page, content)].map(figureFragment),
  ...(questionsOf(page.slug, content).length ? [QUESTIONS] : []),
];

/** Whether a handout can show a place of a page alone: a part, a table row, a sentence of the course, a question, or a term. */
function isPlace(fragment: string, page: Page, content: Content): boolean {
  const parts = partsOf(page, content);
  return (
    parts.includes(fragment) ||
    (content.byId(term).has(fragment) && pageOf(term, undefined, content) === page.slug) ||
    [...idsOn(statement, page, content)].some((id) => statementFragment(id) === fragment) ||
    questionsOf(page.slug, content).some(([id]) => questionFragment(id) === fragment) ||
    parts.some((part) => {
      const data = content.byId(table).get(part);
      return data?.rows.some(({ id }) => rowFragment(part, id) === fragment);
    })
  );
}

/**
 * The handout of a page that has one, such as a lesson plan: the tables, rows, sentences of the course, figures, questions
 * and terms that the page links, in its order.
 * @returns the values of `show`, each once
 */
export function presetOf(page: Page, content: Content): string[] {
  const choices = page.links.flatMap(({ url }) => {
    const { path, fragment = '' } = splitAddress(url);
    const linked = content.page(slugAt(path));
    return linked && isPlace(fragment, linked, content) ? [fragmentPath(linked.slug, fragment)] : [];
  });
  return [...new Set(choices)];
}

/**
 * The values that a choice had before its page or its table moved. The addresses of older handouts still contain them.
 * @param slug of the page
 * @param part the id of the part, unless the choice is the whole page
 */
export function formerChoices({ pages, places }: Redirects, slug: string, part?: string): string[] {
  const slugs = pages.filter(({ to }) => to === pathOf(slug)).map(({ from }) => slugAt(from));
  if (!part) return slugs;
  const moved = places.filter(({ to }) => to === `${pathOf(slug)}#${part}`).map(({ from }) => splitAddress(from));
  return [
    ...slugs.map((former) => fragmentPath(former, part)),
    ...moved.map(({ path, fragment }) => fragmentPath(slugAt(path), fragment ?? '')),
  ];
}
