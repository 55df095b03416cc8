/** Where the system refuses to write, a command says in a sentence what, where, and how to fix it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import { SmallSite } from '../small-site.ts';

const project = new SmallSite();
after(project.remove);
before(() => {
  project.writeBuild('the last build');
  chmodSync(project.root, 0o755);
});

const isRoot = process.getuid?.() === 0;
/** Nobody's number on Linux and macOS. Root may write everywhere, so these commands run as somebody who may not. */
const NOBODY = 65534;

function run(script: string, options: { uid?: number; cwd?: string } = {}, env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
    cwd: project.root,
    encoding: 'utf8',
    env: { ...process.env, PORT: script.endsWith('start.ts') ? '0' : '', SITE_URL: '', NO_COLOR: '1', ...env },
    ...options,
  });
  assert.equal(status, 1, stdout + stderr);
  assert.doesNotMatch(stdout + stderr, /\bat .*:\d+:\d+/, 'no stack trace');
  assert.equal(project.read('dist/index.html'), 'the last build');
  return stderr;
}

/** Runs a test on a file system that is mounted on a folder of the project. */
function withMount(folder: string, options: string, t: TestContext, work: () => void) {
  mkdirSync(project.pathOf(folder), { recursive: true });
  const { status, error } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', project.pathOf(folder)]);
  if (status !== 0) return t.skip(`nothing can be mounted here: ${error?.message ?? 'mount needs root'}`);
  try {
    work();
  } finally {
    spawnSync('umount', [project.pathOf(folder)]);
  }
}

test('a build on a full disk says so, and leaves the last one', (t) => {
  withMount('.astro', 'size=100k', t, () => {
    const stderr = run('scripts/build.ts');
    assert.match(stderr, /^\S+\.astro\/\S+: The disk is full\. Free up some space, then run the command again\.$/m);
    assert.match(stderr, /^The build failed, and left dist\/ as it was\.$/m);
  });
});

for (const script of ['build', 'start', 'links-accept']) {
  test(`${script} says that the file system is read-only`, (t) => {
    withMount('.astro', 'ro', t, () => {
      assert.match(
        run(`scripts/${script}.ts`),
        /^\S*\.astro\S*: The file system is read-only\. Copy the project to a folder that you can write to, and run the command there\.$/m,
      );
    });
  });
}

for (const script of ['build', 'start', 'links-accept', 'compress', 'deploy-files']) {
  test(`${script} says that it has no permission`, (t) => {
    const folders = ['.astro', 'deploy', 'dist'].map(project.pathOf);
    for (const folder of folders) mkdirSync(folder, { recursive: true });
    const readable = spawnSync(process.execPath, ['--version'], { cwd: project.root, ...(isRoot && { uid: NOBODY }) });
    if (readable.status !== 0) return t.skip('nobody else can read this checkout');
    if (!isRoot) for (const folder of folders) chmodSync(folder, 0o555);
    try {
      assert.match(
        run(`scripts/${script}.ts`, isRoot ? { uid: NOBODY } : {}),
        /^\S+: You don't have permission to write here\. Change the owner or mode, or copy the project to a folder of your own\.$/m,
      );
    } finally {
      for (const folder of folders) chmodSync(folder, 0o755);
    }
  });
}

test('a build replaces only a build', () => {
  project.write('app/build.json', '{ "name": "another app" }');
  project.write('app/src/app.js', 'the only copy');
  const folders = ['.', '..', project.root, 'scripts', 'app'];
  for (const folder of folders) {
    const stderr = run('scripts/build.ts', {}, { OUT_DIR: folder });
    assert.ok(
      stderr.startsWith(`OUT_DIR is "${folder}", which contains something other than a build of this site.`),
      stderr,
    );
    for (const path of ['src/pages', 'content/site.yaml', 'package.json', 'app/src/app.js'])
      assert.ok(project.exists(path), folder);
  }
});

test('a project in a folder that Vite misreads is refused before the build', () => {
  for (const sign of ['#', '%']) {
    const folder = project.pathOf(`my ${sign} project`);
    mkdirSync(folder);
    assert.equal(
      run(project.pathOf('scripts/build.ts'), { cwd: folder }),
      `This project is in "${folder}". Vite finds no files below a folder whose name has ${sign}: rename it.\n`,
    );
  }
});

test('a folder that cannot hold a build is refused before the build', () => {
  symlinkSync('nowhere', project.pathOf('dangling'));
  for (const [folder, reason] of [
    ['src', 'is in src/, which the next build reads'],
    ['content/site', 'is in content/, which the next build reads'],
    ['public', 'is in public/, which the next build reads'],
    ['package.json', 'is a file'],
    ['package.json/site', 'is below a file'],
    ['/proc/site', "can't be created"],
    ['dangling', "is, or is below, a symbolic link to a folder that doesn't exist"],
    ['dangling/site', "is, or is below, a symbolic link to a folder that doesn't exist"],
    ['~/site', 'no shell has expanded'],
    ['$HOME/site', 'no shell has expanded'],
  ] as const) {
    const stderr = run('scripts/build.ts', {}, { OUT_DIR: folder });
    assert.ok(stderr.startsWith(`OUT_DIR is "${folder}", which ${reason}`), stderr);
  }
});

test('what others have next to a folder on another disk is refused before the build', (t) => {
  withMount('disk', 'size=1m', t, () => {
    project.write('disk/site.unfinished/draft.txt', 'precious');
    const stderr = run('scripts/build.ts', {}, { OUT_DIR: 'disk/site' });
    assert.match(
      stderr,
      /"disk\/site\.unfinished", which holds something else\. .* delete that, then run the command again\.\n$/,
    );
    assert.ok(project.exists('disk/site.unfinished/draft.txt'));
    assert.ok(!project.exists('.astro/seen.json'), 'nothing was built');
  });
});

test('a build is not put into another build, where the next one would delete it', () => {
  for (const folder of ['dist/sub', join(project.root, 'dist/deep/sub')]) {
    const stderr = run('scripts/build.ts', {}, { OUT_DIR: folder });
    assert.ok(stderr.startsWith(`OUT_DIR is "${folder}", which is inside another build.`), stderr);
  }
});

test('settings that would end a word in the files for servers are refused', () => {
  for (const [name, value] of Object.entries({ BASE: '/my docs/', ROOT: '/srv/www; autoindex on', PORT: '99999' })) {
    const stderr = run('scripts/deploy-files.ts', {}, { [name]: value });
    assert.ok(stderr.startsWith(`${name} is "${value}"`), stderr);
  }
  assert.match(run('scripts/deploy-files.ts', {}, { BASE: '/a/../b/' }), /^BASE is "\/a\/\.\.\/b\/"/);
  assert.match(run('scripts/deploy-files.ts', {}, { PORT: '0' }), /^PORT is "0".* from 1 to 65535\./);
});
