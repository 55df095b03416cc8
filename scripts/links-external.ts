/**
 * `npm run links:external`: lists every external link of the built site with the pages that use it and, if there is a
 * network, its status. Exits with 1 if a link does not answer or is missing from content/sources.yaml.
 */
import { allowedLinks, externalLinks } from '../src/links/external.ts';
import { reasonNotBuilt } from './build-folder.ts';
import { loadContent } from './load-content.ts';

const reason = reasonNotBuilt('dist');
if (reason) {
  console.error(reason);
  process.exit(1);
}

/** The HTTP status of a URL, or the reason for no answer. Some servers refuse HEAD, so a GET request follows. */
async function statusOf(url: string): Promise<string> {
  const request = (method: string) => fetch(url, { method, redirect: 'follow', signal: AbortSignal.timeout(15_000) });
  try {
    const head = await request('HEAD').catch(() => undefined);
    return String((head?.ok ? head : await request('GET')).status);
  } catch (error) {
    return `no answer (${(error as { cause?: { code?: string } }).cause?.code ?? 'timeout'})`;
  }
}

const content = loadContent();
const links = await externalLinks('dist', content);
const allowed = allowedLinks(content);
const isOnline = await fetch('https://example.org/', { method: 'HEAD', signal: AbortSignal.timeout(5_000) }).then(
  () => true,
  () => false,
);
if (!isOnline) console.log('There is no network, so the links are listed without their status.\n');

let problemCount = 0;
for (const [url, pages] of links) {
  const status = isOnline ? await statusOf(url) : '–';
  const isUnlisted = !allowed.has(url);
  if (isUnlisted || (isOnline && !/^2\d\d$/.test(status))) problemCount++;
  console.log(
    `${status.padEnd(4)} ${url}${isUnlisted ? '  ← not in content/sources.yaml' : ''}\n     ${pages.join(' ')}`,
  );
}
console.log(`\n${links.size} links, ${problemCount} to check.`);
process.exitCode = problemCount ? 1 : 0;
