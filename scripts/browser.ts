/** Finds the browser for the tests, or gets one. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type LaunchOptions } from '@playwright/test';

/** What Chromium and Chrome are called on a PATH, and where macOS and Windows keep Chrome. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Chromium without windows and what they need, in which tests take half the time. Playwright brings its own. */
const SHELL = 'chromium-headless-shell';

/** A container has no sandbox for root, no GPU, and often no network to look things up in. */
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];

export interface Browser {
  /** The whole browser. */
  path: string;
  /** How Playwright starts it. */
  whole: LaunchOptions;
  /** How Playwright starts its shell, where it has one. */
  quick: LaunchOptions;
}

/** The browser that Playwright installed, else one on the system, else nothing. */
export function findBrowser(): Browser | undefined {
  const own = chromium.executablePath();
  if (own && existsSync(own)) return { path: own, whole: { args, channel: 'chromium' }, quick: { args } };
  const path = [...onPath(NAMES), ...PLACES].find(runs);
  if (!path) return undefined;
  const shell = onPath([SHELL]).find(runs) ?? path;
  return { path, whole: { args, executablePath: path }, quick: { args, executablePath: shell } };
}

const onPath = (names: string[]) =>
  (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));

/**
 * Finds a browser, and gets one where there is none: Playwright's own; where that cannot be downloaded, as root
 * on Debian or Ubuntu, the packages `chromium` and, where there is such a one, `chromium-headless-shell`.
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
    const install = (...names: string[]) =>
      run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names]);
    install('chromium', 'fonts-liberation');
    install(SHELL);
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
