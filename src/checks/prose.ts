/** Mistakes of English that a machine can see and that are never right here. */
import { join } from 'node:path';
import { z } from 'astro/zod';
import retextEnglish from 'retext-english';
import retextIndefiniteArticle from 'retext-indefinite-article';
import retextRepeatedWords from 'retext-repeated-words';
import { unified } from 'unified';
import { text } from '../model/fields.ts';
import type { Problem } from '../model/problems.ts';
import { readYaml } from '../model/yaml.ts';
import { proseBlocks, type Block } from './prose-blocks.ts';

const WORDS_FILE = '.prose-words.yaml';

const wordsSchema = z.array(
  z.strictObject({
    not: text.describe('words that are never right here, as a regular expression'),
    fix: text.describe('what to write instead'),
  }),
);

/** The problems with a project's prose. @param root its folder */
export function findProseProblems(root: string): Problem[] {
  const words = readYaml(join(root, WORDS_FILE), wordsSchema).map(({ not, fix }) => ({
    pattern: new RegExp(`(?<![\\w-])(?:${not.replaceAll(' ', '\\s+')})(?![\\w-])`, 'gi'),
    fix,
  }));
  return proseBlocks(root).flatMap((block) => [
    ...words.flatMap(({ pattern, fix }) =>
      [...block.text.matchAll(pattern)].map(({ 0: found, index }) =>
        problemAt(block, index, `"${found.replace(/\s+/g, ' ')}" sounds translated.`, fix),
      ),
    ),
    ...grammarProblems(block),
  ]);
}

const grammar = unified()
  .use(retextEnglish)
  .use(retextRepeatedWords)
  .use(retextIndefiniteArticle)
  .use(function () {
    this.compiler = () => ''; // only the messages are of use
  })
  .freeze();

function grammarProblems(block: Block): Problem[] {
  return grammar.processSync(block.text).messages.flatMap(({ reason, source, place, actual, expected }) => {
    const index = (place && 'start' in place ? place.start : place)?.offset ?? 0;
    const [word = ''] = expected ?? [];
    if (source === 'retext-repeated-words') {
      return problemAt(block, index, `"${word}" is repeated.`, 'Delete one of the two.');
    }
    const next = / before `(.+?)`/.exec(reason)?.[1] ?? '';
    if (isUnknownSound(next)) return [];
    const right = `${word} ${next}`.replace(/^an other$/i, 'another');
    return problemAt(block, index, `"${actual ?? ''} ${next}" has the wrong article.`, `Write "${right}".`);
  });
}

/** Whether the rule for articles can't know a word's sound: "nginx" and "x86" are spelled out, "unikernel" begins as "you". */
const isUnknownSound = (word: string) =>
  /^uni/i.test(word) || !/^(\d+|(?!nginx|x)\p{L}*[aeiouy]\p{L}*)(-|$)/iu.test(word);

const problemAt = ({ file, lineAt }: Block, index: number, message: string, fix: string): Problem => ({
  file,
  line: lineAt(index),
  message,
  fix,
});
