/** "npm run verify" finds nothing on a site that is as it should be, and names what is not. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { serve } from '../../scripts/serve.ts';
import { verifySite } from '../../scripts/verify-site.ts';

const FOLDER = '.test/verify';
before(() => cpSync('dist', FOLDER, { recursive: true }));
after(() => rmSync(FOLDER, { recursive: true, force: true }));

test('nothing on this site, at a path', async (t) => {
  const { server, address } = await serve({ folder: FOLDER, base: '/docs/' });
  t.after(() => server.close());
  const steps: [number, number][] = [];
  assert.deepEqual(await verifySite(address, (done, all) => steps.push([done, all])), []);
  assert.ok(steps.length > 20);
  assert.deepEqual(steps.at(-1), [steps.length, steps.length]);
});

test('a missing page, a missing place, a broken link', async (t) => {
  rmSync(`${FOLDER}/learn`, { recursive: true });
  const page = `${FOLDER}/concepts/what-is-docker/index.html`;
  writeFileSync(
    page,
    readFileSync(page, 'utf8')
      .replaceAll('docker-features-portability', 'gone')
      .replace('</main>', '<a href="../nowhere/">x</a></main>'),
  );
  const { server, address } = await serve({ folder: FOLDER });
  t.after(() => server.close());
  const found = (await verifySite(address)).map(({ where, what }) => `${where.replace(address, '/')} ${what}`);
  assert.ok(found.includes('/learn/ Status 404, not 200.'), found.join('\n'));
  assert.ok(found.includes('/concepts/what-is-docker/#docker-features-portability This promised place is missing.'));
  assert.ok(found.some((line) => line.includes(`links ${address}concepts/nowhere/, which is no page`)));
});

test('a host without headers, with one page for every address', async (t) => {
  const html = readFileSync('dist/index.html');
  const server = createServer((_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(html));
  t.after(() => server.close());
  await new Promise<void>((done) => void server.listen(0, 'localhost', done));
  const address = `http://localhost:${(server.address() as AddressInfo).port}/`;
  const found = (await verifySite(address)).map(({ where, what }) => `${where.replace(address, '/')} ${what}`);
  assert.ok(found.some((line) => /^\/ The header X-Content-Type-Options is missing\. So on \d+ pages\.$/.test(line)));
  assert.ok(
    found.some((line) => /^\/_astro\/\S+ The header Cache-Control is missing\.$/.test(line)),
    found.join('\n'),
  );
  assert.equal(
    found.filter((line) => line.includes('Referrer-Policy')).length,
    2,
    'once for the pages, once for a file',
  );
  assert.ok(found.includes('/no/such/page/ Status 200, not 404.'));
  assert.ok(found.includes('/no/such/page/ It is not answered with 404.html.'));
  assert.ok(found.some((line) => line.includes('the slash at its end is not added')));
});

test('compressed files that an update has left behind', async (t) => {
  const old = gzipSync(readFileSync('dist/index.html', 'utf8').replace('</h1>', ' of yesterday</h1>'));
  const { server: files, address: behind } = await serve({ folder: 'dist' });
  t.after(() => files.close());
  const server = createServer(async (request, response) => {
    const isOld = request.url === '/' && /gzip/.test(String(request.headers['accept-encoding']));
    const answer = await fetch(new URL(request.url!, behind), { redirect: 'manual' });
    const type = answer.headers.get('content-type') ?? '';
    response.writeHead(answer.status, { 'content-type': type, ...(isOld && { 'content-encoding': 'gzip' }) });
    response.end(isOld ? old : Buffer.from(await answer.arrayBuffer()));
  });
  t.after(() => server.close());
  await new Promise<void>((done) => void server.listen(0, 'localhost', done));
  const found = await verifySite(`http://localhost:${(server.address() as AddressInfo).port}/`);
  assert.ok(found.some(({ what }) => what.includes('from an older build')));
});

test('the command ends with 1 where something is wrong, and says what to give it', async () => {
  const run = (...args: string[]) => spawnSync(process.execPath, ['scripts/verify.ts', ...args], { encoding: 'utf8' });
  const without = run();
  assert.equal(without.status, 1);
  assert.match(without.stderr, /npm run verify -- https:\/\//);
  const nobody = run('http://localhost:1/');
  assert.equal(nobody.status, 1);
  assert.match(nobody.stdout, /No answer/);
});
