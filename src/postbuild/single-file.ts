/**
 * The whole site as one HTML file that opens by a double click: every page one after the other, links between them as
 * links in the file, no script.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readYaml } from '../authoring/yaml-file.ts';
import { pathOf, slugAt } from '../paths.ts';
import { NAVIGATION_FILE, navigationSchema } from '../site/navigation.ts';
import { readSettings } from '../site/settings.ts';
import { applyEdits, attributeOf, elementsOf, escapeAttribute, type Edit, type Element } from './html.ts';
import { securityPolicy } from './security-policy.ts';

export const SINGLE_FILE = 'whole-site.html';

/** Attributes that name ids, one or several. */
const ID_REFERENCES = ['aria-describedby', 'aria-labelledby', 'aria-controls', 'headers', 'for'];

/** What has no place in a file without a host: the way through the pages, and what is done with a page. */
const isLeftOut = (element: Element) =>
  element.tagName === 'script' ||
  (element.tagName === 'nav' && attributeOf(element, 'class') === 'toc') ||
  (element.tagName === 'footer' && element.parentNode?.nodeName === 'main') ||
  (element.tagName === 'form' && attributeOf(element, 'hidden') !== undefined) ||
  attributeOf(element, 'class') === 'exports';

/** A place of a page, as it is called in the file: `registries/docker-hub/pull-limits`. */
const placeOf = (slug: string, id: string) => (id && id !== '_top' ? `${slug}/${id}` : slug);

interface Page {
  slug: string;
  html: string;
}

/**
 * Writes the file: the pages of the menu, in its order.
 * @param folder the folder of the finished site
 */
export async function writeSingleFile(folder: string): Promise<void> {
  const { sidebar } = readYaml(NAVIGATION_FILE, navigationSchema);
  const entries = sidebar
    .flatMap(({ pages }) => pages)
    .map((entry) => (typeof entry === 'string' ? entry : entry.page));
  const pages = await Promise.all(
    entries.map(async (slug) => ({ slug, html: await readFile(join(folder, pathOf(slug), 'index.html'), 'utf8') })),
  );
  const slugs = new Set(entries);
  const groups = sidebar.map(({ label, pages: entries }) => {
    const links = entries.map((entry) => {
      const { page: slug, label } = typeof entry === 'string' ? { page: entry, label: undefined } : entry;
      return `<li><a href="#${slug}">${label ?? titleOf(pages.find((page) => page.slug === slug)!)}</a></li>`;
    });
    return `<li><span>${label}</span><ul>${links.join('')}</ul></li>`;
  });
  const sheets = new Set(pages.flatMap(({ html }) => html.match(/<style>[^]*?<\/style>/g) ?? []));
  const articles = pages.map((page) => `<article>${mainOf(page, slugs)}</article>`);
  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${readSettings().title}</title>${[...sheets].join('')}</head>
<body><div class="frame"><nav class="menu" aria-label="Main"><details><summary>Menu</summary>
<ul>${groups.join('\n')}</ul></details></nav><main>
${articles.join('\n')}
</main></div></body></html>
`;
  await writeFile(join(folder, SINGLE_FILE), applyEdits(html, [securityPolicy(html, elementsOf(head(html)))]));
}

/** The file up to its text, in which nothing is that the policy concerns. */
const head = (html: string) => html.slice(0, html.indexOf('<body>'));

const titleOf = ({ html }: Page) => /<h1[^>]*>([^]*?)<\/h1>/.exec(html)![1]!;

/** What is in a page's <main>, with its ids and links as they are in the file. */
function mainOf({ slug, html }: Page, slugs: ReadonlySet<string>): string {
  const elements = elementsOf(html);
  const main = elements.find(({ tagName }) => tagName === 'main')!.sourceCodeLocation!;
  const [start, end] = [main.startTag!.endOffset, main.endTag!.startOffset];
  const edits: Edit[] = [];
  let skipTo = start;
  for (const element of elements) {
    const at = element.sourceCodeLocation;
    if (!at || at.startOffset < skipTo || at.startOffset >= end) continue;
    if (isLeftOut(element)) {
      edits.push({ start: at.startOffset, end: at.endOffset, text: '' });
      skipTo = at.endOffset;
      continue;
    }
    for (const { name, value } of element.attrs) {
      const span = at.attrs?.[name];
      const text = attributeIn(slug, slugs, name, value);
      if (span && text !== value) {
        edits.push({ start: span.startOffset, end: span.endOffset, text: `${name}="${escapeAttribute(text)}"` });
      }
    }
  }
  const shifted = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return applyEdits(html.slice(start, end), shifted);
}

function attributeIn(slug: string, slugs: ReadonlySet<string>, name: string, value: string): string {
  if (name === 'id') return placeOf(slug, value);
  if (ID_REFERENCES.includes(name))
    return value
      .split(' ')
      .map((id) => placeOf(slug, id))
      .join(' ');
  if (name !== 'href' || /^[a-z]+:/.test(value)) return value;
  const { pathname, hash } = new URL(value, `https://site.invalid${pathOf(slug)}`);
  const target = slugAt(pathname);
  return `#${slugs.has(target) ? placeOf(target, decodeURIComponent(hash.slice(1))) : 'index'}`;
}
