/** The tools that the browser tests share: the built site on a server, at `/` and at `/docs/`, and the list of its pages. */
import { test as base, type Page } from '@playwright/test';
import { globSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { addressList, MANIFEST_FILE, type Manifest } from '../../src/links/manifest.ts';
import { serve } from '../../scripts/serve.ts';

/** The build without SITE_URL. */
export const DIST = 'dist';

/** The build with SITE_URL. `npm test` makes both. */
export const DIST_WITH_SITE_URL = '.test/with-site-url';
export const SITE_URL = 'https://docs.example.org/basics/';

/** The paths at which the tests serve the site, which has to work at any path. */
export const BASES = ['/', '/docs/'] as const;

/** The page that makes handouts. It repeats the text of all other pages, so it has tests of its own. */
export const HANDOUT = 'teach/handout/';

/** Every published address, such as `/concepts/what-is-docker/#docker-features`. */
export const promisedAddresses: ReadonlySet<string> = new Set(
  addressList(JSON.parse(readFileSync(MANIFEST_FILE, 'utf8')) as Manifest),
);

/** Whether a file is a page, and not the notice that remains where a page has moved or gone. */
const isPage = (file: string) =>
  !/<h1[^>]*>This page has (moved|gone)<\/h1>/.test(readFileSync(`${DIST}/${file}`, 'utf8'));

const builtPaths = globSync('**/index.html', { cwd: DIST })
  .filter(isPage)
  .map((file) => file.replaceAll('\\', '/').replace(/index\.html$/, ''))
  .sort();

/** Every page of the built site, as its path without a slash at the beginning: `concepts/what-is-docker/`. */
export const pages = builtPaths.filter((path) => !path.startsWith('embed/'));

/** Every page except the handout. */
export const contentPages = pages.filter((path) => path !== HANDOUT);

/** The pages for the frames of other sites: one for each table, and one for each row. */
export const embeds = builtPaths.filter((path) => path.startsWith('embed/'));

/**
 * The size of a text in bytes, compressed as a host compresses it.
 * @param budget what the size may be; the thorough compression takes its time only if the quick one does not get there
 */
export function compressedSize(text: string | Buffer, budget: number): number {
  const sizeAt = (quality: number) =>
    brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
  const quick = sizeAt(5);
  return quick <= budget ? quick : sizeAt(constants.BROTLI_MAX_QUALITY);
}

/** The words of a line of Markdown, without emphasis, backticks and the addresses of links. */
export const textOf = (markdown: string): string =>
  markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<(https?:[^>]*)>/g, '$1')
    .replace(/[*`_]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** A date as readers see it: 24 November 2026. */
export const dateOf = (iso: string): string =>
  new Date(iso).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A page of each kind: text, a wide table, the list of all pages. */
export const samplePages = ['concepts/what-is-docker/', 'registries/docker-hub-vs-amazon-ecr/', 'search/'];

interface TestFixtures {
  /** What goes wrong on the page of the test, as `collectProblems` lists it. */
  problems: string[];
}

interface WorkerFixtures {
  /** The address of the site at each of the `BASES`. Playwright resolves paths from the one at `/`. */
  sites: Record<(typeof BASES)[number], string>;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  sites: [
    async ({}, use) => {
      const [root, docs] = await Promise.all([serve({ folder: DIST }), serve({ folder: DIST, base: '/docs/' })]);
      // On a loaded machine, a request would meet the end of the connection that it reuses.
      for (const { server } of [root, docs]) server.keepAliveTimeout = 0;
      await use({ '/': root.address, '/docs/': docs.address });
      for (const { server } of [root, docs]) server.close();
    },
    { scope: 'worker' },
  ],
  baseURL: ({ sites }, use) => use(sites['/']),
  problems: async ({ page }, use) => {
    await use(collectProblems(page));
  },
});

/**
 * Lists what goes wrong on a page from now on: warnings and errors on the console, exceptions, failed requests, and
 * responses with a status from 400 on.
 * @returns a list that grows while the page is used
 */
export function collectProblems(page: Page): string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
  page.on('requestfailed', (request) => {
    // The browser aborts pending requests when the next page is opened.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') problems.push(`failed: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  return problems;
}

/** Opens a page, and waits for two more frames, so that a request that its scripts have not made by then is not made. */
export async function openAndSettle(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

export { expect } from '@playwright/test';
