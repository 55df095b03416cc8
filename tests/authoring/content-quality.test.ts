/** Nothing stands in content/ that no page shows, and no page teaches without sources. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readContent } from '../../src/authoring/content.ts';
import { GLOSSARY_PAGE } from '../../src/kinds/term/schema.ts';
import { pageSources } from '../../src/sources/page-sources.ts';
import { cellFact } from '../../src/kinds/table/schema.ts';

const content = readContent('.');
const data = {
  facts: new Map(content.facts.flatMap(({ data }) => Object.entries(data))),
  errors: new Map(Object.entries(content.errors!.data)),
  misconceptions: new Map(Object.entries(content.misconceptions!.data)),
  statements: new Map(Object.entries(content.statements!.data)),
  tables: new Map([...content.tables].map(([name, { data }]) => [name, data])),
  terms: new Map(Object.entries(content.terms!.data)),
};
const sources = content.sources!.data;
const cited = new Map(
  content.pages.map(({ frontmatter, components }) => [
    frontmatter.slug,
    pageSources(frontmatter.slug, components, data),
  ]),
);
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
  const unused = Object.entries(sources).filter(([id, { linkOnly }]) => !linkOnly && !all.has(id));
  assert.deepEqual(
    unused.map(([id]) => id),
    [],
  );
});

test('no website that is only linked is cited', () => {
  const wrong = [...new Set([...cited.values()].flat())].filter((id) => sources[id]?.linkOnly);
  assert.deepEqual(wrong, []);
});

test('every fact is shown in prose or in a table', () => {
  const shown = new Set([
    ...content.pages.flatMap(({ components }) =>
      components.flatMap(({ name, props }) => (name === 'Fact' ? props['id'] : [])),
    ),
    ...[...data.tables.values()].flatMap(({ rows }) => rows.flatMap(({ cells }) => Object.values(cells).map(cellFact))),
  ]);
  assert.deepEqual(
    [...data.facts.keys()].filter((id) => !shown.has(id)),
    [],
  );
});

test('every term is used on a page, or explains another term', () => {
  const used = new Set([
    ...content.pages.flatMap(({ components }) =>
      components.flatMap(({ name, props }) => (name === 'Term' ? props['id'] : [])),
    ),
    ...[...data.terms.values()].flatMap(({ seeAlso = [] }) => seeAlso),
  ]);
  assert.deepEqual(
    [...data.terms.keys()].filter((id) => !used.has(id)),
    [],
  );
});

test('a term is linked where a page first uses it, once', () => {
  for (const { file, frontmatter, components } of content.pages) {
    if (frontmatter.slug === GLOSSARY_PAGE) continue;
    const terms = components.flatMap(({ name, props }) => (name === 'Term' ? props['id']! : []));
    assert.deepEqual(
      terms.filter((id, index) => terms.indexOf(id) < index),
      [],
      file,
    );
  }
});

test('the glossary has at least 60 terms, each defined in one sentence', () => {
  assert.ok(data.terms.size >= 60, `${data.terms.size} terms`);
  for (const [id, { definition }] of data.terms) {
    const sentences = definition.replace(/\b(e\.g|i\.e|vs|Inc)\./g, '').match(/[.!?](\s|$)/g) ?? [];
    assert.equal(sentences.length, 1, `${id}: ${definition}`);
  }
});

test('every figure is shown', () => {
  const shown = content.pages.flatMap(({ components }) =>
    components.filter(({ name }) => name === 'Figure').map(({ props }) => props['name']),
  );
  assert.deepEqual(
    content.figures.filter((name) => !shown.includes(name)),
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
