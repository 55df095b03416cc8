/** WebKitGTK, over WebDriver: https://www.w3.org/TR/webdriver2/ */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import type { Driver } from './browser.ts';

/** Starts WebKitGTK on a screen that nobody sees. @param preload a script that runs before those of each page */
export async function startWebKit(preload: string): Promise<Driver> {
  const folder = mkdtempSync(join(tmpdir(), 'webkit-'));
  const port = await freePort();
  // Without a GPU, the layers of a page would be put together by a slow imitation of one.
  const software = { WEBKIT_DISABLE_COMPOSITING_MODE: '1' };
  const home = { HOME: folder, XDG_CACHE_HOME: folder, XDG_DATA_HOME: folder };
  const webkit = spawn('xvfb-run', ['--auto-servernum', 'WebKitWebDriver', `--port=${port}`], {
    detached: true, // a group of its own, which close() ends as a whole
    stdio: 'ignore',
    env: { ...process.env, ...home, ...software, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
  });
  const send = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const { value } = (await answer.json()) as { value: unknown };
    if (!answer.ok) throw new Error((value as { message: string }).message);
    return value;
  };
  await untilListening(port);
  const binary = join(import.meta.dirname, 'webkit-window.py');
  const { sessionId } = (await send('POST', '/session', {
    capabilities: {
      alwaysMatch: { 'webkitgtk:browserOptions': { binary: '/usr/bin/python3', args: [binary, preload] } },
    },
  })) as { sessionId: string };
  const command = (path: string, body: object = {}) => send('POST', `/session/${sessionId}/${path}`, body);
  const evaluate: Driver['evaluate'] = async (expression) =>
    (await command('execute/sync', {
      script: `return (async () => JSON.stringify(await ${expression}))()`,
      args: [],
    })) as string | null;
  return {
    open: async (url) => {
      await command('url', { url });
    },
    evaluate,
    perform: async (actions) => {
      await command('actions', { actions });
    },
    resize: async (width, height) => {
      await command('window/rect', { x: 0, y: 0, width, height });
    },
    hasRole: async (selector, role) => {
      const element = (await command('element', { using: 'css selector', value: selector })) as Record<string, string>;
      const path = `/session/${sessionId}/element/${Object.values(element)[0]!}/computedrole`;
      return (await send('GET', path)) === role;
    },
    print: async () => {
      const file = join(folder, 'page.pdf');
      await evaluate(`webkit.messageHandlers.print.postMessage(${JSON.stringify(file)})`);
      return readFileSync(file);
    },
    close: async () => {
      process.kill(-webkit.pid!);
      await once(webkit, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function untilListening(port: number): Promise<void> {
  for (;;) {
    if (await fetch(`http://127.0.0.1:${port}/status`).catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
