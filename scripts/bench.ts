/**
 * `npm run bench`: builds the site and measures it. `npm run bench -- search` runs only that benchmark.
 * `npm run bench -- image` reads an archive of a gigabyte, without a build.
 * `npm run bench -- mutations` checks whether the tests notice breakage; with ids after it, only for these mutations.
 */
import { build } from './build.ts';
import { benchBuild } from '../tests/bench/growth.ts';
import { benchImage } from '../tests/bench/image.ts';
import { benchMutations } from '../tests/bench/mutations.ts';
import { benchNextPage } from '../tests/bench/next-page.ts';
import { benchPages } from '../tests/bench/pages.ts';
import { benchSearch } from '../tests/bench/search.ts';

const benches: Record<string, () => void | Promise<void>> = {
  pages: benchPages,
  next: benchNextPage,
  search: benchSearch,
  build: benchBuild,
};

const selected = process.argv.slice(2);
// This takes a long time and builds what it needs itself, so it runs only if it is named.
if (selected[0] === 'mutations') process.exit((await benchMutations(selected.slice(1))) ? 0 : 1);
if (selected[0] === 'image') {
  await benchImage();
  process.exit();
}
const unknown = selected.filter((name) => !(name in benches));
if (unknown.length) {
  console.error(`There is no benchmark "${unknown[0]!}". The benchmarks are: ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}
if (!(await build())) process.exit(1);
for (const [name, bench] of Object.entries(benches)) {
  if (selected.length && !selected.includes(name)) continue;
  console.log(`\n── ${name} ──`);
  await bench();
}
