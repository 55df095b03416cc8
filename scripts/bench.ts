/** `npm run bench`: measures the built site. `npm run bench -- search` runs only what is named. */
import { build } from './build.ts';
import { benchBuild } from '../tests/bench/growth.ts';
import { benchNextPage } from '../tests/bench/next-page.ts';
import { benchPages } from '../tests/bench/pages.ts';
import { benchSearch } from '../tests/bench/search.ts';

const benches: Record<string, () => void | Promise<void>> = {
  pages: benchPages,
  next: benchNextPage,
  search: benchSearch,
  build: benchBuild,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length) {
  console.error(`There is no benchmark "${unknown[0]}". The benchmarks are: ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}
if (!build({})) process.exit(1);
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length && !asked.includes(name)) continue;
  console.log(`\n── ${name} ──`);
  await bench();
}
