/** What is built depends on the content alone: not on the day. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { listFiles } from '../../src/model/files.ts';
import { ProjectCopy } from '../project-copy.ts';

const project = new ProjectCopy();
after(project.remove);

/** Loaded before the build: the clock stands more than a year ahead. */
const AHEAD = `data:text/javascript,${encodeURIComponent(`
  const Real = Date, ahead = 400 * 24 * 60 * 60 * 1000;
  globalThis.Date = class extends Real {
    constructor(...args) { args.length ? super(...args) : super(Real.now() + ahead); }
    static now() { return Real.now() + ahead; }
  };`)}`;

async function hashes(folder: string): Promise<Record<string, string>> {
  const files = listFiles(folder);
  return Object.fromEntries(
    files.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  );
}

test('a build next year gives the same bytes', async () => {
  const today = project.build({ OUT_DIR: 'today' });
  assert.equal(today.status, 0, today.output);
  const later = project.build({ OUT_DIR: 'later', NODE_OPTIONS: `--import "${AHEAD}"` });
  assert.equal(later.status, 0, later.output);
  const built = await hashes(project.path('today'));
  assert.ok(Object.keys(built).length > 15);
  assert.deepEqual(await hashes(project.path('later')), built);
});
