/** What stands beside the text is recognizable: notes have a title and a panel, quotes of the course their mark. */
import { expect, test } from './fixtures.ts';

test('advice is labeled, and set apart from the text', async ({ page }) => {
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

test("the course's words bear its mark, ours do not", async ({ page }) => {
  await page.goto('registries/docker-hub/');
  for (const statement of await page.locator('.course q').all())
    await expect(statement).toHaveCSS('font-style', 'italic');
  await page.goto('registries/docker-hub-vs-amazon-ecr/');
  await expect(page.locator('.course')).toHaveCount(0);
});
