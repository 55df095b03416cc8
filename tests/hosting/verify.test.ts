/** `npm run verify` finds no problems on this site, and names the problems of a broken one. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { serve } from '../../scripts/serve.ts';
import { verifySite } from '../../scripts/verify-site.ts';

const FOLDER = '.test/verify';

const listenOnFreePort = async (server: Server): Promise<string> => {
  await new Promise<void>((done) => void server.listen(0, 'localhost', done));
  return `http://localhost:${(server.address() as AddressInfo).port}/`;
};

/** The problems of a site as lines, with paths in place of addresses. */
const problemsAt = async (address: string) =>
  (await verifySite(address)).map(({ url, message }) => `${url.replace(address, '/')} ${message}`);

before(() => cpSync('dist', FOLDER, { recursive: true }));
after(() => rmSync(FOLDER, { recursive: true, force: true }));

test('this site has no problems, at a path', async (t) => {
  const { server, address } = await serve({ folder: FOLDER, base: '/docs/' });
  t.after(() => server.close());
  const steps: [number, number][] = [];
  assert.deepEqual(await verifySite(address, (done, total) => steps.push([done, total])), []);
  assert.ok(steps.length > 20);
  assert.deepEqual(steps.at(-1), [steps.length, steps.length]);
});

test('it reports a missing page, a missing target and a broken link', async (t) => {
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
  const problems = await problemsAt(address);
  assert.ok(problems.includes('/learn/ Status 404, not 200.'), problems.join('\n'));
  assert.ok(problems.includes('/concepts/what-is-docker/#docker-features-portability This promised place is missing.'));
  assert.ok(problems.some((line) => line.includes(`links ${address}concepts/nowhere/, which is no page`)));
});

test('it reports a host that sends no headers, and one page for every address', async (t) => {
  const html = readFileSync('dist/index.html');
  const server = createServer((_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(html));
  t.after(() => server.close());
  const problems = await problemsAt(await listenOnFreePort(server));
  assert.ok(
    problems.some((line) => /^\/ The header X-Content-Type-Options is missing\. So on \d+ pages\.$/.test(line)),
  );
  assert.ok(
    problems.some((line) => /^\/_astro\/\S+ The header Cache-Control is missing\.$/.test(line)),
    problems.join('\n'),
  );
  assert.equal(
    problems.filter((line) => line.includes('Referrer-Policy')).length,
    2,
    'once for the pages, once for a file',
  );
  assert.ok(problems.includes('/no/such/page/ Status 200, not 404.'));
  assert.ok(problems.includes('/no/such/page/ It is not answered with 404.html.'));
  assert.ok(problems.some((line) => line.includes('the slash at its end is not added')));
});

test('it reports compressed files from an older build', async (t) => {
  const old = gzipSync(readFileSync('dist/index.html', 'utf8').replace('</h1>', ' of yesterday</h1>'));
  const { server: upstream, address: upstreamAddress } = await serve({ folder: 'dist' });
  t.after(() => upstream.close());
  // eslint-disable-next-line @typescript-eslint/no-misused-promises -- a rejection fails the test
  const server = createServer(async (request, response) => {
    const isOld = request.url === '/' && String(request.headers['accept-encoding']).includes('gzip');
    const current = await fetch(new URL(request.url!, upstreamAddress), { redirect: 'manual' });
    const type = current.headers.get('content-type') ?? '';
    response.writeHead(current.status, { 'content-type': type, ...(isOld && { 'content-encoding': 'gzip' }) });
    response.end(isOld ? old : Buffer.from(await current.arrayBuffer()));
  });
  t.after(() => server.close());
  const problems = await verifySite(await listenOnFreePort(server));
  assert.ok(problems.some(({ message }) => message.includes('from an older build')));
});

test('the command exits with 1 if there is a problem, and explains its argument', () => {
  const run = (...args: string[]) => spawnSync(process.execPath, ['scripts/verify.ts', ...args], { encoding: 'utf8' });
  const noArgument = run();
  assert.equal(noArgument.status, 1);
  assert.match(noArgument.stderr, /npm run verify -- https:\/\//);
  const noServer = run('http://localhost:1/');
  assert.equal(noServer.status, 1);
  assert.match(noServer.stdout, /No answer/);
});
