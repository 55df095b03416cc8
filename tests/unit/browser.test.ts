/** The choice of the browser for the tests. */
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'browser-'));
const originalPath = process.env['PATH'];
after(() => {
  process.env['PATH'] = originalPath;
  rmSync(folder, { recursive: true });
});

/** Writes a stub of a browser to the only folder on the PATH. @returns its path */
const writeStub = (name: string, mode: number) => {
  const file = join(folder, name);
  writeFileSync(file, '#!/bin/sh\nexit 0\n');
  chmodSync(file, mode);
  return file;
};

test('the browser of Playwright comes first, then an executable one on the PATH', (t) => {
  process.env['PATH'] = folder;
  const executablePath = t.mock.method(chromium, 'executablePath', () => join(folder, 'not-installed'));

  writeStub('chromium', 0o644);
  const chrome = writeStub('google-chrome', 0o755);
  assert.equal(findBrowser()?.path, chrome);
  assert.equal(findBrowser()?.headless.executablePath, chrome);

  const shell = writeStub('chromium-headless-shell', 0o755);
  assert.equal(findBrowser()?.full.executablePath, chrome);
  assert.equal(findBrowser()?.headless.executablePath, shell, 'the headless shell, if there is one');

  const installed = writeStub('installed-by-playwright', 0o755);
  executablePath.mock.mockImplementation(() => installed);
  assert.equal(findBrowser()?.path, installed);
  assert.equal(findBrowser()?.headless.executablePath, undefined, 'Playwright finds its own browser');
});
