/** A trainer checks the links of a course, reads the verdicts, and saves a repaired file. Nothing leaves the browser. */
import type { Page } from '@playwright/test';
import { globSync, readFileSync } from 'node:fs';
import { redirectsSchema } from '../../src/model/redirects.ts';
import { strToU8, zipSync } from 'fflate';
import { parse } from 'yaml';
import { judge, type Promises } from '../../src/links/course/judge.ts';
import { findLinks } from '../../src/links/course/links.ts';
import { readFile } from '../../src/links/course/read-file.ts';
import { parseRoot } from '../../src/links/course/roots.ts';
import { COURSE_FILES, DAY, PROMISES, ROOT } from '../course-files.ts';
import { axeViolations } from './axe.ts';
import { serve } from '../../scripts/serve.ts';
import {
  compressedSize,
  DIST,
  DIST_WITH_SITE_URL,
  expect,
  openAndSettle,
  promisedAddresses,
  SITE_URL,
  test,
} from './fixtures.ts';

const CHECKER = 'teach/check/';
const deck = COURSE_FILES.find(({ name }) => name === 'deck.pptx')!;

/** Drops files on the form, as a hand would. */
async function drop(page: Page, files: [name: string, bytes: Uint8Array][]): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    (files) => {
      const transfer = new DataTransfer();
      for (const { name, bytes } of files) transfer.items.add(new File([Uint8Array.from(bytes)], name));
      return transfer;
    },
    files.map(([name, bytes]) => ({ name, bytes: [...bytes] })),
  );
  await page.locator('.course-check').dispatchEvent('drop', { dataTransfer });
}

/** The day on which the record of changes began. */
const { first } = JSON.parse(readFileSync(`${DIST}/changes.json`, 'utf8')) as { first: string };
/** What somebody should know who has named no other address of the site. */
const OTHER_ADDRESS = ' If your course uses another address of this site, add it above.';
const FIRST_DAY = new Date(first).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

