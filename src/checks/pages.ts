/** The rules for pages and for the navigation. */
import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { PICTURE_TYPES } from '../pipeline/picture-types.ts';
import { addressesOf } from './addresses.ts';
import { KINDS } from '../kinds/registry.ts';
import { kindComponent, namedIds } from '../kinds/shown.ts';
import type { Page } from '../model/kind.ts';
import type { SiteContent } from '../model/content.ts';
import { question } from '../kinds/question/index.ts';
import { PAGE_COMPONENTS } from '../kinds/page-components.ts';
import { ID_PATTERN } from '../model/fields.ts';
import { didYouMean, type Problem } from '../model/problems.ts';
import { unknownPages, unknownReferences } from './references.ts';

/** Ids that every page has already: of its list of sources, its contents, its theme picker. */
const SITE_IDS = ['sources', 'toc', 'scheme', 'pasted'];

export function checkSlugs({ pages }: SiteContent): Problem[] {
  const seen = new Map<string, Page>();
  return pages.flatMap((page) => {
    const first = seen.get(page.frontmatter.slug);
    if (!first) {
      seen.set(page.frontmatter.slug, page);
      return [];
    }
    return {
      file: page.file,
      line: page.lineOf('slug'),
      what: `The slug "${page.frontmatter.slug}" is that of ${first.file} already.`,
      mend: 'Give the newer of the two pages another slug.',
    };
  });
}

export function checkNavigation({ parsed, pages }: SiteContent): Problem[] {
  const { file, data, lineOf } = parsed.navigation;
  const slugs = pages.map(({ frontmatter }) => frontmatter.slug);
  const entries = [
    ...data.sidebar.flatMap((group, at) =>
      group.pages.map(({ page: slug }, index) => ({ slug, path: ['sidebar', at, 'pages', index] })),
    ),
    ...data.elsewhere.map((slug, index) => ({ slug, path: ['elsewhere', index] })),
  ];
  const listed = entries.map(({ slug }) => slug);
  const unknown = entries.filter(({ slug }) => !slugs.includes(slug));
  const twice = entries.filter(({ slug }, index) => listed.indexOf(slug) < index);
  return [
    ...twice.map(({ slug, path }) => ({
      file,
      line: lineOf(path),
      what: `The page "${slug}" stands here twice.`,
      mend: 'Keep one of the two lines.',
    })),
    ...unknown.map(({ slug, path }) => ({
      file,
      line: lineOf(path),
      what: `No page has the slug "${slug}".${didYouMean(slug, slugs)}`,
      mend: 'Write the slug as it stands in the frontmatter of the page, or remove this line.',
    })),
    ...pages
      .filter(({ frontmatter }) => !listed.includes(frontmatter.slug))
      .map((page) => ({
        file: page.file,
        line: page.lineOf('slug'),
        what: `The page "${page.frontmatter.slug}" is missing from the navigation: nobody would find it.`,
        mend: `Add "- ${page.frontmatter.slug}" to a group in ${file}.`,
      })),
  ];
}

