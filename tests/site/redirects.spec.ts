/** Old addresses keep working: moved pages redirect with their fragments, and pages redirect the fragments that moved. */
import type { Server } from 'node:http';
import { serve } from '../../scripts/serve.ts';
import { changedDist, movedPage } from '../changed-site.ts';
import { BASES, expect, test } from './fixtures.ts';

const servers: Server[] = [];
const sites: Record<string, string> = {};

test.beforeAll(async () => {
  for (const base of BASES) {
    const { server, address } = await serve({ folder: changedDist(), base });
    servers.push(server);
    sites[base] = address;
  }
});
test.afterAll(() => {
  for (const server of servers) server.close();
});

for (const base of BASES) {
  test(`a moved page redirects with its fragment and query, at ${base}`, async ({ page }) => {
    await page.goto(`${sites[base]}old/hub/?q=1#namespaces`);
    await expect(page).toHaveURL(`${sites[base]}registries/docker-hub/?q=1#namespaces`);
    await expect(page.locator(':target')).toHaveText('Names');
  });

  test(`a renamed fragment redirects to its new name, at ${base}`, async ({ page }) => {
    await page.goto(`${sites[base]}old/hub/#limits`);
    await expect(page).toHaveURL(`${sites[base]}registries/docker-hub/#pull-limits`);
  });

  test(`a page redirects a row that has moved to another page, at ${base}`, async ({ page }) => {
    await page.goto(`${sites[base]}concepts/what-is-docker/#moved-row`);
    await expect(page).toHaveURL(`${sites[base]}concepts/docker-vs-virtual-machines/#containers-vs-vms-size`);
    await expect(page.locator('tr:target').getByRole('rowheader')).toHaveText('Size');
  });
}

test('a link within the page redirects as well', async ({ page }) => {
  await page.goto(`${sites['/']}concepts/what-is-docker/`);
  await page.evaluate(() => (location.hash = '#moved-row'));
  await expect(page).toHaveURL(/docker-vs-virtual-machines\/#containers-vs-vms-size$/);
});

test('an older address of a handout finds a page that has moved', async ({ page }) => {
  await page.goto(`${sites['/']}teach/handout/?show=${movedPage().from}`);
  await expect(page.locator('.handout-pages > article:visible')).toHaveCount(1);
  await expect(page.locator('form.handout [role="status"]')).toHaveText(
    'On the handout: 1 page of this site, whole or in part.',
  );
});

test('a row and a page that have gone say why', async ({ page }) => {
  await page.goto(`${sites['/']}concepts/what-is-docker/#gone-row`);
  await expect(page.locator(':target')).toHaveText('#gone-row was removed. The limit no longer exists.');
  await expect(page.locator(':target')).toBeInViewport();
  await expect(page.locator('.moved li:visible'), 'only this notice').toHaveCount(1);
  await page.goto(`${sites['/']}old/page/#anything`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page was removed');
  await expect(page.getByText('It was about a product that is no longer sold.')).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('a moved page and a moved row show a link to their new place', async ({ page }) => {
    await page.goto(`${sites['/docs/']}old/hub/`);
    await page.getByRole('link', { name: '/registries/docker-hub/', exact: true }).click();
    await expect(page).toHaveURL(`${sites['/docs/']}registries/docker-hub/`);
    await page.goto(`${sites['/docs/']}concepts/what-is-docker/#moved-row`);
    await expect(page.locator(':target')).toBeInViewport();
    await page.locator(':target').getByRole('link').click();
    await expect(page).toHaveURL(`${sites['/docs/']}concepts/docker-vs-virtual-machines/#containers-vs-vms-size`);
  });
});
