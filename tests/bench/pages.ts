/** `npm run bench -- pages`: the first paint of the same page on four sites, in one interleaved run. */
import { chromium, type Browser } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.ts';
import { serveCompressed } from './serve.ts';
import { buildSites } from './sites.ts';
import { median, printTable } from './table.ts';

const ROUNDS = 7;
/** The slow 4G of Lighthouse: https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const CPU_SLOWDOWN = 4;

interface PageLoad {
  /** First contentful paint, in milliseconds. */
  fcp: number;
  /** Largest contentful paint, in milliseconds. */
  lcp: number;
  /** The time of long tasks beyond 50 ms each, in milliseconds. */
  blocking: number;
  /** The sum of all layout shifts. */
  shift: number;
  requests: number;
  /** The transferred bytes, in all and of scripts. */
  bytes: number;
  scripts: number;
}

/** Loads a page in a new context, on a throttled network and processor. */
async function loadPage(browser: Browser, address: string): Promise<PageLoad> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', NETWORK);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  let [requests, bytes, scripts] = [0, 0, 0];
  const scriptIds = new Set<string>();
  devtools.on('Network.responseReceived', ({ requestId, type }) => {
    requests++;
    if (type === 'Script') scriptIds.add(requestId);
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes += encodedDataLength;
    if (scriptIds.has(requestId)) scripts += encodedDataLength;
  });
  await page.addInitScript(() => {
    const metrics = { lcp: 0, blocking: 0, shift: 0 };
    Object.assign(window, { metrics });
    const observe = (type: string, record: (entry: PerformanceEntry) => void) =>
      new PerformanceObserver((list) => list.getEntries().forEach(record)).observe({ type, buffered: true });
    observe('largest-contentful-paint', (entry) => (metrics.lcp = entry.startTime));
    observe('longtask', (entry) => (metrics.blocking += Math.max(0, entry.duration - 50)));
    observe('layout-shift', (entry) => (metrics.shift += (entry as PerformanceEntry & { value: number }).value));
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  const metrics = await page.evaluate(() => ({
    ...(window as unknown as { metrics: Pick<PageLoad, 'lcp' | 'blocking' | 'shift'> }).metrics,
    fcp: performance.getEntriesByName('first-contentful-paint')[0]!.startTime,
  }));
  await context.close();
  return { ...metrics, requests, bytes, scripts };
}

export async function benchPages(): Promise<void> {
  const sites = await buildSites();
  const hosts = await Promise.all(sites.map(({ folder }) => serveCompressed(folder)));
  const browser = await chromium.launch(findBrowser()?.full);
  const loadsBySite: PageLoad[][] = sites.map(() => []);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [index, { path }] of sites.entries()) {
      const load = await loadPage(browser, hosts[index]!.address + path);
      if (round > 0) loadsBySite[index]!.push(load); // The first round only warms up the browser and the servers.
    }
  }
  await browser.close();
  for (const { server } of hosts) server.close();

  const medianOf = (index: number, key: keyof PageLoad) => median(loadsBySite[index]!.map((load) => load[key]));
  const withRatio = (index: number, key: 'fcp' | 'lcp') =>
    `${medianOf(index, key).toFixed(0)} (${(medianOf(index, key) / medianOf(0, key)).toFixed(2)})`;
  printTable([
    ['', 'requests', 'bytes', 'scripts', 'FCP, ms (ratio)', 'LCP, ms (ratio)', 'blocking, ms', 'shift'],
    ...sites.map(({ name }, index) => [
      name,
      medianOf(index, 'requests'),
      medianOf(index, 'bytes'),
      medianOf(index, 'scripts'),
      withRatio(index, 'fcp'),
      withRatio(index, 'lcp'),
      medianOf(index, 'blocking').toFixed(0),
      medianOf(index, 'shift').toFixed(4),
    ]),
  ]);
}
