/** The promise about links: whatever an author changes, no published address disappears unnoticed. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, beforeEach, test } from 'node:test';
import { formatProblems } from '../../src/model/problems.ts';
import { validateContent } from '../../src/checks/validate.ts';
import { addressList, type Manifest } from '../../src/links/manifest.ts';
import { ProjectCopy } from '../project-copy.ts';

const project = new ProjectCopy();
after(project.remove);
beforeEach(() => {
  for (const path of ['content', 'links.lock.json']) project.restore(path);
});

const PAGE = 'content/registries/docker-hub.mdx';
const TABLE = 'content/tables/clean-up.yaml';
/** The last row of the table. No page links it, because a broken link would be another mistake. */
const ROW = '/practice/clean-up/#clean-up-system-prune-volumes';

/** Removes the phrases of an address, because phrases of an address that does not exist would be another mistake. */
const removePhrases = (address: string) =>
  project.write(
    'content/phrases.yaml',
    project.read('content/phrases.yaml').replace(new RegExp(`^${address}:\\n( {2}- .*\\n)+`, 'm'), ''),
  );
const removeRow = () => {
  project.replace(TABLE, /\n {2}- id: (system-)?prune-(with-)?volumes[\s\S]*$/, '\n');
  removePhrases(ROW);
};

/** The path to which the notice at the old path of a page leads. */
const successorOf = (path: string) => {
  const [, href = ''] = /<a id="successor" href="([^"]*)"/.exec(project.read(`dist${path}index.html`)) ?? [];
  return new URL(href, `https://site.invalid${path}`).pathname;
};

