/** The promise about links: whatever an author changes, no published address disappears unnoticed. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test, type TestContext } from 'node:test';
import { formatProblems } from '../../src/model/problems.ts';
import { validateContent } from '../../src/checks/validate.ts';
import { addressList, type Manifest } from '../../src/links/manifest.ts';
import { movedPage, readChangedFile, readChangedRecord, REWORDED_PAGES } from '../changed-site.ts';
import { SmallSite } from '../small-site.ts';

function smallSite(t: TestContext): SmallSite {
  const project = new SmallSite();
  t.after(project.remove);
  return project;
}

/** The path to which the notice at the old path of a page leads. */
const successorOf = (path: string) => {
  const [, href = ''] = /<a id="successor" href="([^"]*)"/.exec(readChangedFile(`${path}index.html`)) ?? [];
  return new URL(href, `https://site.invalid${path}`).pathname;
};

test('rewording every heading changes no address', () => {
  const published = addressList(JSON.parse(readFileSync('links.lock.json', 'utf8')) as Manifest);
  let headings = 0;
  for (const page of REWORDED_PAGES) {
    const html = readChangedFile(`${page}/index.html`);
    for (const address of published.filter((address) => address.startsWith(`/${page}/#`))) {
      assert.ok(html.includes(` id="${address.split('#')[1]!}"`), address);
    }
    headings += html.match(/<h[234] id="[^"]+">Reworded</g)?.length ?? 0;
  }
  assert.ok(headings > 15);
});

test('a row that was renamed leads to its successor, also in its embed', () => {
  const notice = readChangedFile('practice/clean-up/index.html');
  assert.match(notice, /id="clean-up-prune-with-volumes"/);
  assert.equal(
    successorOf('/embed/tables/clean-up/system-prune-volumes/'),
    '/embed/tables/clean-up/prune-with-volumes/',
  );
});

test('a row that has gone leaves a tombstone, also in its embed', () => {
  assert.match(readChangedFile('embed/tables/exit-codes/125/index.html'), /The row said too little\./);
  assert.match(
    readChangedFile('practice/troubleshooting/index.html'),
    /id="exit-codes-125"[\s\S]*The row said too little\./,
  );
});

test('one redirect keeps every address on a page that has moved', () => {
  const { from, to } = movedPage();
  assert.match(readChangedFile('_redirects'), new RegExp(`^/${from}/ /${to}/ 301$`, 'm'));
  assert.equal(successorOf(`/${from}/`), `/${to}/`);
  assert.match(readChangedFile(`${from}/index.html`), /<meta name="robots" content="noindex">/);
});

test('addresses that have vanished stop the build and are not forgotten, with a message that says what to do', (t) => {
  const project = smallSite(t);
  const row = '/wombats/#wombats-claws';
  const manifest = JSON.stringify({
    '/burrows/': ['map'],
    '/search/': ['pages', 'terms'],
    '/wombats/': ['check-yourself', 'window', 'words', 'wombats', 'wombats-claws'],
  });
  project.write('links.lock.json', manifest);
  project.replace('content/tables/wombats.yaml', 'id: claws', 'id: teeth');
  project.replace('content/wombats.mdx', '{#check-yourself}', '{#check-yourselv}');
  project.replace('content/search.mdx', 'slug: search', 'slug: find');
  project.replace('content/navigation.yaml', 'elsewhere: [search]', 'elsewhere: [find]');
  project.replace('content/redirects.yaml', 'pages:', 'pages: [{ from: /burrows/, to: /wombats/ }]');
  const { status, output } = project.runNode(['scripts/links-accept.ts']);
  assert.notEqual(status, 0, 'a vanished address cannot be accepted');
  assert.equal(project.read('links.lock.json'), manifest);
  assert.match(output, /5 published addresses no longer lead anywhere/);

  assert.ok(output.includes(row));
  assert.match(output, /It was on the page "Wombats"/);
  assert.match(output, /It was on the page \/burrows\/, which has moved to \/wombats\/, where it is missing\./);
  assert.match(output, /#check-yourself\n[\s\S]*Did you mean "\/wombats\/#check-yourselv"\?/);
  assert.match(output, /\/search\/\n\s+It was a page with 2 places that can be linked/);

  assert.match(output, /1\. Bring \w+ back/);
  assert.match(output, /2\. Redirect \w+, in content\/redirects\.yaml under "places":/);
  assert.match(output, /3\. Say why [\w ]+ was removed, in the same file under "gone":/);
  assert.ok(output.includes(`- { from: '${row}', to: '…' }`));
  assert.doesNotMatch(output, /\bat .*\.ts:\d+/, 'no stack trace');
  assert.doesNotMatch(output, /Browser APIs/, 'no hint of Astro about a word of the message');
});

const mistakes: [name: string, list: 'pages' | 'places' | 'gone', entry: string, message: RegExp][] = [
  [
    'a redirect to a place that does not exist',
    'places',
    '{ from: "/wombats/#old", to: "/wombats/#word" }',
    /leads to "\/wombats\/#word", which doesn't exist\. Did you mean "words"\?/,
  ],
  [
    'a redirect to a page that does not exist',
    'pages',
    '{ from: /old/, to: /wombatss/ }',
    /leads to "\/wombatss\/", which doesn't exist\. Did you mean "\/wombats\/"\?/,
  ],
  [
    'a chain of redirects',
    'pages',
    '{ from: /a/, to: /b/ }\n  - { from: /b/, to: /wombats/ }',
    /"\/a\/" leads to "\/b\/", which is itself redirected\.[\s\S]*→ Redirect it straight to "\/wombats\/"/,
  ],
  [
    'a loop of redirects',
    'pages',
    '{ from: /a/, to: /b/ }\n  - { from: /b/, to: /a/ }',
    /"\/a\/" leads back to itself/,
  ],
  [
    'a redirect of a page that exists',
    'pages',
    '{ from: /wombats/, to: /search/ }',
    /"\/wombats\/" still exists, so it can't be redirected/,
  ],
  [
    'a fragment in the redirect of a page',
    'pages',
    '{ from: "/old/#place", to: /wombats/ }',
    /"from" of entry 1 of "pages" must be the path of a page with a slash at both ends; an address with "#" belongs under "places:"/,
  ],
  [
    'a page in the redirect of a place',
    'places',
    '{ from: /old/, to: /wombats/ }',
    /"from" of entry 1 of "places" must be an address on a page.*; the address of a whole page belongs under "pages:"/,
  ],
  [
    'two redirects of one address',
    'pages',
    '{ from: /a/, to: /wombats/ }\n  - { from: /a/, to: /search/ }',
    /"\/a\/" is listed twice/,
  ],
];
for (const [name, list, entry, message] of mistakes) {
  test(`the validation reports ${name}`, (t) => {
    const project = smallSite(t);
    project.addRedirect(list, entry);
    const output = formatProblems(validateContent(project.root));
    assert.match(output, message);
    assert.match(output, /content\/redirects\.yaml:\d+/);
  });
}

test('accepting adds new addresses to the manifest, and keeps all others', () => {
  const [before, after] = [readFileSync('links.lock.json', 'utf8'), readChangedRecord('links.lock.json')].map(
    (json) => new Set(addressList(JSON.parse(json) as Manifest)),
  ) as [Set<string>, Set<string>];
  assert.deepEqual([...before.difference(after)], []);
  const added = [...after.difference(before)];
  for (const address of ['/data/#tips', '/data/#tip-keep-wombats-dry', `/${movedPage().to}/`]) {
    assert.ok(added.includes(address), address);
  }
});