test('pasted text and files are checked, a broken one gets a sentence, and the repaired file and the report are saved', async ({
  page,
  sites,
  problems,
}) => {
  await openAndSettle(page, CHECKER);
  await page.route('**/links.json', (route) => route.fulfill({ json: PROMISES }));
  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));

  await page.getByLabel('Paste text with links').fill(
    `See ${sites['/']}concepts/old/ and ${sites['/']}concepts/images/. <iframe src="${sites['/']}concepts/images/"></iframe>
      ${sites['/']}chapter7/ http://old.example.org/docs/concepts/images/ http://old.example.org/docs/concepts/old/`,
  );
  await drop(page, [
    ['broken.docx', deck.bytes.subarray(0, 700)],
    [deck.name, deck.bytes],
  ]);
  await page.getByLabel('Other addresses').fill('nonsense');
  await page.getByRole('button', { name: 'Check links' }).click();
  const status = page.locator('.course-check [role="status"]');
  await expect(status).toContainText('“nonsense” isn’t an address');
  await page.getByLabel('Other addresses').fill(ROOT);
  await page.getByLabel('changed since').fill(DAY);
  await page.getByRole('button', { name: 'Check links' }).click();
  await expect(status).toHaveText(
    'Done. 1 file couldn’t be read. 9 links to this site. ' +
      'Fine: 1, Old address: 3, Moved: 1, Gone: 1, Can’t be framed: 1, Doesn’t exist: 2. ' +
      `${OTHER_ADDRESS.trim()} Possibly: old.example.org/docs/ (2 links). Changes before ${FIRST_DAY} aren’t known.`,
  );

  const files = page.locator('.course-results section');
  await expect(files.getByRole('heading')).toHaveText(['pasted text.txt', 'broken.docx', 'deck.pptx']);
  const rows = (file: number) => files.nth(file).locator('tbody').getByRole('row');
  await expect(rows(0).nth(0).getByRole('cell')).toHaveText([
    'line 1, column 5',
    `${sites['/']}concepts/old/`,
    'Moved',
    'It’s now at /concepts/new/ Replace it',
  ]);
  await expect(rows(0).nth(1).getByRole('cell').nth(2)).toHaveText('Fine');
  await expect(rows(0).nth(2).getByRole('cell').last()).toHaveText(
    'Browsers show it only on this site itself, not in a frame. Link to it, or frame the embed of a table or row.',
  );
  await expect(rows(0).nth(3).getByRole('cell').last()).toContainText('none is similar');
  await expect(files.nth(0).getByRole('checkbox')).toHaveCount(1);
  await expect(files.nth(1)).toContainText('It is damaged or incomplete.');
  await expect(files.nth(2)).toContainText('Read as a PowerPoint presentation. 5 links to this site. Old address: 3,');
  await expect(rows(2)).toHaveCount(5);
  await expect(rows(2).nth(4)).toContainText('Removed on 3 May 2026. It no longer exists. Use instead: /concepts/');
  await expect(rows(2).nth(0)).toContainText('Did you mean /concepts/images/#layers?');
  await expect(rows(2).nth(2).getByRole('cell')).toHaveText([
    'slide 2',
    `${ROOT}concepts/images/#layers`,
    'Old address',
    'On this site, it’s at /concepts/images/#layers Replace it',
  ]);

  // Only what is certain is replaced, unless the reader decides otherwise.
  const checked = await rows(2).getByRole('checkbox').evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).checked)); // prettier-ignore
  expect(checked).toEqual([false, true, true, true, false]);
  await rows(2).nth(0).getByRole('checkbox').check();
  const saved = page.waitForEvent('download');
  await files.nth(2).getByRole('button', { name: 'Download repaired file (4 addresses replaced)' }).click();
  expect((await saved).suggestedFilename()).toBe('deck.repaired.pptx');
  const repaired = await readFile('deck.pptx', readFileSync(await (await saved).path()));
  const roots = [parseRoot(ROOT)!, parseRoot(sites['/'])!];
  expect(findLinks(repaired, roots).map(({ rest, root }) => [rest, root])).toEqual([
    ['concepts/images/#layers', 1],
    ['concepts/volumes/', 1],
    ['concepts/images/#layers', 1],
    ['concepts/new/#place', 1],
    ['concepts/removed/', 0],
  ]);
  const report = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download report' }).click();
  const lines = readFileSync(await (await report).path(), 'utf8').split('\r\n');
  expect(lines).toHaveLength(12);
  expect(lines[0]).toBe('File,Place,Address,Verdict,Better address,What to do');
  expect(lines[1]).toBe(
    `pasted text.txt,"line 1, column 5",${sites['/']}concepts/old/,Moved,${sites['/']}concepts/new/,It’s now at ${sites['/']}concepts/new/`,
  );

  expect(lines[5]).toMatch(/^broken\.docx,,,Not read,,It is damaged or incomplete/);
  expect(lines[8]).toBe(
    `deck.pptx,slide 2,${ROOT}concepts/images/#layers,Old address,${sites['/']}concepts/images/#layers,"On this site, it’s at ${sites['/']}concepts/images/#layers"`,
  );

  expect(
    requests.filter(
      (request) => !/^GET (blob:|\S+\/(links|changes)\.json$|\S+\/_astro\/worker-[\w-]+\.js$)/.test(request),
    ),
  ).toEqual([]);
  expect(requests.filter((request) => !request.includes(sites['/']))).toEqual([]);

  await page.getByLabel('List only problems').press('Space');
  await expect(rows(0)).toHaveCount(3);
  await expect(rows(0).first()).toContainText('Moved');
  await expect(rows(2)).toHaveCount(5);
  await expect(rows(2).nth(0).getByRole('checkbox')).toBeChecked();
  await expect(files.nth(0)).toContainText('Only problems are listed.');
  for (const [width, colorScheme] of [[1280, 'dark'], [360, 'light']] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    expect(await axeViolations(page), `${width} px`).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), 'no sideways scrolling').toBe(width);
  } // prettier-ignore
  expect(problems).toEqual([]);
});

