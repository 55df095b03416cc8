/** Going back shows the page at once and as it was left, because the browser can keep it in its back/forward cache. */
import { chromium } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.ts';
import { expect, samplePages, test } from './fixtures.ts';

test('every kind of page comes from the back/forward cache', async ({ sites }) => {
  // The headless shell has no back/forward cache, and Playwright turns that of the full browser off.
  const browser = await chromium.launch({
    ...findBrowser()?.full,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  for (const path of samplePages) {
    const page = await browser.newPage();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Page.enable');
    await page.goto(sites['/'] + path);
    await page.goto(`${sites['/']}learn/`);
    const navigationType = new Promise((resolve) => {
      devtools.once('Page.frameNavigated', ({ type }) => resolve(type));
    });
    // page.goBack() waits for a load event, which a page from the cache does not fire.
    await devtools.send('Runtime.evaluate', { expression: 'history.back()' });
    expect(await navigationType, path).toBe('BackForwardCacheRestore');
  }
  await browser.close();
});
