/** The rules for pages: slugs, headings, ids, notes, pictures, code, hidden characters, and what a lesson needs. */
import { extname } from 'node:path';
import { bundledLanguages } from 'shiki/langs';
import { presetOf } from '../exports/handout/choices.ts';
import { COMPONENTS, namedIds, splitIds } from '../kinds/page-components.ts';
import { choicesOf, questionsOf } from '../kinds/question/index.ts';
import { KINDS } from '../kinds/registry.ts';
import { COMMAND } from '../kinds/trial/index.ts';
import type { SiteContent } from '../model/content.ts';
import { asId, ID_PATTERN } from '../model/fields.ts';
import { DURATION } from '../model/frontmatter.ts';
import type { Page } from '../model/kind.ts';
import { didYouMean, type Problem } from '../model/problems.ts';
import { PICTURE_TYPES } from '../pipeline/picture-types.ts';
import { publicFiles } from './public-files.ts';
import { unknownPages, unknownReferences } from './references.ts';
import { targetsOf } from './targets.ts';

type Report = (line: number, message: string, fix: string) => void;

/** The searches that an empty field offers find something: each of their words is in the content. */
export function checkStarters(content: SiteContent): Problem[] {
  const { file, data, lineOf } = content.parsed.site;
  const texts = [
    content.pages.map(({ frontmatter, sections }) => [frontmatter, sections]),
    KINDS.map((kind) => content.entries(kind).map(({ data }) => data)),
  ];
  const known = new Set(wordsIn(JSON.stringify(texts).replaceAll('\\n', ' ')));
  return data.starters.flatMap((starter, index) =>
    wordsIn(starter)
      .filter((word) => !known.has(word))
      .map((word) => ({
        file,
        line: lineOf(['starters', index]),
        message: `Nothing in content/ contains the word "${word}" from the search "${starter}".${didYouMean(word, known)}`,
        fix: 'Offer a search that finds something.',
      })),
  );
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];

/** Ids that the layout or the error finder may give a page. */
const RESERVED_IDS = ['sources', 'toc', 'scheme', 'pasted'];

/** No two pages have the same slug, or the same title: readers could not tell them apart in the menu and the search. */
export const checkNames = ({ pages }: SiteContent): Problem[] =>
  (['slug', 'title'] as const).flatMap((key) => {
    const owners = new Map<string, Page>();
    return pages.flatMap((page) => {
      const name = page.frontmatter[key];
      const owner = owners.get(name.toLowerCase());
      if (!owner) {
        owners.set(name.toLowerCase(), page);
        return [];
      }
      return {
        file: page.file,
        line: page.lineOf(key),
        message: `Two pages have the ${key} "${name}": this one and ${owner.file}.`,
        fix: `Give the newer of the two pages another ${key}.`,
      };
    });
  });

/** Checks the ids of headings. Many things name them, so a missing one would cause further messages. */
export const checkHeadingIds = ({ pages }: SiteContent): Problem[] =>
  pages.flatMap(({ file, headings }) =>
    headings.flatMap(({ depth, id, text, line }) => {
      const heading = `${'#'.repeat(Math.max(2, depth))} ${text} {#${asId(id ?? text)}}`;
      const problem = (message: string, fix: string) => [{ file, line, message, fix }];
      if (!id) {
        const fix = `Give it one that can stay if you reword the heading, such as ${heading}.`;
        return problem(`The heading "${text}" has no id.`, fix);
      }
      return ID_PATTERN.test(id) ? [] : problem(`The id "${id}" can't be part of an address.`, `Write ${heading}.`);
    }),
  );

/** @param root the project's folder */
export function checkPage(page: Page, content: SiteContent, root: string): Problem[] {
  const { file, frontmatter, lineOf } = page;
  const problems: Problem[] = [];
  const report: Report = (line, message, fix) => problems.push({ file, line, message, fix });
  checkHeadings(page, report);
  checkIds(page, content, report);
  checkNoteTitles(page, report);
  checkPictures(page, root, report);
  checkCodeBlocks(page, report);
  for (const { line, message, fix } of page.faults) report(line, message, fix);
  checkLesson(page, content, report);
  checkReadFirst(page, content, report);
  if (frontmatter.handout && !presetOf(page, content).length) {
    report(
      lineOf('handout'),
      'The handout of this page would be empty. It collects the tables, figures and questions that the page links to.',
      'Link to a table, row, figure or question on another page, or remove "handout:".',
    );
  }
  if (frontmatter.handout) checkDurations(page, report);
  problems.push(
    ...referencesOf(page, content),
    ...unknownPages(frontmatter.readFirst ?? [], content, { file, line: lineOf('readFirst') }),
    ...KINDS.flatMap((kind) => kind.checkPage?.(page, content) ?? []),
  );
  return problems;
}

