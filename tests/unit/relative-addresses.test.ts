import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits, elementsOf } from '../../src/postbuild/html.ts';
import { relativeAddresses, rootOf } from '../../src/postbuild/relative-addresses.ts';

const rewritten = (html: string, root: string) => applyEdits(html, relativeAddresses(elementsOf(html), root));

test('the way from a page to the root', () => {
  assert.equal(rootOf('index.html'), './');
  assert.equal(rootOf('search/index.html'), '../');
  assert.equal(rootOf('concepts/what-is-docker/index.html'), '../../');
});

test('addresses from the root become relative, all else keeps its bytes', () => {
  const html = `<!doctype html><html lang=en><head><link rel=icon href=/favicon.svg></head>
<body  class='a'><a href="/concepts/x/?q=1&amp;r=2#row">x</a><img src='/a.png' srcset="/a.png 1x, /b.png 2x" alt="/not/an/address">
<a href="//other.example/">y</a><a href="https://example.org/">z</a><a href="#here">h</a><!-- href="/comment/" --><script>const a = '/in/script/';</script></body></html>`;
  assert.equal(
    rewritten(html, '../../'),
    `<!doctype html><html lang=en data-root="../../"><head><link rel=icon href="../../favicon.svg"></head>
<body  class='a'><a href="../../concepts/x/?q=1&amp;r=2#row">x</a><img src="../../a.png" srcset="../../a.png 1x, ../../b.png 2x" alt="/not/an/address">
<a href="//other.example/">y</a><a href="https://example.org/">z</a><a href="#here">h</a><!-- href="/comment/" --><script>const a = '/in/script/';</script></body></html>`,
  );
});

test('the start page links itself as ./', () => {
  assert.equal(rewritten('<html><a href="/">x</a></html>', './'), '<html data-root="./"><a href="./">x</a></html>');
});
