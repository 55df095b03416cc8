/**
 * The URL manifest, `links.lock.json`: every address that was ever published. The build holds what the site has now
 * against it, so that none vanishes unnoticed.
 */
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EMBEDS } from '../kinds/table/embed.ts';
import { didYouMean } from '../model/problems.ts';
import { attributeOf, type Element } from '../pipeline/html.ts';
import { splitAddress, REDIRECTS_FILE, type Redirects } from '../model/redirects.ts';

export const MANIFEST_FILE = 'links.lock.json';

/** The fragments of each page, by the page's path with a slash at both ends. */
export type Manifest = Record<string, string[]>;

/** The addresses of a built site: its pages, and on each what carries a link to itself. */
export function collectAddresses(pages: { file: string; elements: Element[] }[]): Manifest {
  const manifest: Manifest = {};
  for (const { file, elements } of pages) {
    if (!file.endsWith('index.html')) continue;
    // A page that only leads on is no address of its own; an embed is one, though no search engine should have it.
    const isHidden = elements.some((one) => one.tagName === 'meta' && attributeOf(one, 'content') === 'noindex');
    if (isHidden && !`/${file}`.startsWith(EMBEDS)) continue;
    const ids = elements.flatMap((one) => {
      const href = attributeOf(one, 'class') === 'anchor' ? attributeOf(one, 'href') : undefined;
      return href?.startsWith('#') ? [href.slice(1)] : [];
    });
    manifest[`/${file.replace(/index\.html$/, '')}`] = [...new Set(ids)];
  }
  return manifest;
}

/** @param root the project's folder */
export function readManifest(root = '.'): Manifest {
  const file = join(root, MANIFEST_FILE);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {};
}

/** Writes the manifest in an order of its own, one address a line, so that a change of it is easy to review. */
export async function writeManifest(manifest: Manifest): Promise<void> {
  const sorted = Object.entries(manifest).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify(Object.fromEntries(sorted.map(([path, ids]) => [path, [...ids].sort()])), null, 2);
  await writeFile(MANIFEST_FILE, `${text}\n`);
}

/** Both manifests' addresses. */
export function mergeManifests(a: Manifest, b: Manifest): Manifest {
  const merged: Manifest = {};
  for (const path of [...Object.keys(a), ...Object.keys(b)]) {
    merged[path] = [...new Set([...(a[path] ?? []), ...(b[path] ?? [])])];
  }
  return merged;
}

/** The addresses of `manifest` as they are linked: `/page/` and `/page/#place`. */
export const addressList = (manifest: Manifest): string[] =>
  Object.entries(manifest).flatMap(([path, ids]) => [path, ...ids.map((id) => `${path}#${id}`)]);

/**
 * The published addresses that lead nowhere now: not on the site, not redirected, without a tombstone.
 * @param published what was promised
 * @param current what the site has
 */
export function vanishedAddresses(published: Manifest, current: Manifest, redirects: Redirects): string[] {
  const now = new Set(addressList(current));
  const said = new Set([...redirects.pages, ...redirects.places, ...redirects.gone].map(({ from }) => from));
  const leadsSomewhere = (address: string): boolean => {
    if (now.has(address) || said.has(address)) return true;
    const { path, fragment } = splitAddress(address);
    if (fragment === undefined) return false;
    if (redirects.gone.some(({ from }) => from === path)) return true; // the tombstone of its page says why
    const moved = redirects.pages.find(({ from }) => from === path);
    return moved !== undefined && leadsSomewhere(`${moved.to}#${fragment}`); // the fragment is carried along
  };
  // What becomes of an embed follows from what becomes of its table or row, see src/embeds/redirects.ts.
  return addressList(published).filter((address) => !address.startsWith(EMBEDS) && !leadsSomewhere(address));
}

/** What to do about vanished addresses, for somebody who does not program. */
export function vanishedMessage(vanished: string[], current: Manifest, titles: Record<string, string>): string {
  // What stood on a page that has gone as a whole goes with it, by the same line.
  const gone = new Set(vanished.filter((address) => splitAddress(address).fragment === undefined));
  const along = (page: string) => vanished.filter((address) => address !== page && splitAddress(address).path === page);
  const causes = vanished.filter((address) => gone.has(address) || !gone.has(splitAddress(address).path));
  const explained = causes.map((address) => {
    const { path, fragment } = splitAddress(address);
    const places = along(address).length;
    const page = titles[path.slice(1)];
    const where =
      fragment === undefined
        ? `It was a page${places ? `, with ${places} ${places === 1 ? 'place' : 'places'} that can be linked: what you say of it here holds for them` : ''}.`
        : page
          ? `It stood on the page "${page}".`
          : `It stood on the page ${path}, which has gone too.`;
    const list = fragment === undefined ? 'pages' : 'places';
    const known = fragment === undefined ? Object.keys(current) : (current[path] ?? []);
    return [
      `  ${address}`,
      `    ${where}${didYouMean(fragment ?? path, known)}`,
      '    Somebody may have it in a slide or a course. There are three ways out:',
      '    1. Bring it back: undo the change of the page, heading, table or id.',
      `    2. Name its successor in ${REDIRECTS_FILE}, under "${list}":`,
      `         - { from: '${address}', to: '…' }`,
      '    3. Leave a tombstone there that says why it went, under "gone":',
      `         - { from: '${address}', why: '…' }`,
    ].join('\n');
  });
  const count = causes.length === 1 ? '1 published address leads' : `${causes.length} published addresses lead`;
  return `${count} nowhere now:\n\n${explained.join('\n\n')}\n`;
}
