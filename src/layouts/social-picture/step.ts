/** Writes the pictures that previews of the pages show. */
import type { Page } from '../../model/kind.ts';
import { pathOf } from '../../model/paths.ts';
import { problemsError, type Problem } from '../../model/problems.ts';
import { SOCIAL_PICTURE_FILE } from '../../model/published-files.ts';
import type { Step } from '../../pipeline/built-site.ts';
import { pictureWords } from './words.ts';

/**
 * Writes a picture for each page. Previews take it only from an absolute address, so without SITE_URL there is none.
 * @throws if the words of a page do not fit its picture
 */
export const writeSocialPictures: Step = async ({ content, url, warn, write }) => {
  if (!url) return undefined;
  const { pictureDrawer } = await import('./draw.ts'); // only here, since it loads a program for this machine
  const { draw, missingCharacters } = await pictureDrawer();
  for (const page of content.pages) {
    const words = pictureWords(page, content);
    const missing = missingCharacters(words);
    if (missing.length) warn(`${page.file}: the font of its picture has no ${missing.join(' ')}; use other words.`);
    const picture = await draw(words);
    if (!picture) throw problemsError([tooLong(page)]);
    await write(`${pathOf(page.slug).slice(1)}${SOCIAL_PICTURE_FILE}`, picture);
  }
  return `${content.pages.length} pictures for previews`;
};

const tooLong = ({ file, frontmatter: { title }, lineOf }: Page): Problem => ({
  file,
  line: lineOf('title'),
  message: `The title has ${title.length} characters and doesn’t fit in the preview picture of the page.`,
  fix: 'Shorten the title.',
});
