import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/browser.ts';

const browser = findBrowser();

export default defineConfig({
  testDir: 'tests/site',
  fullyParallel: true,
  // A slow machine is not a failure.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  workers: '100%', // of the machine's cores
  forbidOnly: !!process.env['CI'],
  reporter: [['list'], ['json', { outputFile: '.test/site.json' }]],
  use: {
    browserName: 'chromium',
    // Else Chromium keeps a process ready for the next page of each context, most of which have only one.
    ...(browser && {
      launchOptions: { ...browser.headless, args: [...browser.headless.args!, '--renderer-process-limit=1'] },
    }),
  },
});
