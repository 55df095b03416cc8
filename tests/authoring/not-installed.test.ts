/** On a bare machine, each command installs what is missing, or says in a sentence how to. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';

const PRELOAD = ['--import', './scripts/installed.mjs'];
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** A checkout without packages, outside of the project, where no parent folder has any. */
const bare = mkdtempSync(join(tmpdir(), 'bare-'));
for (const path of ['package.json', 'scripts']) cpSync(path, join(bare, path), { recursive: true });
after(() => rmSync(bare, { recursive: true }));

/** Runs a command that fails. @returns what it printed */
function fails(command: string, args: string[], env: NodeJS.ProcessEnv = {}, cwd = bare): string {
  const shell = process.platform === 'win32';
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    shell,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: '', ...env },
  });
  assert.equal(status, 1);
  return stdout + stderr;
}

test('each command either installs the packages or looks for them first', () => {
  for (const [name, script] of Object.entries(scripts)) {
    const isReady =
      script.startsWith(`node ${PRELOAD.join(' ')} `) || script.startsWith('node scripts/install-and-run.mjs ');
    assert.ok(isReady || name === 'format', name);
  }
});

test('without packages, a command says how to install them', () => {
  assert.equal(fails('npm', ['run', '--silent', 'build']), 'The packages are missing. Run "npm ci" first.\n');
  assert.equal(
    fails('npm', ['run', '--silent', 'dev'], { NODE_ENV: 'production' }),
    'The packages are missing. Run "npm ci --include=dev" first.\n',
  );
});

test('without the pinned Node.js, a command says how to install it', () => {
  const args = ['--no-experimental-strip-types', ...PRELOAD, 'scripts/build.ts'];
  assert.equal(
    fails(process.execPath, args, {}, resolve('.')),
    `This is Node.js ${process.versions.node}, since the pinned Node.js is missing. Run "npm ci --foreground-scripts" first.\n`,
  );
});
