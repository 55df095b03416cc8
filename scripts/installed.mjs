/**
 * Runs before all npm commands but `npm start` and `npm test`, which install what is missing: says in a sentence that the
 * packages, or the Node.js among them, aren't there. It is plain JavaScript, for whatever Node.js the machine has.
 */
import { existsSync } from 'node:fs';

// All packages are for development, and npm leaves those out on a production machine.
const install = `npm ci${process.env['NODE_ENV'] === 'production' ? ' --include=dev' : ''}`;
if (!existsSync('node_modules/astro/package.json')) fail(`The packages are missing. Run "${install}" first.`);
// The scripts are TypeScript.
if (!process.features.typescript)
  fail(
    `This is Node.js ${process.versions.node}, since the pinned Node.js is missing. Run "${install} --foreground-scripts" first.`,
  );

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exit(1);
}
