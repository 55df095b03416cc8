/** Puts every page of the menu into the page from which a handout is made. */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pageText, type FinishedPage } from '../postbuild/page-text.ts';
import { rootOf } from '../postbuild/relative-addresses.ts';
import { pathOf, placeOf } from '../paths.ts';
import { HANDOUT_PAGE } from './address.ts';

const FILE = `${HANDOUT_PAGE}/index.html`;
const PLACE = /(<div class="handout-pages">[^]*?)(<\/div>)/;

/**
 * Does nothing for a site that has no such page.
 * @param folder the folder of the finished site
 * @param pages the pages, in the order in which they are printed
 * @throws if the page does not say where they go
 */
export async function insertPages(folder: string, pages: FinishedPage[]): Promise<void> {
  const file = join(folder, FILE);
  if (!existsSync(file)) return;
  const html = await readFile(file, 'utf8');
  if (!PLACE.test(html))
    throw new Error(
      `The page "${HANDOUT_PAGE}" has no <Handout />. If it has moved, write its slug into src/handout/address.ts.`,
    );
  const fromHere = (path: string) => rootOf(FILE) + path.slice(1);
  const articles = pages.map((page) => {
    // A handout has the sources with it. Every other link leads to the page itself, whose addresses stay.
    const link = (path: string, query: string, id: string) =>
      id.startsWith('source-') && path === pathOf(page.slug)
        ? `#${placeOf(page.slug, id)}`
        : fromHere(path) + query + (id && `#${id}`);
    return `<article>${pageText(page, { link, picture: fromHere })}</article>`;
  });
  await writeFile(
    file,
    html.replace(PLACE, (_, before, after) => `${before}${articles.join('\n')}${after}`),
  );
}
