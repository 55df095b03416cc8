/** The search opens over any page, finds rows, terms and errors, works with the keyboard, and its results have a link. */
import type { Locator, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { parse } from 'yaml';
import { axeViolations } from './axe.ts';
import { DIST, DIST_WITH_SITE_URL, expect, openAndSettle, pages, SITE_URL, test } from './fixtures.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search' });
const field = (page: Page) => dialog(page).getByRole('combobox', { name: 'Search' });
const fieldOnSearchPage = (page: Page) => page.getByRole('combobox', { name: 'Search this site' });
const results = (page: Page) => page.getByRole('listbox', { name: 'Results' }).getByRole('option');

/** Opens the dialog, types a query and waits for the results. */
async function search(page: Page, query: string) {
  await page.waitForLoadState(); // Until then the script may not listen for keys.
  await page.keyboard.press('/');
  await field(page).fill(query);
  await expect(page.getByRole('listbox', { name: 'Results' })).toHaveAttribute('aria-busy', 'false');
  await expect(results(page).first()).toBeVisible();
}

test('the link in the header opens the dialog, and Escape closes it and returns the focus', async ({
  page,
  problems,
}) => {
  await page.goto('concepts/what-is-docker/');
  const link = page.getByRole('banner').getByRole('link', { name: 'Search' });
  await link.click();
  await expect(field(page)).toBeFocused();
  await field(page).fill('seccomp');
  await expect(results(page).first()).toContainText(/seccomp/i);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(link).toBeFocused();
  expect(problems).toEqual([]);
});

test('/ and Ctrl+K open the dialog, / not while a reader types, and it can be turned off', async ({ page }) => {
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
  await page.getByLabel('Press / to open search').uncheck();
  await page.reload();
  await page.keyboard.press('/');
  await page.keyboard.press('Control+k');
  await expect(field(page), 'the first key did not open the dialog and type a slash').toHaveValue('');
  await expect(page.getByLabel('Press / to open search')).not.toBeChecked();
});

test('nothing that a reader types while the dialog is loading is lost', async ({ page }) => {
  let release = () => {};
  const isReleased = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/(dialog|box|search)\.[^/]*\.(js|css)$/, async (route) => {
    await isReleased;
    await route.continue();
  });
  await openAndSettle(page, 'concepts/what-is-docker/');
  await page.keyboard.type('/seccomp p');
  await expect(dialog(page)).toHaveCount(0);
  release();
  await expect(field(page)).toHaveValue('seccomp p');
  await page.keyboard.type('rofile');
  await expect(field(page)).toHaveValue('seccomp profile');
  await expect(results(page).first()).toContainText(/seccomp/i);
});

