/** The logic of links: corrections of broken addresses, redirects, vanished addresses, and citations. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { frameSnippet } from '../../src/kinds/table/embed.ts';
import { citeAsMarkdown, citeAsText } from '../../src/links/citation.ts';
import { vanishedAddresses, vanishedMessage } from '../../src/links/manifest.ts';
import { similarPaths, uniqueMatch } from '../../src/model/similar-paths.ts';
import { currentAddress } from '../../src/model/redirects.ts';

const paths = [
  '',
  'search/',
  'concepts/what-is-docker/',
  'concepts/docker-vs-virtual-machines/',
  'registries/docker-hub/',
];

test('an address that was broken by copying or typing is corrected, if only one page can be meant', () => {
  for (const broken of [
    'concepts/what-is-docker%20',
    'concepts/what-is-docker/%20',
    'concepts//what-is-docker/',
    'conceptswhat-is-docker/',
    'Concepts/What-Is-Docker/',
    'concepts/what-is-docker.html',
    'concepts/what-is-docker/index.html',
    'concepts/what-is-docker).',
    'concepts/what-is-docker**',
    'concepts/what-is-docker…',
    'concepts/whatisdocker',
  ]) {
    assert.equal(uniqueMatch(broken, paths), 'concepts/what-is-docker/', broken);
  }
  assert.equal(uniqueMatch('index.html', paths), '');
  assert.equal(uniqueMatch('nowhere/', paths), undefined);
  assert.equal(uniqueMatch('日本語/', paths), undefined);
  assert.equal(uniqueMatch('...', paths), undefined);
  assert.equal(uniqueMatch('', paths), '');
  assert.equal(uniqueMatch('%E0%A4%A', paths), undefined);
});

test('a path that is misspelled, shortened or reordered leads first to the page that a person would name', () => {
  const lock = JSON.parse(readFileSync('links.lock.json', 'utf8')) as Record<string, string[]>;
  const pages = Object.keys(lock)
    .filter((path) => !path.startsWith('/embed/'))
    .map((path) => path.slice(1));
  const misspelled = readFileSync('tests/misspelled-paths.tsv', 'utf8').trim().split('\n');
  for (const [path = '', page] of misspelled.map((line) => line.split('\t'))) {
    assert.equal(uniqueMatch(path, pages) ?? similarPaths(path, pages, 1)[0], page, path);
  }
  for (const unrelated of ['xyzzy/', 'wp-login.php', 'blog/2019/hello-world/', 'contact/', 'pricing/', '.env', '…']) {
    assert.deepEqual(similarPaths(unrelated, pages, 3), [], unrelated);
  }
});

test('a fragment with a typing error leads to the place that it names, not to one that shares its words', () => {
  const lock = JSON.parse(readFileSync('links.lock.json', 'utf8')) as Record<string, string[]>;
  const misspelled: Record<string, Record<string, string>> = {
    // Rows, headings, facts and questions
    '/concepts/docker-vs-virtual-machines/': {
      'containers-vs-vms-siez': 'containers-vs-vms-size',
      'containers-vs-vms-sise': 'containers-vs-vms-size',
      'containers-vs-vms-sizes': 'containers-vs-vms-size',
      'contianers-vs-vsm-size': 'containers-vs-vms-size',
      'container-vs-vms': 'containers-vs-vms',
      'measured-numbers-overal': 'measured-numbers-overall',
      microvsm: 'microvms',
      niether: 'neither',
      'in-shrot': 'in-short',
      // cut off
      'containers-vs-vms-startup': 'containers-vs-vms-startup-time',
      'containers-vs-vms-perf': 'containers-vs-vms-performance',
    },
    '/concepts/container-lifecycle/': {
      'what-is-lost-exti': 'what-is-lost-exit',
      'what-is-lost-puase': 'what-is-lost-pause',
      'what-is-lost-prume': 'what-is-lost-prune',
      'what-is-lost-volume-mr': 'what-is-lost-volume-rm',
      'restart-policies-newer': 'restart-policies-never',
      'fact-stop-timeuot-linux': 'fact-stop-timeout-linux',
      'question-file-aftr-stop': 'question-file-after-stop',
      'what-is-lsot': 'what-is-lost',
      sotp: 'stop',
      lots: 'lost',
    },
    // Terms
    '/reference/glossary/': {
      digset: 'digest',
      tga: 'tag',
      contianer: 'container',
      regsitry: 'registry',
      hypervsior: 'hypervisor',
      volme: 'volume',
      daemno: 'daemon',
    },
  };
  for (const [page, cases] of Object.entries(misspelled)) {
    for (const [id, meant] of Object.entries(cases)) {
      assert.ok(lock[page]!.includes(meant), meant);
      assert.equal(similarPaths(id, lock[page]!, 1)[0], meant, id);
    }
  }
});

test('a fragment that shares only its first word with others is near to none', () => {
  const ids = [
    'says-ideal-for',
    'question-why-tar',
    'question-same-tag',
    'docker-features',
    'docker-features-portability',
  ];
  for (const id of ['says-foo', 'question-foo', 'question-what']) assert.deepEqual(similarPaths(id, ids, 1), [], id);
  assert.equal(similarPaths('says-idael-fro', ids, 1)[0], 'says-ideal-for', 'two typing errors');
  assert.equal(similarPaths('docker-features-xyz', ids, 1)[0], 'docker-features');
  assert.equal(similarPaths('portability', ids, 1)[0], 'docker-features-portability');
});

test('an old address resolves to the current one', () => {
  const redirects = {
    pages: [{ from: '/old/', to: '/new/' }],
    places: [{ from: '/old/#part', to: '/other/#part' }],
  };
  assert.equal(currentAddress('/old/', redirects), '/new/');
  assert.equal(currentAddress('/old/#rest', redirects), '/new/#rest', 'it moved with its page');
  assert.equal(currentAddress('/old/#part', redirects), '/other/#part', 'it moved elsewhere');
  assert.equal(currentAddress('/new/#rest', redirects), '/new/#rest');
});

test('the nearest pages come first, and distant ones are left out', () => {
  assert.equal(similarPaths('concepts/what-is-dokcer/', paths, 3)[0], 'concepts/what-is-docker/');
  assert.equal(similarPaths('docker-hub/', paths, 3)[0], 'registries/docker-hub/');
  assert.deepEqual(similarPaths('xyzzy/', paths, 3), []);
});

const noRedirects = { pages: [], places: [], gone: [] };
const published = { '/a/': ['x', 'y'], '/b/': ['z'] };

test('an address has vanished if it neither exists nor has a redirect or tombstone', () => {
  assert.deepEqual(vanishedAddresses(published, published, noRedirects), []);
  assert.deepEqual(vanishedAddresses(published, { '/a/': ['x'] }, noRedirects), ['/a/#y', '/b/', '/b/#z']);
});

test('the redirect of a page covers its fragments, if they exist on the new page or are redirected there', () => {
  const pages = [{ from: '/b/', to: '/c/' }];
  assert.deepEqual(vanishedAddresses(published, { '/a/': ['x', 'y'], '/c/': ['z'] }, { ...noRedirects, pages }), []);
  assert.deepEqual(vanishedAddresses(published, { '/a/': ['x', 'y'], '/c/': [] }, { ...noRedirects, pages }), [
    '/b/#z',
  ]);
  const places = [{ from: '/c/#z', to: '/a/#x' }];
  assert.deepEqual(
    vanishedAddresses(published, { '/a/': ['x', 'y'], '/c/': [] }, { ...noRedirects, pages, places }),
    [],
  );
});

test('a tombstone covers its address, and that of a page covers all fragments of the page', () => {
  const gone = [
    { from: '/b/', why: 'w' },
    { from: '/a/#y', why: 'w' },
  ];
  assert.deepEqual(vanishedAddresses(published, { '/a/': ['x'] }, { ...noRedirects, gone }), []);
});

test('the message about a vanished address names the new address that it may have become, ready to paste', () => {
  const old = {
    '/practice/python/': ['files', 'container-prune', 'image-prune', 'question-port'],
    '/practice/push/': ['image-push'],
  };
  const successors = (now: Record<string, string[]>) =>
    [
      ...vanishedMessage(vanishedAddresses(old, now, noRedirects), old, now, {}).matchAll(
        /from: '(\S+)', to: '(\S+)'/g,
      ),
    ].map(([, from, to]) => `${from} → ${to}`);
  const push = { '/practice/push/': ['image-push'] };
  const kept = ['files', 'image-prune', 'question-port'];
  assert.deepEqual(successors({ ...push, '/practice/python/': [...kept, 'prune-containers'] }), [
    '/practice/python/#container-prune → /practice/python/#prune-containers',
  ]);
  assert.deepEqual(
    successors({ ...push, '/practice/python/': kept }),
    ['/practice/python/#container-prune → …'],
    'an address that was there before is only alike',
  );
  assert.deepEqual(
    successors({
      '/practice/push/': ['image-push', 'question-port'],
      '/practice/python/': old['/practice/python/'].slice(0, 3),
    }),
    ['/practice/python/#question-port → /practice/push/#question-port'],
    'a question moves with its page to the quiz of another section',
  );
  assert.deepEqual(successors({ ...push, '/languages/python/': old['/practice/python/'] }), [
    '/practice/python/ → /languages/python/',
  ]);
  assert.deepEqual(successors(push), ['/practice/python/ → …']);
});

test('the HTML of an embed keeps quotation marks in its attributes', () => {
  assert.match(
    frameSnippet('https://example.org/?a&b', 'A "quote" & more', 100),
    /^<iframe src="https:\/\/example\.org\/\?a&amp;b" title="A &quot;quote&quot; &amp; more" /,
  );
});

const citation = {
  names: ['Portability', 'What Docker offers', 'Docker Basics'],
  url: 'https://example.org/#a',
  reviewed: '2026-11-24',
  license: 'CC BY 4.0',
};

test('a citation names the row, the table and the site, and escapes Markdown', () => {
  assert.equal(
    citeAsText(citation),
    '“Portability”, “What Docker offers”, Docker Basics. Reviewed 2026-11-24. CC BY 4.0. https://example.org/#a',
  );
  assert.equal(
    citeAsMarkdown(citation),
    '[Portability](https://example.org/#a), What Docker offers, Docker Basics. Reviewed 2026-11-24. CC BY 4.0.',
  );
  // Wording that is newer than the review has its own date.
  assert.match(citeAsText({ ...citation, changed: '2026-11-30' }), /\. Reviewed 2026-11-24, changed 2026-11-30\. /);
  assert.equal(citeAsMarkdown({ ...citation, changed: '2026-11-23' }), citeAsMarkdown(citation));
  const claim = {
    ...citation,
    names: ['Ends “it runs here”.', 'Docker Basics'],
    isClaim: true,
    note: 'quoted from the original course; verdict: Wrong as worded',
  };
  assert.match(
    citeAsText(claim),
    /^“Ends ‘it runs here’\.” \(quoted from the original course; verdict: Wrong as worded\), Docker Basics\. Reviewed /,
  );
  assert.match(
    citeAsMarkdown(claim),
    /^\[“Ends ‘it runs here’\.”\]\(https:\/\/example\.org\/#a\) \(quoted from the original course; verdict: Wrong as worded\), Docker/,
  );
  assert.match(citeAsMarkdown({ ...citation, names: ['a [b] `c`', 'd'] }), /^\[a \\\[b\\\] \\`c\\`\]\(/);
});
