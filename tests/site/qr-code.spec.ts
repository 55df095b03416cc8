/** A QR code of a page or a row: fetched when asked for, read back by a reader of QR codes, saved as SVG. */
import jsQR from 'jsqr';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** Draws the code that is shown, and reads it as a camera would. */
async function read(page: Page): Promise<string | undefined> {
  const { data, size } = await page.locator('.cite-panel svg').evaluate((svg: SVGSVGElement) => {
    const SCALE = 8;
    const { x, y, width } = svg.viewBox.baseVal;
    const size = width * SCALE;
    const context = new OffscreenCanvas(size, size).getContext('2d')!;
    context.fillStyle = 'white';
    context.fillRect(0, 0, size, size);
    context.setTransform(SCALE, 0, 0, SCALE, -x * SCALE, -y * SCALE);
    for (const path of svg.querySelectorAll('path')) {
      context.fillStyle = getComputedStyle(path).fill;
      context.fill(new Path2D(path.getAttribute('d')!));
    }
    return { data: [...context.getImageData(0, 0, size, size).data], size };
  });
  return jsQR(new Uint8ClampedArray(data), size, size)?.data;
}

test('of a row', async ({ page, sites, problems }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto('concepts/what-is-docker/');
  await page.getByRole('link', { name: 'Link to the row Portability' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'QR code' })).toBeVisible();
  expect(
    requests.filter((url) => url.includes('qr-code')),
    'nothing is fetched before it is asked for',
  ).toEqual([]);
  await page.getByRole('button', { name: 'QR code' }).click();

  const address = `${sites.root}concepts/what-is-docker/#docker-features-portability`;
  await expect(page.getByRole('img', { name: `QR code of ${address}` })).toBeVisible();
  expect(await read(page)).toBe(address);

  const saving = page.waitForEvent('download');
  await expect(page.getByRole('link', { name: 'Save as SVG' })).toBeFocused();
  await page.keyboard.press('Enter');
  const download = await saving;
  expect(download.suggestedFilename()).toBe('qr-code.svg');
  const file = readFileSync(await download.path(), 'utf8');
  expect(file).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  const shown = await page.locator('.cite-panel svg path').getAttribute('d');
  expect(file).toContain(`d="${shown}"`);
  expect(problems).toEqual([]);
});

test('of a page, in the dark and on a phone', async ({ page, sites }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('registries/docker-hub/#pull-limits');
  await page.getByRole('button', { name: 'Cite this page' }).click();
  await page.getByRole('button', { name: 'QR code' }).click();
  await expect(page.getByRole('img', { name: 'QR code of' })).toBeInViewport({ ratio: 1 });
  expect(await read(page)).toBe(`${sites.root}registries/docker-hub/`);
  await expect(page.locator('.cite-panel svg rect')).toHaveAttribute('fill', 'white');
});

test('an address that is too long for one', async ({ page }) => {
  await page.goto(`teach/handout/?title=${'long'.repeat(700)}`);
  await page.getByRole('button', { name: 'Cite this page' }).click();
  await page.getByRole('button', { name: 'QR code' }).click();
  await expect(page.locator('.cite-panel [role="status"]')).toHaveText('This address is too long for a QR code.');
});
