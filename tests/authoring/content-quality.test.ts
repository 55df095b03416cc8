/** Nothing stands in content/ that no page shows, and no page teaches without sources. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fact } from '../../src/kinds/fact/index.ts';
import { figure } from '../../src/kinds/figure/index.ts';
import { KINDS } from '../../src/kinds/registry.ts';
import { sourcesOn } from '../../src/kinds/shown.ts';
import { table } from '../../src/kinds/table/index.ts';
import { cellFact } from '../../src/kinds/table/schema.ts';
import { term } from '../../src/kinds/term/index.ts';
import { GLOSSARY_PAGE } from '../../src/kinds/term/index.ts';
import { readContent } from '../../src/model/read.ts';
import { source } from '../../src/kinds/source/index.ts';

const content = readContent('.', KINDS);
const [facts, sources, tables, terms] = [
  content.byId(fact),
  content.byId(source),
  content.byId(table),
  content.byId(term),
];
const cited = new Map(content.pages.map((page) => [page.slug, sourcesOn(page, content)]));
/** Pages that only lead to others or repeat them, and one on this site itself. */
const LISTS = [
  'data',
  'search',
  'learn',
  'reference/facts',
  'reference/sources',
  'teach/handout',
  'teach/lesson-45',
  'teach/lesson-90',
  'teach/questions',
];

test('every page but the lists of pages has sources', () => {
  const without = [...cited].filter(([slug, ids]) => !LISTS.includes(slug) && ids.length === 0);
  assert.deepEqual(without, []);
});

test('every source is cited', () => {
  const all = new Set([...cited.values()].flat());
  const unused = [...sources].filter(([id, { linkOnly }]) => !linkOnly && !all.has(id));
  assert.deepEqual(
    unused.map(([id]) => id),
    [],
  );
});

test('no website that is only linked is cited', () => {
  const wrong = [...new Set([...cited.values()].flat())].filter((id) => sources.get(id)?.linkOnly);
  assert.deepEqual(wrong, []);
});

test('every fact is shown in prose or in a table', () => {
  const shown = new Set([
    ...content.pages.flatMap(({ components }) =>
      components.flatMap(({ name, props }) => (name === 'Fact' ? props['id'] : [])),
    ),
    ...[...tables.values()].flatMap(({ rows }) => rows.flatMap(({ cells }) => Object.values(cells).map(cellFact))),
  ]);
  assert.deepEqual(
    [...facts.keys()].filter((id) => !shown.has(id)),
    [],
  );
});

test('every term is used on a page, or explains another term', () => {
  const used = new Set([
    ...content.pages.flatMap(({ components }) =>
      components.flatMap(({ name, props }) => (name === 'Term' ? props['id'] : [])),
    ),
    ...[...terms.values()].flatMap(({ seeAlso = [] }) => seeAlso),
  ]);
  assert.deepEqual(
    [...terms.keys()].filter((id) => !used.has(id)),
    [],
  );
});

test('a term is linked where a page first uses it, once', () => {
  for (const { file, frontmatter, components } of content.pages) {
    if (frontmatter.slug === GLOSSARY_PAGE) continue;
    const linked = components.flatMap(({ name, props }) => (name === 'Term' ? props['id']! : []));
    assert.deepEqual(
      linked.filter((id, index) => linked.indexOf(id) < index),
      [],
      file,
    );
  }
});

test('the glossary has at least 60 terms, each defined in one sentence', () => {
  assert.ok(terms.size >= 60, `${terms.size} terms`);
  for (const [id, { definition }] of terms) {
    const sentences = definition.replace(/\b(e\.g|i\.e|vs|Inc)\./g, '').match(/[.!?](\s|$)/g) ?? [];
    assert.equal(sentences.length, 1, `${id}: ${definition}`);
  }
});

test('every figure is shown', () => {
  const shown = content.pages.flatMap(({ components }) =>
    components.filter(({ name }) => name === 'Figure').map(({ props }) => props['name']),
  );
  assert.deepEqual(
    [...content.byId(figure).keys()].filter((name) => !shown.includes(name)),
    [],
  );
});

test('the paths of /learn/ say how many pages and minutes they are', () => {
  const words = ['Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
  const minutesOf = new Map(content.pages.map(({ frontmatter }) => [frontmatter.slug, frontmatter.minutes ?? 0]));
  const sections = readFileSync('content/learn/index.mdx', 'utf8').split(/^## /m).slice(1);
  const paths = sections.filter((section) => /^1\. /m.test(section));
  assert.equal(paths.length, 3);
  for (const section of paths) {
    const pages = [...section.matchAll(/^\d+\. \[[^\]]+\]\(\/([^)#]+)\/\)/gm)].map(([, slug]) => slug!);
    const minutes = pages.reduce((sum, slug) => sum + minutesOf.get(slug)!, 0);
    assert.ok(
      section.includes(`${words[pages.length - 5]} pages, ${minutes} minutes.`),
      `${section.split('\n')[0]}: ${pages.length} pages, ${minutes} minutes`,
    );
  }
});
