/** The rules for links, in pages and in the inline Markdown of data, and for what else that Markdown holds. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { exportPath, FORMATS, LIST_FILE, MARKDOWN_FILE, type Format } from '../exports/address.ts';
import { GLOSSARY_PAGE } from '../glossary/schema.ts';
import { HANDOUT_PAGE } from '../handout/address.ts';
import { choicesIn } from '../handout/choices.ts';
import { addressList, readManifest } from '../links/manifest.ts';
import { pathOf, placeOf, slugAt } from '../paths.ts';
import { SINGLE_FILE } from '../postbuild/single-file-name.ts';
import { SEARCHES_FILE } from '../search/searches.ts';
import { textSlugs } from '../site/navigation.ts';
import { cellText } from '../tables/schema.ts';
import { siteAddresses } from './addresses.ts';
import type { Content } from './content.ts';
import { outlineOfMarkdown } from './outline.ts';
import { didYouMean, type Problem } from './problems.ts';

/** Every link of pages and data: to a page and fragment that exist, written from the site's root. */
export function checkLinks(content: Content, root: string): Problem[] {
  const addresses = siteAddresses(content);
  const generated = generatedFiles(content);
  const choices = [
    ...(content.navigation ? textSlugs(content.navigation.data) : []),
    ...[...content.tables].map(([name, { data }]) => placeOf(data.page, name)),
  ];
  const check = (url: string, file: string, line: number, here?: string): Problem[] => {
    const wrong = (what: string, mend: string) => [{ file, line, what, mend }];
    if (/^(https?:|mailto:)/.test(url)) return [];
    if (!/^[/#]/.test(url)) {
      return wrong(`The link "${url}" does not begin at the site's root.`, 'Write it as /concepts/page/ or #heading.');
    }
    const [address = '', fragment] = url.split('#');
    const [path = '', query = ''] = address.split('?');
    const slug = path === '' ? here : slugAt(path);
    const known = addresses.get(slug ?? '');
    if (!known) {
      if (/\.\w+$/.test(path) && (generated.has(path) || existsSync(join(root, 'public', path)))) return [];
      const slugs = [...addresses.keys()];
      return wrong(
        `The link "${url}" leads to a page that does not exist.${didYouMean(slug ?? '', slugs)}`,
        `Link one of: ${slugs.join(', ')}.`,
      );
    }
    if (path !== '' && !path.endsWith('/')) {
      return wrong(
        `The link "${url}" lacks the slash at the end of its path.`,
        `Write ${path}/${fragment ? `#${fragment}` : ''}.`,
      );
    }
    if (fragment !== undefined && !known.includes(fragment)) {
      return wrong(
        `The link "${url}" leads to a place that does not exist: the page "${slug}" has no #${fragment}.${didYouMean(fragment, known)}`,
        'Link a heading, a table, a row or a statement that stands on that page.',
      );
    }
    const unknown = slug === HANDOUT_PAGE && choicesIn(query).find((choice) => !choices.includes(choice));
    if (unknown) {
      return wrong(
        `The link to a handout chooses "${unknown}", which does not exist.${didYouMean(unknown, choices)}`,
        'Write show=SLUG for a page of the menu, or show=SLUG/TABLE for a table on it.',
      );
    }
    return [];
  };

  const inPages = content.pages.flatMap((page) =>
    page.links.flatMap(({ url, line }) => check(url, page.file, line, page.frontmatter.slug)),
  );
  const inData = textsOf(content).flatMap(({ text, file, line, page }) => {
    const { links, html, isInline } = outlineOfMarkdown(text);
    const apart = {
      file,
      line,
      what: `"${text.trim().slice(0, 40)}" would be read as a list, a quotation or several paragraphs, not as a line of text.`,
      mend: 'Put a backslash before the sign at its beginning, such as \\> or 1\\., or write it as one paragraph.',
    };
    return [
      ...(isInline ? [] : [apart]),
      ...links.flatMap(({ url }) => check(url, file, line, page)),
      ...html.map((tag) => ({
        file,
        line,
        what: `"${tag.text}" would be read as HTML, and not be seen.`,
        mend: 'Write it as code, in backticks.',
      })),
    ];
  });
  const inAsked = Object.keys(content.asked?.data ?? {}).flatMap((address) =>
    check(address, content.asked!.file, content.asked!.lineOf([address])),
  );
  // They are many, and follow what moves by themselves: only what was never an address is a mistake.
  const published = new Set(addressList(readManifest(root)));
  const inSearches = content.searches.flatMap(({ first, line }) =>
    first.filter((address) => !published.has(address)).flatMap((address) => check(address, SEARCHES_FILE, line)),
  );
  return [...inPages, ...inData, ...inAsked, ...inSearches];
}

/** The files that the build writes, and whose addresses stay. */
const generatedFiles = ({ pages, tables }: Content) =>
  new Set([
    `/${SINGLE_FILE}`,
    '/data/index.json',
    '/data/schema.json',
    `/${LIST_FILE}`,
    ...[...tables.keys()].flatMap((name) => Object.keys(FORMATS).map((format) => exportPath(name, format as Format))),
    ...pages.map(({ frontmatter }) => `${pathOf(frontmatter.slug)}${MARKDOWN_FILE}`),
  ]);

/** Every piece of inline Markdown in the data, with the page on which it lives. */
function textsOf({ tables, statements, facts, terms, questions, errors, misconceptions }: Content) {
  const texts: { text: string; file: string; line: number; page?: string }[] = [];
  for (const { file, data, lineOf } of tables.values()) {
    for (const [index, row] of data.rows.entries()) {
      for (const [column, cell] of Object.entries(row.cells)) {
        const text = cellText(cell);
        if (text) texts.push({ text, file, line: lineOf(['rows', index, 'cells', column]), page: data.page });
      }
      if (row.correction) {
        const line = lineOf(['rows', index, 'correction', 'text']);
        texts.push({ text: row.correction.text, file, line, page: data.page });
      }
    }
  }
  const entries = <T>(read: { file: string; data: Record<string, T>; lineOf: (path: PropertyKey[]) => number }) =>
    Object.entries(read.data).map(([id, entry]) => ({
      entry,
      add: (key: string, text: string | undefined, page?: string) => {
        if (text) texts.push({ text, file: read.file, line: read.lineOf([id, key]), ...(page && { page }) });
      },
    }));
  for (const { entry, add } of statements ? entries(statements) : []) {
    add('text', entry.text, entry.page);
    add('correction', entry.correction?.text, entry.page);
  }
  for (const { entry, add } of facts.flatMap(entries)) add('meaning', entry.meaning, entry.page);
  for (const { entry, add } of terms ? entries(terms) : []) {
    add('definition', entry.definition, GLOSSARY_PAGE);
    add('note', entry.note, GLOSSARY_PAGE);
  }
  for (const { entry, add } of errors ? entries(errors) : []) {
    add('cause', entry.cause);
    add('cure', entry.cure);
  }
  for (const { entry, add } of misconceptions ? entries(misconceptions) : []) {
    for (const key of ['claim', 'why', 'correction', 'try'] as const) add(key, entry[key]);
  }
  for (const { entry, add } of questions ? entries(questions) : []) {
    add('question', entry.question, entry.page);
    add('answer', entry.answer, entry.page);
    add('proof', `[proof](${entry.proof})`, entry.page);
  }
  return texts;
}
