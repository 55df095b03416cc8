/** The site copes with faults from outside: broken connections, old browsers, blocked scripts and storage, large text. */
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DIST, expect, samplePages, test } from './fixtures.ts';

const PAGE = 'concepts/what-is-docker/';

/** The elements that make a page scroll sideways, if it does. */
const overflowingElements = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => element.outerHTML.slice(0, 120));
  });

test('a page whose connection drops halfway is readable as far as it arrived', async ({ page }) => {
  const html = readFileSync(`${DIST}/${PAGE}index.html`);
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.write(html.subarray(0, html.length * 0.6));
  });
  await new Promise<void>((resolve) => void server.listen(0, 'localhost', resolve));
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`, { waitUntil: 'commit' });
  await expect(page.locator('main p').nth(2), 'before the response ends').toBeVisible();
  server.closeAllConnections();
  server.close();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
});

test('without the scripts that a new deployment removed, everything but their features works', async ({ page }) => {
  const exceptions: string[] = [];
  page.on('pageerror', ({ message }) => exceptions.push(message));
  await page.route('**/_astro/*.js', (route) => route.fulfill({ status: 404 }));
  await page.goto('practice/troubleshooting/');
  await expect(page.locator('.entry').first()).toBeVisible();
  // Controls that need a script are hidden without it.
  await expect(page.locator('button:visible, select:visible, textarea:visible')).toHaveCount(0);
  await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search');
  expect(exceptions).toEqual([]);
});

test('the same holds for scripts that are fetched later', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const exceptions: string[] = [];
  page.on('pageerror', ({ message }) => exceptions.push(message));
  const missing: string[] = [];
  // The script of the page has no name but its hash.
  await page.route(/\/_astro\/[^/.]+\.[^/]*\.js$/, (route) => {
    missing.push(route.request().url());
    return route.fulfill({ status: 404 });
  });
  await page.goto(PAGE);
  await page.locator('.term').first().hover();
  const heading = page.locator('.heading', { has: page.locator('h2') }).first();
  await heading.hover();
  await heading.locator('.anchor').click();
  await expect(page).toHaveURL(/#/);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  await expect.poll(() => missing.filter((url) => /preview|cite-panel/.test(url)).length).toBe(2);
  expect(exceptions).toEqual([]);
});

test('a style sheet that a new deployment removed keeps nothing away', async ({ page }) => {
  await page.route('**/_astro/*.css', (route) => route.fulfill({ status: 404 }));
  await page.goto(PAGE);
  await page.getByRole('button', { name: 'Cite', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Cite as text' })).toBeVisible();
});

test('on a host that does not add the slash at the end, the page adds it', async ({ page, sites }) => {
  const withoutSlash = sites['/'] + PAGE.slice(0, -1);
  await page.route(`${withoutSlash}?a=1`, (route) => route.fulfill({ path: `${DIST}/${PAGE}index.html` }));
  await page.goto('learn/');
  await page.goto(`${withoutSlash}?a=1#docker-features`, { waitUntil: 'commit' });
  await expect(page).toHaveURL(`${withoutSlash}/?a=1#docker-features`);
  await page.goBack();
  await expect(page, 'the address without the slash is no step of the way back').toHaveURL(`${sites['/']}learn/`);
});

test('with blocked storage nothing fails, and a theme applies to the open page', async ({ page, problems }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'caches'] as const) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    }
  });
  await page.goto(PAGE);
  await page.getByLabel('Theme').selectOption('dark');
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
  expect(problems).toEqual([]);
});

test('pages have no images, and do not wait for an icon that never arrives', async ({ page }) => {
  await page.route('**/favicon.svg', () => {}); // The request stays pending.
  for (const path of samplePages) {
    await page.goto(path, { waitUntil: 'load' });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('img, picture, video, iframe')).toHaveCount(0);
  }
});

/** The rules of a page that make something move, although the reader may prefer reduced motion. */
const movingRules = (page: Page) =>
  page.evaluate(() => {
    const isMoving = ({ style }: CSSStyleRule) =>
      [style.transitionDuration, style.animationDuration].some((duration) => /[1-9]/.test(duration)) ||
      style.scrollBehavior === 'smooth';
    const find = (rules: CSSRuleList): string[] =>
      [...rules].flatMap((rule) => {
        if (rule instanceof CSSMediaRule && rule.conditionText.includes('prefers-reduced-motion: no-preference'))
          return [];
        return [
          ...(rule instanceof CSSStyleRule && isMoving(rule) ? [rule.cssText] : []),
          ...('cssRules' in rule ? find(rule.cssRules as CSSRuleList) : []),
        ];
      });
    return [...document.styleSheets].flatMap((sheet) => find(sheet.cssRules));
  });

