import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits, elementsOf } from '../../src/pipeline/html.ts';
import { relativeUrls, pathToRoot, relativeUrl } from '../../src/pipeline/relative-urls.ts';

const rewritten = (html: string, file: string) => applyEdits(html, relativeUrls(elementsOf(html), file));

test('the way from a page to the root', () => {
  assert.equal(pathToRoot('index.html'), './');
  assert.equal(pathToRoot('search/index.html'), '../');
  assert.equal(pathToRoot('concepts/what-is-docker/index.html'), '../../');
});

test('the way from a page to an address is the shortest', () => {
  const from = (file: string) => (address: string) => relativeUrl(address, file);
  const cases = {
    '/': '../../',
    '/a/': '../',
    '/a/b/': './',
    '/a/c/': '../c/',
    '/a/b/c/': './c/',
    '/d/b/': '../../d/b/',
  };
  for (const [address, way] of Object.entries(cases)) assert.equal(from('a/b/index.html')(address), way, address);
  assert.equal(from('a/b/index.html')('/a/b/index.md'), './index.md');
  assert.equal(from('a/b/index.html')('/a/b.svg'), '../b.svg');
  assert.equal(from('a/b/index.html')('/a/b/?q=1#row'), './?q=1#row');
  assert.equal(from('a/b/index.html')('/a/b/#row'), '#row', 'a place on the page itself');
  assert.equal(from('index.html')('/#row'), '#row');
  assert.equal(from('index.html')('/a/#row'), './a/#row');
});

test('addresses from the root become relative, all else keeps its bytes', () => {
  const html = `<!doctype html><html lang=en><head><link rel=icon href=/favicon.svg></head>
<body  class='a'><a href="/concepts/x/?q=1&amp;r=2#row">x</a><img src='/a.png' srcset="/a.png 1x, /b.png 2x" alt="/not/an/address">
<a href="//other.example/">y</a><a href="https://example.org/">z</a><a href="#here">h</a><!-- href="/comment/" --><script>const a = '/in/script/';</script></body></html>`;
  assert.equal(
    rewritten(html, 'registries/hub/index.html'),
    `<!doctype html><html lang=en data-root="../../"><head><link rel=icon href="../../favicon.svg"></head>
<body  class='a'><a href="../../concepts/x/?q=1&amp;r=2#row">x</a><img src="../../a.png" srcset="../../a.png 1x, ../../b.png 2x" alt="/not/an/address">
<a href="//other.example/">y</a><a href="https://example.org/">z</a><a href="#here">h</a><!-- href="/comment/" --><script>const a = '/in/script/';</script></body></html>`,
  );
});

test('the start page links itself as ./', () => {
  assert.equal(
    rewritten('<html><a href="/">x</a></html>', 'index.html'),
    '<html data-root="./"><a href="./">x</a></html>',
  );
});
