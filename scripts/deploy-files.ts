/**
 * `npm run deploy:files`: writes the files of `deploy/` anew, from the headers and redirects of the project.
 * BASE, ROOT and PORT say where a server has the site; the files for it are written to `.deploy/`, which is yours:
 * `BASE=/docs/ npm run deploy:files`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deployFiles } from '../src/hosting/files.ts';
import { hostOf } from '../src/hosting/host.ts';

const { BASE: base, ROOT: root, PORT: port } = process.env;
if (base && !/^\/(.*\/)?$/.test(base)) fail(`BASE is "${base}": it must begin and end with a slash, as in /docs/.`);
if (port && !/^\d+$/.test(port)) fail(`PORT is "${port}", which is no port.`);

const settings = { ...(base && { base }), ...(root && { root }), ...(port && { port: Number(port) }) };
const isOwn = Object.keys(settings).length > 0;
const folder = isOwn ? '.deploy' : 'deploy';
await mkdir(folder, { recursive: true });
for (const [name, text] of Object.entries(deployFiles(hostOf(settings)))) {
  if (isOwn && !['nginx.conf', 'Caddyfile'].includes(name)) continue; // the others are for the root of a host
  await writeFile(join(folder, name), text);
  console.log(`${folder}/${name}`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
