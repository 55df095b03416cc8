/** Readers find their way: sidebar, table of contents, previous and next page, and the links in the footer. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { navigationSchema } from '../../src/model/navigation.ts';
import { expect, pages, test } from './fixtures.ts';

const navigation = navigationSchema.parse(parse(readFileSync('content/navigation.yaml', 'utf8')));
const sidebarSlugs = navigation.sidebar.flatMap(({ pages }) => pages.map(({ page }) => page));
const pathOf = (slug: string) => (slug === 'index' ? '' : `${slug}/`);

test('the navigation lists every page, and nothing else', () => {
  expect([...sidebarSlugs, ...navigation.elsewhere].map(pathOf).sort()).toEqual(pages);
});

test('the links to the next page lead through all pages in the order of the sidebar', async ({ page }) => {
  await page.goto(pathOf(sidebarSlugs[0]!));
  for (const slug of sidebarSlugs.slice(1)) {
    await page.locator('[rel="next"]').click();
    await expect(page).toHaveURL(new RegExp(`/${pathOf(slug)}$`));
  }
  await expect(page.locator('[rel="next"]')).toHaveCount(0);
  await page.locator('[rel="prev"]').click();
  await expect(page).toHaveURL(new RegExp(`/${pathOf(sidebarSlugs.at(-2)!)}$`));
});

test('the sidebar marks the current page', async ({ page }) => {
  for (const slug of sidebarSlugs) {
    await page.goto(pathOf(slug));
    const current = page.getByRole('navigation', { name: 'Main' }).locator('[aria-current="page"]');
    await expect(current).toHaveCount(1);
    expect(await current.evaluate((link: HTMLAnchorElement) => link.href)).toBe(page.url());
  }
});

test('the sidebar scrolls to the current page, however long it is', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  for (const slug of [sidebarSlugs[0]!, sidebarSlugs.at(-1)!]) {
    await page.goto(pathOf(slug));
    await expect(page.getByRole('navigation', { name: 'Main' }).locator('[aria-current="page"]')).toBeInViewport();
    expect(await page.evaluate(() => scrollY)).toBe(0);
  }
});

test('the table of contents lists the headings of the page and its sources', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('registries/docker-hub/');
  const headings = await page.locator('main :is(h2, h3)').allTextContents();
  const contents = page.getByRole('navigation', { name: 'On this page' });
  expect((await contents.getByRole('link').allTextContents()).slice(1)).toEqual(headings);
  await contents.getByRole('link', { name: 'Sources' }).click();
  await expect(page.getByRole('heading', { name: 'Sources' })).toBeInViewport();
});

test('every page links its editor, its issue form and its license, and says who it is not affiliated with', async ({
  page,
}) => {
  for (const path of pages) {
    await page.goto(path);
    const footer = page.locator('main > footer');
    await expect(footer.getByRole('link', { name: 'Edit this page' })).toHaveAttribute(
      'href',
      /\/edit\/main\/content\/[a-z0-9/-]+\.mdx$/,
    );
    await expect(footer.getByRole('link', { name: 'Report an error' })).toHaveAttribute(
      'href',
      /\/issues\/new\?title=/,
    );
    await expect(footer.getByRole('link', { name: 'CC BY 4.0' })).toHaveAttribute('rel', 'license');
    await expect(footer).toContainText('Not affiliated with Docker, Inc. or Amazon Web Services');
  }
});

test('the sticky header does not cover the target of an address', async ({ page }) => {
  await page.goto('concepts/what-is-docker/#docker-features-flexibility');
  const row = (await page.locator('tr:target').boundingBox())!;
  const header = (await page.locator('header.top').boundingBox())!;
  expect(row.y).toBeGreaterThanOrEqual(header.y + header.height);
});