test('nothing moves for readers who prefer reduced motion', async ({ page }) => {
  for (const path of samplePages) {
    await page.goto(path);
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox').last()).toBeFocused();
    expect(await movingRules(page), path).toEqual([]);
  }
  await page.evaluate(() => document.styleSheets[0]!.insertRule('.x { transition: color 1s }'));
  expect(await movingRules(page), 'a rule that moves is found').toHaveLength(1);
});

test('in forced colors, links, targets and the parts of figures stay distinguishable', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('concepts/images-and-containers/#deleted-files');
  const target = page.locator('.heading:has(> :target)');
  await expect(target).toHaveCSS('outline-style', 'solid');
  const link = page.locator('main > p:not(.actions) a').first();
  await expect(link).toHaveCSS('text-decoration-line', 'underline');
  const color = await page.locator('body').evaluate((body) => getComputedStyle(body).color);
  const figures = page.locator('.figure');
  for (const box of await figures.locator('.box').all()) await expect(box).toHaveCSS('border-color', color);
  for (const line of await figures.locator('path').all()) await expect(line).toHaveCSS('stroke', color);
});

test('text at twice its size fits the page', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const path of samplePages) {
    await page.goto(path);
    const devtools = await page.context().newCDPSession(page);
    // As in the settings of the browser.
    await devtools.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    await expect(page.locator('body')).toHaveCSS('font-size', '34px');
    expect(await overflowingElements(page), path).toEqual([]);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

for (const width of [360, 1280]) {
  test(`a word of 200 letters breaks, and the page does not, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('registries/docker-hub-vs-amazon-ecr/');
    await page
      .locator('td')
      .nth(1)
      .evaluate((cell) => (cell.textContent = 'x'.repeat(200)));
    await page
      .locator('th[scope="row"]')
      .nth(1)
      .evaluate((cell) => (cell.textContent = 'y'.repeat(200)));
    await page
      .locator('h2')
      .first()
      .evaluate((heading) => (heading.textContent = 'z'.repeat(200)));
    expect(await overflowingElements(page)).toEqual([]);
  });
}

test.describe('an old browser', () => {
  // It lacks :has(), ::details-content, :target-current, dialogs, speculation rules, service workers and the clipboard.
  test.beforeEach(async ({ page }) => {
    await page.route('**/*', async (route) => {
      if (route.request().resourceType() !== 'document') return route.continue();
      const response = await route.fetch();
      const html = (await response.text())
        .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '') // Its hashes do not match the edited style sheet.
        .replace(
          /:has\(|::details-content|:target-current/g,
          (selector) => `:unknown${selector.replace(/\W/g, '')}${selector.endsWith('(') ? '(' : ''}`,
        );
      await route.fulfill({ response, body: html });
    });
    await page.addInitScript(() => {
      Reflect.deleteProperty(Document.prototype, 'prerendering');
      Object.assign(HTMLDialogElement.prototype, { showModal: undefined });
      Object.defineProperty(navigator, 'serviceWorker', { value: undefined });
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
  });

  test('shows every kind of page, can navigate, and opens the search page in place of the dialog', async ({
    page,
    problems,
  }) => {
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      for (const path of samplePages) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        expect(await overflowingElements(page), path).toEqual([]);
      }
    }
    await page.goto(PAGE);
    const menu = page.getByRole('navigation', { name: 'Main' });
    await menu.getByText('Menu', { exact: true }).click();
    await menu.getByText('Registries', { exact: true }).click();
    await menu.getByRole('link', { name: 'Docker Hub', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Docker Hub');
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search');
    // The browser aborts the prefetch of a page when its link is pressed.
    expect(problems.filter((problem) => !problem.startsWith('failed:'))).toEqual([]);
  });

  test('fetches the next page when its link is hovered', async ({ page, sites }) => {
    await page.goto(PAGE);
    const next = page.getByRole('link', { name: /^Next in the menu/ });
    const prefetch = page.waitForRequest((request) => request.resourceType() === 'fetch');
    await next.hover();
    expect((await prefetch).url()).toBe(`${sites['/']}concepts/how-docker-works/`);
  });
});

test('the speculation rules match the links to pages of this site, and no others', async ({ page }) => {
  await page.goto(PAGE);
  const rules = JSON.parse((await page.locator('script[type="speculationrules"]').textContent())!);
  const selector: string = rules.prerender[0].where.selector_matches;
  const matched = await page.evaluate((selector) => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')];
    const isPage = (link: HTMLAnchorElement) =>
      link.origin === location.origin && link.pathname.endsWith('/') && !link.getAttribute('href')!.startsWith('#');
    return {
      missing: links.filter((link) => isPage(link) && !link.matches(selector)).map(({ href }) => href),
      unwanted: links.filter((link) => !isPage(link) && link.matches(selector)).map(({ href }) => href),
    };
  }, selector);
  expect(matched).toEqual({ missing: [], unwanted: [] });
});
