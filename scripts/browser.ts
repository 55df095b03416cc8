/** Finds the browser in which the tests run, and installs one if there is none. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type LaunchOptions } from '@playwright/test';

/** The names of Chromium and Chrome on a PATH. */
const EXECUTABLES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
/** Where Chrome and Chromium are installed on macOS and Windows. */
const INSTALL_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Chromium without a window system. The tests take half the time in it. */
const HEADLESS_SHELL = 'chromium-headless-shell';

/** Containers have no sandbox for root, no GPU, and often no network for background requests. */
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];

export interface Browser {
  /** The executable of the full browser. */
  path: string;
  /** Playwright's launch options for the full browser. */
  full: LaunchOptions;
  /** Playwright's launch options for the headless shell, or for the full browser if there is no shell. */
  headless: LaunchOptions;
}

/** The browser that Playwright installed, or else one on the system. */
export function findBrowser(): Browser | undefined {
  const installed = chromium.executablePath();
  if (installed && existsSync(installed)) {
    return { path: installed, full: { args, channel: 'chromium' }, headless: { args } };
  }
  const path = [...candidatesOnPath(EXECUTABLES), ...INSTALL_PATHS].find(isRunnable);
  if (!path) return undefined;
  const shell = candidatesOnPath([HEADLESS_SHELL]).find(isRunnable) ?? path;
  return { path, full: { args, executablePath: path }, headless: { args, executablePath: shell } };
}

const candidatesOnPath = (names: string[]) =>
  (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));

/**
 * Finds a browser, or installs one: Playwright's own, or, if that download fails for root on Debian or Ubuntu, the
 * package `chromium` and, where it exists, `chromium-headless-shell`.
 * @returns `undefined` if no attempt succeeded; the output shows each of them
 */
export function ensureBrowser(): Browser | undefined {
  const browser = findBrowser();
  if (browser) return browser;

  console.log('No browser was found. Downloading the one that Playwright uses …');
  const canUseApt = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  // Playwright installs the libraries of its browser with apt.
  const options = canUseApt ? ['--with-deps', 'chromium'] : ['chromium'];
  run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', ...options]);
  if (!findBrowser() && canUseApt) {
    console.log("That didn't work. Installing the chromium package …");
    run('apt-get', ['update', '-qq']);
    const install = (...names: string[]) =>
      run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names]);
    install('chromium', 'fonts-liberation');
    install(HEADLESS_SHELL);
  }
  return findBrowser();
}

const run = (command: string, args: string[]) =>
  spawnSync(command, args, {
    stdio: 'inherit',
    timeout: 10 * 60_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });

/** Tries it: Ubuntu's `chromium-browser` may be a stub that only says how to install the browser. */
function isRunnable(file: string): boolean {
  return existsSync(file) && spawnSync(file, ['--version'], { timeout: 20_000 }).status === 0;
}