/** No page may lead back to itself through "readFirst". A circle is reported once, on the first of its pages. */
function checkReadFirst({ slug, frontmatter, lineOf }: Page, content: SiteContent, report: Report): void {
  if (frontmatter.readFirst?.includes(slug)) {
    report(lineOf('readFirst'), 'The page names itself in "readFirst".', `Remove "${slug}" from the list.`);
    return;
  }
  const circle = circleOf(slug, content);
  if (circle.some((other) => other < slug) || !circle.length) return;
  report(
    lineOf('readFirst'),
    `"readFirst" forms a loop: ${[...circle, slug].join(' → ')}.`,
    'Decide which of these pages comes first, and remove the one after it from its list.',
  );
}

/** The pages through which "readFirst" leads from a page back to itself, beginning with it; none if it doesn't lead back. */
function circleOf(slug: string, content: SiteContent): string[] {
  const seen = new Set<string>();
  const follow = (path: string[]): string[] => {
    for (const next of content.page(path.at(-1)!)?.frontmatter.readFirst ?? []) {
      if (next === slug) return path;
      if (seen.has(next)) continue;
      seen.add(next);
      const circle = follow([...path, next]);
      if (circle.length) return circle;
    }
    return [];
  };
  return follow([slug]);
}

/** The headings of a lesson plan end with the duration of their step, which the plan adds up. */
function checkDurations({ headings }: Page, report: Report): void {
  for (const { text, line } of headings) {
    const [duration] = /\(\d+ ?[a-z]*\)$/i.exec(text) ?? [];
    if (duration && !DURATION.test(duration)) {
      report(line, `The plan can't read the duration "${duration}".`, 'Write it like this: (4 minutes).');
    }
  }
}

function checkHeadings({ headings }: Page, report: Report): void {
  let previous = 1;
  for (const { depth, text, line } of headings) {
    if (depth > previous + 1) {
      report(line, `The heading "${text}" skips a level.`, `Start it with "${'#'.repeat(previous + 1)}".`);
    }
    previous = depth;
    if (!text.trim()) report(line, 'This heading is empty.', 'Say what the section is about, or remove the heading.');
    if (depth === 1) {
      report(
        line,
        `"${text}" would be a second h1: the title in the frontmatter is the first.`,
        'Start headings with "##".',
      );
    }
  }
}

/** No address is on a page twice. */
function checkIds(page: Page, content: SiteContent, report: Report): void {
  const owners = new Map(RESERVED_IDS.map((id) => [id, { label: 'the page itself', line: 1 }]));
  for (const { id, label, line } of targetsOf(page, content)) {
    const owner = /^source-\d+$/.test(id) ? { label: 'the list of sources', line: 1 } : owners.get(id);
    const component = page.components.find((use) => use.line === line)?.name;
    if (component && owner?.label === label) {
      // All of its rows or entries give this same message, so authors read it only once.
      report(line, `<${component}> shows what is already on line ${owner.line}.`, 'Remove one of the two.');
    } else if (owner) {
      report(
        line,
        `Two things on this page have the address #${id}: ${owner.label} and ${label}.`,
        'Give the newer one a different id.',
      );
    }
    owners.set(id, { label, line });
  }
}

function checkNoteTitles({ notes }: Page, report: Report): void {
  for (const [index, { title, line }] of notes.entries()) {
    if (notes.findIndex((note) => note.title === title) === index) continue;
    report(
      line,
      `Two notes on this page are titled "${title}", so readers who jump between notes can't tell them apart.`,
      'Give each note its own title, such as :::note[Advice: clean up].',
    );
  }
}

