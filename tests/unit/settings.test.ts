/** The settings of the site, and its dates. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDate } from '../../src/model/dates.ts';
import { isExampleRepository, parseSiteUrl } from '../../src/model/settings.ts';

test('SITE_URL keeps its path and gets a slash at its end', () => {
  assert.equal(parseSiteUrl('https://example.org')?.href, 'https://example.org/');
  assert.equal(parseSiteUrl('https://example.org/docs')?.href, 'https://example.org/docs/');
  assert.equal(parseSiteUrl('https://example.org/docs/?a#b')?.href, 'https://example.org/docs/');
  assert.equal(parseSiteUrl(''), undefined);
  assert.equal(parseSiteUrl(undefined), undefined);
});

test('a SITE_URL that is not an absolute address is an error', () => {
  for (const invalid of ['example.org', '/docs/', 'ftp://example.org/', 'https://']) {
    assert.throws(() => parseSiteUrl(invalid), /is not an absolute address/);
  }
});

test('the default repository is recognized as an example', () => {
  assert.equal(isExampleRepository('https://git.example.org/docker-basics'), true);
  assert.equal(isExampleRepository('https://github.com/docker/docs'), false);
});

test('dates are the same in every time zone', () => {
  assert.equal(formatDate('2026-01-01'), '1 January 2026');
  assert.equal(formatDate('2026-12-31'), '31 December 2026');
});
