/**
 * The whole site as one HTML file that opens by a double click: every page one after the other, links between them as
 * links in the file, no script.
 */
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Step } from '../pipeline/site.ts';
import { placeOf, slugAt } from '../model/paths.ts';
import { applyEdits, elementsOf, escapeHtml } from '../pipeline/html.ts';
import { pagesOfMenu, pageText, type FinishedPage } from '../pipeline/page-text.ts';
import { PICTURE_TYPES } from '../pipeline/picture-types.ts';
import { securityPolicy } from '../pipeline/security-policy.ts';
import { SINGLE_FILE } from '../model/single-file-name.ts';

/** Writes the file. */
export const singleFile: Step = async (site) => {
  const { content, folder, url, write } = site;
  const pages = pagesOfMenu(site);
  const { sidebar } = content.parsed.navigation.data;
  const slugs = new Set(pages.map(({ slug }) => slug));
  const { title } = content.parsed.site.data;
  /** What is not in the file is where the site is, if that is known. */
  const link = (path: string, query: string, id: string) => {
    const target = slugAt(path);
    if (slugs.has(target)) return `#${placeOf(target, id)}`;
    return url && new URL(path.slice(1) + query + (id && `#${id}`), url).href;
  };
  const picture = (path: string) => {
    const type = PICTURE_TYPES[extname(path).toLowerCase()];
    if (!type) throw new Error(`The picture ${path} is of no type that ${SINGLE_FILE} can hold.`);
    return `data:${type};base64,${readFileSync(join(folder, path)).toString('base64')}`;
  };
  const groups = sidebar.map(({ label, pages: entries }) => {
    const links = entries.flatMap(({ page: slug, label }) => {
      const page = pages.find((page) => page.slug === slug);
      return page ? `<li><a href="#${slug}">${label ? escapeHtml(label) : titleOf(page)}</a></li>` : [];
    });
    return `<li><span>${escapeHtml(label)}</span><ul>${links.join('')}</ul></li>`;
  });
  const sheets = new Set(pages.flatMap(({ html }) => html.match(/<style>[^]*?<\/style>/g) ?? []));
  const articles = pages.map((page) => `<article>${pageText(page, { link, picture })}</article>`);
  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>${[...sheets].join('')}<style>a:not([href]){color:inherit}</style></head>
<body><div class="frame"><nav class="menu" aria-label="Main"><details><summary>Menu</summary>
<ul>${groups.join('\n')}</ul></details></nav><main>
${articles.join('\n')}
</main></div></body></html>
`;
  await write(SINGLE_FILE, applyEdits(html, [securityPolicy(html, elementsOf(head(html)), 'data:')]));
};

/** The file up to its text, in which nothing is that the policy concerns. */
const head = (html: string) => html.slice(0, html.indexOf('<body>'));

const titleOf = ({ html }: FinishedPage) => /<h1[^>]*>([^]*?)<\/h1>/.exec(html)![1]!;
