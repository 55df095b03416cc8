import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/browser.ts';

const browser = findBrowser();

export default defineConfig({
  testDir: 'tests/site',
  fullyParallel: true,
  workers: 2,
  forbidOnly: !!process.env['CI'],
  reporter: [['list'], ['json', { outputFile: '.test/site.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: {
      ...(browser && !browser.playwrights ? { executablePath: browser.path } : {}),
      // A container has no sandbox for root, no GPU, and often no network to look things up in.
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    },
  },
});
