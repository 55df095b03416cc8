/** The weight of the template: of a page with the text of the course alone, without the content that the site adds. */
import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { buildThisSite } from '../bench/sites.ts';

/** The bytes of the headers of a response. */
const HEADER_BYTES = 350;

test('the template with the text of the course weighs at most 6,500 bytes before the first paint', () => {
  const { folder, path } = buildThisSite();
  const html = readFileSync(join(folder, path, 'index.html'));
  rmSync(dirname(folder), { recursive: true });
  assert.match(html.toString(), /Runs on any operating system, cloud, or machine/);
  const bytes = brotliCompressSync(html).length + HEADER_BYTES;
  assert.ok(bytes <= 6_500, `${bytes} bytes`);
});
