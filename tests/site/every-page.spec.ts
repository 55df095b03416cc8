/**
 * The promises that every page keeps. Each page is opened once, at a path of its host, and looked at in the ways in which
 * readers meet it: a dark desktop, a light phone, a zoom of 400 %, in use, and on paper.
 */
import type { BrowserContext, Locator, Page, Request } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { question } from '../../src/kinds/question/index.ts';
import { KINDS } from '../../src/kinds/registry.ts';
import { source } from '../../src/kinds/source/index.ts';
import type { Page as PageFile } from '../../src/model/kind.ts';
import type { Changes } from '../../src/model/changes.ts';
import { navigationSchema } from '../../src/model/navigation.ts';
import { readContent } from '../../src/model/read.ts';
import { axeViolations } from './axe.ts';
import {
  collectProblems,
  dateOf,
  DIST,
  expect,
  HANDOUT,
  openAndSettle,
  pages,
  samplePages,
  test as base,
} from './fixtures.ts';
import { expectPrintedText, hasPdfTools, PAPER_FORMATS, WITHOUT_PDF_TOOLS } from './paper.ts';
import { expectWeight } from './weight.ts';

const BASE = '/docs/';
const NOT_FOUND = '404.html';

/** Each page opens in a new tab, but in the same process, which has already compiled axe and the site's scripts. */
const test = base.extend<object, { readerContext: BrowserContext }>({
  readerContext: [
    async ({ browser, sites }, use) => {
      const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
      // The process lives as long as one tab is open.
      await (await context.newPage()).goto(`${sites[BASE]}robots.txt`);
      await use(context);
      await context.close();
    },
    { scope: 'worker' },
  ],
  context: ({ readerContext }, use) => use(readerContext),
  page: async ({ context }, use) => {
    const page = await context.newPage();
    await use(page);
    await page.evaluate(() => localStorage.clear()); // the site stores nothing else
    await page.close();
  },
});

/** The days of the changes of each place and of what is in it, by its address. */
const { changes } = JSON.parse(readFileSync(`${DIST}/changes.json`, 'utf8')) as Changes;

const { sidebar } = navigationSchema.parse(parse(readFileSync('content/navigation.yaml', 'utf8')));
const menu = sidebar.flatMap(({ pages }) => pages.map(({ page }) => (page === 'index' ? '' : `${page}/`)));

/** The slugs of the pages of each learning path, in order. */
const paths = Object.values(parse(readFileSync('content/paths.yaml', 'utf8')) as Record<string, { steps: object }>).map(
  ({ steps }) => Object.keys(steps),
);

const content = readContent('.', KINDS);
/** The page in content/ that is published at a path. */
const pageFileOf = (path: string): PageFile => content.pageAt(path.replace(/\/$/, '') || 'index');

/** The ids on each page, by its path. */
const idsOf = new Map(
  [...pages, NOT_FOUND].map((path) => {
    const html = readFileSync(`${DIST}/${path === NOT_FOUND ? path : `${path}index.html`}`, 'utf8');
    return [path, new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!))];
  }),
);

/** What is wrong with the parts of a page. @param isText whether headings and tables are the page's own */
const structureFaults = (page: Page, isText: boolean) =>
  page.evaluate((isText) => {
    const all = <E extends Element = HTMLElement>(selector: string) => [...document.querySelectorAll<E>(selector)];
    const html = (elements: Element[]) => elements.map((element) => element.outerHTML.slice(0, 150));
    const ids = all('[id]').map(({ id }) => id);
    const anchors = all<HTMLAnchorElement>('main a.anchor');
    const linked = new Set(anchors.map((link) => link.getAttribute('href')));
    const targets =
      'main :is(h2, h3, h4)[id], main figure[id], main .table[id], main tbody tr[id], main .says[id], main .question[id], main .quiz[id], main .glossary > [id], main .facts li[id]';
    const wrongHeading = (wrapper: Element) => {
      const heading = wrapper.querySelector('h2, h3, h4')!;
      const link = wrapper.querySelector(':scope > a.anchor');
      return !(
        /^[a-z0-9]+(-[a-z0-9]+)*$/.test(heading.id) &&
        link?.getAttribute('href') === `#${heading.id}` &&
        !heading.querySelector('a')
      );
    };
    // A citation takes its name from the label: it leaves out "the KIND", or keeps the text of a heading.
    const isMisnamed = (link: Element) => {
      const heading = link.parentElement!.querySelector('h2, h3, h4')?.textContent;
      return !/^Link to the \w+ \S/.test(link.ariaLabel!) && link.ariaLabel !== `Link to ${heading}`;
    };
    const faults = {
      'ids that stand twice': ids.filter((id, index) => ids.indexOf(id) < index),
      'addresses from the root of the host, which break at another path': html(all('[href^="/"], [src^="/"]')),
      'attributes that only the build reads': html(all('[data-markdown], [data-leave-out], [data-own], [dir]')),
    };
    if (!isText) return faults;
    return {
      ...faults,
      'targets without a link to themselves': all(targets)
        .map(({ id }) => id)
        .filter((id) => !linked.has(`#${id}`)),
      'links whose name does not say to what they lead': html(anchors.filter(isMisnamed)),
      'links inside the name of what they lead to': html(
        all('main th a.anchor, main caption a.anchor, main :is(h1, h2, h3, h4) a.anchor'),
      ),
      'headings without an id or a link': html(all('main .heading').filter(wrongHeading)),
      'tables without four exports': html(
        all('main .table[id]').filter((figure) => figure.querySelectorAll('.exports a').length !== 4),
      ),
    };
  }, isText);

