/**
 * `npm run bench -- next`: how long after its link is pressed the next page is painted, in a browser that prepares pages
 * whose links are hovered. Chromium does not prepare them while a debugger is attached, so no debugger drives it here:
 * xdotool moves a mouse on a screen of Xvfb's, and the pages report to the server what they see.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findBrowser } from '../../scripts/browser.ts';
import { serveCompressed } from './serve.ts';
import { printTable } from './table.ts';

const ROUNDS = 9;
/** A phone on a slow network, as Lighthouse has it. */
const NETWORK = { latency: 150, bitsPerSecond: 1_600_000 };
/** How long a pointer rests on a link before it is pressed, in ms. */
const HOVERS = [0, 200, 400, 800];
const PAGE = 'concepts/what-is-docker/';
const SCREEN = { display: ':87', width: 1280, height: 900 };

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
  const tell = () => {
    const pressed = sessionStorage.getItem('pressed');
    if (!pressed) {
      const link = document.querySelector('a[rel="next"]')!;
      link.scrollIntoView({ block: 'center' });
      const { x, y, width, height } = link.getBoundingClientRect();
      report({ type: 'link', x: x + width / 2, y: y + height / 2 });
      return;
    }
    requestAnimationFrame(() => {
      // A message comes after the frame that is being prepared.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () =>
        report({ type: 'painted', after: performance.timeOrigin + performance.now() - Number(pressed) });
      port2.postMessage(undefined);
    });
  };
  if ((document as Document & { prerendering?: boolean }).prerendering)
    document.addEventListener('prerenderingchange', tell, { once: true });
  else if (document.readyState === 'complete') tell();
  else addEventListener('DOMContentLoaded', tell);
};

/** One visit: the page, its link hovered and pressed. @returns milliseconds to the next page */
async function visit(browser: string, hover: number): Promise<number> {
  const reports: Report[] = [];
  const { server, address } = await serveCompressed('dist', {
    network: NETWORK,
    probe: `(${probe})()`,
    onReport: (body) => reports.push(JSON.parse(body) as Report),
  });
  const profile = mkdtempSync(join(tmpdir(), 'bench-'));
  const env = { ...process.env, DISPLAY: SCREEN.display };
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
      address + PAGE,
    ],
    { env, stdio: 'ignore' },
  );
  const reported = async (type: Report['type']): Promise<Report> => {
    for (let tries = 0; tries < 300; tries++) {
      const found = reports.find((one) => one.type === type);
      if (found) return found;
      await wait(50);
    }
    throw new Error(`The page did not report "${type}" within 15 seconds.`);
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
    const gone = new Promise((resolve) => chromium.once('exit', resolve));
    chromium.kill();
    await gone;
    server.close();
    server.closeAllConnections();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

export async function benchNextPage(): Promise<void> {
  const browser = findBrowser();
  const missing = ['Xvfb', 'xdotool'].filter((tool) => spawnSync('which', [tool]).status !== 0);
  if (!browser || missing.length) {
    console.log(`Skipped: it needs a browser, and ${missing.join(' and ')} (Debian: xvfb, xdotool).`);
    return;
  }
  const screen = spawn('Xvfb', [SCREEN.display, '-screen', '0', `${SCREEN.width}x${SCREEN.height}x24`], {
    stdio: 'ignore',
  });
  try {
    await wait(1_000);
    const rows: (string | number)[][] = [];
    for (const hover of HOVERS) {
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round++) times.push(await visit(browser.path, hover));
      times.sort((a, b) => a - b);
      rows.push([hover, ...[times[0]!, times[times.length >> 1]!, times.at(-1)!].map((time) => time.toFixed(0))]);
    }
    printTable([['hovered for, ms', 'painted after the press, ms: least', 'median', 'most'], ...rows]);
  } finally {
    screen.kill();
  }
}
