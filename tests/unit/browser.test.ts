/** Which browser the tests use. */
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'browser-'));
const path = process.env['PATH'];
after(() => {
  process.env['PATH'] = path;
  rmSync(folder, { recursive: true });
});
const file = (name: string, mode: number) => {
  writeFileSync(join(folder, name), '#!/bin/sh\nexit 0\n');
  chmodSync(join(folder, name), mode);
  return join(folder, name);
};

test("Playwright's own comes first, then one on the PATH that can be run", (t) => {
  process.env['PATH'] = folder;
  const own = t.mock.method(chromium, 'executablePath', () => join(folder, 'not-installed'));

  file('chromium', 0o644);
  const chrome = file('google-chrome', 0o755);
  assert.equal(findBrowser()?.path, chrome);
  assert.equal(findBrowser()?.quick.executablePath, chrome);

  const shell = file('chromium-headless-shell', 0o755);
  assert.equal(findBrowser()?.whole.executablePath, chrome);
  assert.equal(findBrowser()?.quick.executablePath, shell, 'the quicker one, where there is one');

  const installed = file('playwrights-own', 0o755);
  own.mock.mockImplementation(() => installed);
  assert.equal(findBrowser()?.path, installed);
  assert.equal(findBrowser()?.quick.executablePath, undefined, 'Playwright finds its own');
});