/** The links of a page that lead nowhere. */
async function brokenLinks(page: Page, root: string): Promise<string[]> {
  const links = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map((link) => link.href),
  );
  const broken: string[] = [];
  for (const link of new Set(links)) {
    const { origin, pathname, hash } = new URL(link);
    if (origin !== new URL(root).origin) continue;
    const ids = idsOf.get(decodeURI(pathname.slice(BASE.length)));
    if (!pathname.startsWith(BASE)) broken.push(`${link} leads out of the site`);
    else if (/\.(atom|html|csv|json|md|tar|txt|xml|imscc)$|\/embed\//.test(pathname)) {
      if (!(await page.request.head(link)).ok()) broken.push(`${link} is missing`);
    } else if (!ids) broken.push(`${link} is not a page`);
    else if (hash && !ids.has(decodeURIComponent(hash.slice(1)))) broken.push(`${link} has no such fragment`);
  }
  return broken;
}

/** What the page says about itself, to readers and to machines. */
async function expectMetadata(page: Page, path: string, isText: boolean): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  const date = await page.locator('.reviewed time').first().getAttribute('datetime');
  expect.soft(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  const changed = Object.keys(changes[`/${path}`] ?? {}).at(-1) ?? '';
  const shown = page.locator('.reviewed').first().locator('li', { hasText: 'Reviewed' }).locator('time');
  await expect.soft(shown, 'the last change, if the review is older').toHaveCount(changed > date! ? 2 : 1);
  if (changed > date!) await expect.soft(shown.nth(1)).toHaveAttribute('datetime', changed);
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent())!);
  expect.soft(data.dateModified).toBe(date);
  expect.soft(data.headline).toBe(await page.getByRole('heading', { level: 1 }).textContent());
  const markdown = page.locator('head link[rel="alternate"][type="text/markdown"]');
  await expect.soft(markdown).toHaveAttribute('href', './index.md');
  if (!isText) return;

  const values = await page
    .locator('main :is(.fact, .values) small time, main .facts small time:first-child')
    .evaluateAll((times) => times.map((time) => (time as HTMLTimeElement).dateTime).sort());
  const oldest = page.locator('.reviewed').first().locator('li', { hasText: 'Values from' }).locator('time');
  if (values.length) await expect.soft(oldest, 'the date of the oldest value').toHaveAttribute('datetime', values[0]!);
  else await expect.soft(oldest).toHaveCount(0);
}

/** Learners see what a page teaches, how long it takes, and what to read before. */
async function expectObjective(page: Page, { frontmatter }: PageFile, root: string): Promise<void> {
  const { objective, minutes, readFirst = [] } = frontmatter;
  if (objective) await expect.soft(page.locator('main')).toContainText(`Goal: ${objective}`);
  if (minutes) await expect.soft(page.locator('main')).toContainText(`About ${minutes} minutes`);
  const links = await page
    .locator('.meta li', { hasText: 'Read first:' })
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  expect.soft(links, 'what to read first').toEqual(readFirst.map((slug) => `${root}${slug}/`));
}

