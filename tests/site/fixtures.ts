/** What the tests of the built site share: the site on a server, at `/` and at `/docs/`, and its list of pages. */
import { test as base, type BrowserContext, type Page } from '@playwright/test';
import { globSync, readFileSync } from 'node:fs';
import { addressList, MANIFEST_FILE, type Manifest } from '../../src/links/manifest.ts';
import { serve } from '../../scripts/serve.ts';

/** The build that `npm test` makes without SITE_URL, and the one with it. */
export const DIST = 'dist';
export const DIST_WITH_SITE_URL = '.test/with-site-url';

/** The page from which handouts are made: the texts of all others are on it, so it has tests of its own. */
export const HANDOUT = 'teach/handout/';

/** Every address that is promised, with its slash at the beginning. */
export const promised: ReadonlySet<string> = new Set(
  addressList(JSON.parse(readFileSync(MANIFEST_FILE, 'utf8')) as Manifest),
);

/** Whether a file is a page, and does not only say what became of one. */
const isPage = (file: string) =>
  !/<h1[^>]*>This page has (moved|gone)<\/h1>/.test(readFileSync(`${DIST}/${file}`, 'utf8'));

/** Every page that was built, as its path below the site's root, such as `concepts/what-is-docker/`. */
const built = globSync('**/index.html', { cwd: DIST })
  .filter(isPage)
  .map((file) => file.replaceAll('\\', '/').replace(/index\.html$/, ''))
  .sort();
export const pages = built.filter((path) => !path.startsWith('embed/'));

/** Those with a text of their own. */
export const texts = pages.filter((path) => path !== HANDOUT);

/** Every table and every row that stands alone for other pages to frame. */
export const embeds = built.filter((path) => path.startsWith('embed/'));

/** One page of each kind: text, a wide table, the list of all pages. */
export const kinds = ['concepts/what-is-docker/', 'registries/docker-hub-vs-amazon-ecr/', 'search/'];

interface Sites {
  /** The address of the site at `/`. */
  root: string;
  /** The address of the same folder at `/docs/`. */
  docs: string;
}

export const test = base.extend<{ problems: string[] }, { sites: Sites }>({
  sites: [
    async ({}, use) => {
      const servers = await Promise.all([serve({ folder: DIST }), serve({ folder: DIST, base: '/docs/' })]);
      await use({ root: servers[0].address, docs: servers[1].address });
      for (const { server } of servers) server.close();
    },
    { scope: 'worker' },
  ],
  baseURL: ({ sites }, use) => use(sites.root),
  /** What went wrong on the page: console errors, exceptions, failed requests, answers from 400 on. */
  problems: async ({ page }, use) => {
    await use(collectProblems(page));
  },
});

/**
 * Looks at many pages side by side, each in a tab of its own: most of a visit is waiting for nothing to happen.
 * @param look told the tab, and the path
 */
export async function inTabs(
  context: BrowserContext,
  paths: readonly string[],
  look: (page: Page, path: string) => Promise<void>,
): Promise<void> {
  const waiting = [...paths];
  const visit = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const page = await context.newPage();
      await look(page, path);
      await page.close();
    }
  };
  await Promise.all(Array.from({ length: 6 }, visit));
}

/** What goes wrong on a page from now on: console errors, exceptions, failed requests, answers from 400 on. */
export function collectProblems(page: Page): string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
  page.on('requestfailed', (request) => {
    // What is still on its way is given up when the next page is opened.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') problems.push(`failed: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  return problems;
}

export { expect } from '@playwright/test';
