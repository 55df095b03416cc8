/** The build depends on the content alone: not on the date, the ends of lines, or what systems leave in folders. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { listFiles } from '../../src/model/files.ts';
import { BUILD_FILE } from '../../src/model/published-files.ts';
import { ProjectCopy } from '../project-copy.ts';

const project = new ProjectCopy();
after(project.remove);

/** A module that sets the clock of a process 400 days ahead. */
const CLOCK_NEXT_YEAR = `data:text/javascript,${encodeURIComponent(`
  const RealDate = Date, offset = 400 * 24 * 60 * 60 * 1000;
  globalThis.Date = class extends RealDate {
    constructor(...args) { args.length ? super(...args) : super(RealDate.now() + offset); }
    static now() { return RealDate.now() + offset; }
  };`)}`;

/** The hash of each file in a folder. */
function hashFiles(folder: string): Record<string, string> {
  return Object.fromEntries(
    listFiles(folder).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  );
}

test('a build next year, in another folder, gives the same bytes', () => {
  for (const file of ['.DS_Store', '._mark.png', 'Thumbs.db', 'desktop.ini', 'robots.txt~', '.robots.txt.swp']) {
    project.write(`public/${file}`, 'left behind');
  }
  for (const file of project.contentFiles()) project.write(file, project.read(file).replaceAll('\n', '\r\n')); // as on Windows
  // The copy isn't part of the repository, which marks the revision of uncommitted work.
  const { revision } = JSON.parse(readFileSync(`dist/${BUILD_FILE}`, 'utf8')) as { revision: string | null };
  const nextYear = project.build({ NODE_OPTIONS: `--import "${CLOCK_NEXT_YEAR}"`, REVISION: revision ?? '' });
  assert.equal(nextYear.status, 0, nextYear.output);
  const hashes = hashFiles('dist');
  assert.ok(Object.keys(hashes).length > 15);
  assert.deepEqual(hashFiles(project.pathOf('dist')), hashes);
});
