/** `npm run links:accept`: builds the site and adds its new addresses to the URL manifest. It never removes an address. */
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

if (!(await build({ OUT_DIR: 'dist' }))) process.exit(1);
const published = readManifest();
const current = collectAddresses(await readPages('dist'));
const merged = mergeManifests(published, current);
await writeManifest(merged);
const addedCount = addressList(merged).length - addressList(published).length;
console.log(
  addedCount
    ? `${addedCount} ${addedCount === 1 ? 'address was' : 'addresses were'} added to ${MANIFEST_FILE}. ${addedCount === 1 ? 'It' : 'They'} must keep working from now on.`
    : 'There are no new addresses to add.',
);
