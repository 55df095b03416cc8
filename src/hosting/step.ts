/** Writes the headers and redirects that some hosts read from the site, and `build.json`, which identifies the build. */
import { readdir } from 'node:fs/promises';
import type { Step } from '../pipeline/built-site.ts';
import { BUILD_FILE, SINGLE_FILE, WORKER_FILE } from '../model/published-files.ts';
import { headersFile } from './headers.ts';
import { redirectsFile } from './host-redirects.ts';
import { findRevision } from './revision.ts';

export const writeHostFiles: Step = async ({ content, folder, write }) => {
  const entries = await readdir(folder, { withFileTypes: true });
  const parts = entries.map((entry) => `${entry.name}${entry.isDirectory() ? '/' : ''}`);
  const later = [BUILD_FILE, SINGLE_FILE, WORKER_FILE]; // not written yet
  await write('_headers', headersFile([...new Set([...parts, ...later])].sort()));
  await write(BUILD_FILE, `${JSON.stringify(findRevision(process.env), null, 2)}\n`);
  const redirects = redirectsFile(content.parsed.redirects.data);
  if (redirects) await write('_redirects', redirects);
  return `headers${redirects ? ' and redirects' : ''} for hosts, and ${BUILD_FILE}`;
};
