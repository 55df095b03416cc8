/** Budgets of bytes, compressed as a host compresses them, and of requests: a page fits the initial TCP window. */
import type { Page, Request } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { compressedSize, DIST, expect } from './fixtures.ts';

/** The bytes of the headers of a response. */
const HEADER_BYTES = 350;
/** Ten segments of 1,460 bytes (https://www.rfc-editor.org/rfc/rfc6928), without the headers. */
export const INITIAL_WINDOW = 14_600 - HEADER_BYTES;
/** The pages with long lists may be larger, as long as their first screen fits the initial window. */
export const LIST_PAGES = /^(reference|practice\/troubleshooting|teach\/questions|teach\/changes|learn\/.*-quiz)/;
const MAX_LIST_BYTES = 24_000 - HEADER_BYTES;
/** The lists that grow with what they have to say about each entry, so a new one brings its share: its id, and its bytes. */
const GROWING_PAGES: Record<string, [id: RegExp, bytes: number]> = {
  'practice/troubleshooting/': [/id="?error-/g, 350], // a message, a cause, a cure and sources
  'reference/sources/': [/<li id=/g, 62], // a title, an address, dates and the pages that cite it
  'reference/trials/': [/id="?trial-/g, 180], // commands, and what an engine did
};
function maxBytes(path: string): number {
  const [id, bytes] = GROWING_PAGES[path] ?? [];
  if (!id) return LIST_PAGES.test(path) ? MAX_LIST_BYTES : INITIAL_WINDOW;
  return bytes! * readFileSync(`${DIST}/${path}index.html`, 'utf8').match(id)!.length - HEADER_BYTES;
}
const MAX_SCRIPT_BYTES = 3_072;
/** Pages with a program of their own, whose script no other page fetches, and the bytes that it may have. */
const PROGRAMS: Record<string, number> = {
  'teach/changes/': 1_024,
  'teach/check/': 4_096,
  'teach/lesson-45/': 512,
  'teach/lesson-90/': 512,
};
const MAX_REQUESTS = 4;

/**
 * Expects that a page fits its budgets.
 * @param root the address of the site
 * @param path of the page
 * @param requests that opening the page has caused
 */
export async function expectWeight(page: Page, root: string, path: string, requests: Request[]): Promise<void> {
  // Only the document delays the first paint: no style sheet and no script blocks it.
  const blocking = page.locator(
    'head link[rel="stylesheet"]:not([media="print"]), head script[src]:not([type="module"])',
  );
  await expect.soft(blocking).toHaveCount(0);
  const documentBytes = compressedSize(readFileSync(`${DIST}/${path}index.html`), maxBytes(path));
  expect.soft(documentBytes, 'bytes before the first paint').toBeLessThanOrEqual(maxBytes(path));

  const pathOf = (request: Request) => request.url().slice(root.length);
  const scriptBytes = requests
    .filter((request) => request.resourceType() === 'script')
    .map((request) => compressedSize(readFileSync(`${DIST}/${pathOf(request)}`), 0))
    .reduce((sum, size) => sum + size, 0);
  expect.soft(scriptBytes, 'bytes of scripts').toBeLessThanOrEqual(MAX_SCRIPT_BYTES + (PROGRAMS[path] ?? 0));
  // A program may share a module with the panel for citing.
  const maxRequests = MAX_REQUESTS + (path in PROGRAMS ? 1 : 0);
  expect.soft(requests.length, requests.map(pathOf).join(' ')).toBeLessThanOrEqual(maxRequests);
  const late = requests.filter((request) => ['font', 'fetch', 'xhr'].includes(request.resourceType()));
  expect.soft(late.map(pathOf)).toEqual([]);
}
