/** The error page for a wrong address helps, finds the site from any depth, and corrects common mistakes itself. */
import { BASES, expect, pages, test } from './fixtures.ts';

for (const base of BASES) {
  test(`it lists the pages at any depth below ${base}`, async ({ page, sites }) => {
    for (const path of ['nowhere', 'concepts/nowhere/', 'a/b/c/d/e']) {
      const response = await page.goto(sites[base] + path);
      expect(response?.status()).toBe(404);
      await expect(page.locator('#asked')).toContainText(`/${path}`);
      const links = page.locator('.groups').getByRole('link');
      await expect(links).toHaveCount(pages.length);
      await links.filter({ hasText: /^Docker Hub$/ }).click();
      await expect(page).toHaveURL(`${sites[base]}registries/docker-hub/`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Docker Hub');
    }
  });

  test(`below ${base} the search and the link home lead on`, async ({ page, sites, problems }) => {
    await page.goto(`${sites[base]}a/b/how_to-install.php`);
    const field = page.getByRole('searchbox', { name: 'Search this site' });
    await expect(field, 'what was asked for').toHaveValue('how to install');
    await field.fill('dokcer hub');
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page).toHaveURL(`${sites[base]}search/?q=dokcer+hub`);
    await expect(page.locator('.result').first()).toHaveAttribute('href', /[/#]docker-hub\b/);
    await page.goBack();
    await page.getByRole('banner').getByRole('link', { name: 'Docker Basics' }).click();
    await expect(page).toHaveURL(sites[base]);
    expect(problems.filter((problem) => !problem.includes('404'))).toEqual([]);
  });

  test(`a typing error below ${base} gets the nearest page as its correction, with the fragment`, async ({
    page,
    sites,
  }) => {
    await page.goto(`${sites[base]}registries/dokcer-hub/#pull-limits`);
    const correction = page.locator('.correction');
    await expect(correction).toHaveText(
      new RegExp(`^\\s*Wrong as typed\\s+Did you mean this page\\? Docker Hub ${base}registries/docker-hub/\\s*$`),
    );
    await expect(page.locator('#help ul').first().getByRole('link', { name: 'Docker Hub', exact: true })).toHaveCount(
      0,
    );
    await correction.getByRole('link', { name: 'Docker Hub' }).click();
    await expect(page).toHaveURL(`${sites[base]}registries/docker-hub/#pull-limits`);
  });

  test(`an address below ${base} that can mean only one page leads there`, async ({ page, sites }) => {
    for (const broken of [
      'registries/docker-hub%20#pull-limits',
      'registries//docker-hub/#pull-limits',
      'registriesdocker-hub/#pull-limits',
      'Registries/Docker-Hub/#pull-limits',
      'registries/docker-hub.html#pull-limits',
      'registries/docker-hub/index.htm#pull-limits',
    ]) {
      await page.goto(sites[base] + broken.replace('#', '?a=1#'));
      await expect(page, broken).toHaveURL(`${sites[base]}registries/docker-hub/?a=1#pull-limits`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Docker Hub');
    }
  });
}

test('the wrong address is marked but readable, in the theme that the reader has chosen', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('');
  await page.getByLabel('Theme').selectOption('dark');
  await page.goto('no/such/wombat/');
  await expect(page.locator('#asked')).toHaveText('/no/such/wombat/');
  await expect(page.locator('#asked')).toHaveCSS('text-decoration', /^underline .*wavy/);
  await expect(page.locator('.correction')).toContainText('There is no page at this address.');
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
});

test('its text begins where the text of every page does, and its groups are those of the menu', async ({ page }) => {
  await page.goto('concepts/');
  const edge = (await page.getByRole('heading', { level: 1 }).boundingBox())!.x;
  const groups = await page.getByRole('navigation', { name: 'Main' }).locator('li summary').allTextContents();
  await page.goto('no/such/wombat/');
  expect((await page.getByRole('heading', { level: 1 }).boundingBox())!.x).toBe(edge);
  await expect(page.locator('.groups h2')).toHaveText(groups);
});
