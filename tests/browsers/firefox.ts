/** Firefox, over WebDriver BiDi, which it speaks itself: https://www.w3.org/TR/webdriver-bidi/ */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Driver } from './browser.ts';

/** No back-forward cache, which holds old pages in memory; a mouse, which machines without a screen do not have. */
const PREFERENCES = {
  'browser.sessionhistory.max_total_viewers': 0,
  'ui.primaryPointerCapabilities': 6,
  'ui.allPointerCapabilities': 6,
};

/** What the selector of a command has found. */
interface Located {
  nodes: { sharedId: string }[];
}

/** Starts Firefox. @param preload a script that runs before those of each page */
export async function startFirefox(preload: string): Promise<Driver> {
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
  writeFileSync(
    join(profile, 'user.js'),
    Object.entries(PREFERENCES)
      .map(([name, value]) => `user_pref("${name}", ${value});\n`)
      .join(''),
  );
  const firefox = spawn('firefox-esr', [
    '--headless',
    '--no-remote',
    '--profile',
    profile,
    '--remote-debugging-port=0',
  ]);
  const socket = await connect(await addressIn(firefox.stderr));
  const send = commands(socket);
  await send('session.new', { capabilities: {} });
  await send('script.addPreloadScript', { functionDeclaration: `() => {${preload}}` });
  // The first tab does not get the focus.
  const { context } = (await send('browsingContext.create', { type: 'tab' })) as { context: string };
  return {
    open: async (url) => {
      await send('browsingContext.navigate', { context, url, wait: 'none' });
    },
    evaluate: async (expression) => {
      const { result, exceptionDetails } = (await send('script.evaluate', {
        expression: `(async () => JSON.stringify(await ${expression}))()`,
        awaitPromise: true,
        userActivation: true,
        target: { context },
      })) as { result?: { value?: string }; exceptionDetails?: { text: string } };
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return result?.value ?? null;
    },
    perform: async (actions) => {
      await send('input.performActions', { context, actions });
    },
    resize: async (width, height) => {
      await send('browsingContext.setViewport', { context, viewport: { width, height } });
    },
    hasRole: async (selector, role) => {
      const idsOf = async (locator: object) => {
        const { nodes } = (await send('browsingContext.locateNodes', { context, locator })) as Located;
        return nodes.map(({ sharedId }) => sharedId);
      };
      const [first] = await idsOf({ type: 'css', value: selector });
      return (await idsOf({ type: 'accessibility', value: { role } })).includes(first!);
    },
    print: async () => {
      const { data } = (await send('browsingContext.print', {
        context,
        background: true,
        page: { width: 21, height: 29.7 },
        margin: { top: 1.8, bottom: 1.8, left: 1.6, right: 1.6 },
      })) as { data: string };
      return Buffer.from(data, 'base64');
    },
    close: async () => {
      firefox.kill();
      await once(firefox, 'exit');
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

async function addressIn(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(output)) {
    const address = /WebDriver BiDi listening on (\S+)/.exec(line)?.[1];
    if (!address) continue;
    output.resume(); // a pipe that nobody reads would stop Firefox once it is full
    return `${address}/session`;
  }
  throw new Error('Firefox ended before it could be driven.');
}

async function connect(address: string): Promise<WebSocket> {
  const socket = new WebSocket(address);
  await once(socket, 'open');
  return socket;
}

/** Sends commands, and returns their results. @throws what the browser answers if a command fails */
function commands(socket: WebSocket) {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let count = 0;
  socket.addEventListener('message', ({ data }) => {
    const { id, result, message } = JSON.parse(String(data)) as { id: number; result?: unknown; message?: string };
    if (result) waiting.get(id)?.resolve(result);
    else waiting.get(id)?.reject(new Error(message));
  });
  return (method: string, params: object): Promise<unknown> => {
    const answer = Promise.withResolvers<unknown>();
    waiting.set(++count, answer);
    socket.send(JSON.stringify({ id: count, method, params }));
    return answer.promise;
  };
}
