/** The server of `npm start`: what a static host does, and a plain sentence where it cannot. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { serve } from '../../scripts/serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'serve-'));
mkdirSync(join(folder, 'page'));
writeFileSync(join(folder, 'index.html'), 'start');
writeFileSync(join(folder, 'page', 'index.html'), 'page');
writeFileSync(join(folder, '404.html'), 'not here');
writeFileSync(join(folder, '.secret'), 'secret');

let server: Awaited<ReturnType<typeof serve>>;
before(async () => void (server = await serve({ folder, base: '/docs/' })));
after(() => {
  server.server.close();
  rmSync(folder, { recursive: true });
});

/** Asks with the path as it is: `fetch` would collapseSpaces "../" up before it is sent. */
const ask = (path: string) =>
  new Promise<{ status: number; location: string | undefined; text: string }>((resolve, reject) => {
    request(new URL(server.address), { path, agent: false }, (response) => {
      let text = '';
      response.on('data', (part) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode!, location: response.headers.location, text }));
    })
      .on('error', reject)
      .end();
  });

test('pages under the base, with their slash', async () => {
  assert.deepEqual(await ask('/docs/page/'), { status: 200, location: undefined, text: 'page' });
  assert.equal((await ask('/docs/')).text, 'start');
});

test('the slash that is missing is added, the query kept', async () => {
  const { status, location } = await ask('/docs/page?q=a%20b');
  assert.deepEqual([status, location], [301, '/docs/page/?q=a%20b']);
});

test('what is not there gets the page that says so, with status 404', async () => {
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
    const { status, text } = await ask(path);
    assert.equal(status, 404, path);
    assert.equal(text, 'not here', path);
  }
});

test('a taken port is refused with its code', async () => {
  await assert.rejects(serve({ folder, port: Number(new URL(server.address).port) }), { code: 'EADDRINUSE' });
});
