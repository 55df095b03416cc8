/**
 * The settings of the site: `content/site.yaml`, its public address in `SITE_URL`, and its license. Paths are relative to
 * the project's root, where every npm script runs.
 */
import { z } from 'astro/zod';
import { distinct, text, webAddress } from './fields.ts';
import { plainError } from './problems.ts';

/** What follows a repository's address in the address of something in it. On GitLab, no group or project has such a name. */
const WITHIN = ['-', 'blob', 'commits', 'edit', 'raw', 'tree'];

/** Whether an address names a whole repository. Its owner may be a group within others, as on GitLab, but not on GitHub. */
function isRepository(address: string): boolean {
  const { hostname, pathname, search, hash } = new URL(address);
  const [owner, name, ...more] = pathname.split('/').slice(1);
  const isWithin = hostname === 'github.com' ? more.length > 0 : more.some((part) => WITHIN.includes(part));
  return Boolean(owner && name) && !isWithin && !search && !hash;
}

export const siteSchema = z.strictObject({
  title: text
    .max(60, { error: 'must have at most 60 characters: it follows the title of each page' })
    .describe('the name of the site, shown in the header and after each title'),
  description: text.describe('what the site is, in one sentence'),
  offline: z.boolean().describe('true if readers can save the site; false removes what they have saved'),
  starters: distinct(text)
    .max(5, { error: 'must be at most five' })
    .describe('searches that the search field offers while it is empty'),
  repository: webAddress
    // The button that copies an address for "git clone" adds ".git".
    .transform((address) => address.replace(/(\.git)?\/*$/, ''))
    .refine(isRepository, {
      error: 'must be the address of a repository, https://HOST/OWNER/NAME, with nothing after it',
      params: { fix: "Open the repository's first page, and copy its address." },
    })
    .describe('the address of the repository where readers report errors'),
});

/** The license of texts, tables and figures. */
export const LICENSE = 'https://creativecommons.org/licenses/by/4.0/';
export const LICENSE_NAME = 'CC BY 4.0';

export const SITE_FILE = 'content/site.yaml';

/** Whether `content/site.yaml` still has the repository address that it came with. */
export const isExampleRepository = (repository: string) => /^(.+\.)?example\.org$/.test(new URL(repository).hostname);

/**
 * The public address of the site, from `SITE_URL`.
 * @param value of the environment variable, such as `https://example.org/docs`
 * @returns the address with a slash at its end, or `undefined` if there is none
 * @throws if it is not an absolute http(s) address, is the address of a file, or contains a user name, a query or a fragment
 */
export function parseSiteUrl(value: string | undefined): URL | undefined {
  if (!value) return undefined;
  const url = /^[a-z]+:\/\//.test(value) ? URL.parse(value) : null;
  const refuse = (reason: string): never => {
    throw plainError(
      `SITE_URL is "${value}", which ${reason}.\n` +
        '  Set it to the public address of the site, such as https://example.org/docs/, or unset it.',
    );
  };
  if (!url) return refuse("isn't an absolute address");
  if (!/^https?:$/.test(url.protocol)) refuse(`starts with "${url.protocol}//" instead of "https://"`);
  if (url.username) refuse('contains a user name that every page would show');
  if (/[?#]/.test(value)) refuse('contains "?" or "#"');
  if (/\.html?$/.test(url.pathname)) refuse('is the address of a file, not of a folder');
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

/** The folder of the build, from `OUT_DIR`. */
export const outDir = (): string => process.env['OUT_DIR']?.trim() || 'dist';

/** The public address of the site, if `SITE_URL` gives it. */
export const siteUrl = (): URL | undefined => parseSiteUrl(process.env['SITE_URL']);

/**
 * The port to serve at, from `PORT`.
 * @param value of the environment variable
 * @param lowest 0 if the system may choose a free port
 * @throws if it is not a number from `lowest` to 65535
 */
export function parsePort(value: string, lowest: 0 | 1 = 0): number {
  if (/^\s*\d+\s*$/.test(value) && Number(value) >= lowest && Number(value) <= 65535) return Number(value);
  throw plainError(`PORT is "${value}", which isn't a port: use a number from ${lowest} to 65535.`);
}
