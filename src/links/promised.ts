/** Holds each build against the URL manifest. */
import type { Step } from '../pipeline/site.ts';
import {
  addressList,
  collectAddresses,
  MANIFEST_FILE,
  readManifest,
  vanishedAddresses,
  vanishedMessage,
} from './manifest.ts';

export const promisedAddresses: Step = ({ content, pages, info }) => {
  const published = readManifest();
  const current = collectAddresses(pages);
  const vanished = vanishedAddresses(published, current, content.parsed.redirects.data);
  if (vanished.length) {
    const titles = Object.fromEntries(content.pages.map(({ slug, frontmatter }) => [`${slug}/`, frontmatter.title]));
    throw Object.assign(new Error(vanishedMessage(vanished, current, titles)), { stack: '' });
  }
  const known = new Set(addressList(published));
  const added = addressList(current).filter((address) => !known.has(address));
  if (added.length) {
    info(`${added.length} new addresses are not in ${MANIFEST_FILE} yet: "npm run links:accept" promises them.`);
  }
};
