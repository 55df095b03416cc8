/**
 * `npm run bench -- next`: how long after its link is pressed the next page is painted, on this site and on Starlight's
 * default, in a browser that prepares pages whose links are hovered. Chromium does not prepare them while a debugger is attached, so no debugger drives it here:
 * xdotool moves a mouse on a screen of Xvfb's, and the pages report to the server what they see.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findBrowser } from '../../scripts/browser.ts';
import { serveCompressed } from './serve.ts';
import { ownSite, starlightSite } from './sites.ts';
import { printTable } from './table.ts';

const ROUNDS = 7;
/** A phone on a slow network, as Lighthouse has it. */
const NETWORK = { latency: 150, bitsPerSecond: 1_600_000 };
/** How long a pointer rests on a link before it is pressed, in ms. */
const HOVERS = [0, 200, 400, 800];
const SCREEN = { width: 1280, height: 900 };

interface Report {
  type: 'link' | 'painted';
  /** Where the link is, in CSS pixels; the window has no frame. */
  x?: number;
  y?: number;
  /** Milliseconds from the press of the link to the frame in which the page was shown. */
  after?: number;
}

/** Runs in the pages: tells where the link to the next page is, and later how long that took to be painted. */
const probe = () => {
  const report = (what: Report) => navigator.sendBeacon('/report', JSON.stringify(what));
  addEventListener(
    'click',
    ({ timeStamp }) => sessionStorage.setItem('pressed', String(performance.timeOrigin + timeStamp)),
    true,
  );
  addEventListener('load', () => {
    if (sessionStorage.getItem('pressed')) return;
    const link = document.querySelector('a[rel="next"]')!;
    link.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = link.getBoundingClientRect();
    report({ type: 'link', x: x + width / 2, y: y + height / 2 });
  });
  // A page that was prepared is painted when it is shown.
  new PerformanceObserver((list) => {
    const [first] = list.getEntriesByName('first-contentful-paint');
    const pressed = sessionStorage.getItem('pressed');
    if (first && pressed)
      report({ type: 'painted', after: performance.timeOrigin + first.startTime - Number(pressed) });
  }).observe({ type: 'paint', buffered: true });
};

interface Setup {
  browser: string;
  /** The page from which the next one is reached. */
  address: string;
  /** The screen of the browser and the mouse. */
  display: string;
  /** What the pages have reported; emptied before each visit. */
  reports: Report[];
}

/** One visit: the page, its link hovered and pressed. @returns milliseconds to the next page */
async function visit({ browser, address, display, reports }: Setup, hover: number): Promise<number> {
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
  const gone = new Promise((resolve) => chromium.once('exit', resolve).once('error', resolve));
  const reported = async (type: Report['type']): Promise<Report> => {
    for (let tries = 0; tries < 300; tries++) {
      const found = reports.find((one) => one.type === type);
      if (found) return found;
      await wait(50);
    }
    throw new Error(`${address} did not report "${type}" within 15 seconds.`);
  };
  const mouse = (...args: (string | number)[]) => spawnSync('xdotool', args.map(String), { env });
  try {
    mouse('mousemove', 5, 5);
    const { x, y } = await reported('link');
    await wait(300); // the page has come to rest
    mouse('mousemove', Math.round(x!), Math.round(y!));
    await wait(hover);
    mouse('click', 1);
    return (await reported('painted')).after!;
  } finally {
    chromium.kill();
    await gone;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Measures, and prints a table; where a tool is missing, says which. */
export async function benchNextPage(): Promise<void> {
  const browser = findBrowser();
  const tools = ['Xvfb', 'xdotool'].filter((tool) => spawnSync('which', [tool]).status !== 0);
  const missing = [...(browser ? [] : ['a browser']), ...tools];
  if (!browser || missing.length) {
    console.log(`Skipped: ${missing.join(' and ')} cannot be found (Debian: chromium, xvfb, xdotool).`);
    return;
  }
  // It chooses a free display, and says which on the file that it is given.
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${SCREEN.width}x${SCREEN.height}x24`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = (await once(screen.stdio[3]!, 'data')) as [Buffer];
  const display = `:${String(number).trim()}`;

  const sites = [ownSite(), starlightSite()];
  const setups = await Promise.all(
    sites.map(async ({ name, folder, path }) => {
      const reports: Report[] = [];
      const onReport = (body: string) => void reports.push(JSON.parse(body) as Report);
      const served = await serveCompressed(folder, { network: NETWORK, probe: `(${probe})()`, onReport });
      return { name, browser: browser.path, display, reports, server: served.server, address: served.address + path };
    }),
  );
  try {
    for (const setup of setups) await visit(setup, 0); // the server compresses each file once
    const rows: (string | number)[][] = [];
    for (const hover of HOVERS) {
      const times = setups.map((): number[] => []);
      for (let round = 0; round < ROUNDS; round++) {
        for (const [index, setup] of setups.entries()) times[index]!.push(await visit(setup, hover));
      }
      const medians = times.map((all) => all.sort((a, b) => a - b)[ROUNDS >> 1]!.toFixed(0));
      rows.push([hover, ...medians]);
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
