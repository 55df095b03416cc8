/** What a reader does on the site, in a browser other than the Chromium of tests/site. */
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test, type TestContext } from 'node:test';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { serve } from '../../scripts/serve.ts';
import { Blobs } from '../../src/image-archive/write-image.ts';
import { writeTar } from '../../src/image-archive/write-tar.ts';
import { DIST, HANDOUT, pages } from '../site/fixtures.ts';
import { hasPdfTools, normalizeText, readPaper, WITHOUT_PDF_TOOLS } from '../site/paper.ts';
import { Browser, PRELOAD, type Driver } from './browser.ts';

const EMBED = 'embed/tables/docker-features/portability/';
const COMPARISON = 'registries/docker-hub-vs-amazon-ecr/';

/** In milliseconds. A slow machine is not a failure. */
const TIMEOUT = { timeout: 300_000 };

/** @param cleanUp runs a function after the check, also if it fails */
type Check = (browser: Browser, site: string, cleanUp: TestContext['after']) => Promise<void>;

/** Stops a server at once, as if the network were gone. */
const stop = (server: Server) => {
  server.close();
  server.closeAllConnections();
};

/** What a page shows that it should not, at the present width. */
const faultsOfPage = () => [
  ...(window as unknown as { problems: string[] }).problems,
  ...(document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['It scrolls sideways.'] : []),
  ...[...document.querySelectorAll('main time')]
    .filter((date) => date.getClientRects().length > 1)
    .map((date) => `A line ends within ${date.textContent}.`),
];

