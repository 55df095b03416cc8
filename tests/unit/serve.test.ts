/** The server of `npm start` does what a static host does. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync, type ReadStream } from 'node:fs';
import { request, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { isPublic, serve } from '../../scripts/serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'serve-'));
mkdirSync(join(folder, 'page'));
writeFileSync(join(folder, 'index.html'), 'start');
writeFileSync(join(folder, 'page', 'index.html'), 'page');
writeFileSync(join(folder, '404.html'), 'not here');
writeFileSync(join(folder, '.secret'), 'secret');
writeFileSync(join(folder, 'large.txt'), 'x'.repeat(10_000_000));
writeFileSync(join(folder, 'removed.txt'), 'here for now');

let running: Awaited<ReturnType<typeof serve>>;
before(async () => void (running = await serve({ folder, base: '/docs/' })));
after(() => {
  running.server.close();
  running.server.closeAllConnections();
  rmSync(folder, { recursive: true });
});

/** Sends a path as it is. `fetch` would resolve "../" first. */
const sendRequest = (path: string) =>
  new Promise<{ status: number; location: string | undefined; text: string }>((resolve, reject) => {
    request(new URL(running.address), { path, agent: false }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString()));
      response.on('end', () => resolve({ status: response.statusCode!, location: response.headers.location, text }));
    })
      .on('error', reject)
      .end();
  });

test('it serves pages below the base', async () => {
  assert.deepEqual(await sendRequest('/docs/page/'), { status: 200, location: undefined, text: 'page' });
  assert.equal((await sendRequest('/docs/')).text, 'start');
});

test('it adds a missing slash at the end, and keeps the query', async () => {
  const { status, location } = await sendRequest('/docs/page?q=a%20b');
  assert.deepEqual([status, location], [301, '/docs/page/?q=a%20b']);
});

test('a wrong address gets the error page with status 404', async () => {
  for (const path of [
    '/docs/nowhere',
    '/docs/nowhere/',
    '/',
    '/page/',
    '/docs/.secret',
    '/docs/../.secret',
    '/docs/%2e%2e/%2e%2e/etc/passwd',
    '/docs/%E0%A4%A',
  ]) {
    const { status, text } = await sendRequest(path);
    assert.equal(status, 404, path);
    assert.equal(text, 'not here', path);
  }
});

test('it closes the file of a download that is broken off', { timeout: 10_000 }, async () => {
  const opened = new Promise<ReadStream>((resolve) => {
    running.server.prependOnceListener('request', (_, response: ServerResponse) => response.once('pipe', resolve));
  });
  const download = request(new URL('large.txt', running.address), (response) => response.destroy());
  download.end();
  const file = await opened;
  await new Promise<void>((closed) => void file.once('close', () => closed()));
});

test('a file that has gone breaks its download off, and no other', { timeout: 10_000 }, async () => {
  rmSync(join(folder, 'removed.txt'));
  await assert.rejects(sendRequest('/docs/removed.txt'), { code: 'ECONNRESET' });
  assert.equal((await sendRequest('/docs/')).text, 'start');
});

test('a taken port rejects with the code of the system', async () => {
  await assert.rejects(serve({ folder, port: Number(new URL(running.address).port) }), { code: 'EADDRINUSE' });
});

test('it knows which addresses other machines reach', () => {
  assert.deepEqual(['localhost', '127.0.0.1', '127.1.2.3', '::1'].filter(isPublic), []);
  for (const host of ['0.0.0.0', '::', '192.168.1.10', 'lab-7']) assert.ok(isPublic(host), host);
});
