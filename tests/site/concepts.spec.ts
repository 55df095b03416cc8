/** The learning aids of a page: definitions of its terms, figures in both themes, values and questions. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Fact } from '../../src/kinds/fact/index.ts';
import { dateOf, expect, openAndSettle, test } from './fixtures.ts';

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
    const terms = await page.locator('a.term').all();
    expect(terms.length).toBeGreaterThan(1);
    for (const term of terms) {
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
    await openAndSettle(page, PAGE);
    expect(requests.filter((url) => url.endsWith('terms.json'))).toEqual([]);
    const term = page.locator('a.term').first();
    const id = (await term.getAttribute('href'))!.split('#')[1]!;
    await term.click();
    await expect(page).toHaveURL(new RegExp(`/reference/glossary/#${id}$`));
    await expect(page.locator(':target')).toBeInViewport();
  });
});

test('a source is previewed at its number, and the list leads back to the text', async ({ page }) => {
  await page.goto(PAGE);
  const number = page.locator('main > p .cite a').last();
  const source = page.locator((await number.getAttribute('href'))!);
  await number.hover();
  await expect(page.getByRole('tooltip')).toHaveText((await source.textContent())!.trim());
  await number.click();
  await expect(source).toBeInViewport();
  await source.getByRole('button', { name: 'Back to the text' }).click();
  await expect(number).toBeFocused();
  await expect(number).toBeInViewport();
  await expect(number, 'a mouse, too, shows where it has led').not.toHaveCSS('outline-style', 'none');
});

test('each preview lies wholly within the window, at its link, and makes no page scroll sideways', async ({ page }) => {
  const pages = ['concepts/docker-vs-virtual-machines/', 'registries/docker-hub/'];
  const kinds = ['main > p .term', 'main > p .cite a', 'tr .cite a', 'main > p .fact a'];
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 740 });
    for (const path of pages) {
      await page.goto(path);
      for (const kind of kinds) {
        const link = page.locator(kind).last();
        if (!(await link.count())) continue;
        for (const edge of ['center', 'end'] as const) {
          const where = `${kind} on ${path} at ${width} px, ${edge}`;
          await link.evaluate((element, block) => element.scrollIntoView({ block, behavior: 'instant' }), edge);
          await page.mouse.move(0, 0);
          await link.hover();
          const preview = page.getByRole('tooltip');
          await expect(preview, where).toBeInViewport({ ratio: 1 });
          const box = (await preview.boundingBox())!;
          const place = (await link.boundingBox())!;
          expect(box.x, where).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width, where).toBeLessThanOrEqual(width);
          const gap = Math.max(box.y - place.y - place.height, place.y - box.y - box.height);
          expect(gap, `${where}: from the link to its preview`).toBeLessThan(10);
          const overflow = await preview.evaluate((element) => ({
            text: element.scrollWidth - element.clientWidth,
            page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          }));
          expect(overflow, `${where}: beyond the edges`).toEqual({ text: 0, page: 0 });
          await page.keyboard.press('Escape');
        }
      }
    }
  }
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
  test('a touch shows a term and a source, and a second one follows the link', async ({ page }) => {
    await page.goto(PAGE);
    for (const link of [page.locator('a.term').first(), page.locator('main > p .cite a').first()]) {
      await link.tap();
      await expect(page.getByRole('tooltip')).not.toBeEmpty();
      await expect(page).toHaveURL(new RegExp(`${PAGE}$`));
    }
    await page.locator('main > p .cite a').first().tap();
    await expect(page).toHaveURL(/#source-1$/);
  });

  test('the number of each source is a target of 24 px, at least 24 px away from the one before', async ({ page }) => {
    await page.goto(PAGE);
    const targets = await page.locator('.cite a').evaluateAll((links) =>
      links.map((link) => {
        const { x, y, width, height } = link.getBoundingClientRect();
        return { size: Math.min(width, height), x: x + width / 2, y: y + height / 2 };
      }),
    );
    expect(targets.length).toBeGreaterThan(50);
    for (const [index, { size, x, y }] of targets.entries()) {
      const before = targets[index - 1];
      expect(size).toBeGreaterThanOrEqual(24);
      if (before) expect(Math.hypot(x - before.x, y - before.y), `number ${index}`).toBeGreaterThanOrEqual(24);
    }
  });
});

test('figures follow the theme', async ({ page }) => {
  await page.goto('concepts/docker-vs-virtual-machines/');
  const colors = () =>
    page.locator('.figure .box').evaluateAll((boxes) => boxes.map((box) => getComputedStyle(box).color));
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await colors();
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await colors();
  expect(dark.filter((color, index) => color === light[index])).toEqual([]);
  expect(dark.length).toBeGreaterThan(5);
});

/** What figures show of the host, by their pages. */
const HOST_PARTS = {
  'concepts/docker-vs-virtual-machines/': ['App A', 'App B', 'Hypervisor', 'Hardware', 'Hardware', 'Virtual machines'],
  'concepts/how-docker-works/': ['docker', 'Docker host', 'dockerd', 'containerd', 'runc'],
  'concepts/where-docker-runs/': ['Virtual machine', 'Virtual machine', 'macOS', 'Linux', 'macOS', 'Windows'],
  'registries/where-images-are-stored/': ['Docker host'],
};

