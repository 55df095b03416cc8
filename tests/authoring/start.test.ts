/** `npm start`, as a newcomer meets it. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { test } from 'node:test';

const start = (env: NodeJS.ProcessEnv) =>
  spawnSync(process.execPath, ['scripts/install-and-run.mjs', 'scripts/start.ts'], {
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, SITE_URL: '', ...env },
  });

test('it prints the address of the built site, which answers there', async () => {
  const child = spawn(process.execPath, ['scripts/install-and-run.mjs', 'scripts/start.ts'], {
    env: { ...process.env, SITE_URL: '', PORT: '0', HOST: '127.0.0.1' },
    detached: true,
  });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let output = '';
      child.stdout.on('data', (text) => {
        output += text;
        const found = /The site is at (http:\/\/127\.0\.0\.1:\d+\/)/.exec(output)?.[1];
        if (found) resolve(found);
      });
      child.on('exit', () => reject(new Error(output)));
    });
    const response = await fetch(address);
    assert.equal(response.status, 200);
    assert.match(await response.text(), /<h1 id="_top">Docker Basics<\/h1>/);
  } finally {
    process.kill(-child.pid!); // the process that builds and serves is a child of this one
  }
});

test('a taken port gets a sentence, before anything is built', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const { status, stderr, stdout } = start({ PORT: String(port), HOST: '127.0.0.1' });
  other.close();
  assert.equal(status, 1);
  assert.match(
    stderr,
    new RegExp(`Port ${port} is taken by another program\\. Choose another one: PORT=${port + 1} npm start`),
  );
  assert.doesNotMatch(stderr, /at .*:\d+:\d+/);
  assert.doesNotMatch(stdout, /build/);
});

test('a port that is none gets a sentence, before anything is built', () => {
  const { status, stderr, stdout } = start({ PORT: 'eighty' });
  assert.equal(status, 1);
  assert.match(stderr, /PORT is "eighty", which is no port/);
  assert.doesNotMatch(stdout, /build/);
});

test('a host that is not this machine gets a sentence', () => {
  const { status, stderr } = start({ PORT: '0', HOST: '192.0.2.1' });
  assert.equal(status, 1);
  assert.match(stderr, /HOST is "192\.0\.2\.1", which is no address of this machine/);
});
