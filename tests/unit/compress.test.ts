/** `npm run compress` compresses all or nothing. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compress } from '../../scripts/compress.ts';
import { listFiles } from '../../src/model/files.ts';

const root = mkdtempSync(join(tmpdir(), 'compress-'));
after(() => rmSync(root, { recursive: true }));
const makeFolder = (name: string) => {
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  return folder;
};

/** What makes a folder a build. */
function makeBuild(folder: string) {
  for (const page of ['404.html', 'index.html']) writeFileSync(join(folder, page), '');
  writeFileSync(join(folder, 'build.json'), '{ "revision": null, "committed": null }');
}

test('each text file gets both, and what is left of files that have gone goes', async () => {
  const folder = makeFolder('site');
  writeFileSync(join(folder, 'index.html'), 'text '.repeat(100));
  writeFileSync(join(folder, 'changes.atom'), '<feed/>');
  writeFileSync(join(folder, 'picture.png'), 'png');
  writeFileSync(join(folder, 'download.br'), 'not ours');
  for (const stale of ['gone.html.br', 'gone.html.gz', 'index.html.br.unfinished'])
    writeFileSync(join(folder, stale), '');
  assert.equal(await compress(folder), 2);
  assert.deepEqual(listFiles(folder), [
    'changes.atom',
    'changes.atom.br',
    'changes.atom.gz',
    'download.br',
    'index.html',
    'index.html.br',
    'index.html.gz',
    'picture.png',
  ]);
  const text = 'text '.repeat(100);
  assert.equal(brotliDecompressSync(readFileSync(join(folder, 'index.html.br'))).toString(), text);
  assert.equal(gunzipSync(readFileSync(join(folder, 'index.html.gz'))).toString(), text);
});

test('on a full disk it says so, and leaves the folder as it was', (t) => {
  const project = makeFolder('project');
  const { status, error } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', project]);
  if (status !== 0) return t.skip(`nothing can be mounted here: ${error?.message ?? 'mount needs root'}`);
  try {
    const folder = makeFolder('project/dist');
    for (const name of ['a', 'b', 'c', 'd'])
      writeFileSync(join(folder, `${name}.txt`), randomBytes(20_000).toString('hex'));
    writeFileSync(join(folder, 'a.txt.br'), 'of the last run');
    makeBuild(folder);
    const before = listFiles(folder);
    const { status, stderr } = spawnSync(process.execPath, [resolve('scripts/compress.ts')], {
      cwd: project,
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    assert.equal(
      stderr,
      'dist: The disk is full. Free up some space, then run the command again.\n' +
        'Nothing was compressed, and dist/ is unchanged.\n',
    );
    assert.deepEqual(listFiles(folder), before);
    assert.equal(readFileSync(join(folder, 'a.txt.br'), 'utf8'), 'of the last run');
  } finally {
    spawnSync('umount', [project]);
  }
});

/** Runs the command in a folder of its own. */
const run = (outDir: string) =>
  spawnSync(process.execPath, [resolve('scripts/compress.ts')], {
    cwd: makeFolder('elsewhere'),
    encoding: 'utf8',
    env: { ...process.env, OUT_DIR: outDir },
  });

test('it touches no folder but a build, and says what to do', () => {
  const foreign = makeFolder('foreign');
  for (const file of ['notes.txt', 'backup.csv.gz', 'archive.json.br', 'a.txt.unfinished'])
    writeFileSync(join(foreign, file), 'precious');
  const before = listFiles(foreign);
  // Other tools have files of these names.
  const other = makeFolder('other');
  for (const file of ['index.html', '404.html']) writeFileSync(join(other, file), '');
  writeFileSync(join(other, 'build.json'), '{ "name": "another app" }');
  for (const folder of ['', 'none', foreign, other, join(foreign, 'notes.txt')]) {
    const { status, stdout, stderr } = run(folder);
    assert.equal(status, 1);
    assert.equal(
      stdout + stderr,
      `There is no build of this site in "${folder || 'dist'}". Run "npm run build" first.\n`,
    );
  }
  assert.deepEqual(listFiles(foreign), before);
});

test('it says how many files it compressed', () => {
  const folder = makeFolder('small');
  makeBuild(folder);
  assert.equal(run(folder).stdout, `3 files in ${folder}/ compressed.\n`);
});
