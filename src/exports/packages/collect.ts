/** Collects from the content everything that can be packed. */
import { misconception, misconceptionFragment } from '../../kinds/misconception/index.ts';
import {
  choicesOf,
  optionsOf,
  question,
  questionFragment,
  questionsOf,
  type Question,
} from '../../kinds/question/index.ts';
import { idsOn, pageOf } from '../../kinds/shown.ts';
import { fact } from '../../kinds/fact/index.ts';
import { table } from '../../kinds/table/index.ts';
import { rowFragment, rowHeader, type Table } from '../../kinds/table/schema.ts';
import { term } from '../../kinds/term/index.ts';
import type { SiteContent } from '../../model/content.ts';
import type { Content, Page } from '../../model/kind.ts';
import { inlineHtml, plainText } from '../../model/markdown.ts';
import { fragmentPath, pathOf, slugAt } from '../../model/paths.ts';
import { splitAddress } from '../../model/redirects.ts';
import { LICENSE, LICENSE_NAME } from '../../model/settings.ts';
import type {
  ChoiceQuestion,
  Item,
  Misconception,
  OpenQuestion,
  PackageItems,
  PackagePage,
  PackageTable,
  Term,
} from './items.ts';

interface Collected {
  content: Content;
  /** Gives the day of the last recorded change at an address, or of its first record, if there is one. */
  dayOf: (address: string) => string | undefined;
}

/** Collects the pages of the menu with everything that they contain, in the order of the menu. */
export function collectItems(content: SiteContent, dayOf: Collected['dayOf']): PackageItems {
  const { title } = content.parsed.site.data;
  return {
    site: title,
    license: { name: LICENSE_NAME, url: LICENSE },
    title,
    pages: content.menuPages.map((slug) => collectPage(content.pageAt(slug), { content, dayOf })),
  };
}

function collectPage(page: Page, from: Collected): PackagePage {
  const { content } = from;
  const { slug, frontmatter } = page;
  return {
    ...itemAt(slug, pathOf(slug), from),
    slug,
    title: frontmatter.title,
    isLinked: true,
    shows: collectShown(page, content),
    tables: [...content.byId(table)]
      .filter(([, { page: home }]) => home === slug)
      .map(([name, data]) => collectTable(name, data, from)),
    ...collectQuestions(slug, from),
    misconceptions: pageOf(misconception, undefined, content) === slug ? collectMisconceptions(slug, from) : [],
    terms: pageOf(term, undefined, content) === slug ? collectTerms(slug, from) : [],
  };
}

/** The questions of other pages that a page shows, as the list of all questions does, by the choices that select them. */
const collectShown = (page: Page, content: Content): string[] =>
  [...idsOn(question, page, content)].flatMap((id) => {
    const home = pageOf(question, content.byId(question).get(id), content);
    return home === page.slug ? [] : [fragmentPath(home, questionFragment(id))];
  });

const itemAt = (id: string, address: string, { content, dayOf }: Collected): Item => ({
  id,
  address,
  changed: dayOf(address) ?? content.pageAt(slugAt(splitAddress(address).path)).frontmatter.reviewed,
});

/** Text as HTML on one line. Where a line may break is a matter of the page, so packages do without. */
const html = (markdown: string, page: string): string =>
  inlineHtml(markdown)
    .replace(/<wbr>|<\/?span>/g, '')
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('href="#', `href="${pathOf(page)}#`);

function collectTable(name: string, data: Table, from: Collected): PackageTable {
  const addressOf = (fragment: string) => `${pathOf(data.page)}#${fragment}`;
  return {
    ...itemAt(`table-${name}`, addressOf(name), from),
    title: data.caption,
    isLinked: true,
    rows: data.rows.map((row) => ({
      ...itemAt(`row-${rowFragment(name, row.id)}`, addressOf(rowFragment(name, row.id)), from),
      title: plainText(rowHeader(data, row, from.content.byId(fact))),
      isLinked: true,
    })),
  };
}

function collectQuestions(slug: string, from: Collected): { choices: ChoiceQuestion[]; questions: OpenQuestion[] } {
  const { content } = from;
  const itemOf = (id: string, data: Question) => {
    const fragment = questionFragment(id);
    return itemAt(fragment, `${pathOf(pageOf(question, data, content))}#${fragment}`, from);
  };
  return {
    choices: choicesOf(slug, content).map(([id, data], index, all) => ({
      ...itemOf(id, data),
      question: html(data.question, slug),
      options: optionsOf(all, index).map(({ option, why, proof = data.proof, isRight }) => ({
        text: html(option, slug),
        why: html(why, slug),
        proof,
        isRight,
      })),
    })),
    questions: questionsOf(slug, content).map(([id, data]) => ({
      ...itemOf(id, data),
      question: html(data.question, slug),
      answer: html(data.answer, slug),
      proof: data.proof,
    })),
  };
}

const collectMisconceptions = (slug: string, from: Collected): Misconception[] =>
  [...from.content.byId(misconception)].map(([id, { claim, verdict, why, correction, asked = claim, twin }]) => ({
    ...itemAt(misconceptionFragment(id), `${pathOf(slug)}#${misconceptionFragment(id)}`, from),
    claim: html(claim, slug),
    verdict,
    why: html(why, slug),
    correction: html(correction, slug),
    ...(twin && { statements: { false: html(asked, slug), true: html(twin, slug) } }),
  }));

const collectTerms = (slug: string, from: Collected): Term[] =>
  [...from.content.byId(term)].map(([id, { term, definition, note, aka = [] }]) => ({
    ...itemAt(`term-${id}`, `${pathOf(slug)}#${id}`, from),
    term,
    names: aka,
    definition: html([definition, note].filter(Boolean).join(' '), slug),
  }));
