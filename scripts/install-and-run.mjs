/**
 * `npm start` and `npm test` work on a bare machine: this installs the packages that are missing, and runs a script with
 * the Node.js that the project pins. It is plain JavaScript, since the Node.js of the machine may be too old for anything
 * else. All other npm commands only say that packages are missing: see `installed.mjs`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { run } from './run.mjs';

const [script = '', ...args] = process.argv.slice(2);
if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`This project needs Node.js 20 or later; this is ${process.versions.node}.`);
}

const node = `node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`;
// "npm install PACKAGE" removes the pinned Node.js, since the script of its package installs it unlisted.
if (!isInstalled() || !existsSync(node)) await install();
if (!existsSync(node)) {
  fail(
    'The pinned Node.js is missing, because its install script did not run. Allow it, then run "npm ci --foreground-scripts".',
  );
}
process.exitCode = (await run(node, [script, ...args])).status;

/** Whether npm's record of what it installed agrees with the lockfile. Optional packages may be missing. */
function isInstalled() {
  const record = 'node_modules/.package-lock.json';
  if (!existsSync(record)) return false;
  const [wanted, installed] = [packagesIn('package-lock.json'), packagesIn(record)];
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional === true || installed[path]?.version === version,
  );
}

/** @typedef {Record<string, { version: string, optional?: boolean }>} Packages */

/** @param {string} file a lockfile @returns its packages by path */
function packagesIn(file) {
  /** @type {unknown} */
  const lockfile = JSON.parse(readFileSync(file, 'utf8'));
  return /** @type {{ packages: Packages }} */ (lockfile).packages;
}

async function install() {
  console.log('Installing the dependencies …');
  // All packages are for development. Warnings would be about the Node.js of the machine, which only installs.
  const options = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm names its own script, so that no shell has to find it.
  const npm = process.env['npm_execpath'];
  const { status } = await (npm ? run(process.execPath, [npm, ...options]) : run('npm', options, { shell: true }));
  if (status !== 0) fail("The dependencies couldn't be installed. See npm's message above.");
}

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exit(1);
}
