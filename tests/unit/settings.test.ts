/** The settings of the site, and its dates. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDate } from '../../src/model/dates.ts';
import { pastDate } from '../../src/model/fields.ts';
import { isExampleRepository, parsePort, parseSiteUrl, siteSchema } from '../../src/model/settings.ts';

test('SITE_URL keeps its path and gets a slash at its end', () => {
  assert.equal(parseSiteUrl('https://example.org')?.href, 'https://example.org/');
  assert.equal(parseSiteUrl('https://example.org/docs')?.href, 'https://example.org/docs/');
  assert.equal(parseSiteUrl(''), undefined);
  assert.equal(parseSiteUrl(undefined), undefined);
});

test('a SITE_URL that is not an absolute address is an error', () => {
  for (const invalid of ['example.org', '/docs/', 'https://']) {
    assert.throws(() => parseSiteUrl(invalid), { message: /isn't an absolute address/ });
  }
  assert.throws(() => parseSiteUrl('ftp://example.org/'), {
    message: /starts with "ftp:\/\/" instead of "https:\/\/"/,
  });
  assert.throws(() => parseSiteUrl('https://user:secret@example.org/'), { message: /contains a user name/ });
  for (const invalid of ['https://example.org/docs/?x', 'https://example.org/#y', 'https://example.org/?']) {
    assert.throws(() => parseSiteUrl(invalid), { message: /contains "\?" or "#"/ });
  }
  assert.throws(() => parseSiteUrl('https://example.org/index.html'), { message: /is the address of a file/ });
});

test('a port is a number, with or without spaces around it', () => {
  assert.equal(parsePort(' 80'), 80);
  for (const invalid of [' ', '8 0', '1e3', '65536'])
    assert.throws(() => parsePort(invalid), { message: /isn't a port/ });
});

test('the default repository is recognized as an example', () => {
  assert.equal(isExampleRepository('https://git.example.org/docs/docker-basics'), true);
  assert.equal(isExampleRepository('https://github.com/docker/docs'), false);
});

test('the repository may be named as the button for a clone copies it', () => {
  for (const copied of ['https://github.com/docker/docs.git', 'https://github.com/docker/docs/']) {
    assert.equal(siteSchema.shape.repository.parse(copied), 'https://github.com/docker/docs');
  }
});

test('the address of a repository is that of all of it', () => {
  const isAccepted = (address: string) => siteSchema.shape.repository.safeParse(address).success;
  for (const address of [
    'https://github.com/me/tree',
    'https://gitlab.com/group/within/name',
    'https://git.example.org/a/b.git/',
  ])
    assert.ok(isAccepted(address), address);
  for (const address of [
    'https://github.com',
    'https://github.com/me/',
    'https://git.example.org/a/b/-/blob/main/x',
    'https://github.com/me/x#readme',
  ])
    assert.ok(!isAccepted(address), address);
});

test('dates are the same in every time zone', () => {
  assert.equal(formatDate('2026-01-01'), '1 January 2026');
  assert.equal(formatDate('2026-12-31'), '31 December 2026');
});

test('somebody looked today or earlier, where the day begins first', (context) => {
  const isAccepted = (day: string) => pastDate.safeParse(day).success;
  context.mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-11-28T09:59:00Z') });
  assert.deepEqual(['2026-11-27', '2026-11-28', '2026-11-29'].map(isAccepted), [true, true, false]);
  context.mock.timers.setTime(Date.parse('2026-11-28T10:00:00Z')); // midnight in UTC+14
  assert.deepEqual(['2026-11-29', '2026-11-30'].map(isAccepted), [true, false]);
});
