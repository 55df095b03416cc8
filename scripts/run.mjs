/**
 * What every npm command begins with: installs what is missing, then runs the command with the Node.js that
 * the project pins. Plain JavaScript, since it runs on whatever Node.js the machine has, before anything is there.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const ASTRO = 'node_modules/astro/bin/astro.mjs';
const COMMANDS = {
  bench: ['scripts/bench.ts'],
  build: [ASTRO, 'build', '--force'], // Astro's cache knows a page by its text, and looks for a moved file at its old place
  check: ['scripts/check.ts'],
  compress: ['scripts/compress.ts'],
  'deploy:files': ['scripts/deploy-files.ts'],
  dev: [ASTRO, 'dev'],
  'facts:due': ['scripts/facts-due.ts'],
  format: ['node_modules/prettier/bin/prettier.cjs', '--write', '.'],
  'links:accept': ['scripts/links-accept.ts'],
  'links:external': ['scripts/links-external.ts'],
  start: ['scripts/start.ts'],
  test: ['scripts/test.ts'],
  validate: ['scripts/validate.ts'],
  verify: ['scripts/verify.ts'],
};

const [name = '', ...args] = process.argv.slice(2);
const command = COMMANDS[/** @type {keyof typeof COMMANDS} */ (name)];
if (!command) fail(`There is no command "${name}". The commands are: ${Object.keys(COMMANDS).join(', ')}.`);
if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`This project needs Node.js 20 or later; this is ${process.versions.node}.`);
}

const node = `node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`;
// "npm install PACKAGE" takes the pinned Node.js away, since the script of its package installs it unlisted.
if (!isInstalled() || !existsSync(node)) {
  console.log('Installing the dependencies …');
  // npm names its own script, so that no shell has to find it; its warnings are about Node.js 20, which only installs.
  const npm = process.env['npm_execpath'];
  const options = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...options], { stdio: 'inherit' })
    : spawnSync('npm', options, { stdio: 'inherit', shell: true });
  if (status !== 0) fail('The dependencies could not be installed; npm says above why.');
}

if (!existsSync(node)) {
  fail(
    'The pinned Node.js is missing: its install script did not run. Allow it and run "npm ci --foreground-scripts".',
  );
}
const child = spawn(node, [...command, ...args], {
  stdio: 'inherit',
  env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
});
// Who ends npm means the command: a server would keep its port.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => child.kill(signal));
child.on('exit', (status, signal) => process.exit(status ?? (signal === 'SIGINT' ? 130 : 1)));

/** Whether npm's own record of what it installed agrees with the lockfile; a package may be missing where it is optional. */
function isInstalled() {
  const record = 'node_modules/.package-lock.json';
  if (!existsSync(record)) return false;
  const [wanted, have] = ['package-lock.json', record].map((file) => JSON.parse(readFileSync(file, 'utf8')).packages);
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || have[path]?.version === version,
  );
}

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exit(1);
}