test('a row is the answer with its columns and its correction, and leads to the table', async ({ page }) => {
  await page.goto('');
  await search(page, 'portability');
  const answer = results(page).first();
  await expect(answer).toHaveAttribute('href', /\/concepts\/what-is-docker\/#docker-features-portability$/);
  await expect(answer).toContainText('Table row');
  for (const place of ['What Docker offers', 'What is Docker?']) await expect(answer).toContainText(place);
  await expect(answer.locator('.correction')).toContainText(/^(More exactly|Wrong as worded)/);
  await expect(answer.locator('.corrected'), 'the words of the course').toHaveCSS(
    'text-decoration-line',
    /^(underline|line-through)$/,
  );
  const correction = await answer.locator('.correction').textContent();
  await answer.click();
  await expect(dialog(page)).toBeHidden();
  const row = page.locator('#docker-features-portability');
  await expect(row).toBeInViewport();
  expect((await row.textContent())!.replace(/\s+/g, ' ')).toContain(correction!.split('. ')[1]!.slice(0, 40));
});

test('a term is the answer with its definition, and an error message with its cause and cure', async ({ page }) => {
  await page.goto('');
  await search(page, 'hypervisor');
  await expect(results(page).first()).toContainText('Term');
  const parts = results(page).first().locator('.parts');
  await expect(parts).not.toBeEmpty(); // The text of an answer is fetched after its title is shown.
  const definition = /^(.*?[.;])/.exec((await parts.textContent())!)![1]!;
  expect(JSON.parse(readFileSync(`${DIST}/terms.json`, 'utf8')).hypervisor).toContain(definition);

  const pasted = 'ERROR: failed to copy: write /var/lib/docker/tmp/x1f: no space left on device\n';
  await field(page).fill(pasted);
  await expect(results(page).first()).toContainText('no space left on device');
  await expect(results(page).first().locator('.part > b')).toHaveText(['Cause', 'Fix']);
  await expect(results(page).first()).toHaveAttribute('href', /\/practice\/troubleshooting\/#error-no-space-left$/);

  // Similar words aren’t the message, which may have another fix.
  await field(page).fill('cash register reset');
  await expect(results(page).first()).toContainText('Error message');
  await expect(results(page).first().locator('.excerpt')).not.toBeEmpty();
  await expect(results(page).first().locator('.part')).toHaveCount(0);

  // A row that deletes something is no answer to a question that has only a word or two of it.
  await page.goto('search/?q=cron+in+a+container');
  await expect(results(page).first()).toBeVisible();
  await expect(results(page).first(), 'not shown whole').not.toHaveClass(/answer/);
});

test('the other results are grouped by page, with the matching words marked', async ({ page }) => {
  await page.goto('');
  await search(page, 'pull limits');
  const group = page.getByRole('group', { name: 'Docker Hub', exact: true });
  await expect(group.getByRole('option').first()).toHaveAttribute('href', /\/registries\/docker-hub\//);
  await expect(group.locator('.title mark').first()).toHaveText(/pull|limit/i);
  const excerpt = group.locator('.excerpt', { has: page.locator('mark') }).first();
  await expect(excerpt).toBeVisible();
  await expect(group.getByText('Docker Hub', { exact: true }).first(), 'the page of its parts').toBeVisible();
  const lettersOf = (texts: string[]) => texts.join('').replace(/\W/g, '').length;
  const marked = lettersOf(await excerpt.locator('mark').allTextContents());
  expect(marked, 'only some words are marked').toBeLessThan(lettersOf(await excerpt.allTextContents()) / 2);

  await search(page, 'docker hub');
  await expect(group.getByRole('option').first().locator('.title')).toHaveText('Docker Hub');
  await expect(group.locator('.group'), 'nothing names the page twice').toHaveCSS('clip-path', 'inset(50%)');
});

test('a result without a text reserves no line for it, and a row with a short name is named with its column', async ({
  page,
}) => {
  await page.goto('search/?q=exit+code');
  const texts = page.getByRole('listbox').locator('.excerpt');
  await expect(texts.last()).not.toBeEmpty();
  await expect(texts.filter({ hasNotText: /./ })).toHaveCount(0);
  await expect(results(page).locator('.title').getByText('Exit code: 0')).toBeVisible();
  const starts = (part: Locator) =>
    part.evaluate((element) => {
      const words = document.createRange();
      words.selectNodeContents(element);
      return words.getBoundingClientRect().left;
    });
  const edge = (await fieldOnSearchPage(page).boundingBox())!.x;
  expect(await starts(page.locator('.search-body .group').first()), 'one left edge').toBe(edge);
  expect(await starts(texts.first())).toBe(edge);
});

test('arrow keys choose a result, Enter opens it or else the first, and Tab moves through the links', async ({
  page,
}) => {
  await page.goto('');
  await search(page, 'volumes');
  const activeResult = () => field(page).getAttribute('aria-activedescendant');
  expect(await activeResult()).toBe(null);
  await page.keyboard.press('ArrowDown');
  expect(await activeResult()).toBe(await results(page).nth(0).getAttribute('id'));
  await page.keyboard.press('ArrowDown');
  expect(await activeResult()).toBe(await results(page).nth(1).getAttribute('id'));
  await expect(results(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await activeResult()).toBe(await results(page).last().getAttribute('id'));
  await page.keyboard.press('Home'); // It moves the cursor in the field, not the choice of a result.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const second = await results(page)
    .nth(1)
    .evaluate((link: HTMLAnchorElement) => link.href);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(second);

  await search(page, 'seccomp');
  const first = await results(page)
    .first()
    .evaluate((link: HTMLAnchorElement) => link.href);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(first);

  await search(page, 'seccomp');
  await page.keyboard.press('Tab'); // to the button "Close"
  await page.keyboard.press('Tab');
  await expect(results(page).first()).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(results(page).nth(1)).toBeFocused();
});

test('an empty field offers searches, and a press on one begins it', async ({ page }) => {
  const { starters } = parse(readFileSync('content/site.yaml', 'utf8')) as { starters: string[] };
  await page.goto('');
  await page.keyboard.press('Control+k');
  const buttons = dialog(page).locator('.search-body').getByRole('button');
  for (const starter of starters) {
    await expect(buttons).toHaveText(starters);
    await buttons.getByText(starter, { exact: true }).click();
    await expect(field(page)).toBeFocused();
    await expect(field(page)).toHaveValue(starter);
    await expect(results(page).first()).toBeVisible();
    await expect(buttons).toHaveCount(0);
    await field(page).fill('');
  }
});

test('the first result is marked, as Enter opens it, and a key visibly chooses it and then another one', async ({
  page,
}) => {
  await page.goto('');
  await search(page, 'volumes');
  const lookOf = (index: number) =>
    results(page)
      .nth(index)
      .evaluate((result) => {
        const { backgroundColor, borderInlineStartColor } = getComputedStyle(result);
        return [backgroundColor, borderInlineStartColor];
      });
  const [first, plain] = [await lookOf(0), await lookOf(1)];
  expect(first[1], 'a line').not.toBe(plain[1]);
  await page.keyboard.press('ArrowDown');
  const chosen = await lookOf(0);
  expect(chosen[1]).toBe(first[1]);
  expect(chosen[0], 'filled').not.toBe(first[0]);
  await page.keyboard.press('ArrowDown');
  expect([await lookOf(0), await lookOf(1)]).toEqual([plain, chosen]);
});

test('the keys are named where there are keys: on a wide screen with a mouse', async ({ page, browser, sites }) => {
  await page.goto('');
  await page.keyboard.press('Control+k');
  for (const key of ['↑ ↓', 'Enter', 'Esc']) await expect(dialog(page).locator('.search-foot')).toContainText(key);
  await expect(dialog(page).getByText('Enter opens')).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(dialog(page).getByText('Enter opens')).toBeHidden();
  const tablet = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 1280, height: 800 } });
  const touched = await tablet.newPage();
  await touched.goto(sites['/']);
  await touched.getByRole('banner').getByRole('link', { name: 'Search' }).tap();
  await expect(field(touched)).toBeVisible();
  await expect(dialog(touched).getByText('Enter opens')).toBeHidden();
  await expect(dialog(touched).getByLabel('Press / to open search'), 'nor is there a / key').toBeHidden();
  await expect(dialog(touched).locator('.search-foot'), 'without results, it would be empty').toBeHidden();
  await field(touched).fill('registry');
  await expect(dialog(touched).getByText('Link to these results')).toBeVisible();
  await tablet.close();
});

test('a verdict has the words and colors in the search that it has on its page', async ({ page }) => {
  const chip = (root: Locator) =>
    root.locator('.correction > strong').evaluate((label) => {
      const { color, backgroundColor } = getComputedStyle(label);
      return [label.textContent, color, backgroundColor, getComputedStyle(label, '::before').content];
    });
  for (const [path, row] of [
    ['concepts/what-is-docker/', 'docker-features-portability'],
    ['concepts/what-is-docker/', 'says-works-on-my-machine'],
  ] as const) {
    await page.goto(path);
    const onPage = await chip(page.locator(`#${row}`));
    await page.goto('learn/'); // a page without the styles of verdicts
    await search(page, row.endsWith('portability') ? 'portability' : 'Eliminates the “works on my machine” problem');
    const answer = results(page).first();
    await expect(answer).toHaveAttribute('href', new RegExp(`#${row}$`));
    await expect(answer.locator('.correction')).toBeVisible();
    expect(await chip(answer)).toEqual(onPage);
  }
});

test('a corrected sentence is underlined or struck in the search, and the name of a corrected row is not', async ({
  page,
}) => {
  await page.goto('learn/');
  for (const [query, line] of [
    ['Eliminates the “works on my machine” problem', 'underline wavy'],
    ['A container is a lightweight virtual machine', 'line-through'],
    ['portability', 'underline'], // as every link
  ] as const) {
    await search(page, query);
    const answer = results(page).first();
    await expect(answer.locator('.correction')).toBeVisible();
    const decoration = await answer.locator('.title').evaluate((title) => {
      const { textDecorationLine, textDecorationStyle } = getComputedStyle(title);
      return `${textDecorationLine} ${textDecorationStyle}`.replace(' solid', '');
    });
    expect(decoration, query).toBe(line);
  }
});

test('code in the text of a result is code, line by line', async ({ page }) => {
  await page.goto('');
  await search(page, 'what happens when you start a container hello alpine');
  const result = results(page).first();
  await expect(result.locator('.excerpt')).not.toBeEmpty();
  const [command, output] = await result.locator('.excerpt code').allTextContents();
  expect([command, output]).toEqual([expect.stringMatching(/alpine echo hello$/), 'hello']);
  await search(page, 'exit code 137');
  await expect(result.locator('.part code > span').getByText('--format')).toHaveCSS('white-space', 'nowrap');
  const message = "syntax error near unexpected token `newline'"; // as bash prints it
  await search(page, message);
  await expect(result.locator('.title')).toHaveText(message);
});

test('at a zoom of 400 % the results have most of the dialog', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 }); // 1280 × 1024
  await page.goto('');
  await search(page, 'volumes');
  const [whole, top, bottom] = await dialog(page).evaluate((dialog) => {
    const list = dialog.querySelector('[role="listbox"]')!.getBoundingClientRect();
    const { height } = dialog.getBoundingClientRect();
    return [height, list.top, dialog.querySelector('.search-body')!.getBoundingClientRect().bottom] as const;
  });
  expect(bottom - top).toBeGreaterThan(whole / 2);
});

