/** `npm start` serves the site, or says in a sentence why it cannot. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { test } from 'node:test';

const START = ['scripts/install-and-run.mjs', 'scripts/start.ts'];

/** Runs `npm start` in a case in which it ends by itself. */
const failToStart = (env: NodeJS.ProcessEnv) =>
  spawnSync(process.execPath, START, {
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, SITE_URL: '', ...env },
  });

test('it prints the address at which it serves the built site', async () => {
  const child = spawn(process.execPath, START, {
    env: { ...process.env, SITE_URL: '', PORT: '0', HOST: '127.0.0.1' },
    detached: true,
  });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let output = '';
      child.stdout.on('data', (text: Buffer) => {
        output += text.toString();
        const printed = /The site is at (http:\/\/127\.0\.0\.1:\d+\/)/.exec(output)?.[1];
        if (printed) resolve(printed);
      });
      child.on('exit', () => reject(new Error(output)));
    });
    const response = await fetch(address);
    assert.equal(response.status, 200);
    assert.match(await response.text(), /<h1 id="_top">Docker Basics<\/h1>/);
  } finally {
    // The process group includes the child of the starter, which builds and serves.
    process.kill(-child.pid!);
  }
});

test('it reports a taken port before it builds', async () => {
  const otherServer = createServer();
  await new Promise<void>((resolve) => otherServer.listen(0, '127.0.0.1', resolve));
  const { port } = otherServer.address() as AddressInfo;
  const { status, stderr, stdout } = failToStart({ PORT: String(port), HOST: '127.0.0.1' });
  otherServer.close();
  assert.equal(status, 1);
  assert.match(
    stderr,
    new RegExp(`Port ${port} is taken by another program\\. Choose another one: PORT=${port + 1} npm start`),
  );
  assert.doesNotMatch(stderr, /at .*:\d+:\d+/);
  assert.doesNotMatch(stdout, /build/);
});

test('it reports an invalid port before it builds', () => {
  const { status, stderr, stdout } = failToStart({ PORT: 'eighty' });
  assert.equal(status, 1);
  assert.match(stderr, /PORT is "eighty", which is no port/);
  assert.doesNotMatch(stdout, /build/);
});

test('it reports a host that is not this machine', () => {
  const { status, stderr } = failToStart({ PORT: '0', HOST: '192.0.2.1' });
  assert.equal(status, 1);
  assert.match(stderr, /HOST is "192\.0\.2\.1", which is no address of this machine/);
});
