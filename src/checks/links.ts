/** The rules for links, on pages and in the inline Markdown of data, and for that Markdown itself. */
import { choicesIn, handoutPages, partsOf, presetIn } from '../exports/handout/choices.ts';
import { COMPONENT_NAMES } from '../kinds/page-components.ts';
import { KINDS } from '../kinds/registry.ts';
import { pageOf } from '../kinds/shown.ts';
import { embedPaths } from '../kinds/table/embed.ts';
import { table } from '../kinds/table/index.ts';
import type { SiteContent } from '../model/content.ts';
import { HOST_NAME } from '../model/fields.ts';
import { NAVIGATION_FILE } from '../model/navigation.ts';
import { outlineOfMarkdown } from '../model/outline.ts';
import { fragmentPath, pathOf, slugAt } from '../model/paths.ts';
import { didYouMean, type Problem } from '../model/problems.ts';
import { exportPath, FORMATS, MARKDOWN_FILE, type Format } from '../model/published-files.ts';
import { LINKED_FILES } from '../model/site-files.ts';
import { currentAddress, isGone, REDIRECTS_FILE, splitAddress, type Redirects } from '../model/redirects.ts';
import { SEARCHES_FILE } from '../model/search-words.ts';
import { publicFiles } from './public-files.ts';
import { fragmentsBySlug } from './targets.ts';

/** Checks a link. @param slug of the page that contains the link, if any */
type CheckLink = (url: string, file: string, line: number, slug?: string) => Problem[];

/** Every link leads to a page and fragment that exist, and begins at the site's root. */
export function checkLinks(content: SiteContent, root: string): Problem[] {
  const checkLink = linkChecker(content, root);
  const { phrases, searches, redirects } = content.parsed;
  return [
    ...content.pages.flatMap(({ links, file, slug }) =>
      links.flatMap(({ url, line }) => checkLink(url, file, line, slug)),
    ),
    ...textsOf(content).flatMap((text) => checkText(text, checkLink)),
    ...Object.keys(phrases.data).flatMap((address) => checkLink(address, phrases.file, phrases.lineOf([address]))),
    // There are many learned searches, and they follow redirects.
    ...searches
      .flatMap(({ address, line }) => checkLink(currentAddress(address, redirects.data), SEARCHES_FILE, line))
      .map((problem) => ({ ...problem, fix: FIX_SEARCH })),
  ];
}

const FIX_SEARCH = `Name an address that exists, or remove the line. If the address has moved, redirect it in ${REDIRECTS_FILE}.`;

