/**
 * The URL manifest, `links.lock.json`: every address that was ever published. The build compares the site with it, so that
 * no address vanishes unnoticed.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EMBED_ROOT } from '../kinds/table/embed.ts';
import { decodeText } from '../model/decode.ts';
import { writeWhole } from '../model/files.ts';
import { nearestWord, type Problem } from '../model/problems.ts';
import { attributeOf, isAnchor, type Element } from '../pipeline/html.ts';
import { splitAddress, REDIRECTS_FILE, type Redirects } from '../model/redirects.ts';

export const MANIFEST_FILE = 'links.lock.json';

/** The fragments on each page, by the path of the page with a slash at both ends. */
export type Manifest = Record<string, string[]>;

/** Collects the addresses of a built site: its pages, and on each page the ids that an anchor link points to. */
export function collectAddresses(pages: { file: string; elements: Element[] }[]): Manifest {
  const manifest: Manifest = {};
  for (const { file, elements } of pages) {
    if (!file.endsWith('index.html')) continue;
    // Search engines should skip redirect pages and embeds, but only embeds are addresses to promise.
    const isHidden = elements.some(
      (element) => element.tagName === 'meta' && attributeOf(element, 'content') === 'noindex',
    );
    if (isHidden && !`/${file}`.startsWith(EMBED_ROOT)) continue;
    const ids = elements.flatMap((element) => {
      const href = isAnchor(element) ? attributeOf(element, 'href') : undefined;
      return href?.startsWith('#') ? [href.slice(1)] : [];
    });
    manifest[`/${file.replace(/index\.html$/, '')}`] = [...new Set(ids)];
  }
  return manifest;
}

/** Reads the manifest. Without a file, it is empty. @param root the project's folder */
export function readManifest(root = '.'): Manifest {
  const file = join(root, MANIFEST_FILE);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {};
}

/** What keeps the manifest from being read. @param root the project's folder */
export const checkManifest = (root: string): Problem[] => checkLockFile(root, MANIFEST_FILE);

/** What keeps a lock file from being read: above all, what Git writes into it when two people have promised addresses. */
export function checkLockFile(root: string, file: string): Problem[] {
  const path = join(root, file);
  const text = existsSync(path) ? decodeText(file, readFileSync(path)) : '{}';
  if (typeof text !== 'string') return [text];
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    const { message } = error as Error;
    const line = Number(/ \(line (\d+)/.exec(message)?.[1]) || undefined;
    const fix = 'Make it look like the lines around it, with a comma between two addresses and none after the last.';
    return [{ file, line, message: `This isn't valid JSON: ${message}.`, fix }];
  }
}

/** Writes the manifest sorted, one address per line, so that a change is easy to review. */
export async function writeManifest(manifest: Manifest): Promise<void> {
  const sorted = Object.entries(manifest).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify(Object.fromEntries(sorted.map(([path, ids]) => [path, [...ids].sort()])), null, 2);
  await writeWhole(MANIFEST_FILE, `${text}\n`);
}

/** Returns a manifest with the addresses of both. */
export function mergeManifests(a: Manifest, b: Manifest): Manifest {
  const merged: Manifest = {};
  for (const path of [...Object.keys(a), ...Object.keys(b)]) {
    merged[path] = [...new Set([...(a[path] ?? []), ...(b[path] ?? [])])];
  }
  return merged;
}

/** The addresses in a manifest in the form of links: `/page/` and `/page/#id`. */
export const addressList = (manifest: Manifest): string[] =>
  Object.entries(manifest).flatMap(([path, ids]) => [path, ...ids.map((id) => `${path}#${id}`)]);

/**
 * Finds the published addresses that now lead nowhere: not on the site, not redirected, without a tombstone.
 * Embeds are left out, because their redirects follow from the redirects of tables and rows: see `embed-redirects.ts`.
 * @param published every address that was ever published
 * @param current the addresses of the site as it is
 */