const checks: Record<string, Check> = {
  'pages open without an error, and neither they nor their dates are too wide': async (browser, _, cleanUp) => {
    const faults: string[] = [];
    const widths = [1280, 360];
    const { server, address } = await serve({ folder: DIST });
    cleanUp(() => stop(server));
    server.on('request', ({ url }, response) => {
      // The page for wrong addresses is served at any depth, so it cannot name the icon of the site.
      if (url === '/favicon.ico') return;
      response.on(
        'finish',
        () => response.statusCode >= 400 && faults.push(`${url} has the status ${response.statusCode}`),
      );
    });
    for (const path of [...pages, EMBED, 'whole-site.html', '404.html']) {
      await browser.open(address + path);
      widths.reverse(); // it opens at the width of the page before, and need not be laid out for that in vain
      for (const width of widths) {
        await browser.resize(width);
        for (const fault of await browser.evaluate(faultsOfPage)) faults.push(`${path} at ${width} px: ${fault}`);
      }
    }
    assert.deepEqual(faults, []);
  },

  'tables are tables to a screen reader on a phone, too': async (browser, site) => {
    await browser.resize(360);
    await browser.open(site + COMPARISON);
    for (const [selector, role] of [
      ['main table', 'table'],
      ['main tbody tr', 'row'],
      ['main thead th', 'columnheader'],
      ['main tbody th', 'rowheader'],
      ['main tbody td', 'cell'],
    ] as const) {
      assert.ok(await browser.hasRole(selector, role), `${selector} is a ${role}`);
    }
  },

  'the search finds a page in spite of a typing error, and leads there': async (browser, site) => {
    await browser.open(site);
    await browser.press('/');
    await browser.waitFor(() => document.activeElement?.matches('dialog input'));
    await browser.press('amazon ecr qoutas');
    await browser.waitForText('dialog [role="option"]', /quota/i);
    await browser.press('ArrowDown');
    await browser.press('Enter');
    await browser.waitFor(() => location.pathname.includes('/registries/'));
  },

  'the link of a row offers to cite it, and draws its QR code': async (browser, site) => {
    await browser.open(`${site}concepts/what-is-docker/`);
    await browser.click('#docker-features-portability .anchor');
    await browser.waitForText('.cite-panel button', /^Cite as text$/);
    assert.equal(await browser.evaluate(() => location.hash), '#docker-features-portability');
    await browser.click('.cite-panel button:nth-last-of-type(2)');
    await browser.waitFor(() => document.querySelector('.cite-panel svg')?.getBoundingClientRect().width);
  },

  'a term shows its definition while the mouse is on it': async (browser, site) => {
    await browser.open(site + COMPARISON);
    await browser.hover('main a.term');
    await browser.waitForText('[role="tooltip"]', /\w{3}/);
  },

  'a link is fetched before it is followed': async (browser, site) => {
    await browser.open(site);
    await browser.hover('main a[href^="./concepts/"]');
    await browser.waitFor(
      () => performance.getEntriesByType('resource').filter(({ name }) => /\/concepts\/[^.]+\/$/.test(name)).length,
    );
  },

  'the table of contents marks where the reader is': async (browser, site) => {
    await browser.resize(1280);
    await browser.open(`${site}concepts/what-is-docker/`);
    await browser.click('.toc a[href="#in-short"]');
    await browser.waitFor(() => {
      const links = [...document.querySelectorAll('.toc a')];
      const colors = links.map((link) => getComputedStyle(link).color);
      const marked = links.filter((_, index) => colors[index] !== colors[0]);
      return marked.length === 1 && marked[0]!.getAttribute('href') === '#in-short';
    });
  },

  'selected code leaves out prompts and output': async (browser, site) => {
    await browser.open(`${site}registries/docker-hub/`);
    const selected = await browser.evaluate(() => {
      const block = document.querySelector('pre:has(.prompt):has(.output)')!;
      getSelection()!.selectAllChildren(block);
      return getSelection()!.toString();
    });
    assert.match(selected, /curl/);
    assert.doesNotMatch(selected, /^\$ /m);
    assert.doesNotMatch(selected, /^ratelimit-limit/m);
  },

  'a handout shows what its address chooses': async (browser, site) => {
    await browser.open(`${site}${HANDOUT}?show=concepts/what-is-docker/docker-features`);
    await browser.waitForText('form.handout [role="status"]', /^On the handout: 1 page/);
    const shown = () =>
      [...document.querySelectorAll('.handout-pages > article')].filter(({ clientHeight }) => clientHeight).length;
    assert.equal(await browser.evaluate(shown), 1);
    await browser.click('form.handout button[type="reset"]');
    await browser.waitForText('form.handout [role="status"]', /^Nothing selected\.$/);
    assert.equal(await browser.evaluate(shown), 0);
  },

  'a wrong address gets the nearest page': async (browser, site) => {
    await browser.open(`${site}registries/dokcer-hub/`);
    await browser.waitForText('#truth', /Did you mean/);
    await browser.click('#truth a');
    await browser.waitFor(() => location.pathname.endsWith('/registries/docker-hub/'));
  },

  'an embed tells the page around it how high it is': async (browser, site, cleanUp) => {
    const page = `<!doctype html><title>A course</title><iframe src="${site}${EMBED}"></iframe><script>
      addEventListener('message', ({ data }) => (document.title = data.type + ' ' + data.height))</script>`;
    const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(page));
    cleanUp(() => stop(server));
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    await browser.open(`http://localhost:${(server.address() as AddressInfo).port}/`);
    await browser.waitForText('title', /^docker-basics:height \d{3}/);
  },

  'a saved site opens without a network': async (browser, _, cleanUp) => {
    const { server, address } = await serve({ folder: DIST });
    cleanUp(() => stop(server));
    await browser.open(address);
    await browser.click('.offline button');
    await browser.waitForText('.offline [role="status"]', /Saved/);
    stop(server);
    await browser.open(`${address}registries/docker-hub/`);
    await browser.waitForText('h1', /^Docker Hub$/);
  },

  'archives of images are read, however their layers are compressed': async (browser, site) => {
    const layer = writeTar([{ name: 'file', data: 'data' }]);
    const inMembers = (layer: Uint8Array) =>
      Buffer.concat([gzipSync(layer.subarray(0, 700)), gzipSync(layer.subarray(700))]);
    await browser.open(`${site}practice/inside-an-image/`);
    for (const [name, compress] of Object.entries({ gzip: gzipSync, inMembers, zstd: zstdCompressSync })) {
      const blobs = new Blobs();
      const archive = blobs.archive([blobs.addImage([layer], {}, compress)]);
      await browser.evaluate(
        (name, base64) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(
            new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], name),
          );
          const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
          document.querySelector('.image-explorer')!.dispatchEvent(drop);
        },
        name,
        archive.toString('base64'),
      );
      const expected = new RegExp(`^Loaded ${name}: 1 layer, .*\\. All digests match\\. Now `);
      await browser.waitForText('.image-explorer > [role="status"]', expected);
    }
  },
};

