/** The files for hosts all say what the one source says. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import vm from 'node:vm';
import { cloudFrontFunction } from '../../src/hosting/cloudfront.ts';
import { deployFiles } from '../../src/hosting/files.ts';
import { HEADER_RULES, headersFor } from '../../src/hosting/headers.ts';
import { hostOf } from '../../src/hosting/host.ts';
import { redirectsFile } from '../../src/hosting/host-redirects.ts';

const read = (file: string) => readFileSync(`deploy/${file}`, 'utf8');

test('the files in deploy/ are those of today: "npm run deploy:files" writes them', () => {
  for (const [name, text] of Object.entries(deployFiles(hostOf()))) assert.equal(read(name), text, name);
});

test('each host gets every header', () => {
  const said = HEADER_RULES.flatMap(({ headers }) => Object.entries(headers));
  const vercel = JSON.parse(read('vercel.json')).headers.flatMap((rule: { headers: unknown[] }) => rule.headers);
  const firebase = JSON.parse(read('firebase.json')).hosting.headers.flatMap(
    (rule: { headers: unknown[] }) => rule.headers,
  );
  for (const [key, value] of said) {
    assert.ok(
      vercel.some((header: { key: string; value: string }) => header.key === key && header.value === value),
      key,
    );
    assert.ok(
      firebase.some((header: { key: string; value: string }) => header.key === key && header.value === value),
      key,
    );
    assert.ok(read('nginx.conf').includes(`add_header ${key} "${value}" always;`), key);
    assert.ok(read('Caddyfile').includes(`${key} "${value}"`), key);
    assert.ok(read('cloudfront-headers.json').includes(value) || key === 'X-Content-Type-Options', key);
    // These hosts say of themselves that a page is to be asked for again.
    if (value !== 'no-cache') assert.ok(readFileSync('dist/_headers', 'utf8').includes(`${key}: ${value}`), key);
  }
});

test('on hosts that read _headers, a policy goes with everything, and only embeds can be framed', () => {
  const rules = readFileSync('dist/_headers', 'utf8').split(/^(?=\/)/m);
  for (const entry of readdirSync('dist', { withFileTypes: true })) {
    if (/^_(headers|redirects)$/.test(entry.name)) continue;
    const path = `/${entry.name}${entry.isDirectory() ? '/x' : ''}`;
    const policies = rules.filter((rule) => {
      const pattern = rule.split('\n')[0]!;
      return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
    });
    const sent = policies.flatMap((rule) => /Content-Security-Policy: (.*)/.exec(rule)?.[1] ?? []);
    assert.equal(sent.length, 1, path); // Cloudflare would join several
    assert.equal(sent[0]!.includes("frame-ancestors 'none'"), entry.name !== 'embed', path);
  }
});

test('the guide names every part of the files for CloudFront', () => {
  const guide = readFileSync('deploy/README.md', 'utf8').replaceAll('\\', '');
  for (const key of Object.keys(JSON.parse(read('cloudfront-headers.json')))) assert.ok(guide.includes(key), key);
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

test('later rules win', () => {
  assert.equal(headersFor('/concepts/')['Cache-Control'], 'no-cache');
  assert.equal(headersFor('/_astro/x.js')['Cache-Control'], 'public, max-age=31536000, immutable');
  assert.equal(headersFor('/_astro/x.js')['X-Content-Type-Options'], 'nosniff');
});

test('a page of which single places went elsewhere is left to its own script', () => {
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

test('the function of CloudFront knows folders, pages without a slash, and what has moved', () => {
  const context = vm.createContext({});
  vm.runInContext(cloudFrontFunction(hostOf({ redirects: [{ from: '/old/', to: '/new/' }] })), context);
  const ask = (uri: string, querystring = {}) =>
    JSON.parse(
      vm.runInContext(
        `JSON.stringify(handler(${JSON.stringify({ request: { uri, querystring } })}))`,
        context,
      ) as string,
    );
  assert.equal(ask('/').uri, '/index.html');
  assert.equal(ask('/concepts/x/').uri, '/concepts/x/index.html');
  assert.equal(ask('/_astro/x.js').uri, '/_astro/x.js');
  assert.equal(ask('/concepts/x', { a: { value: '1' } }).headers.location.value, '/concepts/x/?a=1');
  const twice = { x: { value: '1', multiValue: [{ value: '1' }, { value: '2' }] }, y: { value: '' } };
  assert.equal(ask('/concepts/x', twice).headers.location.value, '/concepts/x/?x=1&x=2&y');
  for (const uri of ['//example.org/x', '/\\example.org/x']) {
    assert.equal(ask(uri).headers.location.value, '/example.org/x/');
  }
  assert.equal(ask('/old/').headers.location.value, '/new/');
  assert.equal(ask('/old').headers.location.value, '/new/');
});
