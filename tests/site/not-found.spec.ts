/** An address that leads nowhere gets a page that finds the site, at any depth, and helps. */
import { expect, pages, test } from './fixtures.ts';

for (const place of ['root', 'docs'] as const) {
  const base = place === 'root' ? '/' : '/docs/';
  for (const asked of ['nowhere', 'concepts/nowhere/', 'a/b/c/d/e']) {
    test(`${base}${asked} lists the pages`, async ({ page, sites }) => {
      const response = await page.goto(sites[place] + asked);
      expect(response?.status()).toBe(404);
      await expect(page.locator('#asked')).toContainText(`/${asked}`);
      const links = page.locator('#help ul').last().getByRole('link');
      await expect(links).toHaveCount(pages.length);
      await links.filter({ hasText: /^Docker Hub$/ }).click();
      await expect(page).toHaveURL(`${sites[place]}registries/docker-hub/`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Docker Hub');
    });
  }

  test(`${base}: the likeliest page comes first, and keeps the fragment`, async ({ page, sites }) => {
    await page.goto(`${sites[place]}registries/dokcer-hub/#pull-limits`);
    await expect(page.getByRole('heading', { name: 'Did you mean' })).toBeVisible();
    await page.locator('#help ul').first().getByRole('link').first().click();
    await expect(page).toHaveURL(`${sites[place]}registries/docker-hub/#pull-limits`);
  });

  for (const broken of [
    'registries/docker-hub%20#pull-limits',
    'registries//docker-hub/#pull-limits',
    'registriesdocker-hub/#pull-limits',
    'Registries/Docker-Hub/#pull-limits',
    'registries/docker-hub.html#pull-limits',
    'registries/docker-hub/index.htm#pull-limits',
  ]) {
    test(`${base}${broken} is uniqueMatch`, async ({ page, sites }) => {
      await page.goto(sites[place] + broken);
      await expect(page).toHaveURL(`${sites[place]}registries/docker-hub/#pull-limits`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Docker Hub');
    });
  }
}
