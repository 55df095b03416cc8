/** Packages for learning platforms: the ready ones of the whole site, and those that a reader chooses on the handout page. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { collectItems } from '../../src/exports/packages/collect.ts';
import { contentsOf, pack } from '../../src/exports/packages/pack.ts';
import { KINDS } from '../../src/kinds/registry.ts';
import { PACKAGE_FORMATS, packagePath, PACKAGES } from '../../src/model/package-files.ts';
import { readRecord, recordedDays } from '../../src/model/record.ts';
import { readContent } from '../../src/model/read.ts';
import { readCartridge, readGift, readGlossaryXml, type ReadEntry } from '../package-readers.ts';
import { DIST_WITH_SITE_URL, expect, HANDOUT, SITE_URL, test } from './fixtures.ts';

const items = collectItems(readContent('.', KINDS), recordedDays(readRecord()));
const PACKAGES_PAGE = 'teach/packages/';

test('the page of packages links a file of the whole site in each format, and says what it contains', async ({
  page,
}) => {
  await page.goto(PACKAGES_PAGE);
  for (const format of PACKAGE_FORMATS) {
    const link = page.locator('main').locator(`a[href$="${packagePath(format)}"]`);
    const response = await page.request.get(await link.evaluate((element: HTMLAnchorElement) => element.href));
    expect(Buffer.compare(await response.body(), pack(format, items))).toBe(0);
    const entry = link.locator('..');
    for (const what of [PACKAGES[format][1], ...contentsOf(format, items)]) await expect(entry).toContainText(what);
  }
  await expect(page.getByRole('main')).toContainText('its public address wasn’t set');
  for (const format of PACKAGE_FORMATS) {
    const file = readFileSync(`${DIST_WITH_SITE_URL}${packagePath(format)}`);
    expect(Buffer.compare(file, pack(format, items, SITE_URL)), format).toBe(0);
  }
});

/** Presses the button, and reads what the browser saves. */
async function download(page: Page, format: keyof typeof PACKAGES) {
  await page.getByLabel('Package for a learning platform').selectOption(PACKAGES[format][1]);
  const button = page.getByRole('button', { name: 'Download package' });
  await expect(button).toBeEnabled();
  const saved = page.waitForEvent('download');
  await button.press('Enter');
  const file = await saved;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

const flat = (entries: ReadEntry[]): ReadEntry[] => entries.flatMap((entry) => [entry, ...flat(entry.entries)]);

test('a page, a term and a row become packages in the browser, with links, and the address keeps the choice', async ({
  page,
  problems,
  sites,
}) => {
  await page.setViewportSize({ width: 360, height: 800 });
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(HANDOUT);
  await page.getByRole('checkbox', { name: 'Common misconceptions', exact: true }).press('Space');
  const field = page.getByLabel(/^Add a row/);
  for (const place of ['reference/glossary/#digest', 'practice/clean-up/#clean-up-image-prune']) {
    await field.fill(`${sites['/']}${place}`);
    await field.press('Enter');
    await expect(field).toHaveValue('');
  }
  await expect(page.locator('.glossary > div:visible')).toHaveCount(1);
  expect(requests.filter((url) => url.endsWith('items.json'))).toEqual([]);

  const gift = await download(page, 'gift');
  expect(gift.name).toBe('docker-basics-selection.gift.txt');
  await expect(page.locator('form.handout [role="status"]')).toContainText(
    'Downloaded docker-basics-selection.gift.txt.',
  );
  const { questions } = readGift(gift.bytes);
  const misconceptions = items.pages.find(({ slug }) => slug === 'reference/misconceptions')!.misconceptions;
  expect(questions.map(({ id }) => id).filter((id) => !id.endsWith('--true'))).toEqual(
    misconceptions.filter(({ verdict }) => verdict === 'wrong').map(({ id }) => id),
  );
  expect(questions[0]!.feedback.links[0]).toBe(`${sites['/']}reference/misconceptions/#${questions[0]!.id}`);

  const query = new URL(page.url()).searchParams;
  expect(query.get('package')).toBe('gift');
  expect(query.getAll('show').sort()).toEqual([
    'practice/clean-up/clean-up-image-prune',
    'reference/glossary/digest',
    'reference/misconceptions',
  ]);
  await page.reload();
  await expect(page.getByLabel('Package for a learning platform')).toHaveValue('gift');
  await page.getByLabel('Handout title').fill('Größe & Ähnliches: Day 1');

  const cartridge = await download(page, 'cartridge');
  expect(cartridge.name).toBe('grosse-ahnliches-day-1.imscc');
  const { title, modules } = await readCartridge(cartridge.bytes);
  expect(title).toBe('Größe & Ähnliches: Day 1');
  const links = flat(modules).flatMap(({ url }) => url ?? []);
  expect(links.sort()).toEqual([
    `${sites['/']}practice/clean-up/#clean-up-image-prune`,
    `${sites['/']}reference/misconceptions/`,
  ]);
  expect(flat(modules).flatMap(({ quiz = [] }) => quiz.map(({ id }) => id))).toEqual(questions.map(({ id }) => id));
  await page.getByLabel('Handout title').fill('容器');
  const glossary = await download(page, 'glossary');
  expect(glossary.name).toBe('docker-basics-selection.glossary.xml');
  const { terms } = readGlossaryXml(glossary.bytes);
  expect(terms.map(({ term }) => term)).toEqual(['digest']);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(problems).toEqual([]);
});

test('a multiple-choice question becomes a package alone, and what a format cannot hold is named', async ({
  page,
  sites,
}) => {
  const [first] = items.pages.flatMap(({ choices }) => choices);
  await page.goto(HANDOUT);
  await page.getByLabel(/^Add a row/).fill(`${sites['/']}${first!.address.slice(1)}`);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const ids = async () => readGift((await download(page, 'gift')).bytes).questions.map(({ id }) => id);
  const status = page.locator('form.handout [role="status"]');
  await page.getByLabel('Package for a learning platform').selectOption('GIFT');
  await expect(status, 'before the download').toHaveText(
    'On the handout: 1 page of this site, whole or in part. In the package: 1 multiple-choice question.',
  );
  expect(await ids()).toEqual([first!.id]);

  const [chosen] = new URL(page.url()).searchParams.getAll('show');
  const others = ['concepts/what-is-docker/check-yourself', 'reference/glossary/tag', 'reference/glossary/digest'];
  const figure = 'concepts/docker-vs-virtual-machines/figure-container-vs-vm';
  const sentence = 'concepts/docker-vs-virtual-machines/says-faster-and-easier';
  await page.goto(`${HANDOUT}?${[chosen, ...others, figure, sentence].map((choice) => `show=${choice}`).join('&')}`);
  const { choices, questions } = items.pages.find(({ slug }) => slug === 'concepts/what-is-docker')!;
  await page.getByLabel('Package for a learning platform').selectOption('GIFT');
  await expect(status).toHaveText(
    `On the handout: 4 pages of this site, whole or in part. In the package: ${choices.length} multiple-choice questions, ` +
      `${questions.length} open questions. Not part of this package: 2 terms, 1 figure, 1 sentence.`,
  );
  expect((await ids()).sort()).toEqual([...new Set([first!, ...choices, ...questions].map(({ id }) => id))].sort());

  await page.goto(HANDOUT);
  await page.getByRole('checkbox', { name: 'Quiz: commands' }).check();
  const inPractice = items.pages.filter(({ slug }) => slug.startsWith('practice/'));
  expect(await ids()).toEqual(inPractice.flatMap(({ choices }) => choices.map(({ id }) => id)));
});

test('all questions with answers become a package of all open questions', async ({ page }) => {
  await page.goto(HANDOUT);
  await page.getByRole('checkbox', { name: 'All questions with answers' }).check();
  const { questions } = readGift((await download(page, 'gift')).bytes);
  expect(questions.map(({ id }) => id)).toEqual(items.pages.flatMap(({ questions }) => questions.map(({ id }) => id)));
  expect(questions.every(({ kind }) => kind === 'open')).toBe(true);
});

test('a choice that has nothing for a format says so, and is not offered as a file', async ({ page }) => {
  await page.goto(`${HANDOUT}?show=reference/glossary/digest&package=gift`);
  const status = page.locator('form.handout [role="status"]');
  const button = page.getByRole('button', { name: 'Download package' });
  await expect(status).toContainText('Your selection has nothing for the package “GIFT”. Choose a page');
  await expect(button).toBeDisabled();
  await page.getByLabel('Package for a learning platform').selectOption('Anki');
  await expect(button).toBeEnabled();
  await page.getByLabel('Package for a learning platform').selectOption('None');
  await expect(button).toBeHidden();
});

test('without its script, no package is built, and the page says so', async ({ page }) => {
  await page.route('**/packages/items.json', (route) => route.abort());
  await page.goto(`${HANDOUT}?show=reference/glossary/digest&package=anki`);
  const status = page.locator('form.handout [role="status"]');
  await expect(status).toContainText('The package couldn’t be built');
  await page.unroute('**/packages/items.json');
  await page.getByRole('button', { name: 'Download package' }).click();
  await expect(status).toContainText('Downloaded docker-basics-selection.anki.txt.');
});
