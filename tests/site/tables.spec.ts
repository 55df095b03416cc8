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
    const contents = page.locator('.toc');
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
    await expect(contents).toHaveCSS('opacity', '1');
    await entry.blur();

    // It goes as a whole, as soon as the table touches it, and comes back when the table has passed.
    await expect(contents).toHaveCSS('opacity', '0');
    const listEnd = await page
      .locator('.toc ul')
      .first()
      .evaluate((list) => list.getBoundingClientRect().bottom);
    const moveTo = (top: number) =>
      page
        .locator('.wide-table')
        .first()
        .evaluate((element, top) => scrollBy(0, element.getBoundingClientRect().top - top), top);
    await moveTo(listEnd + 20);
    await expect(contents, 'before the table').toHaveCSS('opacity', '1');
    await moveTo(listEnd - 20);
    await expect(contents, 'as the table touches it').toHaveCSS('opacity', '0');
    await page.evaluate(() => scrollTo(0, 0));
    await expect(contents).toHaveCSS('opacity', '1');
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

test('five columns break no word in two on a projector at 200 %', async ({ page }) => {
  await page.setViewportSize({ width: 960, height: 540 });
  await page.goto('registries/image-references/');
  const broken = await page.locator('[id="image-reference-parts"] tbody').evaluate((body) => {
    const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    const broken: string[] = [];
    while (texts.nextNode()) {
      const node = texts.currentNode as Text;
      const topAt = (index: number) => {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        return range.getBoundingClientRect().top;
      };
      for (const { 0: word, index } of node.data.matchAll(/\w+/g)) {
        if (topAt(index) !== topAt(index + word.length - 1)) broken.push(word);
      }
    }
    return broken;
  });
  expect(broken).toEqual([]);
});

test('a linked row is wholly in sight below the head of its table, and tinted', async ({ page }) => {
  const path = 'registries/docker-hub-vs-amazon-ecr/';
  for (const [width, height, address] of [
    [640, 540, 'registries/image-references/#image-reference-parts-tag'], // the head takes three lines
    [768, 540, `${path}#docker-hub-vs-amazon-ecr-visibility`],
    [960, 540, 'registries/image-references/#image-reference-parts-tag'],
    [960, 540, `${path}#docker-hub-vs-amazon-ecr-visibility`], // 1920 at 200 %, where the head takes two lines
    [1280, 800, `${path}#docker-hub-vs-amazon-ecr-visibility`],
    [1920, 1080, `${path}#docker-hub-vs-amazon-ecr-visibility`],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto(address);
    const row = page.locator('tr:target');
    const head = page.locator('table:has(:target) thead tr');
    const top = () => row.evaluate((element) => element.getBoundingClientRect().top);
    const headEnd = () => head.evaluate((element) => element.getBoundingClientRect().bottom);
    // Its frame is 6 px beyond it.
    await expect.poll(async () => (await top()) - (await headEnd()), `${width} px`).toBeGreaterThanOrEqual(6);
    expect(await top()).toBeLessThan(height / 2);
    await expect(head, 'the names of the columns').toBeInViewport({ ratio: 1 });
    await expect(row).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
    await page.goto('about:blank');
  }
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`${path}#docker-hub-vs-amazon-ecr-visibility`);
  await expect(page.locator('tr:target'), 'the frame is on the border of the card').toHaveCSS('outline-offset', '-1px');
});

test('the head of a table leaves with the last row', async ({ page }) => {
  await page.goto('concepts/what-is-docker/');
  const visible = await page.locator('#docker-features table').evaluate((table: HTMLTableElement) => {
    scrollBy(0, table.getBoundingClientRect().bottom - 130); // the rest of the last row is below the header
    return table.getBoundingClientRect().bottom - table.tHead!.getBoundingClientRect().bottom;
  });
  expect(visible, 'pixels of the last row below the head').toBeGreaterThanOrEqual(60);
});

test('a verdict in the margin is as wide as its words, and one in a sentence as well', async ({ page }) => {
  await page.goto('concepts/what-is-docker/');
  const spare = await page.locator('.table .notes > * > strong, .course > * > * > strong').evaluateAll((labels) =>
    labels.map((label) => {
      const words = document.createRange();
      words.selectNodeContents(label);
      const { right } = label.getBoundingClientRect();
      return Math.round(right - words.getBoundingClientRect().right);
    }),
  );
  expect(spare.length).toBeGreaterThan(7);
  for (const pixels of spare) expect(pixels).toBeLessThan(12); // its padding
});

test('the sources of a row are below its name, unless a verdict is there', async ({ page }) => {
  for (const path of ['practice/troubleshooting/', 'reference/what-changed/', 'concepts/what-is-docker/']) {
    await page.goto(path);
    const sources = await page.locator('main tbody tr:has(.row-sources)').evaluateAll((rows) =>
      rows.map((row) => {
        const name = row.querySelector('th')!.getBoundingClientRect();
        const text = row.querySelector('.row-sources')!.getBoundingClientRect();
        return {
          isBelow: text.left === name.left && text.top - name.bottom < 8,
          hasVerdict: !!row.querySelector('strong'),
        };
      }),
    );
    expect(sources.length).toBeGreaterThan(4);
    for (const { isBelow, hasVerdict } of sources) expect(isBelow, path).toBe(!hasVerdict);
  }
});
