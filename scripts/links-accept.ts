/** `npm run links:accept`: builds the site, and adds what it has now to the URL manifest. Nothing is ever removed. */
import {
  addressList,
  collectAddresses,
  MANIFEST_FILE,
  mergeManifests,
  readManifest,
  writeManifest,
} from '../src/links/manifest.ts';
import { readPages } from '../src/pipeline/built-site.ts';
import { build } from './build.ts';

if (!build({ OUT_DIR: 'dist' })) process.exit(1);
const published = readManifest();
const current = collectAddresses(await readPages('dist'));
const merged = mergeManifests(published, current);
await writeManifest(merged);
const added = addressList(merged).length - addressList(published).length;
console.log(
  added
    ? `${added} ${added === 1 ? 'address was' : 'addresses were'} added to ${MANIFEST_FILE}, and ${added === 1 ? 'is' : 'are'} promised from now on.`
    : 'There was nothing to add.',
);
