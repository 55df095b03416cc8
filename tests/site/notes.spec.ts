/** Notes and quotations of the course are set apart from the text. */
import { expect, test } from './fixtures.ts';

test('advice has a title and a background', async ({ page }) => {
  await page.goto('registries/docker-hub-vs-amazon-ecr/');
  const note = page.getByRole('complementary', { name: /^Advice/ }).first();
  await expect(note.locator('.starlight-aside__title')).toContainText('Advice');
  const background = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await background('.starlight-aside')).not.toBe(await background('body'));
});

test('the course speaks in a serif, and we do not', async ({ page }) => {
  await page.goto('registries/docker-hub/');
  const statements = await page.locator('.course q').all();
  expect(statements.length).toBeGreaterThan(0);
  for (const statement of statements) await expect(statement).toHaveCSS('font-family', /^Charter/);
  await expect(page.locator('main > p').last()).not.toHaveCSS('font-family', /Charter/);
  await page.goto('registries/docker-hub-vs-amazon-ecr/');
  await expect(page.locator('.course')).toHaveCount(0);
});
