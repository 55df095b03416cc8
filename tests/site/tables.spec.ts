/** Every table shows the data of its file in content/tables/, and its HTML has headers, a caption and scopes. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import type { Table } from '../../src/kinds/table/schema.ts';
import { expect, test, textOf } from './fixtures.ts';

const tables = globSync('content/tables/*.yaml').map((file) => ({
  name: basename(file, '.yaml'),
  data: parse(readFileSync(file, 'utf8')) as Table,
}));
const pathOf = (slug: string) => (slug === 'index' ? '' : `${slug}/`);

for (const { name, data } of tables) {
  test(`the table ${name} shows its data`, async ({ page }) => {
    await page.goto(pathOf(data.page));
    const table = page.locator(`[id="${name}"]`).getByRole('table');
    await expect(table).toHaveAccessibleName(data.caption);
    await expect(table.locator('caption')).toHaveText(data.caption);

    const headers = table.getByRole('columnheader');
    await expect(headers).toHaveCount(data.columns.length + 1); // The last one is for corrections and sources.
    for (const [index, { label }] of data.columns.entries()) {
      await expect(headers.nth(index)).toHaveText(label);
      await expect(headers.nth(index)).toHaveAttribute('scope', 'col');
    }

    await expect(table.locator('tbody tr')).toHaveCount(data.rows.length);
    for (const row of data.rows) {
      const shownRow = table.locator(`tr[id="${name}-${row.id}"]`);
      await expect(shownRow).toHaveCount(1);
      await expect(shownRow.getByRole('rowheader')).toHaveAttribute('scope', 'row');
      await expect(shownRow.locator('.cite a').first()).toHaveText(/^\d+$/);
      for (const [index, { id }] of data.columns.entries()) {
        const shownCell = index ? shownRow.locator('td').nth(index - 1) : shownRow.locator('th');
        const text = (await shownCell.innerText()).replace(/[*_]/g, '').replace(/\s+/g, ' ').trim();
        expect(text, `cell ${row.id}/${id} is not empty`).not.toBe('');
        const cell = row.cells[id]!;
        if (typeof cell === 'string') expect(text).toContain(textOf(cell));
        else if ('text' in cell) expect(text).toContain(textOf(cell.text));
        const hasSources = typeof cell === 'object' && ('fact' in cell || cell.sources !== undefined);
        await expect(shownCell.locator(':scope > .cite')).toHaveCount(hasSources ? 1 : 0);
      }
    }
  });
}

test('a row links its source, and the source links its document', async ({ page }) => {
  await page.goto('concepts/what-is-docker/');
  const number = page.locator('tr[id="docker-features-portability"] .correction .cite a').first();
  const target = await number.getAttribute('href');
  const source = page.locator(target!);
  await expect(source.locator('a').first()).toHaveAttribute('href', /^https:\/\//);
  await expect(source).toContainText(/Read \d{1,2} \w+ \d{4}\.$/);
});

test('a table of many columns ends where the header ends, and the contents list gives way', async ({ page }) => {
  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto('concepts/container-lifecycle/');
    const rightOf = (selector: string) =>
      page.locator(selector).evaluate((element) => Math.round(element.getBoundingClientRect().right));
    const table = page.locator('[id="what-is-lost"]');
    expect(await rightOf('[id="what-is-lost"] table'), `${width} px`).toBe(await rightOf('.scheme'));
    expect(await rightOf('[id="what-is-lost"] table')).toBeGreaterThan((await rightOf('.objective')) + 250);

    // The contents list stands in the same place, and comes forward when it is used.
    const entry = page.locator('.toc a').first();
    const isInFront = () =>
      entry.evaluate((link) => {
        const { x, y, width, height } = link.getBoundingClientRect();
        return link.contains(document.elementFromPoint(x + width / 2, y + height / 2));
      });
    expect(await isInFront()).toBe(true);
    await table
      .locator('tbody tr')
      .nth(2)
      .evaluate((row) => row.scrollIntoView());
    expect(await isInFront(), 'behind the table').toBe(false);
    await entry.focus();
    expect(await isInFront(), 'with the keyboard').toBe(true);
  }
});

test('a column of long cells is wider than one of short cells, on the page and in its embed', async ({ page }) => {
  for (const path of ['concepts/container-lifecycle/', 'embed/tables/what-is-lost/']) {
    await page.goto(path);
    const widthOf = async (name: string) => (await page.getByRole('columnheader', { name }).boundingBox())!.width;
    // Its cells say "Kept.", those of the other are sentences.
    expect(await widthOf('Bind mount'), path).toBeLessThan(0.7 * (await widthOf('Volume')));
  }
});
