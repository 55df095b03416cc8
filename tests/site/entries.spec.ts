/** The lists of entries: error messages and their finder, misconceptions with verdicts, sources, and values. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { expect, test } from './fixtures.ts';

const readEntries = <T>(file: string) => Object.entries(parse(readFileSync(file, 'utf8')) as Record<string, T>);

test('a pasted error message finds its entry', async ({ page }) => {
  await page.goto('practice/troubleshooting/');
  await page
    .getByLabel('Paste your error message')
    .fill('docker: Error response from daemon: Bind for 0.0.0.0:80 failed:\n  port is already allocated.');
  const result = page.locator('.error-finder').getByRole('link');
  await expect(result).toHaveText(/port is already allocated/);
  await result.click();
  await expect(page.locator('h3:target')).toHaveText(/port is already allocated/);
  await expect(page.locator('h3:target')).toBeInViewport();
  await page.getByLabel('Paste your error message').fill('something else entirely');
  await expect(page.locator('.error-finder [role="status"]')).toHaveText('This message is not among the ones below.');
});

test('the field for an error message is in the first screen, and does not move the page when it appears', async ({
  page,
}) => {
  for (const [width, height] of [
    [360, 740],
    [1280, 800],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto('practice/troubleshooting/');
    const field = page.getByLabel('Paste your error message');
    await expect(field, `${width} px`).toBeInViewport({ ratio: 0.5 });
    const text = page.locator('main h2').first();
    const ready = (await text.boundingBox())!;
    await field.evaluate((element) => element.closest('form')!.removeAttribute('data-ready'));
    await expect(field).toBeHidden();
    expect((await text.boundingBox())!, 'before its script has run').toEqual(ready);
  }
});

test('an error message in the address is found, as a form on another page sends it', async ({ page, sites }) => {
  const message = new URLSearchParams({ error: 'exec /app: exec format error' });
  await page.goto(`${sites['/docs/']}practice/troubleshooting/?${message.toString()}`);
  await expect(page.getByLabel('Paste your error message')).toHaveValue('exec /app: exec format error');
  const result = page.locator('.error-finder').getByRole('link');
  await expect(result).toHaveText(/exec format error/);
  await result.click();
  await expect(page.locator('h3:target')).toBeInViewport();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the entries are visible, and the field for pasting is not', async ({ page }) => {
    await page.goto('practice/troubleshooting/?error=denied');
    await expect(page.locator('.error-finder'), 'it takes no space').toHaveCSS('display', 'none');
    await expect(page.locator('.entry').first()).toBeVisible();
  });
});

test('every error message has a cause, a cure and a source', async ({ page }) => {
  const errors = readEntries<{ text: string }>('content/errors.yaml');
  await page.goto('practice/troubleshooting/');
  // The order of the file matters: the first pattern that matches a pasted message wins.
  const shown = await page.locator('.entry h3').evaluateAll((headings) => headings.map((heading) => heading.id));
  expect(shown).toEqual(errors.map(([id]) => `error-${id}`));
  for (const [id, { text }] of errors) {
    const entry = page.locator('.entry', { has: page.locator(`[id="error-${id}"]`) });
    await expect(entry.getByRole('heading')).toHaveText(text);
    await expect(entry.getByText('Cause.', { exact: true })).toBeVisible();
    await expect(entry.getByText('Cure.', { exact: true })).toBeVisible();
    await expect(entry.locator('.row-sources a').first()).toBeVisible();
  }
});

test('every misconception says what is true, why it seems otherwise, and how to check it', async ({ page }) => {
  const misconceptions = readEntries<{ verdict: string }>('content/misconceptions.yaml');
  expect(misconceptions.length).toBeGreaterThanOrEqual(25);
  await page.goto('reference/misconceptions/');
  await expect(page.locator('.entry')).toHaveCount(misconceptions.length);
  for (const [id, { verdict }] of misconceptions) {
    const entry = page.locator('.entry', { has: page.locator(`[id="misconception-${id}"]`) });
    await expect(entry.locator('q')).toHaveAttribute('data-nosnippet');
    await expect(entry.locator('.correction strong').first()).toHaveText(new RegExp(`^${verdict}$`, 'i'));
    await expect(entry.getByText('Why it seems true.')).toBeVisible();
    await expect(entry.getByText('See for yourself.')).toBeVisible();
    await expect(entry.locator('.row-sources a').first()).toBeVisible();
  }
});

test('every source lists the pages that cite it', async ({ page }) => {
  const sources = readEntries<{ linkOnly?: true }>('content/sources.yaml').filter(([, { linkOnly }]) => !linkOnly);
  await page.goto('reference/sources/');
  await expect(page.locator('.source-index > li')).toHaveCount(sources.length);
  for (const item of await page.locator('.source-index > li').all()) {
    await expect(item.locator('time[datetime]')).toHaveText(/^\d{1,2} \w+ \d{4}$/);
    await expect(item.locator('small a').first()).toHaveAttribute('href', /\/$/);
  }
});

test('every value says when its review is due and where it is shown', async ({ page }) => {
  await page.goto('reference/facts/');
  const items = page.locator('main ul.facts > li');
  expect(await items.count()).toBeGreaterThan(30);
  for (const item of await items.all()) {
    await expect(item).toContainText(/As of .* review due .*\. Shown on \S/);
    await expect(item.locator('a').first()).toHaveAttribute('href', /#fact-/);
  }
  // This page shows them all, which says nothing.
  await expect(items.locator('small').getByRole('link', { name: 'Values that may change' })).toHaveCount(0);
});

for (const [path, name, titles] of [
  ['reference/glossary/', 'Terms by letter', ['A', 'C', 'D', 'W']],
  ['reference/sources/', 'Publishers by letter', ['A', 'D', 'K', 'M']],
  ['reference/misconceptions/', 'Misconceptions by topic', ['Containers', 'Images']],
  ['practice/troubleshooting/', 'Error messages by topic', ['The registry answers', 'Names, builds, Compose']],
  ['reference/commands/', 'Topics: The main commands of this site', ['Containers', 'Volumes', 'Amazon ECR']],
  ['reference/facts/', 'Values by the day of their review', ['Due 1 March 2027']],
] as const) {
  test(`/${path} begins with links into its list, each of which leads to another place`, async ({ page }) => {
    await page.goto(path);
    const links = page.getByRole('navigation', { name }).getByRole('link');
    const texts = await links.allTextContents();
    expect(texts).toEqual(expect.arrayContaining([...titles]));
    const tops: number[] = [];
    for (const link of await links.all()) {
      const { width, height } = (await link.boundingBox())!;
      expect(Math.min(width, height), 'a target of 24 px').toBeGreaterThanOrEqual(24);
      const target = page.locator((await link.getAttribute('href'))!);
      tops.push((await target.boundingBox())!.y);
    }
    expect(tops.length).toBeGreaterThan(3);
    expect(
      tops.every((top, index) => index === 0 || top > tops[index - 1]!),
      'in the order of the page',
    ).toBe(true);
  });
}

test('each letter of the glossary leads to its first term', async ({ page }) => {
  await page.goto('reference/glossary/');
  const names = await page.locator('.glossary dt').evaluateAll((terms) => terms.map((term) => term.textContent.trim()));
  const letters = page.getByRole('navigation', { name: 'Terms by letter' });
  for (const letter of await letters.getByRole('link').all()) {
    const text = (await letter.textContent())!;
    const first = names.find((name) => name.toUpperCase().startsWith(text));
    await letter.click();
    await expect(page.locator('.glossary :target dt')).toContainText(first!.split(/\s{2}|\n/)[0]!);
  }
  expect(new Set(names.map((name) => name[0]!.toUpperCase())).size).toBe(await letters.getByRole('link').count());
});