test('the host is neutral in figures, whatever color their section has', async ({ page }) => {
  for (const [path, parts] of Object.entries(HOST_PARTS)) {
    await page.goto(path);
    const neutral = await page
      .locator('figcaption')
      .first()
      .evaluate((element) => getComputedStyle(element).color);
    const inNeutral = await page.locator('.figure :is(.box:not(.solid), b)').evaluateAll(
      (shapes, neutral) =>
        shapes
          .filter((shape) => getComputedStyle(shape).borderTopColor === neutral) // of a name, this is the color of its text
          .map((shape) => (shape as HTMLElement).innerText.split('\n').find((line) => line.trim())),
      neutral,
    );
    expect(inNeutral.sort(), path).toEqual(parts.sort());
  }
});

test('arrows are at the height of the pictures, and words are next to their arrow', async ({ page }) => {
  const boxes = (selector: string) =>
    page.locator(selector).evaluateAll((elements) =>
      elements.map((element) => {
        const { left, right, top, bottom, width } = element.getBoundingClientRect();
        return { left, right, width, middle: (top + bottom) / 2 };
      }),
    );
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('concepts/what-is-docker/');
  const pictures = await boxes('.station svg');
  for (const arrow of await boxes('.chain > .arrow svg'))
    expect(Math.abs(arrow.middle - pictures[0]!.middle)).toBeLessThanOrEqual(2);
  for (const media of ['screen', 'print'] as const) {
    await page.emulateMedia({ media });
    const stations = await boxes('.station');
    for (const [index, { width }] of (await boxes('.station code')).entries())
      expect(width).toBeLessThan(Math.min(stations[index]!.width, 140));
  }
  await page.emulateMedia({ media: 'screen' });
  await page.goto('concepts/container-lifecycle/');
  const arrows = await boxes('.arrow:has(+ .label) svg');
  const labels = await boxes('.arrow + .label');
  expect(labels).toHaveLength(2);
  for (const [index, { left }] of labels.entries()) {
    expect(left - arrows[index]!.right).toBeGreaterThan(0);
    expect(left - arrows[index]!.right).toBeLessThan(24);
  }
});

test('a value shows its date and links its record, which says when its review is due', async ({ page }) => {
  const facts = parse(readFileSync('content/facts/docker-hub.yaml', 'utf8')) as Record<string, Fact>;
  const { asOf, reviewBy } = facts['hub-pull-limit-anonymous']!;
  await page.goto('registries/docker-hub/');
  const fact = page.locator('.fact', { hasText: '100 pulls per 6 hours' }).first();
  await expect(fact.locator('time')).toHaveAttribute('datetime', asOf);
  await fact.getByRole('link').hover();
  await expect(page.getByRole('tooltip')).toContainText(`As of ${dateOf(asOf)}, review due ${dateOf(reviewBy)}.`);
  await fact.getByRole('link').click();
  const record = page.locator('.facts li:target');
  await expect(record).toContainText('100 pulls per 6 hours');
  await expect(record).toContainText(`As of ${dateOf(asOf)}, review due ${dateOf(reviewBy)}.`);
  await expect(record.locator('.cite a').first()).toBeVisible();
  await record.getByRole('button', { name: 'Back to the text' }).click();
  await expect(fact.getByRole('link')).toBeFocused();
});

test('a value whose record is on another page shows it', async ({ page }) => {
  await page.goto('reference/what-changed/');
  const link = page.locator('.fact a:not([href^="#"])').first();
  const text = await link.textContent();
  await link.hover();
  await expect(page.getByRole('tooltip')).toContainText(text!);
  await expect(page.getByRole('tooltip')).toContainText('As of');
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
