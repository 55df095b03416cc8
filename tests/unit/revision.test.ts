/** `build.json` names the commit of a build, and says when the build is of something else. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { findRevision } from '../../src/hosting/revision.ts';

const folder = mkdtempSync(join(tmpdir(), 'revision-'));
after(() => rmSync(folder, { recursive: true }));
const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });

test('a revision is the commit, marked if a page is changed or new', () => {
  assert.deepEqual(findRevision({}, folder), { revision: null, committed: null });
  git('init', '--quiet');
  mkdirSync(join(folder, 'content'));
  write('content/page.mdx', 'one');
  write('README.md', 'one');
  git('add', '.');
  git('commit', '--quiet', '--message', 'one');
  const commit = git('rev-parse', 'HEAD').trim();
  const revision = (env = {}) => findRevision(env, folder).revision;

  assert.equal(revision(), commit);
  write('README.md', 'two'); // no part of the site
  mkdirSync(join(folder, 'dist'));
  write('dist/index.html', '');
  assert.equal(revision(), commit);

  write('content/new.mdx', 'new');
  assert.equal(revision(), `${commit}-dirty`);
  rmSync(join(folder, 'content/new.mdx'));
  write('content/page.mdx', 'two');
  assert.equal(revision(), `${commit}-dirty`);
  assert.equal(revision({ REVISION: 'abc' }), 'abc');
});
