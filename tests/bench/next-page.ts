/**
 * `npm run bench -- next`: the time from the click on a link to the first paint of the next page, on this site and on
 * default Starlight, in a browser that prerenders pages whose links are hovered. Chromium does not prerender while a
 * debugger is attached, so Playwright cannot drive it. Instead xdotool moves the mouse on a screen of Xvfb, and a script
 * in the pages reports to the server.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findBrowser } from '../../scripts/browser.ts';
import { serveCompressed } from './serve.ts';
import { buildStarlight, buildThisSite } from './sites.ts';
import { median, printTable } from './table.ts';

const ROUNDS = 7;
/** The slow 4G of Lighthouse: https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md */
const NETWORK = { latency: 150, bitsPerSecond: 1_600_000 };
/** The times that the pointer rests on a link before the click, in milliseconds. */
const HOVER_TIMES = [0, 200, 400, 800];
const SCREEN = { width: 1280, height: 900 };

interface Report {
  type: 'link' | 'painted';
  /** The center of the link on the screen, in CSS pixels. The window has no frame. */
  x?: number;
  y?: number;
  /** The time from the click to the first paint of the next page, in milliseconds. */
  paintTime?: number;
}

/** Runs in the pages. Reports the position of the link to the next page, and then the time until that page is painted. */
const probe = () => {
  const sendReport = (report: Report) => navigator.sendBeacon('/report', JSON.stringify(report));
  addEventListener(
    'click',
    ({ timeStamp }) => sessionStorage.setItem('clickTime', String(performance.timeOrigin + timeStamp)),
    true,
  );
  addEventListener('load', () => {
    if (sessionStorage.getItem('clickTime')) return;
    const link = document.querySelector('a[rel="next"]')!;
    link.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = link.getBoundingClientRect();
    sendReport({ type: 'link', x: x + width / 2, y: y + height / 2 });
  });
  // A prerendered page has its first paint when it is activated.
  new PerformanceObserver((list) => {
    const [firstPaint] = list.getEntriesByName('first-contentful-paint');
    const clickTime = sessionStorage.getItem('clickTime');
    if (firstPaint && clickTime) {
      const paintTime = performance.timeOrigin + firstPaint.startTime - Number(clickTime);
      sendReport({ type: 'painted', paintTime });
    }
  }).observe({ type: 'paint', buffered: true });
};

interface Setup {
  /** The executable of the browser. */
  browser: string;
  /** The address of the page with the link to the next page. */
  address: string;
  /** The X display of the browser and the mouse. */
  display: string;
  /** The reports of the pages, which each visit empties first. */
  reports: Report[];
}

/** Opens the page, and hovers and clicks the link. @returns the time until the next page is painted, in milliseconds */
async function measureVisit({ browser, address, display, reports }: Setup, hoverTime: number): Promise<number> {
  reports.length = 0;
  const profile = mkdtempSync(join(tmpdir(), 'bench-'));
  const env = { ...process.env, DISPLAY: display };
  const chromium = spawn(
    browser,
    [
      '--no-sandbox',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      `--user-data-dir=${profile}`,
      '--kiosk',
      '--window-position=0,0',
      `--window-size=${SCREEN.width},${SCREEN.height}`,
      address,
    ],
    { env, stdio: 'ignore' },
  );
  const exited = new Promise((resolve) => chromium.once('exit', resolve).once('error', resolve));
  const waitForReport = async (type: Report['type']): Promise<Report> => {
    for (let tries = 0; tries < 300; tries++) {
      const report = reports.find((report) => report.type === type);
      if (report) return report;
      await wait(50);
    }
    throw new Error(`${address} did not report "${type}" within 15 seconds.`);
  };
  const xdotool = (...args: (string | number)[]) => spawnSync('xdotool', args.map(String), { env });
  try {
    xdotool('mousemove', 5, 5);
    const { x, y } = await waitForReport('link');
    await wait(300); // Let the page settle.
    xdotool('mousemove', Math.round(x!), Math.round(y!));
    await wait(hoverTime);
    xdotool('click', 1);
    return (await waitForReport('painted')).paintTime!;
  } finally {
    chromium.kill();
    await exited;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Prints a table of the measurements, or the tools that are missing. */
export async function benchNextPage(): Promise<void> {
  const browser = findBrowser();
  const tools = ['Xvfb', 'xdotool'].filter((tool) => spawnSync('which', [tool]).status !== 0);
  const missing = [...(browser ? [] : ['a browser']), ...tools];
  if (!browser || missing.length) {
    console.log(`Skipped: ${missing.join(' and ')} cannot be found (Debian: chromium, xvfb, xdotool).`);
    return;
  }
  // Xvfb chooses a free display, and writes its number to the file descriptor of -displayfd.
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${SCREEN.width}x${SCREEN.height}x24`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [displayNumber] = (await once(screen.stdio[3]!, 'data')) as [Buffer];
  const display = `:${String(displayNumber).trim()}`;

  const sites = [buildThisSite(), buildStarlight()];
  const setups = await Promise.all(
    sites.map(async ({ name, folder, path }) => {
      const reports: Report[] = [];
      const onReport = (body: string) => void reports.push(JSON.parse(body) as Report);
      const { server, address } = await serveCompressed(folder, {
        network: NETWORK,
        probe: `(${probe.toString()})()`,
        onReport,
      });
      return { name, browser: browser.path, display, reports, server, address: address + path };
    }),
  );
  try {
    for (const setup of setups) await measureVisit(setup, 0); // The server compresses each file on its first request.
    const rows: (string | number)[][] = [];
    for (const hoverTime of HOVER_TIMES) {
      const timesBySite = setups.map((): number[] => []);
      for (let round = 0; round < ROUNDS; round++) {
        for (const [index, setup] of setups.entries()) timesBySite[index]!.push(await measureVisit(setup, hoverTime));
      }
      rows.push([hoverTime, ...timesBySite.map((times) => median(times).toFixed(0))]);
    }
    printTable([['hovered for, ms; painted after the press, ms', ...sites.map(({ name }) => name)], ...rows]);
  } finally {
    screen.kill();
    for (const { server } of setups) {
      server.close();
      server.closeAllConnections();
    }
  }
}
