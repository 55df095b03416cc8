/** The site is saved for reading offline when a reader asks for it, whole, at any path; and goes again without a trace. */
import type { Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { serve } from '../../scripts/serve.ts';
import { DIST, expect, test as base } from './fixtures.ts';

/** A copy of the site on a server of its own, at a path, that can be changed and taken off the network. */
interface Host {
  address: string;
  folder: string;
  /** Answers nothing from now on, as where there is no network. */
  goDown: () => Promise<void>;
}
const test = base.extend<{ host: Host }>({
  host: async ({}, use, { workerIndex }) => {
    const folder = `.test/offline-${workerIndex}`;
    rmSync(folder, { recursive: true, force: true });
    cpSync(DIST, folder, { recursive: true });
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
const saved = (page: Page) => page.evaluate(async () => (await caches.keys()).length);
const registered = (page: Page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

async function save(page: Page, host: Host) {
  await page.goto(host.address);
  await page.getByRole('button', { name: /^Save for offline reading \(\d+\.\d MB\)$/ }).click();
  await expect(status(page)).toContainText('Saved');
}

test('nothing is registered or stored for who did not ask', async ({ page, host }) => {
  await page.goto(host.address);
  await expect(page.getByRole('button', { name: /Save for offline reading/ })).toBeVisible();
  expect(await registered(page)).toBe(0);
  expect(await saved(page)).toBe(0);
});

test('then every page can be read and the site searched without a network', async ({ page, host, problems }) => {
  await save(page, host);
  await page.reload(); // from now on the worker answers
  await host.goDown();
  for (const path of Object.keys(JSON.parse(readFileSync(`${host.folder}/pages.json`, 'utf8')))) {
    await page.goto(host.address + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await page.goto(`${host.address}registries/docker-hub`); // without the slash
  await expect(page).toHaveURL(`${host.address}registries/docker-hub/`);
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Search' }).fill('exec format error');
  await expect(page.locator('.result').first()).toContainText('Cause');
  await page.locator('.result').first().click();
  await expect(page.locator(':target')).toBeInViewport();
  // The icon comes last, and a page that is left early does not wait for it.
  expect(problems.filter((problem) => !problem.endsWith('favicon.svg'))).toEqual([]);

  await page.goto(`${host.address}no/such/page/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
});

test('it can be removed, and leaves nothing', async ({ page, host }) => {
  await save(page, host);
  await page.reload();
  await page.getByRole('button', { name: 'Remove the offline copy' }).click();
  await expect(status(page)).toContainText('removed');
  expect(await registered(page)).toBe(0);
  expect(await saved(page)).toBe(0);
  await expect(page.getByRole('button', { name: /Save for offline reading/ })).toBeVisible();
  // The worker still answers for this page, and stores nothing anew.
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Search' }).fill('seccomp');
  await expect(page.locator('.result').first()).toBeVisible();
  expect(await saved(page)).toBe(0);
});

/** Makes the copy a new build: a page says something else, and the worker knows it. */
function publish(host: Host, change: (html: string) => string, also: (worker: string) => string = (text) => text) {
  const page = `${host.folder}/concepts/what-is-docker/index.html`;
  const before = readFileSync(page);
  const after = Buffer.from(change(before.toString()));
  writeFileSync(page, after);
  const hash = (data: Buffer) => createHash('sha256').update(data).digest('base64');
  const worker = readFileSync(`${host.folder}/sw.js`, 'utf8').replace(hash(before), hash(after));
  writeFileSync(`${host.folder}/sw.js`, also(worker.replace(/REVISION = '\w+'/, "REVISION = 'next'")));
}
const update = (page: Page) =>
  page.evaluate(async () => {
    const registration = (await navigator.serviceWorker.getRegistration())!;
    await registration.update().catch(() => {});
    const worker = registration.installing;
    if (worker)
      await new Promise<void>((resolve) => {
        worker.addEventListener('statechange', () => worker.state !== 'installing' && resolve());
      });
    return registration.waiting?.state ?? 'none';
  });

test('a new build takes over whole, when no page of the old one is open', async ({ page, host, context }) => {
  await save(page, host);
  await page.goto(`${host.address}concepts/what-is-docker/`);
  publish(host, (html) => html.replace('What is Docker?</h1>', 'What is Docker now?</h1>'));
  expect(await update(page)).toBe('installed');
  // As long as a page of the old build is open, all pages are of the old build.
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What is Docker?');
  await page.close();
  const later = await context.newPage();
  await expect
    .poll(async () => {
      await later.goto('about:blank');
      await later.goto(`${host.address}concepts/what-is-docker/`);
      return later.getByRole('heading', { level: 1 }).textContent();
    })
    .toBe('What is Docker now?');
  await expect.poll(() => saved(later)).toBe(1);
});

test('an update that is half there, or breaks off, leaves the build that was saved', async ({ page, host }) => {
  await save(page, host);
  await page.goto(`${host.address}concepts/what-is-docker/`);
  // A file that is not of the build that the worker names, as in the midst of a deployment.
  const worker = readFileSync(`${host.folder}/sw.js`, 'utf8');
  publish(host, (html) => html.replace('What is Docker?</h1>', 'Half a deployment</h1>'));
  writeFileSync(`${host.folder}/sw.js`, worker.replace(/REVISION = '\w+'/, "REVISION = 'half'"));
  expect(await update(page)).toBe('none');
  // A file that is gone.
  rmSync(`${host.folder}/terms.json`);
  expect(await update(page)).toBe('none');
  expect(await saved(page)).toBe(1);
  await host.goDown();
  await page.goto(`${host.address}concepts/what-is-docker/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What is Docker?');
});

test('a worker of the same build that cannot be installed takes nothing of what is saved', async ({ page, host }) => {
  await save(page, host);
  const entries = () => page.evaluate(async () => (await (await caches.open((await caches.keys())[0]!)).keys()).length);
  const before = await entries();
  expect(before).toBeGreaterThan(100);
  writeFileSync(`${host.folder}/sw.js`, `${readFileSync(`${host.folder}/sw.js`, 'utf8')}\n// another comment`);
  rmSync(`${host.folder}/terms.json`);
  expect(await update(page)).toBe('none');
  expect(await entries()).toBe(before);
});

test('where it cannot be saved it says so, and nothing has changed', async ({ page, host }) => {
  rmSync(`${host.folder}/terms.json`);
  await page.goto(host.address);
  await page.getByRole('button', { name: /Save for offline reading/ }).click();
  await expect(status(page)).toContainText('could not be saved');
  expect(await registered(page)).toBe(0);
  expect(await saved(page)).toBe(0);
});

test('a browser that refuses storage is no error', async ({ page, host, problems }) => {
  await page.addInitScript(() => {
    navigator.serviceWorker.register = () => Promise.reject(new DOMException('refused', 'SecurityError'));
  });
  await page.goto(host.address);
  await page.getByRole('button', { name: /Save for offline reading/ }).click();
  await expect(status(page)).toContainText('could not be saved');
  expect(problems).toEqual([]);
});

test('the kill switch removes what has been saved', async ({ page, host }) => {
  await save(page, host);
  await page.reload();
  const { killSwitch } = await import('../../src/offline/build.ts');
  writeFileSync(`${host.folder}/sw.js`, await killSwitch());
  await page.evaluate(() => void navigator.serviceWorker.getRegistration().then((found) => found?.update()));
  await expect.poll(() => registered(page).catch(() => 1)).toBe(0); // it reloads the page
  await expect.poll(() => saved(page).catch(() => 1)).toBe(0);
});
