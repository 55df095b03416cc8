/**
 * `npm run deploy:files`: writes the files for hosts into `deploy/`, which Git ignores, from the project's headers and redirects.
 * BASE, ROOT and PORT set the path, the folder and the port of a server: `BASE=/docs/ npm run deploy:files`.
 */
import { deployFiles } from '../src/hosting/files.ts';
import { hostOf } from '../src/hosting/host.ts';
import { writeWhole } from '../src/model/files.ts';
import './system-errors.ts';

const { BASE: base, ROOT: root, PORT: port } = process.env;
if (base && !/^\/(.*\/)?$/.test(base)) fail(`BASE is "${base}": it must begin and end with a slash, as in /docs/.`);
if (port && !/^\d+$/.test(port)) fail(`PORT is "${port}", which is no port.`);

const settings = { ...(base && { base }), ...(root && { root }), ...(port && { port: Number(port) }) };
for (const [name, text] of Object.entries(deployFiles(hostOf(settings)))) {
  await writeWhole(`deploy/${name}`, text);
  console.log(`deploy/${name}`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
