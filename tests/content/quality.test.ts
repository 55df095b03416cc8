/** The standards of this content that `npm run validate` doesn't set: for example, every page cites sources. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { errorMessage } from '../../src/kinds/error/index.ts';
import { figure } from '../../src/kinds/figure/index.ts';
import { KINDS } from '../../src/kinds/registry.ts';
import { idsOn, sourcesOn } from '../../src/kinds/shown.ts';
import { question } from '../../src/kinds/question/index.ts';
import { term } from '../../src/kinds/term/index.ts';
import type { Changes } from '../../src/model/changes.ts';
import type { Page } from '../../src/model/kind.ts';
import { readContent } from '../../src/model/read.ts';

const content = readContent('.', KINDS);
const [errors, terms] = [content.byId(errorMessage), content.byId(term)];

/** Fails if there is any of what an author should change. @param advice a sentence that says what to do about it */
const assertNone = (wrong: string[], advice: string) => assert.ok(!wrong.length, `${advice}\n  ${wrong.join('\n  ')}`);

/** A page with one of these repeats other pages, or is a tool. */
const WITHOUT_SOURCES = [
  'Changes',
  'CourseCheck',
  'FactIndex',
  'Handout',
  'Quiz',
  'SearchField',
  'SectionList',
  'SourceIndex',
  'Trials',
];

/** Whether a page only lists, names or asks what other pages say, or is about the files of this site. */
const needsNoSource = ({ slug, frontmatter, components }: Page) =>
  slug === 'data' ||
  frontmatter.findSections === false ||
  components.some(({ name }) => WITHOUT_SOURCES.includes(name));

test('every page has sources, except lists of pages', () =>
  assertNone(
    content.pages.flatMap((page) => (sourcesOn(page, content).length || needsNoSource(page) ? [] : page.file)),
    'These pages cite no source. Name the source of each statement: <Cite id="…" />.',
  ));

test('a page links each term at most once', () =>
  assertNone(
    content.pages.flatMap(({ file, slug, components }) => {
      if (slug === content.pageWith('Glossary')?.slug) return [];
      const ids = components.flatMap(({ name, props }) => (name === 'Term' ? props['id']! : []));
      return ids.filter((id, index) => ids.indexOf(id) < index).map((id) => `${file}: ${id}`);
    }),
    'These pages link a term twice. Keep <Term> only where the page names the term first.',
  ));

test('the glossary has at least 60 terms, each defined in one sentence', () => {
  assert.ok(terms.size >= 60, `${terms.size} terms`);
  for (const [id, { definition }] of terms) {
    const sentences = definition.replace(/\b(e\.g|i\.e|vs|Inc)\./g, '').match(/[.!?](\s|$)/g) ?? [];
    assert.equal(sentences.length, 1, `Define the term "${id}" in one sentence, and move the rest to "note:".`);
  }
});

test('every figure is shown', () => {
  const shown = content.pages.flatMap((page) => [...idsOn(figure, page, content)]);
  assertNone(
    [...content.byId(figure).keys()].filter((name) => !shown.includes(name)),
    'No page shows these figures. Put <Figure name="…" /> on a page, or delete the drawing.',
  );
});

test('there are at least 80 multiple-choice questions, and the right choice is not known by its length', () => {
  const questions = [...content.byId(question).values()].filter(({ wrong }) => wrong);
  assert.ok(questions.length >= 80);
  const longest = questions.filter(({ answer, wrong }) => wrong!.every(({ option }) => option.length < answer.length));
  assert.ok(
    longest.length <= questions.length / 3,
    `The right choice is the longest in ${longest.length} of ${questions.length} questions, and may be so in a third. Shorten some right choices.`,
  );
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
  assertNone(long, `These lines of commands have more than ${FITTING} characters. Break them with a "\\".`);
});

test('a command of a fix has a block, with a Copy button, if it is too long for a sentence', () => {
  const MAX_LENGTH = 40;
  const long = [...errors.values()].flatMap(({ cure }) =>
    [...cure.matchAll(/`([^`]+)`/g)].flatMap(([, code = '']) => (code.length > MAX_LENGTH ? code : [])),
  );
  assertNone(long, `These commands have more than ${MAX_LENGTH} characters. Move them to "commands:".`);
});

test('the record knows the words of this site', () => {
  const { unrecorded } = JSON.parse(readFileSync('dist/changes.json', 'utf8')) as Changes;
  const advice = 'Run "npm run links:accept", then "npm run build".';
  assert.equal(unrecorded, 0, `${unrecorded} places differ from changes.lock.json. ${advice}`);
});