/**
 * What belongs together on paper: the words and the sources of each row, a caption and the first row, the boxes of a figure,
 * a heading and the beginning of what follows.
 */
const textsToKeep = (): string[][] => {
  const textOf = (element: Element | null | undefined) => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(element!, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, nodeValue } = walker.currentNode;
      if (!parentElement!.matches('button, title, desc, .row-sources:first-child')) texts.push(nodeValue!.trim());
    }
    return texts.join(' ');
  };
  const wordsOf = (element: Element) => textOf(element).match(/\p{L}{4,}/gu) ?? [];
  return [
    ...[...document.querySelectorAll('main tbody tr')].map((row) => [
      ...wordsOf(row),
      textOf(row.querySelector('.notes')),
    ]),
    ...[...document.querySelectorAll<HTMLTableElement>('main table')].map(({ caption, rows }) => [
      textOf(caption),
      ...wordsOf(rows[1]!),
    ]),
    ...[...document.querySelectorAll('main .figure')].map((figure) =>
      [...figure.querySelectorAll('.box:not(:has(.box))')].map(textOf),
    ),
    ...[...document.querySelectorAll('main .heading:has(+ :is(p, .figure, .table))')].map((heading) => [
      `${textOf(heading)} ${textOf(heading.nextElementSibling).slice(0, 12)}`,
    ]),
  ];
};

const checkPaper: Check = async (browser, site) => {
  await browser.resize(1280);
  for (const path of [COMPARISON, 'registries/docker-hub/', 'registries/where-images-are-stored/']) {
    await browser.open(site + path);
    const texts = await browser.evaluate(textsToKeep);
    const { sheets, cutWords } = readPaper(await browser.print());
    assert.deepEqual(cutWords, []);
    const parted = texts.filter((parts) => {
      const normalized = parts.map(normalizeText);
      return !sheets.some((sheet) => normalized.every((part) => sheet.includes(part)));
    });
    assert.deepEqual(parted, []);
  }
};

/**
 * Checks the site in a browser.
 * @param missing why the browser cannot be started on this machine; then all checks are skipped
 * @param start starts the browser with a script that runs before those of each page
 */
export function checkSite(name: string, missing: string | undefined, start: (preload: string) => Promise<Driver>) {
  describe(name, () => {
    let browser: Browser;
    let host: Awaited<ReturnType<typeof serve>>;
    before(async () => {
      if (missing) return;
      host = await serve({ folder: DIST });
      browser = new Browser(await start(PRELOAD));
    }, TIMEOUT);
    after(async () => {
      if (missing) return;
      await browser.close();
      stop(host.server);
    });
    for (const [promise, check] of Object.entries(checks)) {
      test(promise, { skip: missing ?? false, ...TIMEOUT }, (context) =>
        check(browser, host.address, context.after.bind(context)),
      );
    }
    const withoutPaper = missing ?? (hasPdfTools ? false : WITHOUT_PDF_TOOLS);
    test(
      'on paper, rows and figures are whole, and headings stay with their text',
      { skip: withoutPaper, ...TIMEOUT },
      () => checkPaper(browser, host.address, () => {}),
    );
  });
}