test('a status message counts the results, or suggests a term and the list of all pages', async ({ page }) => {
  await page.goto('');
  await search(page, 'registry');
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
  await field(page).fill('dockerfiel');
  await expect(status).toHaveText(/^\d+ results for “dockerfile”$/);
});

test('the search page gives the same results as the dialog, at an address for each query', async ({
  page,
  problems,
}) => {
  await page.goto('');
  await search(page, 'hub vs ecr');
  const resultLinks = () => results(page).evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  const linksInDialog = await resultLinks();
  await dialog(page).getByRole('link', { name: 'Link to these results' }).click();
  await expect(page).toHaveURL(/\/search\/\?q=hub\+vs\+ecr$/);
  await expect(fieldOnSearchPage(page)).toHaveValue('hub vs ecr');
  await expect(results(page).first()).toBeVisible();
  expect(await resultLinks()).toEqual(linksInDialog);

  await page.keyboard.press('/');
  await expect(fieldOnSearchPage(page)).toBeFocused();
  await fieldOnSearchPage(page).fill('rootless');
  await expect(page).toHaveURL(/\/search\/\?q=rootless$/);
  await expect(page).toHaveTitle(/^rootless – Search/);
  expect(problems).toEqual([]);
});

test('Enter stays on the search page, whether its results are there or not, unless an arrow key has chosen one', async ({
  page,
}) => {
  let release = () => {};
  const isReleased = new Promise<void>((resolve) => (release = resolve));
  await page.goto('search/?q=registry');
  await expect(results(page).first()).toBeVisible();
  await fieldOnSearchPage(page).press('Enter');
  await expect(fieldOnSearchPage(page), 'an on-screen keyboard closes').not.toBeFocused();
  await page.route('**/search/{postings,documents}/*.json', async (route) => {
    await isReleased;
    await route.continue();
  });
  await fieldOnSearchPage(page).fill('rootless');
  await fieldOnSearchPage(page).press('Enter');
  release();
  await expect(results(page).first()).toContainText(/rootless/i);
  await expect(page).toHaveURL(/\/search\/\?q=rootless$/);

  await fieldOnSearchPage(page).press('ArrowDown');
  await fieldOnSearchPage(page).press('Enter');
  await expect(page).not.toHaveURL(/\/search\//);
});

test('the dialog has the last query of the tab, selected, with its results', async ({ page }) => {
  await page.goto('');
  await search(page, 'seccomp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/seccomp/);
  await page.reload(); // as on a page that does not come from the back/forward cache
  await page.waitForLoadState();
  await page.keyboard.press('Control+k');
  await expect(field(page)).toHaveValue('seccomp');
  await expect(results(page).first()).toContainText(/seccomp/i);
  await page.keyboard.type('hypervisor');
  await expect(field(page)).toHaveValue('hypervisor');
});

test('the dialog works on a site at another path', async ({ page, sites, problems }) => {
  await page.goto(`${sites['/docs/']}registries/docker-hub/`);
  await search(page, 'k8s');
  await expect(results(page).first()).toHaveAttribute('href', new RegExp(`^${sites['/docs/']}`));
  await results(page).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(problems).toEqual([]);
});

// Browsers limit how often a page may change its address.
test('the address of the search page follows the query only at pauses in typing', async ({ page }) => {
  await page.addInitScript(() => {
    const replaceState = history.replaceState.bind(history);
    const changes: unknown[] = [];
    Object.assign(window, { changes });
    history.replaceState = (...args) => (changes.push(args), replaceState(...args));
  });
  await page.goto('search/');
  const input = page.getByLabel('Search this site');
  await input.focus();
  await expect(input).toHaveRole('combobox');
  const query = 'where does docker keep the images of my own builds';
  await input.pressSequentially(query);
  await expect(page).toHaveURL(new RegExp(`\\?q=${query.replaceAll(' ', '\\+')}$`));
  const changes = await page.evaluate(() => (window as unknown as { changes: unknown[] }).changes.length);
  expect(changes).toBeLessThan(query.length / 3);

  // A reader who opens a result before the next pause still finds the query after going back.
  await input.fill('seccomp');
  await results(page).first().click();
  await page.goBack();
  await expect(input).toHaveValue('seccomp');
});

test('no part of the search is fetched before a reader opens it', async ({ page }) => {
  const requestPaths: string[] = [];
  page.on('request', (request) => requestPaths.push(new URL(request.url()).pathname));
  await openAndSettle(page, '');
  expect(requestPaths.filter((path) => /search|dialog|box/.test(path))).toEqual([]);
});

// What a search costs whatever it asks for is in tests/search/size.test.ts.
test('a first search fetches code, the index and a few parts, at most 40 KB in all', async ({ page }) => {
  await openAndSettle(page, '');
  const requestPaths: string[] = [];
  page.on('request', (request) => requestPaths.push(new URL(request.url()).pathname));
  await search(page, 'exec user process caused: exec format error');
  await expect(page.locator('.parts, .excerpt').first()).not.toBeEmpty();
  const compressedSize = (paths: string[]) =>
    paths.reduce((sum, path) => sum + brotliCompressSync(readFileSync(DIST + path)).length, 0);
  for (const part of ['index.json', 'postings/', 'documents/', 'answers/']) {
    expect(requestPaths.filter((path) => path.includes(`search/${part}`)).length, part).toBeGreaterThan(0);
  }
  const codePaths = requestPaths.filter((path) => /\.(js|css)$/.test(path));
  expect(compressedSize(codePaths), 'bytes of code').toBeLessThanOrEqual(12 * 1024);
  expect(compressedSize(requestPaths), requestPaths.join(' ')).toBeLessThanOrEqual(40_000);
});

test('Enter waits for the results of what was typed last', async ({ page }) => {
  await openAndSettle(page, '');
  await search(page, 'hypervisor');
  let release = () => {};
  const isReleased = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/search/{postings,documents}/*.json', async (route) => {
    await isReleased;
    await route.continue();
  });
  await field(page).fill('seccomp');
  await page.keyboard.press('Enter');
  await expect(results(page).first()).toContainText(/hypervisor/i);
  release();
  await expect(page).toHaveURL(/seccomp/);
});

test('an empty field offers the last searches that led to a result, until they are erased', async ({ page }) => {
  await page.goto('');
  for (const query of ['seccomp', 'hypervisor']) {
    await search(page, query);
    await results(page).first().click();
    await expect(dialog(page)).toBeHidden();
  }
  await page.goto('learn/');
  await page.waitForLoadState();
  await page.keyboard.press('Control+k');
  await field(page).fill('');
  const line = dialog(page).getByText('Recent searches');
  await expect(line.getByRole('button')).toHaveText(['hypervisor', 'seccomp', 'Clear']);
  await line.getByRole('button', { name: 'seccomp' }).click();
  await expect(results(page).first()).toContainText(/seccomp/i);
  await field(page).fill('');
  await line.getByRole('button', { name: 'Clear' }).click();
  await expect(line).toHaveCount(0);
  await expect(field(page)).toBeFocused();
  await page.reload();
  await page.keyboard.press('Control+k');
  await expect(dialog(page).getByText('Try')).toBeVisible();
  await expect(line).toHaveCount(0);
});

test('a query that nothing answers shows what it names, and calls it the nearest', async ({ page }) => {
  await page.goto('');
  await search(page, 'seccomp wristwatch marmalade');
  await expect(dialog(page).getByRole('status')).toContainText(
    'Nothing found for “seccomp wristwatch marmalade”. The nearest results are below.',
  );
  await expect(results(page).first()).toHaveAttribute('href', /#seccomp$/);
  await field(page).fill('wristwatch marmalade');
  await expect(dialog(page).getByRole('status')).toContainText('Nothing found for “wristwatch marmalade”.');
  await expect(results(page)).toHaveCount(0);
});

test('selecting the query with the mouse or opening a result in a new tab leaves the dialog open', async ({ page }) => {
  await page.goto('');
  await search(page, 'registry');
  const bounds = (await field(page).boundingBox())!;
  await page.mouse.move(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
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

test('on the search page Escape hides the results, and the field is missing without its script', async ({ page }) => {
  await page.goto('search/?q=registry');
  await expect(results(page).first()).toBeVisible();
  await fieldOnSearchPage(page).press('Escape');
  await expect(page.getByRole('listbox')).toBeHidden();
  await expect(fieldOnSearchPage(page)).toHaveAttribute('aria-expanded', 'false');

  await page.route('**/_astro/page*.js', (route) => route.fulfill({ status: 404 }));
  await page.goto('search/?q=docker');
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await expect(page.locator('.page-list').first()).toBeVisible();
});

test('the dialog says when the index cannot be fetched, and tries again', async ({ page }) => {
  await page.route('**/search/index.json', (route) => route.abort(), { times: 2 });
  await page.goto('');
  await page.keyboard.press('/');
  await field(page).fill('a');
  await expect(dialog(page).getByRole('status')).toContainText('Search couldn’t be loaded.');
  await field(page).fill('seccomp');
  await expect(results(page).first()).toContainText(/seccomp/i);
});

test('the link leads to the search page if a new deployment has removed the script of the dialog', async ({ page }) => {
  await page.route('**/_astro/dialog*.js', (route) => route.fulfill({ status: 404 }));
  await page.goto('concepts/what-is-docker/');
  await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search');
});

test('axe finds no violations in the dialog', async ({ page }) => {
  await page.goto('concepts/what-is-docker/');
  for (const query of ['portability', 'docker hub', 'exec format error', 'qqcomp']) {
    await page.keyboard.press('Control+k');
    await field(page).fill(query);
    await expect(dialog(page).getByRole('status')).toHaveText(/result|Nothing/);
    if (query !== 'qqcomp') await expect(dialog(page).locator('.parts, .excerpt').first()).not.toBeEmpty();
    for (const [width, height] of [
      [360, 400],
      [1280, 800],
    ] as const) {
      await page.setViewportSize({ width, height });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const look = `${query} at ${width} px in ${colorScheme}`;
        expect(await axeViolations(page, { selector: 'dialog' }), look).toEqual([]);
      }
      // The first result is visible above a software keyboard, and nothing scrolls sideways.
      if (query !== 'qqcomp') await expect(results(page).first()).toBeInViewport();
      expect(await dialog(page).evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
    }
  }
});

test('the chosen result has an outline in forced colors', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('');
  await search(page, 'seccomp');
  await page.keyboard.press('ArrowDown');
  await expect(results(page).first()).toHaveCSS('outline-style', 'solid');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the search page lists all pages and all terms', async ({ page }) => {
    await page.goto('search/?q=docker');
    await expect(page.getByRole('textbox')).toHaveCount(0);
    for (const path of pages.filter((path) => path && path !== 'search/')) {
      await expect(page.locator(`main a[href$="${path}"]`).first()).toBeVisible();
    }
    const terms = Object.keys(JSON.parse(readFileSync(`${DIST}/terms.json`, 'utf8')));
    await expect(page.locator('main .terms a')).toHaveCount(terms.length);
  });
});

test('with SITE_URL browsers can add the site as a search engine', () => {
  const file = readFileSync(`${DIST_WITH_SITE_URL}/opensearch.xml`, 'utf8');
  expect(file).toContain(`template="${SITE_URL}search/?q={searchTerms}"`);
  for (const path of pages) {
    expect(readFileSync(`${DIST_WITH_SITE_URL}/${path}index.html`, 'utf8')).toMatch(
      /<link rel="search" type="application\/opensearchdescription\+xml" href="[./]*opensearch.xml" title="[^"]+">/,
    );
    expect(readFileSync(`${DIST}/${path}index.html`, 'utf8')).not.toContain('opensearch');
  }
});