test('rewording every heading changes no address', () => {
  const published = addressList(JSON.parse(readFileSync('links.lock.json', 'utf8')) as Manifest);
  let reworded = 0;
  for (const page of ['concepts/what-is-docker', 'registries/docker-hub', 'registries/amazon-ecr']) {
    const text = project.read(`content/${page}.mdx`);
    project.write(
      `content/${page}.mdx`,
      text.replace(/^(#{2,4}) .* (\{#[a-z0-9-]+\})$/gm, (_, marks, id) => `${marks} Reworded ${++reworded} ${id}`),
    );
  }
  assert.ok(reworded > 15);
  const { status, output } = project.build();
  assert.equal(status, 0, output);
  assert.ok(published.length > 100);
});

test('deleting a row stops the build with a message that says what to do', () => {
  removeRow();
  const { status, output } = project.build();
  assert.notEqual(status, 0);
  assert.match(output, /1 published address leads nowhere now/);
  assert.ok(output.includes(ROW));
  assert.match(output, /It stood on the page "Clean up"/);
  assert.match(output, /1\. Bring it back/);
  assert.match(output, /2\. Name its successor in content\/redirects\.yaml, under "places":/);
  assert.match(output, /3\. Leave a tombstone there that says why it went, under "gone":/);
  assert.ok(output.includes(`- { from: '${ROW}', to: '…' }`));
  assert.doesNotMatch(output, /\bat .*\.ts:\d+/, 'no stack trace');
});

test('changing an id stops the build with a message that suggests the new id', () => {
  project.replace(PAGE, '{#pull-limits-obsolete}', '{#pull-limits-obsolet}');
  removePhrases('/registries/docker-hub/#pull-limits-obsolete');
  const { output } = project.build();
  assert.match(output, /#pull-limits-obsolete\n[\s\S]*Did you mean "pull-limits-obsolet"\?/);
});

test('a successor or a tombstone lets the build pass', () => {
  project.replace(TABLE, 'id: system-prune-volumes', 'id: prune-with-volumes');
  removePhrases(ROW);
  project.addRedirect('places', `{ from: "${ROW}", to: "/practice/clean-up/#clean-up-prune-with-volumes" }`);
  assert.equal(project.build().status, 0);
  const embed = '/embed/tables/clean-up/system-prune-volumes/';
  assert.equal(successorOf(embed), '/embed/tables/clean-up/prune-with-volumes/');

  project.restore('content/redirects.yaml');
  removeRow();
  project.addRedirect('gone', `{ from: "${ROW}", why: "The row said too little." }`);
  assert.equal(project.build().status, 0);
  assert.match(project.read(`dist${embed}index.html`), /The row said too little\./);
});

test('moving a page stops the build until one redirect keeps every address on the page', () => {
  project.replace(PAGE, /^slug:.*$/m, 'slug: registries/hub');
  project.replace('content/navigation.yaml', '- registries/docker-hub\n', '- registries/hub\n');
  const oldSlug = /\bregistries\/docker-hub\b(?!-vs)/g;
  for (const file of project.contentFiles()) {
    const text = project.read(file);
    if (oldSlug.test(text)) project.write(file, text.replace(oldSlug, 'registries/hub'));
  }
  const withoutRedirect = project.build();
  assert.notEqual(withoutRedirect.status, 0);
  assert.match(
    withoutRedirect.output,
    /\/registries\/docker-hub\/\n\s+It was a page, with \d+ places that can be linked/,
  );
  assert.match(withoutRedirect.output, /^1 published address leads nowhere now/m);

  project.addRedirect('pages', '{ from: /registries/docker-hub/, to: /registries/hub/ }');
  const { status, output } = project.build();
  assert.equal(status, 0, output);
  assert.match(project.read('dist/_redirects'), /^\/registries\/docker-hub\/ \/registries\/hub\/ 301$/m);
  assert.equal(successorOf('/registries/docker-hub/'), '/registries/hub/');
});

const mistakes: [name: string, list: 'pages' | 'places' | 'gone', entry: string, message: RegExp][] = [
  [
    'a redirect to a place that does not exist',
    'places',
    '{ from: "/registries/docker-hub/#old", to: "/registries/docker-hub/#pull-limit" }',
    /leads to "\/registries\/docker-hub\/#pull-limit", which does not exist\. Did you mean "pull-limits"\?/,
  ],
  [
    'a redirect to a page that does not exist',
    'pages',
    '{ from: /old/, to: /registries/docker-hubb/ }',
    /leads to "\/registries\/docker-hubb\/", which does not exist\. Did you mean "\/registries\/docker-hub\/"\?/,
  ],
  [
    'a chain of redirects',
    'pages',
    '{ from: /a/, to: /b/ }\n  - { from: /b/, to: /registries/docker-hub/ }',
    /"\/a\/" leads to "\/b\/", which is redirected itself\.[\s\S]*→ Lead straight to "\/registries\/docker-hub\/"/,
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
    '{ from: /registries/docker-hub/, to: /registries/amazon-ecr/ }',
    /"\/registries\/docker-hub\/" exists: it cannot be redirected/,
  ],
  [
    'a fragment in the redirect of a page',
    'pages',
    '{ from: "/old/#place", to: /registries/docker-hub/ }',
    /from" must be the path of a page, with a slash at both ends and no "#": a server never sees what follows one/,
  ],
  [
    'two redirects of one address',
    'pages',
    '{ from: /a/, to: /registries/docker-hub/ }\n  - { from: /a/, to: /search/ }',
    /"\/a\/" stands here twice/,
  ],
];
for (const [name, list, entry, message] of mistakes) {
  test(`the validation reports ${name}`, () => {
    project.addRedirect(list, entry);
    const output = formatProblems(validateContent(project.root));
    assert.match(output, message);
    assert.match(output, /content\/redirects\.yaml:\d+/);
  });
}

test('accepting adds new addresses to the manifest, and never removes one', () => {
  project.replace(PAGE, '## Names {#namespaces}', '## A new heading {#brand-new}\n\nText.\n\n## Names {#namespaces}');
  const before = project.read('links.lock.json');
  const { status, output } = project.runNode(['scripts/links-accept.ts']);
  assert.equal(status, 0, output);
  assert.match(output, /1 address was added to links\.lock\.json/);
  const after = JSON.parse(project.read('links.lock.json')) as Manifest;
  assert.deepEqual(
    addressList(after).filter((address) => !addressList(JSON.parse(before)).includes(address)),
    ['/registries/docker-hub/#brand-new'],
  );

  removeRow();
  assert.notEqual(project.runNode(['scripts/links-accept.ts']).status, 0, 'a vanished address cannot be accepted');
  assert.ok(project.read('links.lock.json').includes('clean-up-system-prune-volumes'));
});