function linkChecker(content: SiteContent, root: string): CheckLink {
  const fragments = fragmentsBySlug(content);
  const slugs = [...fragments.keys()];
  for (const { path } of embedPaths(content.byId(table))) fragments.set(slugAt(path), []);
  const files = generatedFiles(content);
  for (const file of publicFiles(root)) files.add(`/${file}`);
  const isFile = (path: string) => /\.\w+$/.test(path) && files.has(path);
  const handout = content.pageWith('Handout')?.slug;
  const checkHandout = handoutChecker(content);

  return (url, file, line, currentSlug) => {
    const problem = (message: string, fix: string): Problem[] => [{ file, line, message, fix }];
    if (/^https?:\/\//.test(url) && URL.canParse(url)) return checkExternal(url, problem);
    if (url.startsWith('mailto:')) return [];
    if (isForeignScheme(url)) {
      return problem(
        `The link "${url}" isn't an address that a page may link to.`,
        'Start it with https:// or mailto:, with / for a page of this site, or with # for a place on this page.',
      );
    }
    if (url.startsWith('//') || !/^[/#]/.test(url)) return problem(...wrongStart(url));
    const [address = '', fragment] = url.split('#');
    const [path = '', query = ''] = address.split('?');
    const slug = path === '' ? currentSlug : slugAt(path);
    const known = fragments.get(slug ?? '');
    if (!known) {
      if (isFile(path)) return [];
      const left = whatLeft(url, content.parsed.redirects.data, fragments);
      if (left) return problem(...left);
      return problem(
        `The link "${path}" leads to a page that doesn't exist.${didYouMean(slug ?? '', slugs)}`,
        `Correct the address, or remove what leads there. ${NAVIGATION_FILE} lists all pages.`,
      );
    }
    if (path !== '' && !path.endsWith('/')) {
      return problem(
        `The path of the link "${url}" needs a slash at the end.`,
        `Write ${path}/${fragment ? `#${fragment}` : ''}.`,
      );
    }
    if (fragment !== undefined && !known.includes(fragment)) {
      const left = whatLeft(`${pathOf(slug!)}#${fragment}`, content.parsed.redirects.data, fragments);
      if (left) return problem(...left);
      return problem(
        `The link "${url}" leads to a place that doesn't exist: the page "${slug!}" has no #${fragment}.${didYouMean(fragment, known)}`,
        'Link to a heading, table, row or statement on that page.',
      );
    }
    if (slug === handout) return checkHandout(query, problem);
    return [];
  };
}

/** What to say about a link that begins neither with a scheme nor like an address of this site. */
function wrongStart(url: string): [message: string, fix: string] {
  const elsewhere = /^(https?)?:?\/\/+(.+)/i.exec(url)?.[2];
  if (elsewhere) {
    return [
      `The link "${url}" doesn't start with a whole "https://".`,
      `Write https://${elsewhere}, or one slash if it leads to a page of this site.`,
    ];
  }
  return [
    `The link "${url}" doesn't start at the root of the site.`,
    OTHER_SITE.test(url)
      ? `If it leads to another site, write https://${url}.`
      : 'Write it as /concepts/page/ or #heading.',
  ];
}

/** What to say of a link to an address that the redirects list as moved or gone. */
function whatLeft(
  url: string,
  redirects: Redirects,
  fragments: ReadonlyMap<string, string[]>,
): [message: string, fix: string] | undefined {
  const current = currentAddress(url, redirects);
  if (isGone(url, redirects) || isGone(current, redirects)) {
    return [
      `The link "${url}" leads to something that was removed, as ${REDIRECTS_FILE} says.`,
      'Name an address that exists, or remove what leads there.',
    ];
  }
  if (current === url) return undefined;
  const { path, fragment } = splitAddress(current);
  const known = fragments.get(slugAt(path));
  // A link to a page that has moved keeps its fragment, even one that the page never had.
  if (known && fragment && !known.includes(fragment)) {
    return [
      `The link "${url}" leads to a place that doesn't exist: its page has moved to ${path}, and has no #${fragment}.${didYouMean(fragment, known)}`,
      `Write ${path}, or ${path}#… with a heading, table, row or statement on that page.`,
    ];
  }
  return [`The link "${url}" leads to an address that has moved.`, `Write ${current}.`];
}

/** Names and addresses that mean the reader's own machine or network, if anything: RFC 6761, 6762, 1918, 3927 and 4193. */
const PRIVATE_HOST =
  /^([^.:]+|.+\.(localhost|local|internal|test|invalid)|(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01]))(\.\d+)+|\[(::1?|f[cde].*)\])$/;

/** Checks a link to another site. */
function checkExternal(url: string, problem: (message: string, fix: string) => Problem[]): Problem[] {
  const { hostname } = new URL(url);
  if (PRIVATE_HOST.test(hostname)) {
    const message = `The link "${url}" leads to the reader's own machine or network.`;
    return problem(message, 'Write the address as code, in backticks.');
  }
  if (!HOST_NAME.test(hostname) && !hostname.startsWith('[')) {
    return problem(
      `The link "${url}" has an invalid host name: "${hostname}".`,
      'Correct the name, and check that the address works.',
    );
  }
  if (url.startsWith('https:')) return [];
  return problem(
    `The link "${url}" isn't encrypted.`,
    "Write https://, and check that the address works. If it doesn't, link to another page.",
  );
}

/** An address that begins with a host, such as `docs.docker.com/engine/`, but not the name of a file, such as `page.html`. */
const OTHER_SITE = /^(?!.*\.(mdx?|html?)(#|$))[a-z\d-]+(\.[a-z\d-]+)*\.[a-z]{2,}(:\d+)?([/?#]|$)/i;

/** Whether an address begins with a scheme, such as `javascript:`. Browsers skip spaces and control characters in it. */
const isForeignScheme = (url: string) => /^[a-z][a-z\d+.-]*:/i.test(url.replace(/[^\x21-\x7E]/g, ''));

/** Checks what the address of a handout names: the pages that it can show, their sections and parts, and the handouts of plans. */
function handoutChecker(content: SiteContent) {
  const choices = [
    ...handoutPages(content),
    ...content.pages.flatMap((page) =>
      [...page.headings.flatMap(({ id }) => id ?? []), ...partsOf(page, content)].map((part) =>
        fragmentPath(page.slug, part),
      ),
    ),
  ];
  const presets = content.pages.filter(({ frontmatter }) => frontmatter.handout).map(({ slug }) => slug);
  return (query: string, problem: (message: string, fix: string) => Problem[]): Problem[] => {
    const unknown = choicesIn(query).find((choice) => !choices.includes(choice));
    const preset = presetIn(query);
    if (unknown) {
      return problem(
        `The link to a handout asks for "${unknown}", which doesn't exist.${didYouMean(unknown, choices)}`,
        'Write show=SLUG for a page of the menu or a quiz, or show=SLUG/ID for a section, a table, a figure or the questions on it.',
      );
    }
    if (preset && !presets.includes(preset)) {
      return problem(
        `The page "${preset}" has no handout.${didYouMean(preset, presets)}`,
        'Add "handout:" with a title to its frontmatter, or link to the handout of another page.',
      );
    }
    return [];
  };
}

/** The paths of the files that the build writes, and that pages may link. */
const generatedFiles = (content: SiteContent): Set<string> =>
  new Set([
    ...LINKED_FILES,
    ...[...content.byId(table).keys()].flatMap((name) =>
      Object.keys(FORMATS).map((format) => exportPath(name, format as Format)),
    ),
    ...content.pages.map(({ slug }) => `${pathOf(slug)}${MARKDOWN_FILE}`),
  ]);

interface DataText {
  text: string;
  file: string;
  line: number;
  /** The slug of the page that shows the text. */
  page: string;
}

/** Every piece of inline Markdown in the data. */
const textsOf = (content: SiteContent): DataText[] =>
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

/** Checks that a text from the data is a line of Markdown without HTML, and checks its links. */
function checkText({ text, file, line, page }: DataText, checkLink: CheckLink): Problem[] {
  const { links, html, images, faults, isInline } = outlineOfMarkdown(text);
  const problem = (message: string, fix: string): Problem => ({ file, line, message, fix });
  const notInline = problem(
    `"${text.trim().slice(0, 40)}" would be read as a list, a quotation or several paragraphs, not as one line of text.`,
    'Put a backslash before the character that starts it, as in \\> or 1\\., or write it as one paragraph.',
  );
  return [
    ...(isInline || html.length ? [] : [notInline]),
    ...links.flatMap(({ url }) => checkLink(url, file, line, page)),
    ...tagFaults(html.map(({ text }) => text)).map((fault) => problem(...fault)),
    ...images.map(({ url }) => problem(`The picture "${url}" is in a line of text.`, 'Move it to a page.')),
    ...faults.map(({ message, fix }) => problem(message, fix)),
  ];
}

/** What is wrong with tags in a text from the data. An end tag whose start tag is in the text needs no message of its own. */
function tagFaults(tags: string[]): [message: string, fix: string][] {
  const nameOf = (tag: string) => /^<\/?([\w-]+)/.exec(tag)?.[1] ?? '';
  const isEnd = (tag: string) => tag.startsWith(`</${nameOf(tag)}`);
  return tags
    .filter((tag, index) => !isEnd(tag) || !tags.slice(0, index).some((start) => nameOf(start) === nameOf(tag)))
    .map((tag) => {
      const message = `"${tag}" would be read as HTML, and readers wouldn't see it`;
      return COMPONENT_NAMES.includes(nameOf(tag))
        ? [`${message}: components work only on pages.`, FIX_COMPONENT]
        : [`${message}.`, 'Write it as code, in backticks.'];
    });
}

const FIX_COMPONENT =
  'Remove it, and keep the text between its tags, if there is any. Name a source in "sources:", and a value in a cell as { fact: ID }.';
