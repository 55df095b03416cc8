/** Going back shows the page as it was left, at once: browsers keep it whole, since nothing on it forbids that. */
import { chromium } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.ts';
import { expect, kinds, test } from './fixtures.ts';

test('every kind of page is kept for going back', async ({ sites }) => {
  // Playwright turns this off in its browsers, and a shell without windows does not have it.
  const browser = await chromium.launch({
    ...findBrowser()?.full,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  for (const path of kinds) {
    const page = await browser.newPage();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Page.enable');
    await page.goto(sites.root + path);
    await page.goto(`${sites.root}learn/`);
    const how = new Promise((resolve) => {
      devtools.once('Page.frameNavigated', ({ type }) => resolve(type));
    });
    await devtools.send('Runtime.evaluate', { expression: 'history.back()' }); // Playwright's own way waits for a load
    expect(await how, path).toBe('BackForwardCacheRestore');
  }
  await browser.close();
});
