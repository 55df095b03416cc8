/** What a page weighs that has nothing but the course's own text: the template, without what the site adds. */
import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { ownSite } from '../bench/sites.ts';

const HEADERS = 350; // bytes of headers that a response carries

test('the template with the text of the course weighs at most 6,500 bytes before the first paint', () => {
  const { folder, path } = ownSite();
  const html = readFileSync(join(folder, path, 'index.html'));
  rmSync(dirname(folder), { recursive: true });
  assert.match(html.toString(), /Runs on any operating system, cloud, or machine/);
  const bytes = brotliCompressSync(html).length + HEADERS;
  assert.ok(bytes <= 6_500, `${bytes} bytes`);
});