/** The sources stand in the order of their numbers, each with all that a reader should know of it. */
async function expectSources(page: Page): Promise<void> {
  const items = await page.locator('.sources li').evaluateAll((all) =>
    all.map((item) => ({
      id: item.id,
      url: item.querySelector('a')!.href,
      title: item.querySelector('a')!.textContent,
      text: item.textContent.replace(/\s+/g, ' ').trim(),
    })),
  );
  expect.soft(items.map(({ id }) => id)).toEqual(items.map((_, index) => `source-${index + 1}`));
  const sources = [...content.byId(source).values()];
  for (const { url, title, text } of items) {
    const { publisher, dated, secondary, note, read } = sources.find(
      (each) => each.url === url && each.title === title,
    )!;
    const parts = [`${title}, ${publisher}${dated ? `, ${dated}` : ''}.`, secondary && 'A secondary source.', note];
    expect.soft(text).toBe([...parts, `Read ${dateOf(read!)}.`].filter(Boolean).join(' '));
  }
}

/** Readers find where they are, and where to go on. */
async function expectNavigation(page: Page, path: string, root: string): Promise<void> {
  const current = page.getByRole('navigation', { name: 'Main' }).locator('[aria-current="page"]');
  const hrefs = (selector: string) =>
    page.locator(selector).evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  const position = menu.indexOf(path);
  const neighborAt = (index: number) => (position < 0 || menu[index] === undefined ? [] : [root + menu[index]]);
  const steps = paths.flatMap((slugs) => {
    const step = slugs.findIndex((slug) => `${slug}/` === path);
    return step < 0 ? [] : slugs.slice(step + 1, step + 2).map((slug) => `${root}${slug}/`);
  });
  expect.soft(await hrefs('[rel="prev"]')).toEqual(neighborAt(position - 1));
  expect.soft(await hrefs('[rel="next"]')).toEqual(steps.length ? [...new Set(steps)] : neighborAt(position + 1));
  const pagination = await hrefs('.pagination a');
  expect
    .soft(pagination, 'the end of a path comes first, then the ways on, and no page is offered twice as the next')
    .toEqual([
      ...(paths.some((slugs) => `${slugs.at(-1)}/` === path) ? [`${root}learn/`] : []),
      ...new Set(steps),
      ...neighborAt(position + 1).filter((next) => !steps.includes(next)),
      ...neighborAt(position - 1),
    ]);
  await expect.soft(current).toHaveCount(position < 0 ? 0 : 1);
  if (position >= 0) expect.soft(await current.evaluate((link: HTMLAnchorElement) => link.href)).toBe(page.url());

  const section = sidebar.find(({ pages }) => pages.some((entry) => `${entry.page}/` === path));
  const breadcrumb = page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link');
  // A page that the menu leaves out leads to the page above it in its address, which has the name of the group that it introduces.
  const labelOf = (above: string) =>
    sidebar.find((group) => `${group.page}/` === above)?.label ?? pageFileOf(above).frontmatter.title;
  const above = section ? section.page && `${section.page}/` : /^(.+\/)[^/]+\/$/.exec(path)?.[1];
  if (above && path !== above) {
    await expect.soft(breadcrumb).toHaveText(labelOf(above));
    expect.soft(await breadcrumb.evaluate((link: HTMLAnchorElement) => link.href)).toBe(root + above);
  } else await expect.soft(breadcrumb).toHaveCount(0);
  const isHere = ({ page: introduction, pages }: (typeof sidebar)[number], path: string) =>
    [introduction, ...pages.map((entry) => entry.page)].some((slug) => `${slug}/` === path);
  const open = sidebar.find((group) => isHere(group, path)) ?? sidebar.find((group) => isHere(group, above ?? ''));
  const openGroups = page.locator('.menu li > details[open] > summary');
  expect.soft(await openGroups.allTextContents()).toEqual(path === '' ? ['Start'] : open ? [open.label] : []);

  const footer = page.locator('main > footer');
  await expect
    .soft(page.locator('.actions').getByRole('link', { name: 'Edit this page' }))
    .toHaveAttribute('href', /\/edit\/main\/content\/[a-z0-9/-]+\.mdx$/);
  const report = new URL((await footer.getByRole('link', { name: 'Report an error' }).getAttribute('href'))!);
  expect.soft(report.pathname).toMatch(/\/issues\/new$/);
  expect
    .soft(report.searchParams.get('title'), 'a report names the page')
    .toContain(path.replace(/\/$/, '') || 'the home page');
  await expect.soft(footer.getByRole('link', { name: 'CC BY 4.0' })).toHaveAttribute('rel', 'license');
  await expect.soft(footer).toContainText('Not affiliated with Docker, Inc. or Amazon Web Services');
}

