/** Compares each build with the URL manifest. */
import { pathOf } from '../model/paths.ts';
import { plainError } from '../model/problems.ts';
import type { Step } from '../pipeline/built-site.ts';
import {
  addressList,
  collectAddresses,
  MANIFEST_FILE,
  readManifest,
  vanishedAddresses,
  vanishedMessage,
} from './manifest.ts';

/** Stops the build if a published address has vanished, and names the number of new ones. */
export const checkPromisedAddresses: Step = ({ content, pages }) => {
  const published = readManifest();
  const current = collectAddresses(pages);
  const vanished = vanishedAddresses(published, current, content.parsed.redirects.data);
  if (vanished.length) {
    const titles = Object.fromEntries(content.pages.map(({ slug, frontmatter }) => [pathOf(slug), frontmatter.title]));
    throw plainError(vanishedMessage(vanished, published, current, titles, content.parsed.redirects.data.pages));
  }
  const publishedAddresses = new Set(addressList(published));
  const kept = `${publishedAddresses.size} published addresses, all of which still work`;
  const added = addressList(current).filter((address) => !publishedAddresses.has(address));
  if (!added.length) return kept;
  return `${kept}; ${added.length} more aren't in ${MANIFEST_FILE} yet: "npm run links:accept" promises new addresses`;
};
