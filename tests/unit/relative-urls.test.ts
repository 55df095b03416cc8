/** Relative URLs, which let the site work at any path. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits, parseElements } from '../../src/pipeline/html.ts';
import { pathToRoot, relativeUrl, relativeUrls } from '../../src/pipeline/relative-urls.ts';

const rewrite = (html: string, file: string) => applyEdits(html, relativeUrls(parseElements(html), file));

test('pathToRoot leads from a page to the root', () => {
  assert.equal(pathToRoot('index.html'), './');
  assert.equal(pathToRoot('search/index.html'), '../');
  assert.equal(pathToRoot('concepts/what-is-docker/index.html'), '../../');
});

test('relativeUrl gives the shortest URL from a page to an address', () => {
  const expectedUrls = {
    '/': '../../',
    '/a/': '../',
    '/a/b/': './',
    '/a/c/': '../c/',
    '/a/b/c/': './c/',
    '/d/b/': '../../d/b/',
  };
  for (const [address, expected] of Object.entries(expectedUrls)) {
    assert.equal(relativeUrl(address, 'a/b/index.html'), expected, address);
  }
  assert.equal(relativeUrl('/a/b/index.md', 'a/b/index.html'), './index.md');
  assert.equal(relativeUrl('/a/b.svg', 'a/b/index.html'), '../b.svg');
  assert.equal(relativeUrl('/a/b/?q=1#row', 'a/b/index.html'), './?q=1#row');
  assert.equal(relativeUrl('/a/b/#row', 'a/b/index.html'), '#row', 'a fragment on the same page');
  assert.equal(relativeUrl('/#row', 'index.html'), '#row');
  assert.equal(relativeUrl('/a/#row', 'index.html'), './a/#row');
});

test('root-relative URLs become relative, and all other bytes stay', () => {
  const html = `<!doctype html><html lang=en><head><link rel=icon href=/favicon.svg></head>
<body  class='a'><a href="/concepts/x/?q=1&amp;r=2#row">x</a><img src='/a.png' srcset="/a.png 1x, /b.png 2x" alt="/not/an/address">
<a href="//other.example/">y</a><a href="https://example.org/">z</a><a href="#here">h</a><!-- href="/comment/" --><script>const a = '/in/script/';</script></body></html>`;
  assert.equal(
    rewrite(html, 'registries/hub/index.html'),
    `<!doctype html><html lang=en data-root="../../"><head><link rel=icon href="../../favicon.svg"></head>
<body  class='a'><a href="../../concepts/x/?q=1&amp;r=2#row">x</a><img src="../../a.png" srcset="../../a.png 1x, ../../b.png 2x" alt="/not/an/address">
<a href="//other.example/">y</a><a href="https://example.org/">z</a><a href="#here">h</a><!-- href="/comment/" --><script>const a = '/in/script/';</script></body></html>`,
  );
});

test('the start page links itself as "./"', () => {
  assert.equal(
    rewrite('<html><a href="/">x</a></html>', 'index.html'),
    '<html data-root="./"><a href="./">x</a></html>',
  );
});
