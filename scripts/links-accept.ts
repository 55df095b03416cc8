/**
 * `npm run links:accept`: builds the site, adds its new addresses to the URL manifest, and records what has changed. It never
 * removes an address. `npm run links:accept -- --reworded` records that no change affects the meaning, and `-- 2026-11-30`
 * records that day, which must not be in the future, instead of today. It has a folder of its own: `dist/` may be a build
 * that is yet to be published, and a build from before the record is older than the record.
 */
import { readFileSync, rmSync } from 'node:fs';
import { updateRecord, writeRecord } from '../src/links/changes/record.ts';
import { readRecord, RECORD_FILE, recordedDay, type Seen } from '../src/model/record.ts';
import { SEEN_FILE } from '../src/links/changes/step.ts';
import {
  addressList,
  collectAddresses,
  MANIFEST_FILE,
  mergeManifests,
  readManifest,
  writeManifest,
} from '../src/links/manifest.ts';
import { EMBED_ROOT } from '../src/kinds/table/embed.ts';
import { readRedirects } from '../src/model/redirects.ts';
import { readPages } from '../src/pipeline/built-site.ts';
import { build } from './build.ts';

const args = process.argv.slice(2);
const reworded = args.includes('--reworded');
const [day = new Date().toISOString().slice(0, 10), ...others] = args.filter((arg) => arg !== '--reworded');
const { error } = recordedDay.safeParse([day, ...others].join(' '));
if (error) {
  console.error(`The day "${[day, ...others].join(' ')}" ${error.issues[0]!.message}.`);
  process.exit(1);
}

/** Only while this command runs. */
const FOLDER = '.astro/accepted';
process.on('exit', () => rmSync(FOLDER, { recursive: true, force: true }));
if (!(await build({ OUT_DIR: FOLDER }))) process.exit(1);
const published = readManifest();
const current = collectAddresses(await readPages(FOLDER));
const merged = mergeManifests(published, current);
await writeManifest(merged);
const promised = new Set(addressList(published));
const added = addressList(merged).filter((address) => !promised.has(address));
// Embeds repeat tables and rows, so neither the build nor the record of changes counts them.
const embeds = added.filter((address) => address.startsWith(EMBED_ROOT)).length;
console.log(
  added.length
    ? `${added.length} ${added.length === 1 ? 'address was' : 'addresses were'} added to ${MANIFEST_FILE}${embeds ? `, ${embeds} of them for embeds` : ''}. ${added.length === 1 ? 'It' : 'They'} must keep working from now on.`
    : 'There are no new addresses to add.',
);

const record = readRecord();
const seen = JSON.parse(readFileSync(SEEN_FILE, 'utf8')) as Record<string, Seen>;
const updated = updateRecord(record, seen, { day, reworded, redirects: readRedirects() });
await writeRecord(updated);
const changed = Object.keys(updated).filter((address) => record[address] && updated[address] !== record[address]);
console.log(
  changed.length
    ? `What has changed at ${changed.length} ${changed.length === 1 ? 'address' : 'addresses'} was recorded in ${RECORD_FILE}.`
    : 'No recorded words have changed.',
);
console.log('This build was only for the record, and no other was touched. Build again before you test or publish.');
