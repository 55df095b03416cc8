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
import { pageOf } from '../../kinds/shown.ts';
import { fact } from '../../kinds/fact/index.ts';
import { table } from '../../kinds/table/index.ts';
import { rowFragment, rowHeader, type Table } from '../../kinds/table/schema.ts';
import { term } from '../../kinds/term/index.ts';
import type { SiteContent } from '../../model/content.ts';
import type { Content, Page } from '../../model/kind.ts';
import { inlineHtml, plainText } from '../../model/markdown.ts';
import { pathOf, slugAt } from '../../model/paths.ts';
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

/** Collects the pages of the menu with everything that they hold, in the order of the menu. */
export function collectItems(content: SiteContent): PackageItems {
  const { title } = content.parsed.site.data;
  return {
    site: title,
    license: { name: LICENSE_NAME, url: LICENSE },
    title,
    pages: content.menuPages.map((slug) => collectPage(content.pageAt(slug), content)),
  };
}

/** The day on which the words at an address changed last. @param address from the site's root */
const changedOn = (address: string, content: Content): string =>
  content.pageAt(slugAt(splitAddress(address).path)).frontmatter.reviewed;

function collectPage(page: Page, content: Content): PackagePage {
  const { slug, frontmatter } = page;
  return {
    ...itemAt(slug, pathOf(slug), content),
    slug,
    title: frontmatter.title,
    isLinked: true,
    tables: [...content.byId(table)]
      .filter(([, { page: home }]) => home === slug)
      .map(([name, data]) => collectTable(name, data, content)),
    ...collectQuestions(slug, content),
    misconceptions: pageOf(misconception, undefined, content) === slug ? collectMisconceptions(slug, content) : [],
    terms: pageOf(term, undefined, content) === slug ? collectTerms(slug, content) : [],
  };
}

const itemAt = (id: string, address: string, content: Content): Item => ({
  id,
  address,
  changed: changedOn(address, content),
});

/** Text as HTML on one line. Where a line may break is a matter of the page, so packages do without. */
const html = (markdown: string, page: string): string =>
  inlineHtml(markdown)
    .replace(/<wbr>|<\/?span>/g, '')
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('href="#', `href="${pathOf(page)}#`);

function collectTable(name: string, data: Table, content: Content): PackageTable {
  const addressOf = (fragment: string) => `${pathOf(data.page)}#${fragment}`;
  return {
    ...itemAt(`table-${name}`, addressOf(name), content),
    title: data.caption,
    isLinked: true,
    rows: data.rows.map((row) => ({
      ...itemAt(`row-${rowFragment(name, row.id)}`, addressOf(rowFragment(name, row.id)), content),
      title: plainText(rowHeader(data, row, content.byId(fact))),
      isLinked: true,
    })),
  };
}

function collectQuestions(slug: string, content: Content): { choices: ChoiceQuestion[]; questions: OpenQuestion[] } {
  const itemOf = (id: string, data: Question) => {
    const fragment = questionFragment(id);
    return itemAt(fragment, `${pathOf(pageOf(question, data, content))}#${fragment}`, content);
  };
  return {
    choices: choicesOf(slug, content).map(([id, data]) => ({
      ...itemOf(id, data),
      question: html(data.question, slug),
      options: optionsOf(id, data).map(({ option, why, proof = data.proof, isRight }) => ({
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

const collectMisconceptions = (slug: string, content: Content): Misconception[] =>
  [...content.byId(misconception)].map(([id, { claim, verdict, why, correction, asked = claim, twin }]) => ({
    ...itemAt(misconceptionFragment(id), `${pathOf(slug)}#${misconceptionFragment(id)}`, content),
    claim: html(claim, slug),
    verdict,
    why: html(why, slug),
    correction: html(correction, slug),
    ...(twin && { statements: { false: html(asked, slug), true: html(twin, slug) } }),
  }));

const collectTerms = (slug: string, content: Content): Term[] =>
  [...content.byId(term)].map(([id, { term, definition, note, aka = [] }]) => ({
    ...itemAt(`term-${id}`, `${pathOf(slug)}#${id}`, content),
    term,
    names: aka,
    definition: html([definition, note].filter(Boolean).join(' '), slug),
  }));
