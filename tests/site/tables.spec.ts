/** Every table shows the data of its file in content/tables/, and its HTML has headers, a caption and scopes. */
import type { Locator } from '@playwright/test';
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

/** What a table shows. */
const readTable = (figure: Locator) =>
  figure.evaluate((figure) => {
    const scopedText = (cell: HTMLTableCellElement) => ({ text: cell.innerText, scope: cell.scope });
    return {
      caption: figure.querySelector('caption')!.textContent.trim(),
      headers: [...figure.querySelectorAll<HTMLTableCellElement>('thead th')].map(scopedText),
      rows: [...figure.querySelectorAll('tbody tr')].map((row) => ({
        id: row.id,
        source: row.querySelector('.cite a')?.textContent,
        scopes: [...row.querySelectorAll('th')].map(({ scope }) => scope),
        cells: [...row.querySelectorAll<HTMLTableCellElement>('th, td')].map((cell) => ({
          text: cell.innerText.replace(/[*_]/g, '').replace(/\s+/g, ' ').trim(),
          citations: cell.querySelectorAll(':scope > .cite').length,
        })),
      })),
    };
  });

for (const slug of new Set(tables.map(({ data }) => data.page))) {
  test(`the tables of ${slug} show their data`, async ({ page }) => {
    await page.goto(pathOf(slug));
    for (const { name, data } of tables.filter(({ data }) => data.page === slug)) {
      const figure = page.locator(`[id="${name}"]`);
      await expect(figure.getByRole('table')).toHaveAccessibleName(data.caption);
      const { caption, headers, rows } = await readTable(figure);
      expect(caption).toBe(data.caption);
      // The last column is for corrections and sources.
      expect(headers.slice(0, -1)).toEqual(data.columns.map(({ label }) => ({ text: label, scope: 'col' })));
      expect(rows.map(({ id }) => id)).toEqual(data.rows.map(({ id }) => `${name}-${id}`));
      for (const [index, row] of data.rows.entries()) {
        const shown = rows[index]!;
        expect(shown.scopes, row.id).toEqual(['row']);
        expect(shown.source, row.id).toMatch(/^\d+$/);
        for (const [column, { id }] of data.columns.entries()) {
          const cell = row.cells[id]!;
          const { text, citations } = shown.cells[column]!;
          const place = `cell ${row.id}/${id}`;
          expect(text, place).not.toBe('');
          if (typeof cell === 'string') expect(text, place).toContain(textOf(cell));
          else if ('text' in cell) expect(text, place).toContain(textOf(cell.text));
          const hasSources = typeof cell === 'object' && ('fact' in cell || cell.sources !== undefined);
          expect(citations, place).toBe(hasSources ? 1 : 0);
        }
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
