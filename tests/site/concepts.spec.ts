/** The learning aids of a page: definitions of its terms, legible figures, dated values, and questions. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { contentPages, expect, test } from './fixtures.ts';

const PAGE = 'concepts/what-is-docker/';

test.describe('a term', () => {
  test('shows its definition on hover, keeps it under the pointer, and hides it on Escape', async ({ page }) => {
    const glossary = parse(readFileSync('content/glossary.yaml', 'utf8')) as Record<string, { definition: string }>;
    await page.goto(PAGE);
    const term = page.locator('a.term').first();
    const id = (await term.getAttribute('href'))!.split('#')[1]!;
    await expect(page.getByRole('tooltip')).toHaveCount(0);
    await term.hover();
    const tooltip = page.getByRole('tooltip');
    await expect(tooltip).toContainText(glossary[id]!.definition.replaceAll('`', '').trim().slice(0, 30));
    await expect(term).toHaveAccessibleDescription(/\w+/);
    await tooltip.hover();
    await expect(tooltip).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(tooltip).toHaveCount(0);
  });

  test('shows its definition on focus, within the screen of a phone', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(PAGE);
    for (const term of await page.locator('a.term').all()) {
      await term.focus();
      await expect(page.getByRole('tooltip')).toBeInViewport();
      const { x, width } = (await page.getByRole('tooltip').boundingBox())!;
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(360);
    }
  });

  test('links its entry in the glossary, and fetches no definition before a reader reaches for it', async ({
    page,
  }) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(PAGE, { waitUntil: 'networkidle' });
    expect(requests.filter((url) => url.endsWith('terms.json'))).toEqual([]);
    const term = page.locator('a.term').first();
    const id = (await term.getAttribute('href'))!.split('#')[1]!;
    await term.click();
    await expect(page).toHaveURL(new RegExp(`/reference/glossary/#${id}$`));
    await expect(page.locator(':target')).toBeInViewport();
  });
});

test('figures have a title, a description, and text that is legible at 360 px', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  let figureCount = 0;
  for (const path of contentPages) {
    await page.goto(path);
    for (const figure of await page.locator('figure.figure').all()) {
      figureCount++;
      const image = figure.getByRole('img');
      await expect(image).toHaveAccessibleName(/\w{3,}/);
      await expect(image).toHaveAccessibleDescription(/\w{3,}.{40,}/);
      const illegible = await figure.locator('svg').evaluate((svg: SVGSVGElement) => {
        const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
        const box = svg.viewBox.baseVal;
        return [...svg.querySelectorAll('text')]
          .map((text) => ({
            text: text.textContent,
            size: parseFloat(getComputedStyle(text).fontSize) * scale,
            bounds: text.getBBox(),
          }))
          .filter(
            ({ size, bounds: { x, y, width, height } }) =>
              size < 11.5 || x < 0 || x + width > box.width || y + height > box.height,
          );
      });
      expect(illegible, path).toEqual([]);
    }
  }
  expect(figureCount).toBeGreaterThanOrEqual(4);
});

test('figures follow the theme', async ({ page }) => {
  await page.goto('concepts/docker-vs-virtual-machines/');
  const color = () =>
    page
      .locator('.figure text')
      .first()
      .evaluate((text) => getComputedStyle(text).fill);
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await color();
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await color()).not.toBe(light);
});

test('a value shows its date and links its record, which says when its review is due', async ({ page }) => {
  await page.goto('registries/docker-hub/');
  const fact = page.locator('.fact', { hasText: '100 pulls per 6 hours' }).first();
  await expect(fact.locator('time')).toHaveAttribute('datetime', '2026-09-26');
  await fact.getByRole('link').click();
  const record = page.locator('.facts li:target');
  await expect(record).toContainText('100 pulls per 6 hours');
  await expect(record).toContainText(/As of \d{1,2} \w+ \d{4}, review due \d{1,2} \w+ \d{4}\./);
  await expect(record.locator('.cite a').first()).toBeVisible();
});

test('a page shows the date of its oldest value', async ({ page }) => {
  for (const path of contentPages) {
    await page.goto(path);
    const dates = await page
      .locator('main .fact time, main .facts small time:first-child')
      .evaluateAll((times) => times.map((time) => (time as HTMLTimeElement).dateTime).sort());
    const shown = page.locator('.reviewed time').nth(1);
    if (dates.length) await expect(shown, path).toHaveAttribute('datetime', dates[0]!);
    else await expect(shown).toHaveCount(0);
  }
});

test('an answer unfolds, and links the place that proves it', async ({ page }) => {
  for (const path of contentPages.filter((path) => /^(concepts|registries)\//.test(path))) {
    await page.goto(path);
    const questions = page.locator('details.question');
    expect(await questions.count(), path).toBeGreaterThanOrEqual(3);
    const first = questions.first();
    await expect(first.locator('p')).toBeHidden();
    await first.locator('summary').click();
    await expect(first.locator('p')).toBeVisible();
    await expect(first.getByRole('link', { name: 'Where it says so' })).toHaveAttribute('href', /#/);
  }
});

test('the address of a question opens it unfolded, with and without JavaScript', async ({ browser, sites }) => {
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(sites['/'] + PAGE);
    const id = (await page.locator('details.question').last().getAttribute('id'))!;
    await page.goto(`${sites['/']}${PAGE}#${id}`);
    await expect(page.locator('details.question').last().locator('p')).toBeVisible();
    await context.close();
  }
});
