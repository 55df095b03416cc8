/** The search: opened over any page, it answers with rows, terms and errors; the keyboard is enough; it can be linked. */
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { axeProblems } from './axe.ts';
import { DIST, DIST_WITH_SITE_URL, expect, pages, test } from './fixtures.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search' });
const field = (page: Page) => dialog(page).getByRole('combobox', { name: 'Search' });
const results = (page: Page) => page.getByRole('listbox', { name: 'Results' }).getByRole('option');

async function ask(page: Page, query: string) {
  await page.waitForLoadState(); // before that the script may not be there to hear the key
  await page.keyboard.press('/');
  await field(page).fill(query);
  await expect(results(page).first()).toBeVisible();
}

test('the link in the header opens it, Escape closes it and gives the focus back', async ({ page, problems }) => {
  await page.goto('concepts/what-is-docker/');
  const link = page.getByRole('banner').getByRole('link', { name: 'Search' });
  await link.click();
  await expect(field(page)).toBeFocused();
  await field(page).fill('seccomp');
  await expect(results(page).first()).toContainText('seccomp');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(link).toBeFocused();
  expect(problems).toEqual([]);
});

test('/ and Ctrl+K open it, not while somebody types; / can be turned off', async ({ page }) => {
  await page.goto('practice/troubleshooting/');
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await page.getByLabel('Paste your error message').pressSequentially('a/b');
  await expect(page.getByLabel('Paste your error message')).toHaveValue('a/b');
  await expect(dialog(page)).toBeHidden();

  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('/');
  await expect(field(page)).toHaveValue('');
  await page.getByLabel('The / key opens the search').uncheck();
  await page.reload();
  await page.keyboard.press('/');
  await page.keyboard.press('Control+k');
  await expect(field(page)).toHaveValue(''); // the first key did nothing, or it would stand here
  await expect(page.getByLabel('The / key opens the search')).not.toBeChecked();
});

