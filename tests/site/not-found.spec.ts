/** The error page for a wrong address helps, finds the site from any depth, and corrects common mistakes itself. */
import { BASES, expect, pages, test } from './fixtures.ts';

for (const base of BASES) {
  for (const path of ['nowhere', 'concepts/nowhere/', 'a/b/c/d/e']) {
    test(`${base}${path} lists the pages`, async ({ page, sites }) => {
      const response = await page.goto(sites[base] + path);
      expect(response?.status()).toBe(404);
      await expect(page.locator('#asked')).toContainText(`/${path}`);
      const links = page.locator('#help ul').last().getByRole('link');
      await expect(links).toHaveCount(pages.length);
      await links.filter({ hasText: /^Docker Hub$/ }).click();
      await expect(page).toHaveURL(`${sites[base]}registries/docker-hub/`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Docker Hub');
    });
  }

  test(`a typing error below ${base} gets the nearest page first, with the fragment`, async ({ page, sites }) => {
    await page.goto(`${sites[base]}registries/dokcer-hub/#pull-limits`);
    await expect(page.getByRole('heading', { name: 'Did you mean' })).toBeVisible();
    await page.locator('#help ul').first().getByRole('link').first().click();
    await expect(page).toHaveURL(`${sites[base]}registries/docker-hub/#pull-limits`);
  });

  for (const broken of [
    'registries/docker-hub%20#pull-limits',
    'registries//docker-hub/#pull-limits',
    'registriesdocker-hub/#pull-limits',
    'Registries/Docker-Hub/#pull-limits',
    'registries/docker-hub.html#pull-limits',
    'registries/docker-hub/index.htm#pull-limits',
  ]) {
    test(`${base}${broken} leads to the only page that it can mean`, async ({ page, sites }) => {
      await page.goto(sites[base] + broken);
      await expect(page).toHaveURL(`${sites[base]}registries/docker-hub/#pull-limits`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Docker Hub');
    });
  }
}
