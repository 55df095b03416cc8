import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citeAsMarkdown, citeAsText } from '../../src/links/citation.ts';
import { vanishedAddresses } from '../../src/links/manifest.ts';
import { similarPaths, uniqueMatch } from '../../src/links/similar-paths.ts';
import { currentAddress } from '../../src/model/redirects.ts';

const paths = [
  '',
  'search/',
  'concepts/what-is-docker/',
  'concepts/docker-vs-virtual-machines/',
  'registries/docker-hub/',
];

test('addresses that copying and typing broke are uniqueMatch', () => {
  for (const asked of [
    'concepts/what-is-docker%20',
    'concepts/what-is-docker/%20',
    'concepts//what-is-docker/',
    'conceptswhat-is-docker/',
    'Concepts/What-Is-Docker/',
    'concepts/what-is-docker.html',
    'concepts/what-is-docker/index.html',
    'concepts/what-is-docker).',
    'concepts/whatisdocker',
  ]) {
    assert.equal(uniqueMatch(asked, paths), 'concepts/what-is-docker/', asked);
  }
  assert.equal(uniqueMatch('index.html', paths), '');
  assert.equal(uniqueMatch('nowhere/', paths), undefined);
  assert.equal(uniqueMatch('日本語/', paths), undefined);
  assert.equal(uniqueMatch('...', paths), undefined);
  assert.equal(uniqueMatch('', paths), '');
  assert.equal(uniqueMatch('%E0%A4%A', paths), undefined);
});

test('an old address is known by where its place stands now', () => {
  const redirects = {
    pages: [{ from: '/old/', to: '/new/' }],
    places: [{ from: '/old/#part', to: '/other/#part' }],
  };
  assert.equal(currentAddress('/old/', redirects), '/new/');
  assert.equal(currentAddress('/old/#rest', redirects), '/new/#rest', 'it moved with its page');
  assert.equal(currentAddress('/old/#part', redirects), '/other/#part', 'it moved elsewhere');
  assert.equal(currentAddress('/new/#rest', redirects), '/new/#rest');
});

test('the nearest pages come first, and nothing far away comes at all', () => {
  assert.equal(similarPaths('concepts/what-is-dokcer/', paths, 3)[0], 'concepts/what-is-docker/');
  assert.equal(similarPaths('docker-hub/', paths, 3)[0], 'registries/docker-hub/');
  assert.deepEqual(similarPaths('xyzzy/', paths, 3), []);
});

const none = { pages: [], places: [], gone: [] };
const published = { '/a/': ['x', 'y'], '/b/': ['z'] };

test('an address vanishes when it is neither there nor spoken of', () => {
  assert.deepEqual(vanishedAddresses(published, published, none), []);
  assert.deepEqual(vanishedAddresses(published, { '/a/': ['x'] }, none), ['/a/#y', '/b/', '/b/#z']);
});

test('the redirect of a page carries its fragments, where they exist', () => {
  const pages = [{ from: '/b/', to: '/c/' }];
  assert.deepEqual(vanishedAddresses(published, { '/a/': ['x', 'y'], '/c/': ['z'] }, { ...none, pages }), []);
  assert.deepEqual(vanishedAddresses(published, { '/a/': ['x', 'y'], '/c/': [] }, { ...none, pages }), ['/b/#z']);
  const places = [{ from: '/c/#z', to: '/a/#x' }];
  assert.deepEqual(vanishedAddresses(published, { '/a/': ['x', 'y'], '/c/': [] }, { ...none, pages, places }), []);
});

test('a tombstone speaks for what it names, and that of a page for all on it', () => {
  const gone = [
    { from: '/b/', why: 'w' },
    { from: '/a/#y', why: 'w' },
  ];
  assert.deepEqual(vanishedAddresses(published, { '/a/': ['x'] }, { ...none, gone }), []);
});

const cited = {
  names: ['Portability', 'What Docker offers', 'Docker Basics'],
  url: 'https://example.org/#a',
  reviewed: '2026-11-24',
};
test('a citation names the place, the table, the page and the site', () => {
  assert.equal(
    citeAsText(cited),
    '“Portability”, “What Docker offers”, Docker Basics. Reviewed 2026-11-24. https://example.org/#a',
  );
  assert.equal(
    citeAsMarkdown(cited),
    '[Portability](https://example.org/#a), What Docker offers, Docker Basics. Reviewed 2026-11-24.',
  );
  assert.match(citeAsMarkdown({ ...cited, names: ['a [b] `c`', 'd'] }), /^\[a \\\[b\\\] \\`c\\`\]\(/);
});
