/**
 * The whole site as one HTML file that opens with a double click. It has the pages of the menu one after another, turns
 * links between them into links within the file, and needs no script.
 */
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fragmentPath, slugAt } from '../model/paths.ts';
import { SINGLE_FILE } from '../model/published-files.ts';
import { applyEdits, parseElements, escapeHtml } from '../pipeline/html.ts';
import { PICTURE_TYPES } from '../pipeline/picture-types.ts';
import { portableHtml, type Addressing } from '../pipeline/portable-html.ts';
import { securityPolicy } from '../pipeline/security-policy.ts';
import type { BuiltPage, BuiltSite, Step } from '../pipeline/built-site.ts';

/** The styles of this file alone: nothing sticks below a header, the menu is the whole bar, and pages are clearly separated. */
const OWN_STYLES = [
  'a:not([href]){color:inherit}',
  '@media(max-width:51.99rem){.frame>.menu{grid-column:1/-1}.menu>details>ul{width:auto;inset-inline:0}}',
  '@media(min-width:52rem){thead,.menu>details{top:0}}',
  '.menu span{display:block;padding:.45rem .7rem;font-weight:600}',
  'main>article+article{margin-top:5rem;padding-top:4rem;border-top:3px solid var(--ink)}',
  '@media print{main>article+article{break-before:page;margin:0;padding:0;border:0}}',
].join('');

export const writeSingleFile: Step = async (site) => {
  const { content, pageAt, write } = site;
  const slugs = content.menuPages;
  const { title } = content.parsed.site.data;
  const addressing = addressingIn(site, new Set(slugs));
  const sheets = new Set(slugs.flatMap((slug) => pageAt(slug).html.match(/<style>[^]*?<\/style>/g) ?? []));
  const articles = slugs.map((slug) => `<article>${portableHtml(slug, pageAt(slug), addressing)}</article>`);
  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title><link rel="icon" href="data:,"><style media="print">${printSheet(site)}</style>${[...sheets].join('')}<style>${OWN_STYLES}</style></head>
<body><div class="frame"><nav class="menu" aria-label="Main"><details><summary>Menu</summary>
<ul>${menuOf(site, new Set(slugs))}</ul></details></nav><main>
${articles.join('\n')}
</main></div></body></html>
`;
  await write(SINGLE_FILE, applyEdits(html, [securityPolicy(html, parseElements(headOf(html)), 'data:')]));
  return `${slugs.length} pages in ${SINGLE_FILE}`;
};

function addressingIn({ folder, url }: BuiltSite, slugs: ReadonlySet<string>): Addressing {
  return {
    /** Links a page that is not in the file on the published site, if the site's address is known. */
    link(path, query, id) {
      const slug = slugAt(path);
      if (slugs.has(slug)) return `#${fragmentPath(slug, id)}`;
      return url && new URL(path.slice(1) + query + (id && `#${id}`), url).href;
    },
    picture(path) {
      const type = PICTURE_TYPES[extname(path).toLowerCase()];
      if (!type) throw new Error(`The picture ${path} has a type that ${SINGLE_FILE} can’t hold.`);
      return `data:${type};base64,${readFileSync(join(folder, path)).toString('base64')}`;
    },
  };
}

function menuOf({ content, pageAt }: BuiltSite, slugs: ReadonlySet<string>): string {
  const groups = content.parsed.navigation.data.sidebar.map(({ label, pages }) => {
    const links = pages
      .filter(({ page }) => slugs.has(page))
      .map(({ page, label }) => {
        return `<li><a href="#${page}">${label ? escapeHtml(label) : titleOf(pageAt(page))}</a></li>`;
      });
    return `<li><span>${escapeHtml(label)}</span><ul>${links.join('')}</ul></li>`;
  });
  return groups.join('\n');
}

/** The style sheet for paper, which pages load from a file. @throws if a page has none */
function printSheet({ folder, pageAt }: BuiltSite): string {
  const [, file] = /<link rel="stylesheet" href="\/([^"]+)" media="print"/.exec(pageAt('index').html) ?? [];
  if (!file) throw new Error('The pages have no print style sheet.');
  return readFileSync(join(folder, file), 'utf8');
}

/** The HTML before <body>: all that the policy depends on. The rest takes long to parse. */
const headOf = (html: string) => html.slice(0, html.indexOf('<body>'));

const titleOf = ({ html }: BuiltPage) => /<h1[^>]*>([^]*?)<\/h1>/.exec(html)![1]!;
