/** What readers learn about changes: on the page that lists them, and in the panel of an address. */
import type { Server } from 'node:http';
import { serve } from '../../scripts/serve.ts';
import { changedDist, movedPage } from '../changed-site.ts';
import { expect, test } from './fixtures.ts';

let server: Server;
let site: string;
test.beforeAll(async () => {
  ({ server, address: site } = await serve({ folder: changedDist(), base: '/docs/' }));
});
test.afterAll(() => server.close());

const ROW = 'The row Portability: ';

test('a trainer chooses a day and pages, and the address keeps the choice', async ({ page, problems }) => {
  await page.goto(`${site}teach/changes/?since=2020-05-10`);
  const items = page.locator('.changes-list li:visible');
  const status = page.locator('main form').getByRole('status');
  const headings = page.locator('.changes-list').getByRole('heading');
  await expect(headings).toHaveText(['20 May 2020', 'What is Docker?', '10 May 2020', 'Glossary']);
  await expect(items).toHaveText([`${ROW}The row now names the kernel.`, 'The term digest: Changed: the wording.']);
  await expect(page.getByRole('link', { name: 'See the list' }), 'it is in sight').toBeHidden();
  await expect(status).toHaveText('2 recorded changes since 10 May 2020.');
  await expect(page.locator('.changes-list'), 'on paper, too').toHaveAttribute('data-choice', /since 10 May 2020\.$/);
  await page.getByText('Only some pages').click();
  const checkbox = page.getByRole('checkbox', { name: 'What is Docker?' });
  await checkbox.check();
  const gap = await checkbox.evaluate((box) => {
    const name = document.createRange();
    name.selectNodeContents(box.nextSibling!);
    return name.getBoundingClientRect().left - box.getBoundingClientRect().right;
  });
  expect(gap, 'between a box and its name').toBeGreaterThan(4);
  await page.getByLabel('Changed since').fill('2000-01-01');
  await expect(page).toHaveURL(`${site}teach/changes/?since=2000-01-01&show=concepts/what-is-docker`);
  await page.reload();
  await expect(items).toHaveText([
    `${ROW}The row now names the kernel.`,
    `${ROW}Changed: the correction, the sources.`,
  ]);
  await expect(headings).toHaveText(['20 May 2020', 'What is Docker?', '3 May 2020', 'What is Docker?']);
  await expect(status).toHaveText(/^Changes before \d.+ aren’t listed\. \d+ recorded changes on “What is Docker\?”\.$/);
  // On a small screen, too, the result is in sight above the many pages, and leads to the list.
  await page.setViewportSize({ width: 1280, height: 500 });
  await page.getByText('Only some pages').scrollIntoViewIfNeeded();
  await expect(status).toBeInViewport({ ratio: 1 });
  await expect(items.first()).not.toBeInViewport();
  await page.getByRole('link', { name: 'See the list' }).click();
  await expect(items.first()).toBeInViewport();
  await expect(page.locator('.changes-list'), 'no frame around all of it').toHaveCSS('outline-style', 'none');
  await page.goto(`${site}teach/changes/?since=2000-01-01&show=concepts/what-is-docker`);
  const clear = page.getByRole('button', { name: 'Clear' });
  await clear.click();
  await expect(page).toHaveURL(`${site}teach/changes/`);
  await expect(items).toHaveCount(3);
  await expect(clear, 'nothing is chosen').toBeHidden();
  await expect(page.getByLabel('Changed since')).toBeFocused();

  await page.goto(`${site}teach/changes/?since=2100-01-01&show=${movedPage().from}&show=registries/never`);
  await expect(page.getByRole('checkbox', { name: 'Other registries' }), 'the page has moved').toBeChecked();
  await expect(status).toHaveText(
    'The chosen day is in the future. No recorded changes since 1 January 2100 on “Other registries”. 1 of the pages in this address no longer exists.',
  );
  await page.goto(`${site}teach/changes/?since=2000-01-01&show=registries/never`);
  await expect(status).toHaveText('1 of the pages in this address no longer exists.');
  await expect(items).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'See the list' }), 'it is empty').toBeHidden();
  const all = page.getByRole('button', { name: 'Show all changes' });
  await all.click();
  await page.getByLabel('Changed since').fill('2020-05-10');
  const lesson = page.getByRole('checkbox', { name: 'Lesson plan: 45 minutes' });
  await lesson.check();
  await expect(page).toHaveURL(`${site}teach/changes/?since=2020-05-10&lesson=teach/lesson-45`);
  await page.reload();
  await expect(lesson).toBeChecked();
  await expect(items, 'a row that the plan shows, and a term that it links to').toHaveText([
    `${ROW}The row now names the kernel.`,
    'The term digest: Changed: the wording.',
  ]);
  await expect(status).toHaveText(
    '2 recorded changes since 10 May 2020 on “Lesson plan: 45 minutes, with what it links to”.',
  );
  await lesson.uncheck();
  await page.getByRole('checkbox', { name: 'Lesson plan: 90 minutes' }).check();
  await expect(headings.filter({ hasText: 'What is Docker?' }), 'this plan uses neither row nor page').toHaveCount(0);
  await page.getByText('Only some pages').click();
  await checkbox.check();
  await expect(page, 'a lesson and a page').toHaveURL(
    `${site}teach/changes/?since=2020-05-10&lesson=teach/lesson-90&show=concepts/what-is-docker`,
  );
  await expect(headings.filter({ hasText: 'What is Docker?' })).toHaveCount(1);
  await page.goto(`${site}teach/changes/?lesson=teach/never&utm_source=course`);
  await expect(status).toHaveText('1 of the pages in this address no longer exists.');
  await lesson.check();
  await page.getByLabel('Changed since').fill('2000-01-01');
  await all.click();
  await expect(page, 'the day stays').toHaveURL(`${site}teach/changes/?since=2000-01-01`);
  await expect(items).toHaveCount(3);
  await expect(all).toBeHidden();
  await page.goto(`${site}teach/changes/`);
  await items.first().getByRole('link').click();
  await expect(page).toHaveURL(`${site}concepts/what-is-docker/#docker-features-portability`);
  expect(problems).toEqual([]);
});

test.describe(() => {
  test.use({ javaScriptEnabled: false });
  test('without JavaScript, all changes are listed', async ({ page }) => {
    await page.goto(`${site}teach/changes/?since=2100-01-01`);
    await expect(page.locator('.changes-list li:visible')).toHaveCount(3);
    await expect(page.getByText('Choosing requires JavaScript')).toBeVisible();
    await expect(page.getByLabel('Changed since')).toBeHidden();
  });
});

test('the panel of an address says when it changed, or was first recorded', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${site}concepts/what-is-docker/index.html?utm_source=course`);
  await page
    .locator('.reviewed time')
    .first()
    .evaluate((time) => time.setAttribute('datetime', '2020-05-19'));
  const panel = page.locator('.cite-panel');
  await page.locator('#docker-features-portability .anchor').click();
  await expect(panel.getByRole('link', { name: 'Changed 20 May 2020', exact: true })).toHaveJSProperty(
    'href',
    `${site}teach/changes/?since=2020-05-20`,
  );
  await panel.getByRole('button', { name: 'Cite as text' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('. Reviewed 2020-05-19, changed 2020-05-20. ');
  await page.locator('#docker-features-consistency .anchor').click();
  await expect(panel.getByText(/^First recorded on \d+ \w+ \d{4}$/)).toBeVisible();
  await page.getByRole('button', { name: 'Cite', exact: true }).click();
  await expect(panel.getByText('Changed 20 May 2020', { exact: true }), 'something within it').toBeVisible();
});
