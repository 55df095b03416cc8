/**
 * `npm run deploy:files`: writes the files for hosts into `deploy/` (ignored by Git) from the project's headers and redirects.
 * BASE, ROOT and PORT set the path, the folder and the port of a server: `BASE=/docs/ npm run deploy:files`.
 */
import { deployFiles } from '../src/hosting/files.ts';
import { hostOf } from '../src/hosting/host.ts';
import { writeWhole } from '../src/model/files.ts';
import { parsePort } from '../src/model/settings.ts';
import './system-errors.ts';

const { BASE: base, ROOT: root, PORT: port } = process.env;
// Spaces, semicolons and the like would end a word in the files.
if (base && !/^\/((?!\.+\/)[\w.~-]+\/)*$/.test(base)) {
  fail(
    `BASE is "${base}". It must start and end with a slash, as in /docs/, and have only letters, digits, hyphens and, within a name, dots.`,
  );
}
if (root && !/^\/[\w./~-]*$/.test(root)) {
  fail(
    `ROOT is "${root}". It must be the absolute path of a folder, such as /srv/www, without spaces or special characters.`,
  );
}
const settings = { ...(base && { base }), ...(root && { root }), ...(port && { port: parsePort(port, 1) }) };
for (const [name, text] of Object.entries(deployFiles(hostOf(settings)))) {
  await writeWhole(`deploy/${name}`, text);
  console.log(`deploy/${name}`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
