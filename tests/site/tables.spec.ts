/** Every table shows what its file in content/tables/ says, and is a real table. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import type { Table } from '../../src/kinds/table/schema.ts';
import { expect, test } from './fixtures.ts';

const tables = globSync('content/tables/*.yaml').map((file) => ({
  name: basename(file, '.yaml'),
  data: parse(readFileSync(file, 'utf8')) as Table,
}));
const addressOf = (page: string) => (page === 'index' ? '' : `${page}/`);
/** The words of inline Markdown: without emphasis, code marks and link addresses. */
const words = (markdown: string) =>
  markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<(https?:[^>]*)>/g, '$1')
    .replace(/[*`_]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

for (const { name, data } of tables) {
  test(`the table ${name} shows its data`, async ({ page }) => {
    await page.goto(addressOf(data.page));
    const table = page.locator(`[id="${name}"]`).getByRole('table');
    await expect(table).toHaveAccessibleName(data.caption);
    await expect(table.locator('caption')).toHaveText(data.caption);

    const headers = table.getByRole('columnheader');
    await expect(headers).toHaveCount(data.columns.length + 1); // and the one of corrections and sources
    for (const [index, { label }] of data.columns.entries()) {
      await expect(headers.nth(index)).toHaveText(label);
      await expect(headers.nth(index)).toHaveAttribute('scope', 'col');
    }

    await expect(table.locator('tbody tr')).toHaveCount(data.rows.length);
    for (const row of data.rows) {
      const line = table.locator(`tr[id="${name}-${row.id}"]`);
      await expect(line).toHaveCount(1);
      await expect(line.getByRole('rowheader')).toHaveAttribute('scope', 'row');
      await expect(line.locator('.row-sources a').first()).toHaveText(/^\d+$/);
      for (const [index, { id }] of data.columns.entries()) {
        const shown = index ? line.locator('td').nth(index - 1) : line.locator('th');
        const text = (await shown.innerText()).replace(/[*_]/g, '').replace(/\s+/g, ' ').trim();
        expect(text, `cell ${row.id}/${id} is not empty`).not.toBe('');
        const cell = row.cells[id]!;
        if (typeof cell === 'string') expect(text).toContain(words(cell));
        else if ('text' in cell) expect(text).toContain(words(cell.text));
      }
    }
  });
}

test('a row names its source, and the source names its document', async ({ page }) => {
  await page.goto('concepts/what-is-docker/');
  const number = page.locator('tr[id="docker-features-portability"] .correction .cite a').first();
  const target = await number.getAttribute('href');
  const source = page.locator(target!);
  await expect(source.locator('a').first()).toHaveAttribute('href', /^https:\/\//);
  await expect(source).toContainText(/Read \d{1,2} \w+ \d{4}\.$/);
});