test('a link that a document has twice in one place is one line, and is repaired in both', async ({ page, sites }) => {
  const link = '<a:hlinkClick r:id="rId1"/>';
  const slides = zipSync({
    'ppt/presentation.xml': strToU8('<p:presentation/>'),
    'ppt/slides/slide1.xml': strToU8(link + link),
    'ppt/slides/_rels/slide1.xml.rels': strToU8(`<Relationship Id="rId1" Target="${sites['/']}Concepts/"/>`),
    'ppt/slides/slide2.xml': strToU8(link),
    'ppt/slides/_rels/slide2.xml.rels': strToU8(`<Relationship Id="rId1" Target="${sites['/']}teach/"/>`),
  });
  await page.goto(CHECKER);
  await drop(page, [['twice.pptx', slides]]);
  await page.getByRole('button', { name: 'Check links' }).click();
  await expect(page.locator('.course-results tbody').getByRole('cell')).toHaveText([
    'slide 1 (2 times)',
    `${sites['/']}Concepts/`,
    'Wrong capitalization',
    'It works only with this capitalization: /concepts/ Replace it',
    'slide 2',
    `${sites['/']}teach/`,
    'Fine',
    'Nothing to do.',
  ]);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download repaired file (1 address replaced)' }).click();
  const repaired = await readFile('twice.pptx', readFileSync(await (await saved).path()));
  expect(findLinks(repaired, [parseRoot(sites['/'])!]).map(({ rest }) => rest)).toEqual([
    'concepts/',
    'concepts/',
    'teach/',
  ]);
});

