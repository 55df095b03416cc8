/** Puts every page of the menu into the page from which a handout is made. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pageText, placeOf, type FinishedPage } from '../postbuild/page-text.ts';
import { rootOf } from '../postbuild/relative-addresses.ts';
import { pathOf } from '../paths.ts';
import { HANDOUT_PAGE } from './address.ts';

const FILE = `${HANDOUT_PAGE}/index.html`;
const PLACE = /(<div class="handout-pages">[^]*?)(<\/div>)/;

/**
 * @param folder the folder of the finished site
 * @param pages the pages, in the order in which they are printed
 */
export async function insertPages(folder: string, pages: FinishedPage[]): Promise<void> {
  const file = join(folder, FILE);
  const articles = pages.map((page) => {
    // A handout has the sources with it. Every other link leads to the page itself, whose addresses stay.
    const linkTo = (path: string, id: string) =>
      id.startsWith('source-') && path === pathOf(page.slug)
        ? `#${placeOf(page.slug, id)}`
        : rootOf(FILE) + path.slice(1) + (id && `#${id}`);
    return `<article>${pageText(page, linkTo)}</article>`;
  });
  const html = await readFile(file, 'utf8');
  await writeFile(
    file,
    html.replace(PLACE, (_, before, after) => `${before}${articles.join('\n')}${after}`),
  );
}
