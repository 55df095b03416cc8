/**
 * `npm run links:external`: every outside link of the built site, with the pages that use it and, where there is a
 * network, whether it answers. Exits with 1 if one of them does not, or is not in content/sources.yaml.
 */
import { existsSync } from 'node:fs';
import { externalLinks, allowedLinks } from '../src/links/external.ts';

if (!existsSync('dist/index.html')) {
  console.error('There is no built site yet. Run "npm run build" first.');
  process.exit(1);
}

/** What a link answers, or why nobody answered. Some servers refuse HEAD, so those are asked again with GET. */
async function statusOf(url: string): Promise<string> {
  const ask = (method: string) => fetch(url, { method, redirect: 'follow', signal: AbortSignal.timeout(15_000) });
  try {
    const head = await ask('HEAD').catch(() => undefined);
    return String((head?.ok ? head : await ask('GET')).status);
  } catch (error) {
    return `no answer (${(error as { cause?: { code?: string } }).cause?.code ?? 'timeout'})`;
  }
}

const links = await externalLinks('dist');
const known = allowedLinks();
const online = await fetch('https://example.org/', { method: 'HEAD', signal: AbortSignal.timeout(5_000) }).then(
  () => true,
  () => false,
);
if (!online) console.log('There is no network here: the links are listed without their status.\n');

let wrong = 0;
for (const [url, pages] of links) {
  const status = online ? await statusOf(url) : '–';
  const unknown = !known.has(url);
  if (unknown || (online && !/^2\d\d$/.test(status))) wrong++;
  console.log(`${status.padEnd(4)} ${url}${unknown ? '  ← not in content/sources.yaml' : ''}\n     ${pages.join(' ')}`);
}
console.log(`\n${links.size} links, ${wrong} to look at.`);
process.exitCode = wrong ? 1 : 0;
