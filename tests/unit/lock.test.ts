/** Two builds in one checkout take turns. A build that was killed keeps nobody waiting. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';

const root = mkdtempSync(join(tmpdir(), 'lock-'));
const checkouts = ['one', 'two'].map((name) => join(root, name));
for (const checkout of checkouts) mkdirSync(checkout);
after(() => rmSync(root, { recursive: true }));

const MODULE = pathToFileURL('scripts/lock.ts').href;
const TAKE = `const { withLock } = await import(${JSON.stringify(MODULE)});
  await withLock(async () => { console.log('It is mine.'); await new Promise((resolve) => setTimeout(resolve, 2 ** 30)); });`;

/** Takes the lock of a checkout, says so, and keeps it. @param temporary the folder for temporary files, if there is one */
function takeLock(checkout: string, temporary: string) {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', TAKE], {
    cwd: checkout,
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  const printed = (line: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => output.includes(line) && resolve();
      child.stdout.on('data', look);
      child.on('exit', () => reject(new Error(`It ended without "${line}": ${output}`)));
      look();
    });
  return { child, printed, output: () => output };
}

// Each user, and each service, can have a folder for temporary files of its own.
test(
  'the second waits and says so, wherever its temporary files are, until the first ends, however that ends',
  { timeout: 120_000 },
  async (t) => {
    const first = takeLock(checkouts[0]!, root);
    t.after(() => first.child.kill());
    await first.printed('It is mine.');

    const elsewhere = takeLock(checkouts[1]!, root);
    t.after(() => elsewhere.child.kill());
    await elsewhere.printed('It is mine.');

    const second = takeLock(checkouts[0]!, join(root, 'missing'));
    t.after(() => second.child.kill());
    await second.printed('Another build is running in this folder. Waiting for it to finish.');
    assert.doesNotMatch(second.output(), /mine/);
    first.child.kill('SIGKILL');
    await second.printed('It is mine.');
  },
);
