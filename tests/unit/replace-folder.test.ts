/** A new build takes the place of the last one at once, whatever `dist` is. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { replaceFolder } from '../../scripts/replace-folder.ts';
import { listFiles } from '../../src/model/files.ts';

let root: string;
const at = (path: string) => join(root, path);
const write = (path: string, text: string) => {
  mkdirSync(at(join(path, '..')), { recursive: true });
  writeFileSync(at(path), text);
};
const replace = (target = at('dist')) => replaceFolder(at('new'), target, at('old'));

/** Runs a test with a file system of its own on a folder. */
function onDisk(folder: string, options: string, t: TestContext, work: () => void) {
  mkdirSync(at(folder));
  const { status, error } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', at(folder)]);
  if (status !== 0) return t.skip(`nothing can be mounted here: ${error?.message ?? 'mount needs root'}`);
  try {
    work();
  } finally {
    spawnSync('umount', [at(folder)]);
  }
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'replace-'));
  write('new/index.html', 'new');
  write('new/page/index.html', 'new');
});
afterEach(() => rmSync(root, { recursive: true }));

test('it replaces a folder, and leaves nothing beside it', () => {
  write('dist/index.html', 'last');
  write('dist/gone/index.html', 'last');
  assert.equal(replace(), true);
  assert.deepEqual(listFiles(root), ['dist/index.html', 'dist/page/index.html']);
  assert.equal(readFileSync(at('dist/index.html'), 'utf8'), 'new');
});

test('it makes the folder and its parents if there are none', () => {
  assert.equal(replace(at('deep/down/dist')), true);
  assert.equal(readFileSync(at('deep/down/dist/index.html'), 'utf8'), 'new');
});

test('a symbolic link stays, and what it leads to is replaced', () => {
  write('www/gone.html', 'last');
  symlinkSync(at('www'), at('dist'), 'junction');
  assert.equal(replace(), true);
  assert.ok(lstatSync(at('dist')).isSymbolicLink());
  assert.deepEqual(listFiles(at('www')), ['index.html', 'page/index.html']);
});

test('a repository of git in the folder stays', () => {
  write('dist/.git/HEAD', 'ref: refs/heads/pages');
  assert.equal(replace(), true);
  assert.equal(readFileSync(at('dist/.git/HEAD'), 'utf8'), 'ref: refs/heads/pages');
});

test('a mount stays, and gets the files one after another', (t) => {
  onDisk('dist', 'size=1m', t, () => {
    write('dist/gone.html', 'last');
    write('dist/index.html', 'last');
    assert.equal(replace(), false);
    assert.deepEqual(listFiles(root), ['dist/index.html', 'dist/page/index.html']);
    assert.equal(readFileSync(at('dist/index.html'), 'utf8'), 'new');
  });
});

test('a folder on another disk is replaced at once, too', (t) => {
  onDisk('disk', 'size=1m', t, () => {
    write('disk/dist/gone.html', 'last');
    assert.equal(replace(at('disk/dist')), true);
    assert.deepEqual(listFiles(root), ['disk/dist/index.html', 'disk/dist/page/index.html']);
  });
});

/** Begins to replace a folder on another disk, and is killed as soon as the new one is copied. */
function killReplacing(target: string) {
  const replacing = `import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const { cpSync } = fs;
    fs.cpSync = (...args) => { cpSync(...args); process.kill(process.pid, 'SIGKILL'); };
    syncBuiltinESMExports();
    const { replaceFolder } = await import(${JSON.stringify(pathToFileURL('scripts/replace-folder.ts').href)});
    replaceFolder(...${JSON.stringify([at('new'), target, at('old')])});`;
  return spawnSync(process.execPath, ['--input-type=module', '--eval', replacing]);
}

test('what a build that was killed has left on another disk is not in the next one', (t) => {
  onDisk('disk', 'size=1m', t, () => {
    write('disk/dist/index.html', 'last');
    write('new/withdrawn/index.md', 'withdrawn');
    assert.equal(killReplacing(at('disk/dist')).signal, 'SIGKILL');
    assert.ok(listFiles(at('disk')).some((file) => file.endsWith('withdrawn/index.md')));
    assert.equal(readFileSync(at('disk/dist/index.html'), 'utf8'), 'last');
    rmSync(at('new/withdrawn'), { recursive: true });
    assert.equal(replace(at('disk/dist')), true);
    assert.deepEqual(listFiles(root), ['disk/dist/index.html', 'disk/dist/page/index.html']);
  });
});

test('what others have next to a folder on another disk stays', (t) => {
  onDisk('disk', 'size=1m', t, () => {
    write('disk/dist/index.html', 'last');
    write('disk/dist.replaced/backup.txt', 'precious');
    assert.equal(replace(at('disk/dist')), true);
    assert.equal(readFileSync(at('disk/dist.replaced/backup.txt'), 'utf8'), 'precious');
    write('new/index.html', 'newest');
    write('disk/dist.unfinished/draft.txt', 'precious');
    const before = listFiles(at('disk'));
    assert.throws(() => replace(at('disk/dist')), {
      message: /"\S+dist\.unfinished", which holds something else\. .* delete that/,
    });
    assert.deepEqual(listFiles(at('disk')), before);
    assert.equal(readFileSync(at('disk/dist/index.html'), 'utf8'), 'new');
  });
});

for (const folder of ['disk', 'disk/dist']) {
  test(`what is in ${folder} stays whole if its disk has not enough space`, (t) => {
    onDisk('disk', 'size=300k', t, () => {
      write('new/a-large.txt', 'x'.repeat(400_000));
      write(`${folder}/index.html`, 'last');
      write(`${folder}/page.html`, 'last');
      assert.throws(() => replace(at(folder)), /ENOSPC/);
      assert.deepEqual(
        listFiles(at('disk')),
        listFiles(at(folder)).map((file) => `${folder}/${file}`.slice(5)),
      );
      assert.equal(readFileSync(at(`${folder}/index.html`), 'utf8'), 'last');
    });
  });
}

test('a full disk is called so, and nothing half is left on it', (t) => {
  write('new/large.txt', 'x'.repeat(200_000));
  onDisk('disk', 'size=100k', t, () => {
    assert.throws(() => replace(at('disk/dist')), /ENOSPC/);
    assert.deepEqual(listFiles(at('disk')), []);
  });
});
