/** The rules for links, in pages and in the inline Markdown of data, and for what else that Markdown holds. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { exportPath, FORMATS, LIST_FILE, MARKDOWN_FILE, type Format } from '../model/export-files.ts';
import { HANDOUT_PAGE } from '../model/handout-page.ts';
import { choicesIn } from '../exports/handout/choices.ts';
import { addressList, readManifest } from '../links/manifest.ts';
import { pathOf, placeOf, slugAt } from '../model/paths.ts';
import { SINGLE_FILE } from '../model/single-file-name.ts';
import { SEARCHES_FILE } from '../model/searches.ts';
import { textSlugs } from '../model/navigation.ts';
import { siteAddresses } from './addresses.ts';
import { KINDS } from '../kinds/registry.ts';
import { pageOf } from '../kinds/shown.ts';
import { table } from '../kinds/table/index.ts';
import type { SiteContent } from '../model/content.ts';
import { outlineOfMarkdown } from '../model/outline.ts';
import { didYouMean, type Problem } from '../model/problems.ts';

/** Every link of pages and data: to a page and fragment that exist, written from the site's root. */
export function checkLinks(content: SiteContent, root: string): Problem[] {
  const addresses = siteAddresses(content);
  const generated = generatedFiles(content);
  const choices = [
    ...textSlugs(content.parsed.navigation.data),
    ...[...content.all(table)].map(([name, { page }]) => placeOf(page, name)),
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
    page.links.flatMap(({ url, line }) => check(url, page.file, line, page.slug)),
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
  const { asked, searches } = content.parsed;
  const inAsked = Object.keys(asked.data).flatMap((address) => check(address, asked.file, asked.lineOf([address])));
  // They are many, and follow what moves by themselves: only what was never an address is a mistake.
  const published = new Set(addressList(readManifest(root)));
  const inSearches = searches.flatMap(({ first, line }) =>
    first.filter((address) => !published.has(address)).flatMap((address) => check(address, SEARCHES_FILE, line)),
  );
  return [...inPages, ...inData, ...inAsked, ...inSearches];
}

/** The files that the build writes, and whose addresses stay. */
const generatedFiles = (content: SiteContent) =>
  new Set([
    `/${SINGLE_FILE}`,
    '/data/index.json',
    '/data/schema.json',
    `/${LIST_FILE}`,
    ...[...content.all(table).keys()].flatMap((name) =>
      Object.keys(FORMATS).map((format) => exportPath(name, format as Format)),
    ),
    ...content.pages.map(({ slug }) => `${pathOf(slug)}${MARKDOWN_FILE}`),
  ]);

/** Every piece of inline Markdown in the data, with the page on which it stands. */
const textsOf = (content: SiteContent) =>
  KINDS.flatMap((kind) =>
    content.entries(kind).flatMap(({ data, file, lineOf }) =>
      (kind.texts?.(data) ?? []).map(({ text, at }) => ({
        text,
        file,
        line: lineOf(at),
        page: pageOf(kind, data, content),
      })),
    ),
  );
