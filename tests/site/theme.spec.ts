/** The theme follows the system until the reader chooses one. The choice persists, and applies before the first paint. */
import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const LIGHT = 'rgb(255, 255, 255)';
const DARK = 'rgb(16, 21, 24)';

test('the choice persists on the next page and after a reload', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('');
  const body = page.locator('body');
  await expect(body).toHaveCSS('background-color', LIGHT);
  await page.getByLabel('Theme').selectOption('Dark');
  await expect(body).toHaveCSS('background-color', DARK);
  await page.goto('registries/docker-hub/');
  await expect(body).toHaveCSS('background-color', DARK);
  await expect(page.getByLabel('Theme')).toHaveValue('dark');
  await page.getByLabel('Theme').selectOption('Auto');
  await expect(body).toHaveCSS('background-color', LIGHT);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.reload();
  await expect(body).toHaveCSS('background-color', DARK);
});

test('the choice applies before the browser parses the body', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage['scheme'] = 'dark';
    new MutationObserver((_, observer) => {
      // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- it is missing while the head is parsed
      if (!document.body) return;
      (window as unknown as { schemeAtBody: string | undefined }).schemeAtBody =
        document.documentElement.dataset['scheme'];
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto('');
  expect(await page.evaluate(() => (window as unknown as { schemeAtBody: string | undefined }).schemeAtBody)).toBe(
    'dark',
  );
});

test('what a page is for has the color of links, and the tools of every page are quiet', async ({ page }) => {
  const colorOf = (locator: Locator, part?: string) =>
    locator.evaluate((element, part) => getComputedStyle(element, part).color, part);
  await page.goto('learn/concepts-quiz/');
  const accent = await colorOf(page.locator('main p a[href]:not(.actions *)').first());
  expect(await colorOf(page.getByRole('button', { name: 'Project this quiz' }))).toBe(accent);
  expect(await colorOf(page.getByRole('button', { name: 'Copy link' }))).not.toBe(accent);
  await page.goto('teach/questions/');
  expect(await colorOf(page.getByRole('button', { name: 'Hide all answers' }))).toBe(accent);
  await page.goto('teach/handout/');
  expect(await colorOf(page.getByRole('button', { name: 'Add', exact: true }))).toBe(accent);
  await page.goto('teach/check/');
  expect(await colorOf(page.getByLabel('choose files'), '::file-selector-button')).toBe(accent);
});