/** Figures have a name, a description, and text that can be read at the current width: large, whole, within its shape. */
async function expectLegibleFigures(page: Page): Promise<void> {
  for (const figure of await page.locator('figure.figure').all()) {
    const image = figure.getByRole('img');
    await expect.soft(image).toHaveAccessibleName(/\w{3,}/);
    await expect.soft(image).toHaveAccessibleDescription(/\w{3,}.{40,}/);
    const illegible = await image.evaluate((stage) => {
      const isLegible = (text: Text, { index, 0: word }: RegExpExecArray) => {
        const range = new Range();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const [line, ...more] = range.getClientRects();
        const shape = text.parentElement!.closest('.box, .stage')!.getBoundingClientRect();
        const fits = shape.left < line!.left && line!.right < shape.right && line!.bottom < shape.bottom;
        return fits && !more.length && parseFloat(getComputedStyle(text.parentElement!).fontSize) >= 11.5;
      };
      const texts = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
      const words: string[] = [];
      for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null)
        for (const word of text.data.matchAll(/\S+/g)) if (!isLegible(text, word)) words.push(word[0]);
      return words;
    });
    expect.soft(illegible, `${page.viewportSize()!.width} px`).toEqual([]);
  }
}

/** Flags over two lines, names that break in the middle of a word, and links that stand on a line of their own. */
const badLineBreaks = (page: Page) =>
  page.evaluate(() => {
    const range = document.createRange();
    const faults: string[] = [];
    /** The top of the line of a character; `undefined` for one that is hidden. */
    const lineOf = (node: Text, offset: number) => {
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      return [...range.getClientRects()].at(-1)?.top;
    };
    for (const code of document.querySelectorAll('main :is(:not(pre) > code, .fact > a, .facts strong)')) {
      const text = code.textContent;
      const words = [
        ...text.matchAll(/(?<![^\s"'([])--?[a-z][\w-]*/gi), // flags
        ...text.matchAll(/\S{20,}/g), // long names
      ];
      if (!words.length) continue;
      const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
      const lines: (number | undefined)[] = [];
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
        for (let offset = 0; offset < node.length; offset++) lines.push(lineOf(node, offset));
      for (const { 0: word, index } of words) {
        const isFlag = word.startsWith('-');
        for (let at = 1; at < word.length; at++) {
          if (lines[index + at] === lines[index + at - 1]) continue;
          const [before, after] = [word[at - 1]!, word[at]!];
          const isWithinWord = /^[a-z0-9]{2}$/i.test(before + after) && !/^[a-z][A-Z]$/.test(before + after);
          if (isFlag || isWithinWord) faults.push(`${word.slice(0, at)}|${word.slice(at)}`);
        }
      }
    }
    for (const link of document.querySelectorAll('main .anchor')) {
      if (!link.checkVisibility()) continue;
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      texts.currentNode = link;
      let before: Text;
      do before = texts.previousNode() as Text;
      while (!before.data.trim());
      const end = before.data.trimEnd().length;
      range.setStart(before, end - 1);
      range.setEnd(before, end);
      const { top, width, height } = link.getBoundingClientRect();
      if (top + 6 > range.getBoundingClientRect().bottom) faults.push(`${link.ariaLabel!} is alone`);
      if (width < 24 || height < 24) faults.push(`${link.ariaLabel!} is small`);
    }
    return faults;
  });

/**
 * What stands out at the right: the header and the page have the same edges, all that is read ends with the title, and only
 * tables and figures go on, at most to the edge of the header.
 */
const raggedEdges = (page: Page) =>
  page.evaluate(() => {
    const right = (element: Element) => Math.round(element.getBoundingClientRect().right);
    const [home, scheme, frame, title] = ['.home', '.scheme', '.frame', 'main > h1'].map((selector) =>
      document.querySelector(selector)!,
    ) as [Element, Element, Element, Element];
    const faults: string[] = [];
    const start = Math.round(home.getBoundingClientRect().left - frame.getBoundingClientRect().left);
    const end = right(frame) - right(scheme);
    if (start < 0 || start !== end) faults.push(`the header is ${start} and ${end} px within the page`);
    for (const element of document.querySelectorAll('main > *, main > section > *, .question, .entry')) {
      const edge = right(element);
      if (!element.checkVisibility() || element.matches('.moved')) continue;
      const fits = element.matches('.table, .figure, .block') ? edge <= right(scheme) : edge === right(title);
      if (!fits) faults.push(`${element.outerHTML.slice(0, 80)}: ${edge} instead of ${right(title)} px`);
    }
    return faults;
  });

/** Nothing is wider than the window, which is 320 px wide at a zoom of 400 %, and one edge is that of all text. */
async function expectEdges(page: Page, path: string, isText: boolean): Promise<void> {
  for (const [width, height] of [
    [320, 256],
    [360, 740],
    [768, 740],
    [1280, 740],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    const wide = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return [];
      return [...document.querySelectorAll('body *')]
        .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
        .map((element) => element.outerHTML.slice(0, 120));
    });
    expect.soft(wide, `${width} px`).toEqual([]);
    if (isText) await expectLegibleFigures(page);
    // The start page has an example beside its title.
    if (isText && path && width >= 1280) expect.soft(await raggedEdges(page), `${width} px`).toEqual([]);
  }
}

/** On a phone, a page begins with its text: five lines of it fit on the first screen, below one row of actions. */
async function expectShortHead(page: Page): Promise<void> {
  const text = (await page.locator('.actions + *, .start h1 + p, .search-place + p').first().boundingBox())!;
  expect.soft(text.y, 'the text begins on the first screen of a phone').toBeLessThan(740 - 5 * 30);
  const rows = await page
    .locator('.actions > *')
    .evaluateAll((all) => new Set(all.map((action) => Math.round(action.getBoundingClientRect().top))).size);
  expect.soft(rows, 'rows of actions').toBe(1);
}

const depthOf = (path: string) => path.split('/').length;

/** Whether a page stands for those whose addresses of scripts and data begin alike: with as many "../". */
const isFirstOfDepth = (path: string) => pages.find((other) => depthOf(other) === depthOf(path)) === path;

/** Uses all that a page offers: theme, links, citations, copying, terms, answers, and once in each folder, search. */
async function useEverything(page: Page, path: string): Promise<void> {
  if (path !== NOT_FOUND) await page.locator('#scheme').selectOption('dark');
  // The links of a handout lead to other pages, and would leave this one.
  const controls = ['a.anchor[href^="#"]', '.copy', 'details.question summary', 'button:text-is("Cite")'];
  const [richest] = samplePages;
  const isThere = async (control: Locator) => path === richest || (await control.count()) > 0; // that page has them all
  for (const selector of controls) {
    const first = page.locator(selector).first();
    if (await isThere(first)) await first.dispatchEvent('click');
  }
  if (path !== NOT_FOUND) {
    const panel = page.locator('.cite-panel');
    await panel.waitFor(); // its styles are loaded when it is needed
    await panel.getByRole('button', { name: 'Close' }).dispatchEvent('click'); // it would cover the term
  }
  const term = page.locator('a.term:visible').first();
  if (await isThere(term)) {
    // While the page still scrolls to what was clicked before, the term can leave the mouse; then the mouse comes again.
    await expect(async () => {
      await page.mouse.move(0, 0);
      await term.hover();
      await expect(page.getByRole('tooltip')).not.toBeEmpty({ timeout: 5_000 });
    }).toPass();
  }
  if (isFirstOfDepth(path)) {
    await page.keyboard.press('Control+k');
    await page.locator('dialog input[role="combobox"]').fill('seccomp');
    await expect(page.locator('.result').first()).toBeVisible();
    await page.keyboard.press('Escape');
  }
}

/** Questions hide their answers, and say where the page proves them. */
async function expectAnswers(page: Page, { slug }: PageFile, root: string): Promise<void> {
  const questions = page.locator('details.question');
  expect.soft(await questions.count()).toBeGreaterThanOrEqual(3);
  const first = questions.first();
  await expect(first.locator('p')).toBeHidden();
  await first.locator('summary').click();
  await expect.soft(first.locator('p')).toBeVisible();
  const proofs = await questions
    .locator('a', { hasText: 'See the explanation' })
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  const ofPage = [...content.byId(question).values()].filter(({ page, wrong }) => page === slug && !wrong);
  expect.soft(proofs).toEqual(ofPage.map(({ proof }) => root + proof.slice(1)));
}

for (const path of [...pages, NOT_FOUND]) {
  test(`/${path} keeps the promises of every page`, async ({ page, sites }) => {
    const root = sites[BASE];
    const [isPage, isText] = [path !== NOT_FOUND, path !== NOT_FOUND && path !== HANDOUT];
    const requests: Request[] = [];
    page.on('request', (request) => requests.push(request));
    await page.addInitScript(() => {
      const violations: string[] = [];
      Object.assign(window, { violations });
      document.addEventListener('securitypolicyviolation', (event) =>
        violations.push(`${event.violatedDirective} ${event.blockedURI}`),
      );
    });
    const problems = collectProblems(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await openAndSettle(page, root + path);
    if (isText) await test.step('its weight', () => expectWeight(page, root, path, [...requests]));

    await test.step('its structure, links and metadata', async () => {
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      if (isPage) await expectMetadata(page, path, isText);
      if (isPage) await expectNavigation(page, path, root);
      if (isText) await expectObjective(page, pageFileOf(path), root);
      if (isText) await expectSources(page);
      for (const [fault, found] of Object.entries(await structureFaults(page, isText)))
        expect.soft(found, fault).toEqual([]);
      expect.soft(await brokenLinks(page, root)).toEqual([]);
    });
    await test.step('on a dark desktop and a light phone', async () => {
      if (isText) expect.soft(await badLineBreaks(page), 'line breaks at 1280 px').toEqual([]);
      // What a page says does not depend on its colors. The whole of it is checked once, and its look in each.
      const onlyLook = !samplePages.includes(path);
      if (path !== HANDOUT) expect.soft(await axeViolations(page, { onlyLook }), '1280 px, dark').toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      if (samplePages.includes(path)) expect.soft(await axeViolations(page), '360 px, dark').toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
      if (path !== HANDOUT) expect.soft(await axeViolations(page), '360 px, light').toEqual([]);
      if (isText) {
        const rows = await page.locator('main tbody tr').count();
        await expect.soft(page.getByRole('rowheader')).toHaveCount(rows);
        expect.soft(await badLineBreaks(page), 'line breaks at 360 px').toEqual([]);
      }
      if (isText) await expectShortHead(page);
      await expectEdges(page, path, isText);
      if (samplePages.includes(path)) expect.soft(await axeViolations(page), '1280 px, light').toEqual([]);
    });
    await test.step('in use', async () => {
      if (/^(concepts|registries)\/./.test(path)) await expectAnswers(page, pageFileOf(path), root);
      await useEverything(page, path);
    });
    await test.step('on paper', async () => {
      if (isText) await expectPaper(page, path);
    });
    const urls = requests.map((request) => request.url());
    expect
      .soft(
        urls.filter((url) => !url.startsWith(root)),
        'requests to other hosts',
      )
      .toEqual([]);
    expect.soft(problems).toEqual([]);
    expect
      .soft(await page.evaluate(() => (window as unknown as { violations: string[] }).violations), 'the policy')
      .toEqual([]);
  });
}

/** All text is on paper, without controls, in dark colors on a light ground. */
async function expectPaper(page: Page, path: string): Promise<void> {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect.soft(page.locator(':is(.top, .menu, .toc, .anchor, button, form):visible')).toHaveCount(0);
  // A quiz is a worksheet there: the letters of the right choices follow in place of the reasons.
  await expect.soft(page.locator(':is(.question p, .correction):not(.quiz p, :visible)')).toHaveCount(0);
  await expect.soft(page.locator('.quiz details p:visible')).toHaveCount(0);
  await expect.soft(page.locator('.quiz-answers:not(:visible)')).toHaveCount(0);
  await expect.soft(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await page.emulateMedia({ media: null, colorScheme: 'light' });
  if (!hasPdfTools) return console.log(WITHOUT_PDF_TOOLS);
  // A4 is narrower than Letter, so it cuts a table first.
  const isSample = path.startsWith('teach/lesson') || samplePages.includes(path);
  for (const format of isSample ? PAPER_FORMATS : PAPER_FORMATS.slice(0, 1)) await expectPrintedText(page, format);
}
