/** An author changes words: the build says so, `npm run links:accept` records the day, and the site tells it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { formatProblems } from '../../src/model/problems.ts';
import { validateContent } from '../../src/checks/validate.ts';
import type { ChangeRecord } from '../../src/model/record.ts';
import type { Changes } from '../../src/model/changes.ts';
import { ACCEPTED, movedPage, readChangedRecord, RECORDED } from '../changed-site.ts';
import { SmallSite } from '../small-site.ts';

const project = new SmallSite();
after(project.remove);

const ROW = '/wombats/#wombats-claws';
const SENTENCE = '/wombats/#says-wombats-dig';
const QUESTION = '/wombats/#question-what-is-a-wombat';
const QUIZ = '/learn/wombats-quiz/#wombats';

/** A multiple-choice question, and the page of its quiz. */
const choiceQuestion = (id: string) => `${id}:
  page: wombats
  question: Which of these is ${id}?
  answer: A wombat.
  why: It digs.
  wrong:
    - { option: A tree., why: A tree grows. }
    - { option: A stone., why: A stone lies. }
    - { option: A cloud., why: A cloud flies. }
  proof: /wombats/#words
`;
const QUIZ_PAGE = `---
title: The quiz on wombats
description: Questions with four choices each, one of which is right, for people who know their wombats.
slug: learn/wombats-quiz
reviewed: 2026-11-24
---

## Wombats {#wombats}

<Quiz page="wombats" />
`;

const addQuestion = (id: string) =>
  project.write('content/questions.yaml', project.read('content/questions.yaml') + choiceQuestion(id));

const readRecord = (file: string) => JSON.parse(file) as ChangeRecord;

test('new words are named by the build, recorded with their day, and told; a rewording is not', () => {
  const accept = (...args: string[]) => project.runNode(['scripts/links-accept.ts', ...args]).output;
  assert.match(accept('2999-01-01'), /^The day "2999-01-01" must not be in the future/);
  project.write('content/learn/wombats-quiz.mdx', QUIZ_PAGE);
  project.replace('content/navigation.yaml', 'elsewhere: [', 'elsewhere: [learn/wombats-quiz, ');
  addQuestion('a-digger');
  project.writeBuild('a build with SITE_URL');
  const firstOutput = accept('2020-12-01');
  assert.equal(project.read('dist/index.html'), 'a build with SITE_URL', 'it leaves other builds alone');
  assert.ok(!project.exists('.astro/accepted'), 'and none of its own');
  assert.match(firstOutput, /Build again before you test or publish\.\n$/);
  const [, newPlaces] =
    /^ .* (\d+) places are new, compared with changes\.lock\.json: "npm run links:accept" records that$/m.exec(
      firstOutput,
    ) ?? [];
  const [, added, embeds] = /^(\d+) addresses were added to .*, (\d+) of them for embeds\./m.exec(firstOutput) ?? [];
  assert.equal(Number(newPlaces), Number(added) - Number(embeds), firstOutput);
  const first = readRecord(project.read('changes.lock.json'));
  assert.equal(first[ROW]!.first, '2020-12-01');

  project.replace('content/tables/wombats.yaml', 'use: To dig', 'use: To dig and to climb');
  project.replace('content/questions.yaml', 'question: What is a wombat?', 'question: What are wombats?');
  project.replace('content/statements.yaml', 'text: Wombats dig.', 'text: Wombats climb.');
  addQuestion('a-sleeper');
  const output = accept('2021-05-03');
  assert.match(
    output,
    /^ .* 1 place is new, 4 places have changed \((\S+, ){2}\S+ and 1 more\), compared with changes\.lock\.json: "npm run links:accept" records that\. Restore the words of the course at \/wombats\/#says-wombats-dig: a correction says what is true$/m,
  );
  assert.match(output, /^What has changed at 4 addresses was recorded in changes\.lock\.json\.$/m);
  const record = readRecord(project.read('changes.lock.json'));
  for (const address of [ROW, SENTENCE, QUESTION])
    assert.deepEqual(record[address]!.changes, { '2021-05-03': ['words'] }, address);
  assert.deepEqual(record[QUIZ]!.changes, { '2021-05-03': ['parts'] }, 'the letters of the answers are no words of it');
  assert.equal(project.read('changes.lock.json').split('\n').length, Object.keys(record).length + 3, 'a line each');

  // The author marks the question, in its line.
  project.replace('changes.lock.json', new RegExp(`("${QUESTION}": .*)\\["words"\\]`), '$1"reworded"');
  const built = project.build();
  assert.match(built.output, /places as they are recorded/);
  const { changes, unrecorded } = JSON.parse(project.read('dist/changes.json')) as Changes;
  assert.equal(unrecorded, 0);
  assert.deepEqual(changes[ROW], { '2021-05-03': ['words'] });
  assert.equal(changes[QUESTION], undefined);
  const { rows } = JSON.parse(project.read('dist/data/tables/wombats.json')) as { rows: { changed?: string }[] };
  assert.equal(rows[0]!.changed, '2021-05-03');
  assert.match(project.read('dist/changes.atom'), /<title>The row Claws – Wombats<\/title>/);
  assert.equal(project.read('dist/wombats/changes.atom').match(/<entry>/g)?.length, 2);
});

test('what an author writes into the record by mistake is reported with its line', () => {
  const line =
    project
      .read('changes.lock.json')
      .split('\n')
      .findIndex((text) => text.includes(`"${QUESTION}"`)) + 1;
  project.replace('changes.lock.json', '"reworded"', '["word"]');
  const output = formatProblems(validateContent(project.root));
  assert.ok(output.includes(`changes.lock.json:${line}\n`), output);
  assert.match(output, /Entry 1 of ".*" must be one of: words, correction, sources, parts\./);
  project.replace('changes.lock.json', /^ {2}"\/": /m, '<<<<<<< HEAD\n$&');
  assert.match(formatProblems(validateContent(project.root)), /changes\.lock\.json:2\n +Git couldn't merge/);
});

test('a place that has moved takes its history along, and the words that changed are recorded', () => {
  const before = readRecord(readFileSync('changes.lock.json', 'utf8'));
  const now = readRecord(readChangedRecord('changes.lock.json'));
  const { to } = movedPage();
  for (const address of ['/practice/clean-up/#clean-up-prune-with-volumes', `/${to}/`])
    assert.equal(now[address]!.first, RECORDED, address);
  assert.deepEqual(now['/concepts/what-is-docker/#container']!.changes, { [ACCEPTED]: ['words'] });
  const { changes: _, ...unchanged } = before['/concepts/what-is-docker/#docker-features-consistency']!;
  assert.deepEqual(now['/concepts/what-is-docker/#docker-features-consistency'], { ...unchanged, first: RECORDED });
});
