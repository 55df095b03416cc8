/** An address that leads nowhere gets a page that finds the site, at any depth. */
import { expect, pages, test } from './fixtures.ts';

for (const place of ['root', 'docs'] as const) {
  for (const asked of ['nowhere', 'concepts/nowhere/', 'a/b/c/d/e']) {
    test(`${place === 'root' ? '/' : '/docs/'}${asked}`, async ({ page, sites }) => {
      const response = await page.goto(sites[place] + asked);
      expect(response?.status()).toBe(404);
      await expect(page.locator('#asked')).toContainText(`/${asked}`);
      const links = page.locator('#help li a');
      await expect(links).toHaveCount(pages.length);
      await links.filter({ hasText: /^Docker Hub$/ }).click();
      await expect(page).toHaveURL(`${sites[place]}registries/docker-hub/`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Docker Hub');
    });
  }
}