/** @param root the project's folder */
export function checkPage(page: Page, content: SiteContent, root: string): Problem[] {
  const { file } = page;
  const problems: Problem[] = [];
  const report = (line: number, what: string, mend: string) => problems.push({ file, line, what, mend });

  for (const { depth, id, text, line } of page.headings) {
    if (depth === 1) {
      report(line, `"${text}" is a second h1: the title in the frontmatter is the first.`, 'Begin headings with "##".');
    }
    if (!id) {
      report(
        line,
        `The heading "${text}" has no id of its own.`,
        `Write one that stays when the heading is reworded: ${'#'.repeat(depth)} ${text} {#short-name}.`,
      );
    } else if (!ID_PATTERN.test(id)) {
      report(line, `The id "${id}" is no address.`, 'Write it in lower-case letters, digits and hyphens.');
    }
  }
  const taken = new Map(SITE_IDS.map((id) => [id, 'the page itself']));
  for (const { id, what, line } of addressesOf(page, content)) {
    const first = /^source-\d+$/.test(id) ? 'the list of sources' : taken.get(id);
    if (first)
      report(
        line,
        `The address #${id} stands twice on this page: ${first} and ${what}.`,
        'Give the newer one another id.',
      );
    taken.set(id, what);
  }

  for (const [index, { title, line }] of page.notes.entries()) {
    if (page.notes.findIndex((note) => note.title === title) < index) {
      report(
        line,
        `Two notes of this page are titled "${title}": readers who jump between them cannot tell them apart.`,
        'Give each its own title, such as :::note[Advice: clean up].',
      );
    }
  }

  const checkPicture = (url: string, line: number) => {
    const type = extname(url).toLowerCase();
    const known = Object.keys(PICTURE_TYPES);
    if (/^\/[^\s%]+$/.test(url) && known.includes(type) && existsSync(join(root, 'public', url))) return;
    report(
      line,
      `The picture "${url}" is no file of this site.`,
      `Put it into public/, without spaces in its name, and write its address from there, such as /img/name.png; it may end in ${known.join(', ')}.`,
    );
  };
  for (const { alt, url, line } of page.images) {
    checkPicture(url, line);
    if (!alt.trim()) {
      report(
        line,
        `The image "${url}" has no text for readers who do not see it.`,
        `Say what it shows: ![What it shows](${url}).`,
      );
    }
  }

  for (const { text, line } of page.scripts) {
    report(
      line,
      `"${text.split('\n')[0]!.slice(0, 40)}" would be run as JavaScript.`,
      'Write a plain "{" as \\{; components need no import.',
    );
  }

  for (const { name, props, line } of page.components) {
    if (/^[a-z]/.test(name)) {
      const meant = Object.keys(PAGE_COMPONENTS).find((known) => known.toLowerCase() === name);
      if (meant && meant !== 'Figure') report(line, `<${name}> is no component.`, `Write <${meant} … />.`);
      if (name === 'img') checkPicture(props['src'] ?? '', line);
      if (name === 'img' && !props['alt']?.trim()) {
        report(line, 'The image has no text for readers who do not see it.', 'Say in alt="…" what it shows.');
      }
      continue;
    }
    if (!(name in PAGE_COMPONENTS)) {
      const known = Object.keys(PAGE_COMPONENTS);
      report(line, `There is no component <${name}>.${didYouMean(name, known)}`, `Use one of: ${known.join(', ')}.`);
      continue;
    }
    const known = kindComponent(name);
    const attribute = known?.component.names;
    if (!attribute) continue;
    if (!props[attribute]) report(line, `<${name}> needs ${attribute}="…".`, `Write <${name} ${attribute}="…" />.`);
    const ids = namedIds(known.component, { name, props, line });
    problems.push(...unknownReferences(known.kind, ids, content, { file, lineOf: () => line }));
  }
  problems.push(
    ...KINDS.flatMap((kind) => kind.checkPage?.(page, content) ?? []),
    ...checkLesson(page, content),
    ...unknownPages(page.frontmatter.readFirst ?? [], content, { file, lineOf: () => page.lineOf('readFirst') }),
  );
  return problems;
}

/** A page that is taught from says what one learns and how long it takes, sums up, and ends with three to five questions. */
function checkLesson({ file, frontmatter, lineOf, headings, components }: Page, content: SiteContent): Problem[] {
  const { slug, objective, minutes } = frontmatter;
  if (!/^(concepts|registries|practice)\//.test(slug)) return [];
  const asked = [...content.all(question).values()].filter(({ page }) => page === slug).length;
  const last = headings.at(-1);
  const rules: [holds: boolean, line: number, what: string, mend: string][] = [
    [!!objective, lineOf('title'), 'The page does not say what one learns.', 'Add "objective: You can …".'],
    [!!minutes, lineOf('title'), 'The page does not say how long it takes to read.', 'Add "minutes:".'],
    [
      headings.some(({ id }) => id === 'in-short'),
      last?.line ?? 1,
      'The page does not sum up.',
      'Add the section "## In short {#in-short}".',
    ],
    [
      last?.id === 'check-yourself' && components.some(({ name }) => name === 'SelfCheck'),
      last?.line ?? 1,
      'The page does not end with questions to check oneself with.',
      'End it with "## Check yourself {#check-yourself}" and <SelfCheck />.',
    ],
    [
      asked >= 3 && asked <= 5,
      last?.line ?? 1,
      `The page has ${asked} questions.`,
      'Give it three to five in content/questions.yaml.',
    ],
  ];
  return rules.flatMap(([holds, line, what, mend]) => (holds ? [] : [{ file, line, what, mend }]));
}
