/** A page shows everything in content/, every page that teaches cites sources, and all words are recorded. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { errorMessage } from '../../src/kinds/error/index.ts';
import { figure } from '../../src/kinds/figure/index.ts';
import { KINDS } from '../../src/kinds/registry.ts';
import { sourcesOn } from '../../src/kinds/shown.ts';
import { question } from '../../src/kinds/question/index.ts';
import { term } from '../../src/kinds/term/index.ts';
import type { Changes } from '../../src/model/changes.ts';
import { readContent } from '../../src/model/read.ts';
import { source } from '../../src/kinds/source/index.ts';

const content = readContent('.', KINDS);
const [errors, sources, terms] = [content.byId(errorMessage), content.byId(source), content.byId(term)];
const sourceIdsBySlug = new Map(content.pages.map((page) => [page.slug, sourcesOn(page, content)]));
const citedSourceIds = new Set([...sourceIdsBySlug.values()].flat());

/** Pages that repeat other pages, and the page about the data of this site. */
const PAGES_WITHOUT_SOURCES = [
  'data',
  'search',
  'learn',
  'learn/concepts-quiz',
  'learn/registries-quiz',
  'learn/practice-quiz',
  'reference/facts',
  'reference/sources',
  'reference/trials',
  'reference/error-trials',
  'teach/changes',
  'teach/check',
  'teach/handout',
  'teach/lesson-45',
  'teach/lesson-90',
  'teach/questions',
];

/** The values of an attribute of a component, on all pages. */
const attributeValues = (component: string, attribute: string) =>
  content.pages.flatMap(({ components }) =>
    components.flatMap(({ name, props }) => (name === component ? props[attribute] : [])),
  );

test('every page has sources, except lists of pages', () => {
  const unsourced = content.pages.filter(
    ({ slug, components }) =>
      !PAGES_WITHOUT_SOURCES.includes(slug) &&
      !components.some(({ name }) => name === 'SectionList') &&
      sourceIdsBySlug.get(slug)!.length === 0,
  );
  assert.deepEqual(
    unsourced.map(({ file }) => file),
    [],
    'Cite a source on these pages: <Cite id="…" />',
  );
});

test('every source is cited', () => {
  const unused = [...sources].filter(([id, { linkOnly }]) => !linkOnly && !citedSourceIds.has(id));
  assert.deepEqual(
    unused.map(([id]) => id),
    [],
    'Cite these sources, or remove them from content/sources.yaml',
  );
});

test('no link-only source is cited', () => {
  const wrong = [...citedSourceIds].filter((id) => sources.get(id)?.linkOnly);
  assert.deepEqual(wrong, []);
});

test('every term is used on a page or named by another term', () => {
  const used = new Set([
    ...attributeValues('Term', 'id'),
    ...[...terms.values()].flatMap(({ seeAlso = [] }) => seeAlso),
  ]);
  assert.deepEqual(
    [...terms.keys()].filter((id) => !used.has(id)),
    [],
  );
});

test('a page links each term at most once', () => {
  for (const { file, frontmatter, components } of content.pages) {
    if (frontmatter.slug === content.pageWith('Glossary')?.slug) continue;
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
  const shown = attributeValues('Figure', 'name');
  assert.deepEqual(
    [...content.byId(figure).keys()].filter((name) => !shown.includes(name)),
    [],
  );
});

test('each page of a section has multiple-choice questions, and the right choice is not known by its length', () => {
  const questions = [...content.byId(question).values()].filter(({ wrong }) => wrong);
  assert.ok(questions.length >= 80);
  for (const { slug } of content.pages.filter(({ slug }) => /^(concepts|registries|practice)\//.test(slug)))
    assert.ok(
      questions.filter(({ page }) => page === slug).length >= 3,
      `${slug} needs three questions with "wrong:" in content/questions.yaml`,
    );
  const longest = questions.filter(({ answer, wrong }) => wrong!.every(({ option }) => option.length < answer.length));
  assert.ok(longest.length <= questions.length / 3, `${longest.length} of ${questions.length}`);
});

test('a command is in lines that fit a window of 1,280 pixels, unless a single word is too long', () => {
  const FITTING = 76;
  const commands = content.pages.flatMap(({ file }) =>
    [...readFileSync(file, 'utf8').matchAll(/^```console\n(.*?)^```$/gms)].flatMap(
      ([, block = '']) => block.match(/^\$ (.*\\\n)*.*$/gm) ?? [],
    ),
  );
  const long = [...commands, ...[...errors.values()].flatMap(({ commands = [] }) => commands)]
    .flatMap((command) => command.split('\n'))
    .filter((line) => line.length > FITTING && line.split(' ').every((word) => word.length < FITTING));
  assert.deepEqual(long, []);
});

test('a command of a fix has a block, with a Copy button, if it is too long for a sentence', () => {
  const MAX_LENGTH = 40;
  const long = [...errors.values()].flatMap(({ cure }) =>
    [...cure.matchAll(/`([^`]+)`/g)].flatMap(([, code = '']) => (code.length > MAX_LENGTH ? code : [])),
  );
  assert.deepEqual(long, []);
});

test('the record knows the words of this site', () => {
  const { unrecorded } = JSON.parse(readFileSync('dist/changes.json', 'utf8')) as Changes;
  assert.equal(unrecorded, 0, 'run "npm run links:accept", then "npm run build"');
});
