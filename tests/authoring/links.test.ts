/** The promise about links: what was published is never lost without a word, whatever an author does. */
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
  for (const part of ['content', 'links.lock.json']) project.restore(part);
});

// The last row of a table, to which no other page links: that would be a mistake of its own.
const TABLE = 'content/tables/clean-up.yaml';
const PAGE = 'content/registries/docker-hub.mdx';
const ROW = '/practice/clean-up/#clean-up-system-prune-volumes';
/** The search must not look for it either: that would be a mistake of its own, too. */
const forget = (address: string) =>
  project.write(
    'content/phrases.yaml',
    project.read('content/phrases.yaml').replace(new RegExp(`^${address}:\\n( {2}- .*\\n)+`, 'm'), ''),
  );
/** Where the page at a path leads on. */
const successorOf = (path: string) => {
  const [, href = ''] = /<a id="successor" href="([^"]*)"/.exec(project.read(`dist${path}index.html`)) ?? [];
  return new URL(href, `https://site.invalid${path}`).pathname;
};
const removeRow = () => {
  project.replace(TABLE, /\n {2}- id: (system-)?prune-(with-)?volumes[\s\S]*$/, '\n');
  forget(ROW);
};

test('rewording every heading moves nothing', () => {
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

test('a row that was deleted fails the build, and the message says what to do', () => {
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

test('an id that was changed is named as what was probably meant', () => {
  project.replace(PAGE, '{#pull-limits-obsolete}', '{#pull-limits-obsolet}');
  forget('/registries/docker-hub/#pull-limits-obsolete');
  const { output } = project.build();
  assert.match(output, /#pull-limits-obsolete\n[\s\S]*Did you mean "pull-limits-obsolet"\?/);
});

test('a successor or a tombstone lets the build pass', () => {
  project.replace(TABLE, 'id: system-prune-volumes', 'id: prune-with-volumes');
  forget(ROW);
  project.redirect('places', `{ from: "${ROW}", to: "/practice/clean-up/#clean-up-prune-with-volumes" }`);
  assert.equal(project.build().status, 0);
  const embed = '/embed/tables/clean-up/system-prune-volumes/';
  assert.equal(successorOf(embed), '/embed/tables/clean-up/prune-with-volumes/');

  project.restore('content/redirects.yaml');
  removeRow();
  project.redirect('gone', `{ from: "${ROW}", why: "The row said too little." }`);
  assert.equal(project.build().status, 0);
  assert.match(project.read(`dist${embed}index.html`), /The row said too little\./);
});

test('a page that was moved keeps every address on it', () => {
  project.replace(PAGE, /^slug:.*$/m, 'slug: registries/hub');
  for (const file of ['content/navigation.yaml'])
    project.replace(file, '- registries/docker-hub\n', '- registries/hub\n');
  const moved = /\bregistries\/docker-hub\b(?!-vs)/g;
  for (const file of project.contentFiles()) {
    const text = project.read(file);
    if (moved.test(text)) project.write(file, text.replace(moved, 'registries/hub'));
  }
  const without = project.build();
  assert.notEqual(without.status, 0);
  assert.match(without.output, /\/registries\/docker-hub\/\n\s+It was a page, with \d+ places that can be linked/);
  assert.match(without.output, /^1 published address leads nowhere now/m);

  project.redirect('pages', '{ from: /registries/docker-hub/, to: /registries/hub/ }');
  const { status, output } = project.build();
  assert.equal(status, 0, output);
  assert.match(project.read('dist/_redirects'), /^\/registries\/docker-hub\/ \/registries\/hub\/ 301$/m);
  assert.equal(successorOf('/registries/docker-hub/'), '/registries/hub/');
});

const mistakes: [name: string, list: 'pages' | 'places' | 'gone', entry: string, says: RegExp][] = [
  [
    'a redirect to nowhere',
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
    'a chain',
    'pages',
    '{ from: /a/, to: /b/ }\n  - { from: /b/, to: /registries/docker-hub/ }',
    /"\/a\/" leads to "\/b\/", which is redirected itself\.[\s\S]*→ Lead straight to "\/registries\/docker-hub\/"/,
  ],
  ['a loop', 'pages', '{ from: /a/, to: /b/ }\n  - { from: /b/, to: /a/ }', /"\/a\/" leads back to itself/],
  [
    'a redirect of what exists',
    'pages',
    '{ from: /registries/docker-hub/, to: /registries/amazon-ecr/ }',
    /"\/registries\/docker-hub\/" exists: it cannot be redirected/,
  ],
  [
    'a # in what a server redirects',
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
for (const [name, list, entry, says] of mistakes) {
  test(name, () => {
    project.redirect(list, entry);
    const message = formatProblems(validateContent(project.root)); // which stops a build, see build.test.ts
    assert.match(message, says);
    assert.match(message, /content\/redirects\.yaml:\d+/);
  });
}

test('accepting adds what is new, and never removes', () => {
  project.replace(PAGE, '## Names {#namespaces}', '## A new heading {#brand-new}\n\nText.\n\n## Names {#namespaces}');
  const before = project.read('links.lock.json');
  const { status, output } = project.run(['scripts/links-accept.ts']);
  assert.equal(status, 0, output);
  assert.match(output, /1 address was added to links\.lock\.json/);
  const after = JSON.parse(project.read('links.lock.json')) as Manifest;
  assert.deepEqual(
    addressList(after).filter((address) => !addressList(JSON.parse(before)).includes(address)),
    ['/registries/docker-hub/#brand-new'],
  );

  removeRow();
  assert.notEqual(project.run(['scripts/links-accept.ts']).status, 0, 'what has vanished is not accepted away');
  assert.ok(project.read('links.lock.json').includes('clean-up-system-prune-volumes'));
});
