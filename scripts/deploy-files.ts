/**
 * `npm run deploy:files`: writes the files of `deploy/` anew, from the headers and redirects of the project.
 * BASE, ROOT and PORT choose where the servers' files expect the site: `BASE=/docs/ npm run deploy:files`.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deployFiles } from '../src/hosting/files.ts';
import { hostOf } from '../src/hosting/host.ts';

const { BASE: base, ROOT: root, PORT: port } = process.env;
if (base && !/^\/(.*\/)?$/.test(base)) {
  console.error(`BASE is "${base}": it must begin and end with a slash, as in /docs/.`);
  process.exit(1);
}
const files = deployFiles(
  hostOf({ ...(base && { base }), ...(root && { root }), ...(port && { port: Number(port) }) }),
);
for (const [name, text] of Object.entries(files)) {
  await writeFile(join('deploy', name), text);
  console.log(`deploy/${name}`);
}
