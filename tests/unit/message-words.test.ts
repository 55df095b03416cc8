/** Which words a text has that the pattern of an error matches. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messageWords } from '../../src/search/message-words.ts';

const COMMON_WORDS = ['container', 'image', 'found', 'running'];
const wordsOfPattern = (pattern: string) =>
  messageWords(pattern, (word) => (COMMON_WORDS.includes(word) ? 100 : word.length < 4 ? 2 : 1))
    .map((words) => words.join('+'))
    .sort();

const CASES: [pattern: string, words: string[]][] = [
  ['no such image', ['such']],
  ['ThrottlingException|rate exceeded', ['rate', 'throttlingexception']],
  ['image (was )?not found', ['not', 'was']],
  ['image found', ['image+found']],
  ['connection ?refused', ['connection', 'connectionrefused']],
  ['lookup \\S*server (failed|broke)', ['lookup']],
  ['port.{0,9}?taken', ['port']],
  ['can.t read', ['read']],
  ['too (old|new)', ['too']],
  ['\\bEACCES\\b(?!.*docker)', ['eacces']],
  ['name[ _]unknown', ['name']],
  ['[\'"]build[\'"] needs', ['build']],
];

for (const [pattern, words] of CASES)
  test(`a text that matches ${pattern} has ${words.join(' or ')}`, () => {
    assert.deepEqual(wordsOfPattern(pattern), words);
  });

test('letters that a pattern leaves open belong to the words next to them', () => {
  assert.deepEqual(wordsOfPattern('docker\\w*: image'), ['image']);
  assert.deepEqual(wordsOfPattern('\\S+x'), ['']);
});

test('a pattern that matches very many texts needs no word', () => {
  assert.deepEqual(wordsOfPattern('(a?b?c?d?e?f?){9}'), ['']);
});
