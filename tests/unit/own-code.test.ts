/** The security policy allows no script and no style that came with a text: the build stops, and says where it is. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePagesPortable } from '../../src/pipeline/after-astro.ts';
import { BuiltPage, type BuiltSite } from '../../src/pipeline/built-site.ts';

const FILE = 'concepts/x/index.html';

/** Gives a page its policy. @returns the page as it is published */
async function publish(text: string, head = ''): Promise<string> {
  const html = `<!DOCTYPE html><html><head><meta charset="utf-8"><style>p{margin:0}</style><script data-own>own()</script>${head}</head><body><script type="module" src="/_astro/page.js"></script><main>${text}</main></body></html>`;
  const page = new BuiltPage(FILE, html);
  await makePagesPortable({ pages: [page] } as BuiltSite);
  return page.finished;
}

test('the own scripts and styles of a page are in its policy by their hashes, and their marks are not published', async () => {
  const html = await publish(
    '<p>A text on <code>&lt;script></code> and onerror=</p><a href="https://example.org/">x</a>',
  );
  assert.match(html, /script-src 'self' 'sha256-[\w+/]{43}=';style-src 'self' 'sha256-[\w+/]{43}=';/);
  assert.match(html, /<script>own\(\)<\/script>/);
});

const foreign = [
  '<script>alert(1)</script>',
  '<script type="module">alert(1)</script>',
  '<script src="/img/x.js"></script>',
  '<script src="https://example.org/x.js"></script>',
  '<style>main{display:none}</style>',
  '<p style="display:none">x</p>',
  '<img src="/x.png" onerror="alert(1)">',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" JAVA&#9;SCRIPT:alert(1)">x</a>',
  '<iframe srcdoc="<p>x"></iframe>',
];
const places = [
  (code: string) => `<p>Text ${code}</p>`,
  (code: string) => `</main>${code}<main>`,
  (code: string) => `<svg>${code}</svg>`,
  (code: string) => `<template>${code}</template>`,
];
for (const code of foreign) {
  test(`${code} in a page stops the build, wherever it stands`, async () => {
    for (const place of places) {
      await assert.rejects(publish(place(code)), ({ message }: Error) => {
        assert.match(message, /concepts\/x\/index\.html contains a script or style that doesn't belong to the site/);
        assert.ok(message.includes(code), message);
        return true;
      });
    }
  });
}

test('a script without a mark stops the build in the head of a page too', async () => {
  await assert.rejects(publish('', '<script>alert(1)</script>'), { message: /<script>alert\(1\)/ });
});
