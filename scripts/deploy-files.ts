/**
 * `npm run deploy:files`: generates the files in `deploy/` from the project's headers and redirects.
 * BASE, ROOT and PORT set the path, the folder and the port of a server. The files for it go to `.deploy/`, which Git
 * ignores: `BASE=/docs/ npm run deploy:files`.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { deployFiles } from '../src/hosting/files.ts';
import { hostOf } from '../src/hosting/host.ts';
import { writeWhole } from '../src/model/files.ts';
import './system-errors.ts';

const { BASE: base, ROOT: root, PORT: port } = process.env;
if (base && !/^\/(.*\/)?$/.test(base)) fail(`BASE is "${base}": it must begin and end with a slash, as in /docs/.`);
if (port && !/^\d+$/.test(port)) fail(`PORT is "${port}", which is no port.`);

const settings = { ...(base && { base }), ...(root && { root }), ...(port && { port: Number(port) }) };
const isCustom = Object.keys(settings).length > 0;
const folder = isCustom ? '.deploy' : 'deploy';
await mkdir(folder, { recursive: true });
for (const [name, text] of Object.entries(deployFiles(hostOf(settings)))) {
  // The other files are for hosts that serve a site only at their root.
  if (isCustom && !['nginx.conf', 'Caddyfile'].includes(name)) continue;
  await writeWhole(join(folder, name), text);
  console.log(`${folder}/${name}`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
