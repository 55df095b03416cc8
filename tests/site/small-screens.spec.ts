/** On a phone nothing is cut off, and tables stay tables. */
import { expect, test } from './fixtures.ts';

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

// Playwright computes roles from the HTML. Only the browser knows what its style sheets leave of them.
test('screen readers get the parts of a table from the browser at 360 px', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('concepts/docker-vs-virtual-machines/');
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  for (const [selector, role] of [
    ['table', 'table'],
    ['tr', 'row'],
    ['thead th', 'columnheader'],
    ['tbody th', 'rowheader'],
    ['td', 'cell'],
  ] as const) {
    const exposed = nodes.filter((node) => !node.ignored && node.role?.value === role);
    expect(exposed.length, role).toBe(await page.locator(`main ${selector}`).count());
  }
});

test('on a phone the first screen of the start page has its three ways in, in a line, and a corrected sentence', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('');
  await expect(page.locator('.proof').getByText('Wrong as worded')).toBeInViewport({ ratio: 1 });
  const ways = await page.locator('h1 + p + p a').all();
  const boxes = await Promise.all(ways.map((way) => way.boundingBox()));
  expect(boxes).toHaveLength(3);
  expect(new Set(boxes.map((box) => box!.y)).size).toBe(1);
});

test('on a phone the search stays in reach, and nothing in the header and the bar is squeezed', async ({ page }) => {
  for (const [width, height] of [
    [360, 740],
    [320, 256], // a zoom of 400 %
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto('concepts/docker-vs-virtual-machines/');
    expect((await page.locator('.home svg').boundingBox())!.width).toBeGreaterThanOrEqual(16);
    await page.locator('main footer').scrollIntoViewIfNeeded();
    const contents = page.getByText('On this page', { exact: true });
    const search = page.getByRole('search').getByRole('link', { name: 'Search' });
    for (const part of [page.getByText('Menu', { exact: true }), contents, search]) {
      await expect(part).toBeInViewport({ ratio: 1 });
    }
    expect((await search.locator('svg').boundingBox())!.width).toBeGreaterThanOrEqual(16);
    const named = page.locator('header').getByRole('link', { name: 'Search' });
    await expect(named, 'the search with its name').toBeVisible({ visible: width >= 360 });
    if (width >= 360) await expect(named).toHaveText('Search', { useInnerText: true });
    expect((await contents.boundingBox())!.height, 'one line').toBeLessThan(45);
    for (const summary of [page.getByText('Menu', { exact: true }), contents]) {
      await summary.click();
      const list = page.locator(':is(.menu, .toc) > [open] > ul');
      const { x, width: listWidth } = (await list.boundingBox())!;
      expect([x, Math.round(listWidth)], 'the list is as wide as the window').toEqual([0, width]);
      await summary.click();
    }
    await search.click();
    await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
  }
});

test('on a phone Escape closes the menu and the contents, and returns to the button', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('concepts/docker-vs-virtual-machines/');
  for (const [name, region] of [
    ['Menu', 'Main'],
    ['On this page', 'On this page'],
  ] as const) {
    const button = page.getByText(name, { exact: true });
    const links = page.getByRole('navigation', { name: region }).getByRole('link');
    await button.click();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(links.filter({ visible: true })).not.toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(links.filter({ visible: true })).toHaveCount(0);
    await expect(button).toBeFocused();
  }
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 640 } });
  // Targets are wider there. These pages have the longest lists of sources.
  for (const path of ['practice/troubleshooting/', 'reference/misconceptions/', 'registries/amazon-ecr/'])
    test(`${path} fits the width`, async ({ page }) => {
      await page.goto(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    });
});
