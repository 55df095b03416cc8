/**
 * The whole site as one HTML file that opens by a double click: every page one after the other, links between them as
 * links in the file, no script.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readYaml } from '../authoring/yaml-file.ts';
import { slugAt } from '../paths.ts';
import { NAVIGATION_FILE, navigationSchema } from '../site/navigation.ts';
import { readSettings } from '../site/settings.ts';
import { applyEdits, elementsOf } from './html.ts';
import { pageText, placeOf, type FinishedPage } from './page-text.ts';
import { securityPolicy } from './security-policy.ts';

export const SINGLE_FILE = 'whole-site.html';

/**
 * Writes the file.
 * @param folder the folder of the finished site
 * @param pages the pages of the menu, in its order
 */
export async function writeSingleFile(folder: string, pages: FinishedPage[]): Promise<void> {
  const { sidebar } = readYaml(NAVIGATION_FILE, navigationSchema);
  const slugs = new Set(pages.map(({ slug }) => slug));
  const linkTo = (path: string, id: string) => {
    const target = slugAt(path);
    return `#${slugs.has(target) ? placeOf(target, id) : 'index'}`;
  };
  const groups = sidebar.map(({ label, pages: entries }) => {
    const links = entries.flatMap((entry) => {
      const { page: slug, label } = typeof entry === 'string' ? { page: entry, label: undefined } : entry;
      return !slugs.has(slug)
        ? []
        : `<li><a href="#${slug}">${label ?? titleOf(pages.find((page) => page.slug === slug)!)}</a></li>`;
    });
    return `<li><span>${label}</span><ul>${links.join('')}</ul></li>`;
  });
  const sheets = new Set(pages.flatMap(({ html }) => html.match(/<style>[^]*?<\/style>/g) ?? []));
  const articles = pages.map((page) => `<article>${pageText(page, linkTo)}</article>`);
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

const titleOf = ({ html }: FinishedPage) => /<h1[^>]*>([^]*?)<\/h1>/.exec(html)![1]!;