test('a row is shown with its columns and its correction', async ({ page }) => {
  await page.goto('');
  await ask(page, 'portability');
  const answer = results(page).first();
  await expect(answer).toHaveAttribute('href', /\/concepts\/what-is-docker\/#docker-features-portability$/);
  await expect(answer).toContainText('Table row');
  // The words of the course and, beside them, what is true.
  const row = page.locator('#docker-features-portability');
  await expect(answer.locator('.correction')).toContainText(/^(Inexact|Wrong)/);
  const correction = await answer.locator('.correction').textContent();
  await answer.click();
  await expect(dialog(page)).toBeHidden();
  await expect(row).toBeInViewport();
  expect((await row.textContent())!.replace(/\s+/g, ' ')).toContain(correction!.split('. ')[1]!.slice(0, 40));
});

test('a term is shown with its definition, an error with cause and cure', async ({ page }) => {
  await page.goto('');
  await ask(page, 'hypervisor');
  await expect(results(page).first()).toContainText('Term');
  const parts = results(page).first().locator('.parts');
  await expect(parts).not.toBeEmpty(); // what is said there is fetched when the result is shown
  const definition = /^(.*?[.;])/.exec((await parts.textContent())!)![1]!;
  expect(JSON.parse(readFileSync(`${DIST}/terms.json`, 'utf8')).hypervisor).toContain(definition);

  const pasted = 'ERROR: failed to copy: write /var/lib/docker/tmp/x1f: no space left on device\n';
  await field(page).fill(pasted);
  await expect(results(page).first()).toContainText('no space left on device');
  await expect(results(page).first().locator('.label')).toHaveText(['Cause', 'Cure']);
  await expect(results(page).first()).toHaveAttribute('href', /\/practice\/troubleshooting\/#error-no-space-left$/);
});

test('other results stand under their page, with the words that match marked', async ({ page }) => {
  await page.goto('');
  await ask(page, 'pull limits');
  const group = page.getByRole('group', { name: 'Docker Hub', exact: true });
  await expect(group.getByRole('option').first()).toHaveAttribute('href', /\/registries\/docker-hub\//);
  await expect(group.locator('.title mark').first()).toHaveText(/pull|limit/i);
  await expect(group.locator('.excerpt mark').first()).toBeVisible();
});

test('arrow keys choose, Enter goes; Enter alone goes to the first; Tab walks through the links', async ({ page }) => {
  await page.goto('');
  await ask(page, 'volumes');
  const active = () => field(page).getAttribute('aria-activedescendant');
  expect(await active()).toBe(null);
  await page.keyboard.press('ArrowDown');
  expect(await active()).toBe(await results(page).nth(0).getAttribute('id'));
  await page.keyboard.press('ArrowDown');
  expect(await active()).toBe(await results(page).nth(1).getAttribute('id'));
  await expect(results(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await active()).toBe(await results(page).last().getAttribute('id'));
  await page.keyboard.press('Home'); // moves the cursor in the field, as anywhere
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const second = await results(page)
    .nth(1)
    .evaluate((link: HTMLAnchorElement) => link.href);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(second);

  await ask(page, 'seccomp');
  const first = await results(page)
    .first()
    .evaluate((link: HTMLAnchorElement) => link.href);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(first);

  await ask(page, 'seccomp');
  await page.keyboard.press('Tab'); // Close
  await page.keyboard.press('Tab');
  await expect(results(page).first()).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(results(page).nth(1)).toBeFocused();
});

test('results are counted aloud; where there are none it says so, with the nearest term and the list', async ({
  page,
}) => {
  await page.goto('');
  await ask(page, 'registry');
  const status = dialog(page).getByRole('status');
  await expect(status).toHaveText(`${await results(page).count()} results`);
  await field(page).fill('qqcomp');
  await expect(status).toContainText('Nothing found for “qqcomp”.');
  await expect(status.getByRole('link', { name: 'seccomp' })).toHaveAttribute('href', /glossary\/#seccomp$/);
  await expect(status.getByRole('link', { name: 'See all pages and terms.' })).toHaveAttribute(
    'href',
    /search\/#pages$/,
  );
  await expect(page.getByRole('listbox')).toBeHidden();
});

test('the page of the search gives the same results, and its address can be linked', async ({ page, problems }) => {
  await page.goto('');
  await ask(page, 'hub vs ecr');
  const links = () => results(page).evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  const inDialog = await links();
  await dialog(page).getByRole('link', { name: 'Link to these results' }).click();
  await expect(page).toHaveURL(/\/search\/\?q=hub\+vs\+ecr$/);
  await expect(page.getByRole('combobox', { name: 'Search this site' })).toHaveValue('hub vs ecr');
  await expect(results(page).first()).toBeVisible();
  expect(await links()).toEqual(inDialog);

  await page.keyboard.press('/');
  const onPage = page.getByRole('combobox', { name: 'Search this site' });
  await expect(onPage).toBeFocused();
  await onPage.fill('rootless');
  await expect(page).toHaveURL(/\/search\/\?q=rootless$/);
  await expect(page).toHaveTitle(/^rootless – Search/);
  expect(problems).toEqual([]);
});

test('it works where the site lies at another path', async ({ page, sites, problems }) => {
  await page.goto(`${sites.docs}registries/docker-hub/`);
  await ask(page, 'k8s');
  await expect(results(page).first()).toHaveAttribute('href', new RegExp(`^${sites.docs}`));
  await results(page).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(problems).toEqual([]);
});

test('the address follows the query at pauses in typing: browsers refuse more than some changes in a row', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const replaceState = history.replaceState.bind(history);
    const changes: unknown[] = [];
    Object.assign(window, { changes });
    history.replaceState = (...all) => (changes.push(all), replaceState(...all));
  });
  await page.goto('search/');
  const box = page.getByLabel('Search this site');
  await box.focus();
  await expect(box).toHaveRole('combobox');
  const query = 'where does docker keep the images of my own builds';
  await box.pressSequentially(query);
  await expect(page).toHaveURL(new RegExp(`\\?q=${query.replaceAll(' ', '\\+')}$`));
  const changes = await page.evaluate(() => (window as unknown as { changes: unknown[] }).changes.length);
  expect(changes).toBeLessThan(query.length / 3);

  // Who follows a result at once finds the query when going back.
  await box.fill('seccomp');
  await results(page).first().click();
  await page.goBack();
  await expect(box).toHaveValue('seccomp');
});

test('nothing of it is fetched before a reader reaches for it', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await page.goto('', { waitUntil: 'networkidle' });
  expect(fetched.filter((path) => /search|dialog|box/.test(path))).toEqual([]);
});

// The last one shows the longest answers that there are.
for (const query of [
  'docker hub',
  'where are images stored',
  'exec user process caused: exec format error',
  '.dockerignore',
]) {
  test(`a first search costs at most 60 KB: ${query}`, async ({ page }) => {
    await page.goto('', { waitUntil: 'networkidle' });
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await ask(page, query);
    await expect(page.locator('.parts, .excerpt').first()).not.toBeEmpty();
    await page.waitForLoadState('networkidle');

    const bytes = (path: string) => brotliCompressSync(readFileSync(DIST + path)).length;
    const sum = (paths: string[]) => paths.reduce((total, path) => total + bytes(path), 0);
    expect(fetched.some((path) => path.endsWith('search/index.json'))).toBe(true);
    expect(sum(fetched.filter((path) => /\.(js|css)$/.test(path))), 'bytes of code').toBeLessThanOrEqual(12 * 1024);
    // Each place adds some 50 bytes to the index. Of the words that readers ask with, the rarest can give way.
    const fix = 'A higher MIN_DOCUMENTS in src/search/pack.ts makes the index smaller, by 700 bytes at first.';
    expect(sum(fetched), `${fix} Fetched: ${fetched.join(' ')}`).toBeLessThanOrEqual(60_000);
  });
}

test('marking the query with the mouse, and opening a result elsewhere, leave the dialog open', async ({ page }) => {
  await page.goto('');
  await ask(page, 'registry');
  const box = (await field(page).boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(5, 300);
  await page.mouse.up();
  await expect(dialog(page)).toBeVisible();
  await results(page)
    .first()
    .click({ modifiers: ['Control'] });
  await expect(dialog(page)).toBeVisible();
  await page.mouse.click(5, 300);
  await expect(dialog(page)).toBeHidden();
});

test('on the page of the search, Escape hides the results, and without its script the field goes', async ({ page }) => {
  await page.goto('search/?q=registry');
  await expect(results(page).first()).toBeVisible();
  await page.getByRole('combobox', { name: 'Search this site' }).press('Escape');
  await expect(page.getByRole('listbox')).toBeHidden();
  await expect(page.getByRole('combobox', { name: 'Search this site' })).toHaveAttribute('aria-expanded', 'false');

  await page.route('**/_astro/page*.js', (route) => route.fulfill({ status: 404 }));
  await page.goto('search/?q=docker');
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await expect(page.locator('.page-list').first()).toBeVisible();
});

test('where the index cannot be fetched it says so and names the list; it tries again', async ({ page }) => {
  await page.route('**/search/index.json', (route) => route.abort(), { times: 2 });
  await page.goto('');
  await page.keyboard.press('/');
  await field(page).fill('a');
  await expect(dialog(page).getByRole('status')).toContainText('The search could not be loaded.');
  await field(page).fill('seccomp');
  await expect(results(page).first()).toContainText('seccomp');
});

test('where its script is gone after a new deployment, the link leads to the page', async ({ page }) => {
  await page.route('**/_astro/dialog*.js', (route) => route.fulfill({ status: 404 }));
  await page.goto('concepts/what-is-docker/');
  await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search');
});

for (const [width, height] of [
  [360, 400],
  [1280, 800],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing with results open, at ${width} px in ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      await page.goto('concepts/what-is-docker/');
      for (const query of ['portability', 'docker hub', 'exec format error', 'qqcomp']) {
        await page.keyboard.press('Control+k');
        await field(page).fill(query);
        await expect(dialog(page).getByRole('status')).toHaveText(/result|Nothing/);
        await page.waitForLoadState('networkidle');
        expect(await axeProblems(page, 'dialog'), query).toEqual([]);
        // The first answer can be seen above a software keyboard, and nothing scrolls sideways.
        if (query !== 'qqcomp') await expect(results(page).first()).toBeInViewport();
        expect(await dialog(page).evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
      }
    });
  }
}

test('in forced colors the chosen result is outlined', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('');
  await ask(page, 'seccomp');
  await page.keyboard.press('ArrowDown');
  await expect(results(page).first()).toHaveCSS('outline-style', 'solid');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the page lists all pages and all terms', async ({ page }) => {
    await page.goto('search/?q=docker');
    await expect(page.getByRole('textbox')).toHaveCount(0);
    for (const path of pages.filter((path) => path && path !== 'search/')) {
      await expect(page.locator(`main a[href$="${path}"]`).first()).toBeVisible();
    }
    const terms = Object.keys(JSON.parse(readFileSync(`${DIST}/terms.json`, 'utf8')));
    await expect(page.locator('main .terms a')).toHaveCount(terms.length);
  });
});

test('browsers can add it as a search engine, where the address of the site is known', () => {
  const file = readFileSync(`${DIST_WITH_SITE_URL}/opensearch.xml`, 'utf8');
  expect(file).toContain('template="https://docs.example.org/basics/search/?q={searchTerms}"');
  for (const path of pages) {
    expect(readFileSync(`${DIST_WITH_SITE_URL}/${path}index.html`, 'utf8')).toMatch(
      /<link rel="search" type="application\/opensearchdescription\+xml" href="[./]*opensearch.xml" title="[^"]+">/,
    );
    expect(readFileSync(`${DIST}/${path}index.html`, 'utf8')).not.toContain('opensearch');
  }
});
