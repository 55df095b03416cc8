/** On a phone nothing is cut off, and tables stay tables. */
import { expect, pages, test } from './fixtures.ts';

test('rows look like cards at 360 px, and keep their roles and names', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('concepts/docker-vs-virtual-machines/');
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Startup Time', exact: true }) });
  await expect(row).toBeVisible();
  await expect(row.getByRole('cell')).toHaveCount(3);

  const header = (await row.getByRole('rowheader').boundingBox())!;
  const cell = (await row.getByRole('cell').first().boundingBox())!;
  expect(cell.y, 'the cell is below its row header').toBeGreaterThanOrEqual(header.y + header.height);
  const label = await row
    .getByRole('cell')
    .first()
    .evaluate((element) => getComputedStyle(element, '::before').content);
  expect(label, 'the label of the column').toContain('Docker Container');

  const tree = await page.getByRole('table').first().ariaSnapshot();
  for (const name of ['Aspect', 'Docker Container', 'Virtual Machine (VM)'])
    expect(tree).toContain(`columnheader "${name}"`);
  for (const name of ['Startup Time', 'Size', 'Isolation', 'Performance', 'Use Case']) {
    expect(tree).toContain(`rowheader "${name}"`);
  }
});

// Some browsers drop the roles of a table whose `display` is changed.
test('all parts of a table have an explicit role', async ({ page }) => {
  for (const path of pages) {
    await page.goto(path);
    for (const [selector, role] of [
      ['table', 'table'],
      [':is(thead, tbody)', 'rowgroup'],
      ['tr', 'row'],
      ['th[scope="col"]', 'columnheader'],
      ['th[scope="row"]', 'rowheader'],
      ['td', 'cell'],
    ]) {
      await expect(page.locator(`main ${selector}:not([role="${role}"])`), `${path}: ${selector}`).toHaveCount(0);
    }
  }
});
