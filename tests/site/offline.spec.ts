/** Readers can save the whole site for reading offline, at any path, and remove it without a trace. */
import type { Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { serve } from '../../scripts/serve.ts';
import { DIST, expect, samplePages, test as base } from './fixtures.ts';

/** A copy of the site on a server at `/docs/`. Tests can change the copy and stop the server. */
interface Host {
  address: string;
  folder: string;
  /** Stops the server, as if the network were gone. */
  goDown: () => Promise<void>;
}

/** The files that a reader of the copy saves, by their paths. All files are saved alike, so a few show it as well. */
const FEW_FILES = /^($|404\.html|terms\.json|_astro\/|concepts\/what-is-docker\/$)/;

/** The list of files in the service worker. */
const FILE_LIST = /(?<=FILES = JSON\.parse\(')[^']+/;
const listedFiles = (worker: string) =>
  Object.entries(JSON.parse(FILE_LIST.exec(worker)![0]) as Record<string, string>);

const test = base.extend<{ savesAll: boolean; host: Host }>({
  savesAll: [false, { option: true }],
  host: async ({ savesAll }, use, { workerIndex }) => {
    const folder = `.test/offline-${workerIndex}`;
    rmSync(folder, { recursive: true, force: true });
    cpSync(DIST, folder, { recursive: true, filter: (path) => !/^dist.(whole-site|search.\w+$)/.test(path) });
    // The many small files of the search, which no test changes.
    for (const part of ['answers', 'documents', 'postings']) {
      symlinkSync(resolve(DIST, 'search', part), join(folder, 'search', part), 'junction');
    }
    if (!savesAll) {
      const worker = readFileSync(`${folder}/sw.js`, 'utf8');
      const few = Object.fromEntries(listedFiles(worker).filter(([path]) => FEW_FILES.test(path)));
      writeFileSync(`${folder}/sw.js`, worker.replace(FILE_LIST, JSON.stringify(few)));
    }
    const { server, address } = await serve({ folder, base: '/docs/', live: true });
    await use({
      address,
      folder,
      goDown: () =>
        new Promise((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    });
    server.close();
    rmSync(folder, { recursive: true, force: true });
  },
});

const status = (page: Page) => page.locator('.offline [role="status"]');
const cacheCount = (page: Page) => page.evaluate(async () => (await caches.keys()).length);
/** Caches belong to a host, and there may be another site on it. */
const NEIGHBOR = 'https://localhost/another-site/#1';
const openCacheOfNeighbor = (page: Page) => page.evaluate((name) => caches.open(name).then(() => {}), NEIGHBOR);
const cacheNames = (page: Page) => page.evaluate(() => caches.keys());
const workerCount = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

async function saveForOfflineReading(page: Page, host: Host) {
  await page.goto(host.address);
  await page.getByRole('button', { name: /^Save for offline reading \(\d+ MB\)$/ }).click();
  await expect(status(page)).toContainText('Saved');
}

test('nothing is registered or stored before a reader saves the site', async ({ page, host }) => {
  await page.goto(host.address);
  await expect(page.getByRole('button', { name: /^Save for offline reading \(\d+ MB\)$/ })).toBeVisible();
  expect(await workerCount(page)).toBe(0);
  expect(await cacheCount(page)).toBe(0);
});

test('saving says how far it is, three times and not for each file', async ({ page, host }) => {
  await page.goto(host.address);
  await status(page).evaluate((status) => {
    const said: (string | null)[] = [];
    const bars: number[] = [];
    Object.assign(window, { said, bars });
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const { textContent } of addedNodes) said.push(textContent);
      bars.push(document.querySelector('progress')?.value ?? NaN);
    }).observe(status, { childList: true });
  });
  await page.getByRole('button', { name: /^Save for offline reading/ }).click();
  await expect(status(page)).toContainText('Saved');
  await expect(status(page), 'what is not saved').toContainText('The site as one file isn’t included.');
  const { said, bars } = await page.evaluate(() => {
    const { said, bars } = window as unknown as { said: string[]; bars: number[] };
    return { said, bars };
  });
  expect(said.slice(0, -1)).toEqual(['Saving…', 'Saving… 25%', 'Saving… 50%', 'Saving… 75%']);
  expect(bars.filter((value) => value > 0 && value < 1).length, 'the bar moves').toBeGreaterThan(0);
  await expect(page.getByRole('progressbar')).toHaveCount(0);
});

test.describe('all of it', () => {
  test.use({ savesAll: true });
  test('a saved site works without a network: every page, the search and the error page', async ({
    page,
    host,
    problems,
  }) => {
    await saveForOfflineReading(page, host);
    await page.reload(); // The service worker controls the page only after a reload.
    await host.goDown();
    const groups = JSON.parse(readFileSync(`${host.folder}/pages.json`, 'utf8')) as Record<string, object>;
    const paths = Object.values(groups).flatMap((pages) => Object.keys(pages));
    const missing = await page.evaluate(async (paths) => {
      const pages = await Promise.all(paths.map(async (path) => (await fetch(path)).text().catch(() => '')));
      return paths.filter((_, index) => !/<h1[ >]/.test(pages[index]!));
    }, paths);
    expect(missing).toEqual([]);
    for (const path of samplePages) {
      await page.goto(host.address + path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    }
    await page.goto(`${host.address}concepts/what-is-docker/?from=course`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('What is Docker?');
    await page.goto(`${host.address}registries/docker-hub`); // without the slash at its end
    await expect(page).toHaveURL(`${host.address}registries/docker-hub/`);
    await page.keyboard.press('/');
    await page.getByRole('combobox', { name: 'Search' }).fill('exec format error');
    await expect(page.locator('.result').first()).toContainText('Cause');
    await page.locator('.result').first().click();
    await expect(page.locator(':target')).toBeInViewport();
    await page.getByLabel('Paste your error message').fill('write /tmp/a: no space left on device');
    await expect(page.locator('.error-finder [role="status"]')).toHaveText('Found: no space left on device');
    // The icon is fetched last, and its request fails if the next page is opened before.
    expect(problems.filter((problem) => !problem.endsWith('favicon.svg'))).toEqual([]);

    // A lesson without a network shows its rows to a room.
    await page.goto(`${host.address}concepts/what-is-docker/`);
    await page.locator('.anchor[href="#docker-features-portability"]').press('Enter');
    await page.getByRole('link', { name: 'Enlarge' }).click();
    await page.getByRole('button', { name: 'Hide answers' }).click();
    await expect(page.getByRole('button', { name: 'Reveal' })).toBeVisible();
    await expect(page.locator('.correction')).toBeHidden();

    // Without a network, nobody knows whether the address is wrong.
    const wrong = 'embed/tables/wombats/';
    await page.goto(host.address + wrong);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not in your offline copy');
    await expect(page.locator('main')).toContainText(`You are offline, and /docs/${wrong} is not in the copy`);
    await expect(page.locator('main')).not.toContainText('Wrong as typed');
    await page.locator('#help').getByRole('link', { name: 'Docker Hub', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Docker Hub');
  });
});

test('with a network, a saved site says that a wrong address is wrong', async ({ page, host }) => {
  await saveForOfflineReading(page, host);
  await page.goto(`${host.address}no/such/page/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
});

test('the offline copy can be removed, and leaves nothing behind', async ({ page, host }) => {
  await saveForOfflineReading(page, host);
  await openCacheOfNeighbor(page);
  await page.reload();
  await page.getByRole('button', { name: 'Remove the offline copy' }).click();
  await expect(status(page)).toContainText('removed');
  expect(await workerCount(page)).toBe(0);
  expect(await cacheNames(page)).toEqual([NEIGHBOR]);
  await expect(page.getByRole('button', { name: /Save for offline reading/ })).toBeVisible();
  // The worker still controls this page, and stores nothing again.
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Search' }).fill('seccomp');
  await expect(page.locator('.result').first()).toBeVisible();
  expect(await cacheNames(page)).toEqual([NEIGHBOR]);
});

/** Turns the copy into a new build: a page has another text, and the service worker its hash. */
function publishNewBuild(host: Host, edit: (html: string) => string) {
  const page = `${host.folder}/concepts/what-is-docker/index.html`;
  const before = readFileSync(page);
  const after = Buffer.from(edit(before.toString()));
  writeFileSync(page, after);
  const hash = (data: Buffer) => createHash('sha256').update(data).digest('base64');
  const worker = readFileSync(`${host.folder}/sw.js`, 'utf8').replace(hash(before), hash(after));
  writeFileSync(`${host.folder}/sw.js`, worker.replace(/REVISION = '\w+'/, "REVISION = 'next'"));
}

/** Lets the browser look for a new service worker. @returns the state of the one that waits, or `none` */
const updateWorker = (page: Page) =>
  page.evaluate(async () => {
    const registration = (await navigator.serviceWorker.getRegistration())!;
    // The first may join the check that the page began when it was opened, and which has fetched the worker already.
    await registration.update().catch(() => {});
    await registration.update().catch(() => {});
    const worker = registration.installing;
    if (worker)
      await new Promise<void>((resolve) => {
        worker.addEventListener('statechange', () => worker.state !== 'installing' && resolve());
      });
    return registration.waiting?.state ?? 'none';
  });

test('a new build takes over as a whole, once no page of the old one is open', async ({ page, host, context }) => {
  await saveForOfflineReading(page, host);
  await openCacheOfNeighbor(page);
  await page.goto(`${host.address}concepts/what-is-docker/`);
  publishNewBuild(host, (html) => html.replace('What is Docker?</h1>', 'What is Docker now?</h1>'));
  expect(await updateWorker(page)).toBe('installed');
  // While a page of the old build is open, all pages are from the old build.
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What is Docker?');
  await page.close();
  const newPage = await context.newPage();
  await expect
    .poll(async () => {
      await newPage.goto('about:blank');
      await newPage.goto(`${host.address}concepts/what-is-docker/`);
      return newPage.getByRole('heading', { level: 1 }).textContent();
    })
    .toBe('What is Docker now?');
  await expect.poll(() => cacheCount(newPage), 'that of the new build, and that of the neighbor').toBe(2);
  expect(await cacheNames(newPage)).toContain(NEIGHBOR);
});

test('an incomplete update leaves the saved build as it is', async ({ page, host }) => {
  await saveForOfflineReading(page, host);
  await page.goto(`${host.address}concepts/what-is-docker/`);
  // During a deployment, a file may be from another build than the worker.
  const worker = readFileSync(`${host.folder}/sw.js`, 'utf8');
  publishNewBuild(host, (html) => html.replace('What is Docker?</h1>', 'Half a deployment</h1>'));
  writeFileSync(`${host.folder}/sw.js`, worker.replace(/REVISION = '\w+'/, "REVISION = 'half'"));
  expect(await updateWorker(page)).toBe('none');
  // Or a file may be missing.
  rmSync(`${host.folder}/terms.json`);
  expect(await updateWorker(page)).toBe('none');
  expect(await cacheCount(page)).toBe(1);
  await host.goDown();
  await page.goto(`${host.address}concepts/what-is-docker/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What is Docker?');
});

test('a worker of the same build that fails to install leaves the saved files as they are', async ({ page, host }) => {
  await saveForOfflineReading(page, host);
  const entryCount = () =>
    page.evaluate(async () => (await (await caches.open((await caches.keys())[0]!)).keys()).length);
  const before = await entryCount();
  expect(before).toBe(listedFiles(readFileSync(`${host.folder}/sw.js`, 'utf8')).length);
  writeFileSync(`${host.folder}/sw.js`, `${readFileSync(`${host.folder}/sw.js`, 'utf8')}\n// another comment`);
  rmSync(`${host.folder}/terms.json`);
  expect(await updateWorker(page)).toBe('none');
  expect(await entryCount()).toBe(before);
});

test('the site says when it cannot be saved, and stores nothing', async ({ page, host }) => {
  rmSync(`${host.folder}/terms.json`);
  await page.goto(host.address);
  await page.getByRole('button', { name: /Save for offline reading/ }).click();
  await expect(status(page)).toContainText('could not be saved');
  expect(await workerCount(page)).toBe(0);
  expect(await cacheCount(page)).toBe(0);
});

test('a browser that refuses service workers causes a message, and no error', async ({ page, host, problems }) => {
  await page.addInitScript(() => {
    navigator.serviceWorker.register = () => Promise.reject(new DOMException('refused', 'SecurityError'));
  });
  await page.goto(host.address);
  await page.getByRole('button', { name: /Save for offline reading/ }).click();
  await expect(status(page)).toContainText('could not be saved');
  expect(problems).toEqual([]);
});

test('the kill switch removes everything that was saved, and nothing else', async ({ page, host }) => {
  await saveForOfflineReading(page, host);
  await openCacheOfNeighbor(page);
  await page.reload();
  const { killSwitch } = await import('../../src/offline/build.ts');
  writeFileSync(`${host.folder}/sw.js`, await killSwitch());
  await page.evaluate(() => void navigator.serviceWorker.getRegistration().then((worker) => worker?.update()));
  // The kill switch reloads the page, which may interrupt the evaluation.
  await expect.poll(() => workerCount(page).catch(() => 1)).toBe(0);
  await expect.poll(() => cacheNames(page).catch(() => [])).toEqual([NEIGHBOR]);
});
