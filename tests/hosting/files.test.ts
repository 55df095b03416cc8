/** The files for all hosts have the headers and redirects of the project. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import vm from 'node:vm';
import { cloudFrontFunction } from '../../src/hosting/cloudfront.ts';
import { deployFiles } from '../../src/hosting/files.ts';
import { HEADER_RULES, headersFor } from '../../src/hosting/headers.ts';
import { hostOf } from '../../src/hosting/host.ts';
import { redirectsFile } from '../../src/hosting/host-redirects.ts';

const files = deployFiles(hostOf());

test('the headers keep addresses, features and types to this site, and pages fresh', () => {
  const { 'Permissions-Policy': features, ...headers } = headersFor('/concepts/what-is-docker/');
  assert.deepEqual(headers, {
    'Cache-Control': 'no-cache',
    'Content-Security-Policy': "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Content-Type-Options': 'nosniff',
  });
  for (const feature of ['camera', 'geolocation', 'microphone'])
    assert.match(features!, new RegExp(`\\b${feature}=\\(\\)`));
});

test('a path without a slash at both ends is no BASE for a host', () => {
  const env = { ...process.env, BASE: 'docs' };
  const { status, stderr } = spawnSync(process.execPath, ['scripts/deploy-files.ts'], { encoding: 'utf8', env });
  assert.equal(status, 1);
  assert.match(stderr, /BASE is "docs"\. It must start and end with a slash/);
});

test('each host gets every header', () => {
  for (const [key, value] of HEADER_RULES.flatMap(({ headers }) => Object.entries(headers))) {
    for (const name of ['nginx.conf', 'Caddyfile']) assert.ok(files[name]!.includes(`"${value}"`), key);
    if (key === 'Cache-Control') continue;
    for (const name of ['vercel.json', 'firebase.json']) {
      assert.ok(files[name]!.includes(`"key": "${key}",`), `${name}: ${key}`);
      assert.ok(files[name]!.includes(`"value": "${value}"`), `${name}: ${value}`);
    }
    assert.ok(files['cloudfront-headers.json']!.includes(value) || key === 'X-Content-Type-Options', key);
    assert.ok(readFileSync('dist/_headers', 'utf8').includes(`${key}: ${value}`), key);
  }
});

// They send the headers of a path with a 404, too.
test('where headers go by the path alone, browsers keep nothing for longer than a day', () => {
  const hosted = ['vercel.json', 'firebase.json', 'cloudfront-headers.json'].map((name) => files[name]!);
  for (const text of [...hosted, readFileSync('dist/_headers', 'utf8')]) {
    assert.match(text, /_astro\/[^]*max-age=86400\b/);
    for (const [, seconds] of text.matchAll(/max-age=(\d+)/g)) assert.ok(Number(seconds) <= 24 * 60 * 60, text);
    assert.doesNotMatch(text, /immutable/);
  }
});

test('on hosts that read _headers, everything has a policy, and only embeds can be framed', () => {
  const rules = readFileSync('dist/_headers', 'utf8').split(/^(?=\/)/m);
  for (const entry of readdirSync('dist', { withFileTypes: true })) {
    if (/^_(headers|redirects)$/.test(entry.name)) continue;
    const path = `/${entry.name}${entry.isDirectory() ? '/x' : ''}`;
    const matchingRules = rules.filter((rule) => {
      const pattern = rule.split('\n')[0]!;
      return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
    });
    const policies = matchingRules.flatMap((rule) => /Content-Security-Policy: (.*)/.exec(rule)?.[1] ?? []);
    assert.equal(policies.length, 1, path); // Cloudflare would join several policies.
    assert.equal(policies[0]!.includes("frame-ancestors 'none'"), entry.name !== 'embed', path);
  }
});

test('the guide explains every part of the headers for CloudFront', () => {
  const guide = readFileSync('deploy/README.md', 'utf8').replaceAll('\\', '');
  for (const key of Object.keys(JSON.parse(files['cloudfront-headers.json']!))) assert.ok(guide.includes(key), key);
});

// S3 sends the type that a file was uploaded with, and "aws s3 sync" guesses it, without a charset.
test('the guide uploads to S3 what cannot say its charset or type itself with its type', () => {
  const guide = readFileSync('deploy/README.md', 'utf8');
  const [others, ...commands] = guide.split('\n').filter((line) => line.trim().startsWith('$ aws s3 sync '));
  for (const [extension, type] of [
    ['csv', 'text/csv; charset=utf-8'],
    ['imscc', 'application/octet-stream'],
    ['md', 'text/markdown; charset=utf-8'],
    ['txt', 'text/plain; charset=utf-8'],
  ] as const) {
    assert.ok(others!.includes(`--exclude "*.${extension}"`), extension);
    const options = `--exclude "*" --include "*.${extension}" --content-type "${type}"`;
    assert.ok(
      commands.some((command) => command.endsWith(options)),
      extension,
    );
  }
});

test('each host gets every redirect', () => {
  const files = deployFiles(hostOf({ redirects: [{ from: '/old/', to: '/new/' }] }));
  assert.deepEqual(JSON.parse(files['vercel.json']!).redirects, [
    { source: '/old/', destination: '/new/', permanent: true },
  ]);
  assert.deepEqual(JSON.parse(files['firebase.json']!).hosting.redirects, [
    { source: '/old/', destination: '/new/', type: 301 },
  ]);
  for (const name of ['nginx.conf', 'Caddyfile', 'cloudfront-function.js']) {
    assert.match(files[name]!, /\/old\/.*\n?.*\/new\//, name);
  }
});

test('a later header rule overrides an earlier one', () => {
  assert.equal(headersFor('/concepts/')['Cache-Control'], 'no-cache');
  assert.equal(headersFor('/_astro/x.js')['Cache-Control'], 'public, max-age=31536000, immutable');
  assert.equal(headersFor('/_astro/x.js')['X-Content-Type-Options'], 'nosniff');
});

// The host never sees a fragment, so the page itself has to redirect.
test('the host does not redirect a page whose fragments have moved to different pages', () => {
  const redirects = {
    pages: [
      { from: '/a/', to: '/b/' },
      { from: '/c/', to: '/d/' },
    ],
    places: [{ from: '/c/#x', to: '/e/#x' }],
    gone: [],
  };
  assert.equal(redirectsFile(redirects), '/a/ /b/ 301\n');
});

test('the CloudFront function handles folders, pages without a slash, and redirects', () => {
  const context = vm.createContext({});
  vm.runInContext(cloudFrontFunction(hostOf({ redirects: [{ from: '/old/', to: '/new/' }] })), context);
  const handle = (uri: string, querystring = {}) =>
    JSON.parse(
      vm.runInContext(
        `JSON.stringify(handler(${JSON.stringify({ request: { uri, querystring } })}))`,
        context,
      ) as string,
    );
  assert.equal(handle('/').uri, '/index.html');
  assert.equal(handle('/concepts/x/').uri, '/concepts/x/index.html');
  assert.equal(handle('/_astro/x.js').uri, '/_astro/x.js');
  assert.equal(handle('/concepts/x', { a: { value: '1' } }).headers.location.value, '/concepts/x/?a=1');
  const repeatedParameter = { x: { value: '1', multiValue: [{ value: '1' }, { value: '2' }] }, y: { value: '' } };
  assert.equal(handle('/concepts/x', repeatedParameter).headers.location.value, '/concepts/x/?x=1&x=2&y');
  // S3 has no file with such a name, so it answers with the error page.
  for (const uri of ['//', '//example.org/x', '/\\example.org/x', '///concepts/x/', '//old/']) {
    assert.equal(handle(uri).uri, uri);
  }
  assert.equal(handle('/old/').headers.location.value, '/new/');
  assert.equal(handle('/old').headers.location.value, '/new/');
});
