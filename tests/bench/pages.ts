/** `npm run bench -- pages`: the first paint of the same page on four sites, in one interleaved run. */
import { chromium, type Browser } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.ts';
import { printTable } from './table.ts';
import { serveCompressed } from './serve.ts';
import { benchSites } from './sites.ts';

const ROUNDS = 7;
/** A phone on a slow network, as Lighthouse has it. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const CPU_SLOWDOWN = 4;

interface Load {
  fcp: number;
  lcp: number;
  blocking: number;
  shift: number;
  requests: number;
  bytes: number;
  scripts: number;
}

async function load(browser: Browser, address: string): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', NETWORK);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  let [requests, bytes, scripts] = [0, 0, 0];
  const isScript = new Set<string>();
  devtools.on('Network.responseReceived', ({ requestId, type }) => {
    requests++;
    if (type === 'Script') isScript.add(requestId);
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes += encodedDataLength;
    if (isScript.has(requestId)) scripts += encodedDataLength;
  });
  await page.addInitScript(() => {
    const seen = { lcp: 0, blocking: 0, shift: 0 };
    Object.assign(window, { seen });
    const watch = (type: string, see: (entry: PerformanceEntry) => void) =>
      new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({ type, buffered: true });
    watch('largest-contentful-paint', (entry) => (seen.lcp = entry.startTime));
    watch('longtask', (entry) => (seen.blocking += Math.max(0, entry.duration - 50)));
    watch('layout-shift', (entry) => (seen.shift += (entry as PerformanceEntry & { value: number }).value));
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  const seen = await page.evaluate(() => ({
    ...(window as unknown as { seen: Pick<Load, 'lcp' | 'blocking' | 'shift'> }).seen,
    fcp: performance.getEntriesByName('first-contentful-paint')[0]!.startTime,
  }));
  await context.close();
  return { ...seen, requests, bytes, scripts };
}

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;

export async function benchPages(): Promise<void> {
  const sites = await benchSites();
  const hosts = await Promise.all(sites.map(({ folder }) => serveCompressed(folder)));
  const browser = await chromium.launch(findBrowser()?.full);
  const loads: Load[][] = sites.map(() => []);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [index, { path }] of sites.entries()) {
      const one = await load(browser, hosts[index]!.address + path);
      if (round) loads[index]!.push(one); // the first round warms up
    }
  }
  await browser.close();
  for (const { server } of hosts) server.close();

  const of = (index: number, key: keyof Load) => median(loads[index]!.map((one) => one[key]));
  const ratio = (index: number, key: 'fcp' | 'lcp') =>
    `${of(index, key).toFixed(0)} (${(of(index, key) / of(0, key)).toFixed(2)})`;
  printTable([
    ['', 'requests', 'bytes', 'scripts', 'FCP, ms (ratio)', 'LCP, ms (ratio)', 'blocking, ms', 'shift'],
    ...sites.map(({ name }, index) => [
      name,
      of(index, 'requests'),
      of(index, 'bytes'),
      of(index, 'scripts'),
      ratio(index, 'fcp'),
      ratio(index, 'lcp'),
      of(index, 'blocking').toFixed(0),
      of(index, 'shift').toFixed(4),
    ]),
  ]);
}
