/** Finds the browser for the tests, or gets one. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** What Chromium and Chrome are called on a PATH, and where macOS and Windows keep Chrome. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

export interface Browser {
  path: string;
  /** Whether it is the build that this version of Playwright asks for. */
  playwrights: boolean;
}

/** The browser that Playwright installed, else one on the system, else nothing. */
export function findBrowser(): Browser | undefined {
  const own = chromium.executablePath();
  if (own && existsSync(own)) return { path: own, playwrights: true };
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const path = [...onPath, ...PLACES].find(runs);
  return path ? { path, playwrights: false } : undefined;
}

/**
 * Finds a browser, and gets one where there is none: Playwright's own; where that cannot be downloaded, as root
 * on Debian or Ubuntu, the `chromium` package.
 * @returns `undefined` where none could be had; what was tried stands in the output
 */
export function getBrowser(): Browser | undefined {
  const found = findBrowser();
  if (found) return found;

  console.log('There is no browser here yet. Downloading the one that Playwright uses …');
  const root = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  // With the libraries that it needs, where those can be installed.
  const options = root ? ['--with-deps', 'chromium'] : ['chromium'];
  run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', ...options]);
  if (!findBrowser() && root) {
    console.log('That did not work. Installing the chromium package …');
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation']);
  }
  return findBrowser();
}

const run = (command: string, args: string[]) =>
  spawnSync(command, args, {
    stdio: 'inherit',
    timeout: 10 * 60_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });

/** Whether it runs at all: Ubuntu's `chromium-browser` may be a stub that only says how to get one. */
function runs(file: string): boolean {
  return existsSync(file) && spawnSync(file, ['--version'], { timeout: 20_000 }).status === 0;
}