export function vanishedAddresses(published: Manifest, current: Manifest, redirects: Redirects): string[] {
  const currentAddresses = new Set(addressList(current));
  const recorded = new Set([...redirects.pages, ...redirects.places, ...redirects.gone].map(({ from }) => from));
  const leadsSomewhere = (address: string): boolean => {
    if (currentAddresses.has(address) || recorded.has(address)) return true;
    const { path, fragment } = splitAddress(address);
    if (fragment === undefined) return false;
    if (redirects.gone.some(({ from }) => from === path)) return true; // a tombstone covers everything on its page
    const moved = redirects.pages.find(({ from }) => from === path);
    return moved !== undefined && leadsSomewhere(`${moved.to}#${fragment}`); // a redirect keeps the fragment
  };
  return addressList(published).filter((address) => !address.startsWith(EMBED_ROOT) && !leadsSomewhere(address));
}

/**
 * Lists vanished addresses with the ways out, for authors who do not program.
 * @param published every address that was ever published
 * @param titles the titles of the pages, by their paths
 * @param moved the redirects of pages
 */
export function vanishedMessage(
  vanished: string[],
  published: Manifest,
  current: Manifest,
  titles: Record<string, string>,
  moved: Redirects['pages'] = [],
): string {
  const pages = vanished.filter((address) => splitAddress(address).fragment === undefined);
  const vanishedOn = (page: string) => vanished.filter((address) => address.startsWith(`${page}#`));
  // One entry for a page settles everything on it, so its fragments are counted, not listed.
  const covered = new Set(pages.flatMap(vanishedOn));
  const reported = vanished.filter((address) => !covered.has(address));
  const known = new Set(addressList(published));
  const added = addressList(current).filter((address) => !known.has(address));
  const entries = reported.map((address) => {
    const { path, fragment } = splitAddress(address);
    const isPage = fragment === undefined;
    const now = moved.find(({ from }) => from === path)?.to ?? path;
    const description = isPage ? describePage(vanishedOn(path).length) : describeFragment(path, now, titles[now]);
    return vanishedEntry(address, isPage ? 'pages' : 'places', description, successorOf(now, fragment, added));
  });
  const { length } = reported;
  const subject = length === 1 ? '1 published address no longer leads' : `${length} published addresses no longer lead`;
  return `${subject} anywhere:\n\n${entries.join('\n\n')}\n`;
}

/**
 * The new address that a vanished one may have become: one with the same name elsewhere, or the nearest on its page. An
 * address that was already published is not a successor: its name would only look similar.
 * @param path of the page, after its redirect
 * @param added the addresses that are not yet published
 */
function successorOf(path: string, fragment: string | undefined, added: string[]): string | undefined {
  const name = (address: string) => splitAddress(address).fragment ?? address.split('/').at(-2)!;
  const isPage = fragment === undefined;
  const own = fragment ?? name(path);
  const alike = added.filter((address) => address.includes('#') !== isPage);
  const nearby = alike.filter((address) => isPage || address.startsWith(`${path}#`));
  const nearest = nearestWord(own, nearby.map(name));
  return alike.find((address) => name(address) === own) ?? nearby.find((address) => name(address) === nearest);
}

/** Says what has vanished with a page. @param count the number of its fragments */
function describePage(count: number): string {
  if (!count) return 'It was a page.';
  const places = `${count} ${count === 1 ? 'place' : 'places'}`;
  return `It was a page with ${places} that can be linked; one entry covers them all.`;
}

/**
 * Says where a vanished fragment was.
 * @param now the path where its page is now
 * @param title of its page, if the page still exists
 */
function describeFragment(path: string, now: string, title: string | undefined): string {
  if (!title) return `It was on the page ${path}, which is gone, too.`;
  return now === path
    ? `It was on the page "${title}".`
    : `It was on the page ${path}, which has moved to ${now}, where it is missing.`;
}

/**
 * @param list the list of `content/redirects.yaml` that takes a redirect of the address
 * @param successor the address that may have taken its place
 */
const vanishedEntry = (
  address: string,
  list: 'pages' | 'places',
  description: string,
  successor: string | undefined,
): string =>
  [
    `  ${address}`,
    `    ${description}${successor ? ` Did you mean "${successor}"?` : ''}`,
    '    People may have it in their slides or courses. Do one of these:',
    '    1. Bring it back: undo the change to the page, heading, table or id.',
    `    2. Redirect it, in ${REDIRECTS_FILE} under "${list}":`,
    `         - { from: '${address}', to: '${successor ?? '…'}' }`,
    '    3. Say why it was removed, in the same file under "gone":',
    `         - { from: '${address}', why: '…' }`,
  ].join('\n');
