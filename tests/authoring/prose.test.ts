/** Mistakes of English are reported with file, line and what to write; right English is left alone. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { parse } from 'yaml';
import { checks } from '../../scripts/check.ts';
import { findProseProblems } from '../../src/checks/prose.ts';

const PAGE = 'content/page.mdx';
const GUIDES = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'deploy/README.md'];

const root = mkdtempSync(join(tmpdir(), 'prose-'));
after(() => rmSync(root, { recursive: true }));

function write(file: string, text: string) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}
cpSync('.prose-words.yaml', join(root, '.prose-words.yaml'));
for (const file of [PAGE, ...GUIDES]) write(file, '');

/** What is reported of one file, as `file:line message → fix`. */
function reportsOf(file: string, text: string): string[] {
  write(file, text);
  const reports = findProseProblems(root).map(({ file, line, message, fix }) => `${file}:${line} ${message} → ${fix}`);
  if (GUIDES.includes(file)) write(file, '');
  else rmSync(join(root, file));
  return reports;
}

/** The lines that are reported. Each report must say `wrong`. */
function assertLines(file: string, text: string, lines: number[], wrong = '"the" is repeated') {
  const reports = reportsOf(file, text);
  assert.deepEqual(
    reports.map((report) => report.slice(0, report.indexOf(' '))),
    lines.map((line) => `${file}:${line}`),
  );
  for (const report of reports) assert.ok(report.includes(wrong), report);
}

test('a repeated word, with the line on which it begins', () => {
  assert.deepEqual(reportsOf(PAGE, 'One line.\n\nAnother line, and the\nthe third.\n'), [
    `${PAGE}:3 "the" is repeated. → Delete one of the two.`,
  ]);
});

test('"a other" is one word', () =>
  assert.deepEqual(reportsOf(PAGE, 'Pull a other image.\n'), [
    `${PAGE}:1 "a other" has the wrong article. → Write "another".`,
  ]));

test('a wrong article', () => {
  assert.deepEqual(reportsOf(PAGE, 'Pull a image, run\nan container.\n'), [
    `${PAGE}:1 "a image" has the wrong article. → Write "an image".`,
    `${PAGE}:2 "an container" has the wrong article. → Write "a container".`,
  ]);
});

/** A sentence that each rule of .prose-words.yaml is about, in the order of the rules. */
const TRANSLATED = [
  'Start again with the mistake mended.',
  'Whoever can pull it can read it.',
  'The table can be taken along.',
  'The name stands in the first line.',
  'Its kernel is that of the host.',
  'A link is beside each heading.',
  'A container is no machine.',
  'How it works is told in the next part.',
  'The address stays for ever.',
  'Ask oneself why.',
  'Build the image anew.',
  'It has an own kernel.',
  'It prints all what is missing.',
];

test('words that sound translated: each rule of the list', () => {
  const rules = parse(readFileSync('.prose-words.yaml', 'utf8')) as { not: string; fix: string }[];
  assert.equal(rules.length, TRANSLATED.length);
  for (const [index, sentence] of TRANSLATED.entries()) {
    const [report, ...more] = reportsOf(PAGE, `Good words.\n\nA line before it.\n${sentence}\n`);
    assert.deepEqual(more, [], sentence);
    assert.match(report ?? '', /^content\/page\.mdx:4 ".+" sounds translated\. → /, sentence);
    assert.ok(report!.endsWith(` → ${rules[index]!.fix}`), report);
  }
});

test('right English is left alone', () => {
  const right = [
    'An SSH key, an HTTP server, an hour, a user, a URL, a UUID, an 8 GB disk, a one-time code, an nginx server, an x86 CPU, a unikernel.',
    'The tag no longer exists; there is no registry, and it is no more than a name. Why is no login needed?',
    'VM stands for virtual machine. That, of course, is so; those of course too. Besides, it had had time.',
    'They say that that works. New York, Duran Duran.',
  ];
  assert.deepEqual(reportsOf(PAGE, right.join('\n\n')), []);
});

test('code, commands, addresses, quotations and comments are left alone', () => {
  const page = [
    'Run `the the` a `image` and <Fact id="the the" /> <Fact id="x" />.',
    '```console\n$ echo the the\n```',
    '> Whoever said the the.',
    '{/* mended the the */}',
    'See [this](/the/the/) ![x](/img/mend.png).',
    '<Table name="the the" />',
    '- the\n- the',
    '| the | the |\n| --- | --- |\n| the | the |',
  ];
  assert.deepEqual(reportsOf(PAGE, page.join('\n\n')), []);
});

test('a page: frontmatter, headings, notes, lists, tables, terms and bold words', () => {
  const page = `---
title: The the title
description: >-
  One line, and
  the the end.
---

## The the heading {#the-the}

:::note[On the the note]
In the the note.
:::

- An item
  with the the words.

| A column |
| --- |
| In the the cell |

A <Term id="a">term of
the the</Term> page, **the the** words, and the **the** words.
`;
  assertLines(PAGE, page, [2, 5, 8, 10, 11, 15, 19, 22, 22, 22]);
});

test('data: folded, literal, quoted and plain values, at their lines', () => {
  const yaml = `# the the comment
entry:
  page: page
  meaning: >-
    A first line with \`code here\`
    and a second, with the the
    words.
  note: |
    One.
    On the the line.
  why: 'It is the the
    end, and the
    the end.'
  label: the the label
`;
  assertLines('content/facts/a.yaml', yaml, [6, 10, 11, 12, 14]);
});

test('the words of the course, of sources, of programs and of searches are left alone, corrections are not', () => {
  const table = (origin: string) =>
    `caption: The the table\n${origin}rows:\n  - cells:\n      a: The the cell\n    correction:\n      text: The the truth\n`;
  assertLines('content/tables/a.yaml', table('origin: course\n'), [7]);
  assertLines('content/tables/a.yaml', table(''), [1, 4, 6]);
  assertLines('content/statements.yaml', 'a:\n  text: The the\n  correction:\n    text: The the\n', [4]);
  assertLines('content/sources.yaml', 'a:\n  title: The the\n  publisher: The the\n  note: The the\n', [4]);
  assertLines('content/errors.yaml', "a:\n  text: the the\n  pattern: 'the the'\n  cause: the the\n", [4]);
  assertLines('content/phrases.yaml', '/page/:\n  - the the\n', []);
});

for (const guide of GUIDES) {
  test(`${guide} is read`, () => assertLines(guide, '# Title\n\nThe the text.\n', [3]));
}

test('British spelling is reported with its line and the American one', () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    [...checks.find(({ name }) => name === 'spelling')!.args, `stdin://${PAGE}`],
    { input: 'The color.\nThe colour of the catalogue.\n', encoding: 'utf8' },
  );
  assert.equal(status, 1);
  assert.match(stdout, /content\/page\.mdx:2:\d+ .*colour.*color/);
  assert.match(stdout, /content\/page\.mdx:2:\d+ .*catalogue.*catalog\b/);
});

test('npm run check runs it, and fails', () => {
  write(PAGE, 'The the page.\n');
  const { status, stdout } = spawnSync(process.execPath, [join(process.cwd(), 'scripts/prose.ts')], {
    cwd: root,
    encoding: 'utf8',
  });
  assert.equal(status, 1);
  assert.match(stdout, /1 mistake in the prose:\n\n {2}content\/page\.mdx:1\n {4}"the" is repeated\.\n {4}→ Delete/);
  assert.match(readFileSync('scripts/check.ts', 'utf8'), /scripts\/prose\.ts/);
});
