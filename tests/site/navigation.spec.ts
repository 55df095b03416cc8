/** Readers find their way: sidebar, table of contents, and targets that the header does not cover. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { navigationSchema, sectionPages } from '../../src/model/navigation.ts';
import { expect, pages, test } from './fixtures.ts';

const navigation = navigationSchema.parse(parse(readFileSync('content/navigation.yaml', 'utf8')));
const sidebarSlugs = navigation.sidebar.flatMap(({ pages }) => pages.map(({ page }) => page));
const pathOf = (slug: string) => (slug === 'index' ? '' : `${slug}/`);

test('the navigation lists every page, and nothing else', () => {
  expect([...sidebarSlugs, ...sectionPages(navigation), ...navigation.elsewhere].map(pathOf).sort()).toEqual(pages);
});

test('the menu names its groups', async ({ page }) => {
  await page.goto('');
  const menu = page.getByRole('navigation', { name: 'Main' });
  for (const { label } of navigation.sidebar)
    await expect(menu.getByText(label, { exact: true }).first()).toBeVisible();
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

test('the sticky header does not cover the target of an address', async ({ page }) => {
  await page.goto('concepts/what-is-docker/#docker-features-flexibility');
  const row = (await page.locator('tr:target').boundingBox())!;
  const header = (await page.locator('header.top').boundingBox())!;
  expect(row.y).toBeGreaterThanOrEqual(header.y + header.height);
});

for (const [path, first, last] of [
  ['concepts/', 'What is Docker?', 'Quiz: containers'],
  ['registries/', 'Where images are stored', 'Quiz: registries'],
  ['practice/', 'Run a container', 'Quiz: commands'],
  ['reference/', 'Glossary', 'Download the data'],
] as const) {
  test(`/${path} lists the pages of its section with what they say, and they lead back`, async ({ page }) => {
    await page.goto(path);
    const links = page.locator('main .page-list a');
    await expect(links.first()).toHaveText(first);
    await expect(links.last()).toHaveText(last);
    await expect(page.locator('main .page-list p').first()).toHaveText(/\w.{40,}/);
    await links.last().click();
    await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link').click();
    await expect(page).toHaveURL(new RegExp(`/${path}$`));
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  for (const [heading, readers] of [
    ['Complete beginner', 'beginners'],
    ['Developer', 'developers'],
    ['Operator', 'operators'],
  ] as const) {
    test(`the learning path for ${readers} leads from its first page to its last`, async ({ page }) => {
      await page.goto('learn/');
      const list = page.locator('.heading', { hasText: heading }).locator('~ ol').first();
      const titles = await list.locator('li > a:first-child').allTextContents();
      const minutes = list.locator('xpath=preceding-sibling::p[1]');
      const [, count, sum] = /^(\d+) pages, (\d+) minutes/.exec((await minutes.textContent())!.trim())!;
      expect(titles).toHaveLength(Number(count));
      await list.getByRole('link').first().click();
      let read = 0;
      for (const [index, title] of titles.entries()) {
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
        read += Number(/About (\d+) minutes/.exec((await page.locator('.meta').textContent())!)![1]);
        const step = `for ${readers}, step ${index + 2} of ${count}`;
        const label = page.locator('small', { hasText: new RegExp(`^Next .*${step}(;|$)`) });
        const next = page.locator('.pagination a', { has: label });
        await expect(next).toHaveCount(index + 1 < titles.length ? 1 : 0);
        if (index + 1 < titles.length) await next.click();
      }
      expect(read).toBe(Number(sum));
      const end = page.locator('.pagination a', { hasText: `End of the path for ${readers}` });
      await expect(end, 'the last page leads back to all paths').toHaveAttribute('href', /\/learn\/$/);
      const first = page.locator('.pagination a').first();
      await expect(first, 'the steps of other paths come after it').toHaveText((await end.textContent())!);
      const sizes = await page
        .locator('.pagination a')
        .evaluateAll((links) => links.map((link) => parseFloat(getComputedStyle(link).fontSize)));
      expect(sizes[0]).toBe(Math.max(...sizes));
    });
  }
});

test('a page says its level: the lowest of the paths that it is on', async ({ page }) => {
  for (const [path, level] of [
    ['concepts/container-lifecycle/', 'Level: beginner'],
    ['concepts/how-docker-works/', 'Level: practitioner'],
  ] as const) {
    await page.goto(path);
    await expect(page.locator('.meta')).toContainText(level);
  }
  await page.goto('registries/other-registries/');
  await expect(page.locator('.meta')).not.toContainText('Level');
});