test('a place that works without a promise is told from one that doesn’t exist, and from a page that doesn’t', async ({
  page,
  sites,
}) => {
  const paths = ['what-is-dockr/', 'what-is-docker/#source-3', 'what-is-docker/#source-300'];
  const addresses = paths.map((path) => `${sites['/']}concepts/${path}`);
  await page.goto(CHECKER);
  await page.getByLabel('Paste text with links').fill(addresses.join('\n'));
  await page.getByRole('button', { name: 'Check links' }).click();
  const cells = page.locator('.course-results tbody').getByRole('cell');
  const unknown = ['Doesn’t exist', /^This site has no such address\. Did you mean \/concepts\/what-is-docker\//];
  const unpromised = ['Not promised', /^It works today, but .+ promised address: \/concepts\/what-is-docker\//];
  await expect(cells).toHaveText(
    addresses.flatMap((address, index) => [`line ${index + 1}, column 1`, address, ...(index === 1 ? unpromised : unknown)]),
  ); // prettier-ignore
  await expect(page.getByRole('checkbox', { name: 'Replace it' })).toHaveCount(3);
  await expect(page.getByRole('checkbox', { name: 'Replace it', checked: true })).toHaveCount(0);
});

test('it knows every address that was promised, and each that has moved, and shows how far it is', async ({
  page,
  sites,
}) => {
  const { places } = redirectsSchema.parse(parse(readFileSync('content/redirects.yaml', 'utf8')));
  const isMoved = (address: string) =>
    places.some(({ from }) => from === address) ||
    readFileSync(`${DIST}${address.replace(/#.*/, '')}index.html`, 'utf8').includes('This page has moved');
  const moved = [...promisedAddresses].filter(isMoved).length;
  expect(moved).toBeGreaterThan(0);

  await page.goto(CHECKER);
  await page.locator('.course-check progress').evaluate((bar: HTMLProgressElement) => {
    const values: number[] = Object.assign(window, { values: [] }).values;
    new MutationObserver(() => bar.hasAttribute('value') && values.push(bar.value)).observe(bar, { attributes: true });
  });
  const addresses = [...promisedAddresses].map((address) => sites['/'] + address.slice(1));
  await page.getByLabel('Paste text with links').fill(addresses.join('\n'));
  await page.getByRole('button', { name: 'Check links' }).click();
  await expect(page.locator('.course-check [role="status"]')).toHaveText(
    `Done. ${addresses.length} links to this site. Fine: ${addresses.length - moved}, Moved: ${moved}.${OTHER_ADDRESS}`,
  );
  await expect(page.locator('.course-results')).toContainText('These are the first 1000 links.');
  // Of one text, too, the share that is done is known, and only grows.
  const values = await page.evaluate(() => (window as unknown as { values: number[] }).values);
  expect(new Set(values.map((value) => Math.floor(value * 10))).size).toBeGreaterThan(3);
  expect(values).toEqual(values.toSorted((a, b) => a - b));
});

test('it knows every file of the site, and every address that the page for trainers calls stable', () => {
  for (const folder of [DIST, DIST_WITH_SITE_URL]) {
    const promises = JSON.parse(readFileSync(`${folder}/links.json`, 'utf8')) as Promises;
    const files = globSync('**/*.*', { cwd: folder }).filter(
      (file) => !/^(?:_astro|_headers|search|embed)\b/.test(file),
    );
    expect(files.length).toBeGreaterThan(200);
    const [, section = ''] = /\{#stable\}(.*?)\n###? /s.exec(readFileSync('content/teach/index.mdx', 'utf8')) ?? [];
    const addresses = Array.from(section.matchAll(/`([\w…][^`]*(?:[/#]|\.\w)[^`]*)`/g), ([, address]) =>
      address!
        .replace('TABLE', 'docker-features')
        .replace('ROW', 'portability')
        .replace(/^…\//, 'concepts/what-is-docker/')
        .replace(/(\S+)#(\w+-)…/, (_, page: string, start: string) =>
          `${page}#${promises.kept[`/${page}`]!.find((id) => id.startsWith(start))!}`)
        .replace(/^packages\/[\w-]+$/, '$&.gift.txt'),
    ).filter((address) => !address.startsWith('_astro')); // prettier-ignore
    expect(addresses).toContain('concepts/what-is-docker/changes.atom');
    expect(addresses).toContain('packages/docker-basics.gift.txt');
    expect([...files, ...addresses].filter((address) => judge(address, promises).verdict !== 'fine')).toEqual([]);
  }
});

test('a copy of the site at another address knows the links to its public address', async ({ page }) => {
  const { address, server } = await serve({ folder: DIST_WITH_SITE_URL });
  await page.goto(address + CHECKER);
  await page.getByLabel('Paste text with links').fill(`${SITE_URL}concepts/ and ${address}teach/`);
  await page.getByRole('button', { name: 'Check links' }).click();
  await expect(page.locator('.course-check [role="status"]')).toHaveText(
    `Done. 2 links to this site. Fine: 2.${OTHER_ADDRESS}`,
  );
  await page.getByLabel('changed since').fill('2020-01-01');
  await page.getByRole('button', { name: 'Check links' }).click();
  await expect(page.locator('.course-check [role="status"]')).toHaveText(
    new RegExp(`^Done\\. 2 links to this site\\..*${OTHER_ADDRESS} Changes before ${FIRST_DAY} aren’t known\\.$`),
  );
  await expect(page.getByRole('checkbox', { name: 'Replace it' })).toHaveCount(0);
  server.close();
});

test('a check is canceled, by keyboard, and another one follows', async ({ page }) => {
  await page.goto(CHECKER);
  await page.route('**/links.json', () => {}); // never answered
  await page.getByLabel('Paste text with links').fill(ROOT);
  await page.getByRole('button', { name: 'Check links' }).press('Enter');
  await page.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(page.locator('.course-check [role="status"]')).toHaveText('Canceled.');
  await expect(page.getByRole('button', { name: 'Check links' })).toBeFocused();
  await page.unroute('**/links.json');
  await page.getByRole('button', { name: 'Check links' }).press('Enter');
  const status = page.locator('.course-check [role="status"]');
  await expect(status).toHaveText(`Done. 0 links to this site.${OTHER_ADDRESS}`);

  // What was found goes when it is out of date.
  await expect(page.getByRole('heading', { name: 'pasted text.txt' })).toBeVisible();
  await page.getByLabel('Paste text with links').fill('');
  await page.getByRole('button', { name: 'Check links' }).press('Enter');
  await expect(status).toHaveText('Paste some text or choose a file first.');
  await expect(page.getByRole('heading', { name: 'pasted text.txt' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Download report' })).toBeHidden();
});

test('its scripts weigh at most 15 KB, with the worker', async ({ page }) => {
  const scripts = new Set<string>();
  page.on('request', (request) => {
    if (request.url().endsWith('.js')) scripts.add(new URL(request.url()).pathname.slice(1));
  });
  await openAndSettle(page, 'teach/');
  const everywhere = new Set(scripts);
  await page.goto(CHECKER);
  await page.getByLabel('Paste text with links').fill('x');
  await page.getByRole('button', { name: 'Check links' }).click();
  await expect(page.locator('.course-check [role="status"]')).toContainText('Done.');
  const own = [...scripts].filter((file) => !everywhere.has(file));
  expect(own.filter((file) => file.includes('/worker-'))).toHaveLength(1);
  const bytes = own.map((file) => compressedSize(readFileSync(`${DIST}/${file}`), 0)).reduce((sum, size) => sum + size);
  expect(bytes).toBeLessThanOrEqual(15_000);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says what it needs', async ({ page }) => {
    await page.goto(CHECKER);
    await expect(page.getByText('To check files, turn on JavaScript.')).toBeVisible();
    await expect(page.locator('.course-check')).toBeHidden();
  });
});
