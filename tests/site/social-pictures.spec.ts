/** The pictures that chats and social networks show for a link to a page. They need SITE_URL. */
import type { Page } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { KINDS } from '../../src/kinds/registry.ts';
import { pictureDrawer } from '../../src/layouts/social-picture/draw.ts';
import { pictureWords } from '../../src/layouts/social-picture/words.ts';
import { pathOf } from '../../src/model/paths.ts';
import { readContent } from '../../src/model/read.ts';
import { DIST, DIST_WITH_SITE_URL, expect, SITE_URL, test, textOf } from './fixtures.ts';

const content = readContent('.', KINDS);
const pages = content.pages.map((page) => ({ ...page, path: pathOf(page.slug).slice(1) }));

const pictureOf = (path: string) => readFileSync(`${DIST_WITH_SITE_URL}/${path}social.png`);

/** The properties in the head of a page, by name. */
const propertiesOf = (path: string): Record<string, string> =>
  Object.fromEntries(
    [
      ...readFileSync(`${DIST_WITH_SITE_URL}/${path}index.html`, 'utf8').matchAll(
        /<meta (?:property|name)="([^"]+)" content="([^"]*)">/g,
      ),
    ].map(([, name, value]) => [name, value!.replaceAll('&quot;', '"').replaceAll('&#34;', '"')]),
  );

/** The colors in the lowest line of a picture: those of its edge, if nothing has pushed it out. */
async function lowestLine(page: Page, png: Uint8Array): Promise<string[]> {
  const address = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  return page.evaluate(async (address) => {
    const bitmap = await createImageBitmap(await (await fetch(address)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
    canvas.drawImage(bitmap, 0, 0);
    const { data } = canvas.getImageData(0, bitmap.height - 1, bitmap.width, 1);
    return [...new Set(Array.from({ length: bitmap.width }, (_, x) => data.slice(x * 4, x * 4 + 3).join()))];
  }, address);
}

/** The accent of the site on light paper, #056a78. */
const EDGE = ['5,106,120'];

test('each page has a picture of 1200 × 630 pixels, in which all fits', async ({ page }) => {
  for (const { path } of pages) {
    const png = pictureOf(path);
    expect(png.toString('latin1', 1, 4), path).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)], path).toEqual([1200, 630]); // https://www.w3.org/TR/png/#11IHDR
    expect(await lowestLine(page, png), path).toEqual(EDGE);
  }
});

test('each page names its picture, and says in words what is on it', () => {
  for (const { path, frontmatter } of pages) {
    const properties = propertiesOf(path);
    expect(properties).toMatchObject({
      'og:image': `${SITE_URL}${path}social.png`,
      'og:image:width': '1200',
      'og:image:height': '630',
      'twitter:card': 'summary_large_image',
    });
    expect(properties['og:image:alt']).toContain(frontmatter.title);
  }
  expect(propertiesOf('')['og:image:alt']).toMatch(/^Docker Basics, corrected\. The course says: “Runs on any /);
  expect(propertiesOf('concepts/what-is-docker/')['og:image:alt']).toBe(
    'Docker Basics, Concepts: What is Docker? The course says: “Runs on any operating system, cloud, or machine — no ' +
      'compatibility issues.” Wrong as worded: A container needs a host with a compatible kernel, CPU architecture and ' +
      'container runtime.',
  );
  const { title, description } = content.pageAt('registries/amazon-ecr').frontmatter;
  const alt = propertiesOf('registries/amazon-ecr/')['og:image:alt'];
  expect(alt).toBe(`Docker Basics, Registries: ${title}. ${textOf(description)}`);
});

test('a long title fits, and the same words give the same bytes', async ({ page }) => {
  const title =
    'A title of one hundred and twenty characters, with a_long_name_that_has_no_place_where_it_could_break at its very end!';
  for (const slug of ['registries/authentication', 'concepts/docker-vs-virtual-machines']) {
    const words = { ...pictureWords(content.pageAt(slug), content), title: title.padEnd(120, '!') };
    const [one, other] = await Promise.all([pictureDrawer(), pictureDrawer()]);
    const png = (await one.draw(words))!;
    expect(await lowestLine(page, png)).toEqual(EDGE);
    expect(Buffer.compare(png, (await other.draw(words))!)).toBe(0);
  }
});

test('words that cannot fit give no picture, and a character that no font has is named', async () => {
  const words = pictureWords(content.pageAt('registries/authentication'), content);
  const { draw, missingCharacters } = await pictureDrawer();
  expect(await draw({ ...words, title: 'long '.repeat(500) })).toBeUndefined();
  expect(missingCharacters({ ...words, title: 'Build → push – “run” €' })).toEqual(['→']);
});

test('pictures are neither built without SITE_URL nor saved for offline reading', () => {
  for (const { path } of pages) expect(existsSync(`${DIST}/${path}social.png`)).toBe(false);
  expect(readFileSync(`${DIST_WITH_SITE_URL}/sw.js`, 'utf8')).not.toContain('social.png');
});
