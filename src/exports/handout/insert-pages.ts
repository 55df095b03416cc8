/** Puts every page of the menu into the page from which a handout is made. */
import type { Step } from '../../pipeline/site.ts';
import { attributeOf } from '../../pipeline/html.ts';
import { pagesOfMenu, pageText } from '../../pipeline/page-text.ts';
import { rootOf } from '../../pipeline/relative-addresses.ts';
import { pathOf, placeOf } from '../../model/paths.ts';
import { HANDOUT_PAGE } from '../../model/handout-page.ts';

const FILE = `${HANDOUT_PAGE}/index.html`;

/** Does nothing for a site that has no such page. @throws if the page does not say where they go */
export const insertPages: Step = (site) => {
  const handout = site.pages.find(({ file }) => file === FILE);
  if (!handout) return;
  const place = handout.elements.find((one) => attributeOf(one, 'class') === 'handout-pages')?.sourceCodeLocation;
  if (!place?.endTag)
    throw new Error(
      `The page "${HANDOUT_PAGE}" has no <Handout />. If it has moved, write its slug into src/handout/address.ts.`,
    );
  const fromHere = (path: string) => rootOf(FILE) + path.slice(1);
  const articles = pagesOfMenu(site).map((page) => {
    // A handout has the sources with it. Every other link leads to the page itself, whose addresses stay.
    const link = (path: string, query: string, id: string) =>
      id.startsWith('source-') && path === pathOf(page.slug)
        ? `#${placeOf(page.slug, id)}`
        : fromHere(path) + query + (id && `#${id}`);
    return `<article>${pageText(page, { link, picture: fromHere })}</article>`;
  });
  const at = place.endTag.startOffset;
  handout.edits.push({ start: at, end: at, text: articles.join('\n') });
};