/** Pictures, in Markdown and as <img>, are files of the site, have alternative text and a size, and aren't too heavy. */
function checkPictures({ images, components, frontmatter, lineOf }: Page, root: string, report: Report): void {
  const types = Object.keys(PICTURE_TYPES);
  const files = publicFiles(root);
  const checkFile = (url: string, line: number) => {
    const exists = /^\/[^\s%]+$/.test(url) && files.includes(url.slice(1));
    if (!exists) {
      report(
        line,
        `There is no picture "${url}" on this site.`,
        'Put the file into public/, with no spaces in its name, and write its path from there, such as /img/name.png.',
      );
    } else if (!types.includes(extname(url).toLowerCase())) {
      report(
        line,
        `The picture "${url}" has a format that this site doesn't support.`,
        `Export it in another format. Its name may end in ${types.join(', ')}.`,
      );
    }
  };
  for (const { alt, url, line } of images) {
    checkFile(url, line);
    if (!alt.trim()) {
      report(
        line,
        `The image "${url}" has no alternative text.`,
        `Describe it for readers who can't see it: ![What it shows](${url}).`,
      );
    }
  }
  const elements = components.filter(({ name }) => name === 'img');
  for (const { props, line } of elements) {
    checkFile(props['src'] ?? '', line);
    if (!props['alt']?.trim()) {
      report(line, 'The image has no alternative text.', 'Describe the picture in alt="…".');
    }
    if (![props['width'], props['height']].every((length) => /^[1-9]\d*$/.test(length ?? ''))) {
      report(
        line,
        'The image has no size, so the text below it would move when it appears.',
        'Write its size in pixels: width="…" height="…".',
      );
    }
  }
  const shown = [...images.map(({ url }) => url), ...elements.map(({ props }) => props['src'] ?? '')];
  for (const url of Object.keys(frontmatter.heavyPictures ?? {}).filter((url) => !shown.includes(url))) {
    report(
      lineOf('heavyPictures'),
      `The page doesn't show "${url}".${didYouMean(url, shown)}`,
      'Remove it from heavyPictures.',
    );
  }
}

/** Code without highlighting needs no language. What is not a command in a console block is its output. */
function checkCodeBlocks({ codeBlocks }: Page, report: Report): void {
  for (const { line } of codeBlocks.filter(({ language, text }) => language === 'console' && !COMMAND.test(text))) {
    report(
      line,
      'This console block has no command, so readers would see all of it as output.',
      'Start each command with "$ ", or use the language text.',
    );
  }
  for (const { language, line } of codeBlocks.filter(({ language }) => language && !LANGUAGES.includes(language))) {
    report(
      line,
      `The language "${language}" of this code block is unknown.${didYouMean(language, LANGUAGES)}`,
      'Use a language from https://shiki.style/languages, or text.',
    );
  }
}
const LANGUAGES = [...Object.keys(bundledLanguages), 'text', 'plaintext', 'txt', 'ansi'];

/** A problem for each id in a component that no entry has. */
const referencesOf = ({ file, components }: Page, content: SiteContent): Problem[] =>
  components.flatMap((use) => {
    const { kind, component } = COMPONENTS.get(use.name) ?? {};
    if (!kind || !component) return [];
    const ids = namedIds(component, use);
    const several = ids.find((id) => splitIds(id).length > 1 && splitIds(id).every((id) => content.byId(kind).has(id)));
    if (several) {
      const message = `<${use.name}> takes one ${kind.name}, but "${several}" names several.`;
      return { file, line: use.line, message, fix: `Write one <${use.name}> for each.` };
    }
    return unknownReferences(kind, ids, content, { file, line: use.line });
  });

/** A lesson says what it teaches and how long it takes, sums up, ends with three to five questions, and has three in a quiz. */
function checkLesson({ slug, frontmatter, lineOf, headings, components }: Page, content: SiteContent, report: Report) {
  if (!/^(concepts|registries|practice)\//.test(slug)) return;
  const { objective, minutes } = frontmatter;
  const questions = questionsOf(slug, content).length;
  const last = headings.at(-1);
  const end = last?.line ?? 1;
  if (!objective) {
    report(
      lineOf('title'),
      "The page doesn't say what readers will learn.",
      'Add "objective:" with a sentence that begins with a verb, such as "Explain …".',
    );
  }
  if (!minutes) {
    report(lineOf('title'), "The page doesn't say how long it takes to read.", 'Add "minutes:".');
  }
  if (!headings.some(({ id }) => id === 'in-short')) {
    report(end, 'The page has no summary.', 'Add the section "## In short {#in-short}".');
  }
  if (last?.id !== 'check-yourself' || !components.some(({ name }) => name === 'SelfCheck')) {
    report(
      end,
      "The page doesn't end with questions.",
      'End it with "## Check yourself {#check-yourself}" and <SelfCheck />.',
    );
  }
  // The question kind reports a self-check without questions.
  if (questions ? questions < 3 || questions > 5 : !components.some(({ name }) => name === 'SelfCheck')) {
    report(
      end,
      `The page has ${questions} ${questions === 1 ? 'question' : 'questions'}.`,
      'Write three to five in content/questions.yaml.',
    );
  }
  const choices = choicesOf(slug, content).length;
  if (choices < 3) {
    report(
      end,
      `The page has ${choices} multiple-choice ${choices === 1 ? 'question' : 'questions'}.`,
      'Write at least three in content/questions.yaml, each with "wrong:" and "why:".',
    );
  }
}
