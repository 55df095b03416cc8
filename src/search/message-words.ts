/**
 * Which words say that a text may be the message of an error. The index has these words, so that the browser fetches the
 * patterns of a few errors instead of all.
 */
import { RegExpParser, type AST } from '@eslint-community/regexpp';
import { wordsOf } from './words.ts';

/** Stands for letters that a pattern leaves open. */
const LETTERS = '\0';
/** Stands for anything, such as whole words. */
const GAP = '\n';
/** Letters that may be only a part of a word. */
const OPEN_WORD = /[a-z\d]*\0[a-z\d\0]*/i;
/** A word that readers type more often than this says too little alone. */
const COMMON = 20;
/** A pattern that matches more texts than this is taken to leave all letters open. */
const MAX_TEXTS = 1000;

/**
 * For each alternative of a pattern, words that are in every text that matches it: the rarest and, if it's common, the next.
 * @param pattern of the message of an error
 * @param frequencyOf says how often readers type a word
 * @returns the words of each alternative; none for an alternative that needs no whole word
 */
export function messageWords(pattern: string, frequencyOf: (word: string) => number): string[][] {
  const alternatives = textsOf(new RegExpParser().parsePattern(pattern)).map((text) => {
    const needed = [...new Set(text.split(OPEN_WORD).flatMap(wordsOf))];
    const [rarest, next] = needed.sort((a, b) => frequencyOf(a) - frequencyOf(b));
    return [rarest, rarest && frequencyOf(rarest) > COMMON && next].filter((word) => typeof word === 'string');
  });
  return [...new Map(alternatives.map((words) => [words.join(), words])).values()];
}

/** The texts that a part of a pattern matches. What it leaves open is {@link LETTERS} or a {@link GAP}. */
function textsOf(node: AST.Node): string[] {
  switch (node.type) {
    case 'Pattern':
    case 'Group':
    case 'CapturingGroup':
      return limited(node.alternatives.flatMap(textsOf));
    case 'Alternative':
      return node.elements
        .map(textsOf)
        .reduce((texts, next) => limited(texts.flatMap((text) => next.map((rest) => text + rest))), ['']);
    case 'Quantifier': {
      const texts = textsOf(node.element);
      const open = texts.find((text) => text === GAP || text === LETTERS);
      if (open) return [open];
      const repeated = node.max === 1 ? texts : texts.map((text) => text + LETTERS);
      return node.min ? repeated : ['', ...repeated];
    }
    case 'Character':
      return [String.fromCodePoint(node.value)];
    case 'CharacterClass':
      return node.negate ? [LETTERS] : limited(node.elements.flatMap(textsOf));
    case 'CharacterSet':
      return [mayBeSpace(node) ? GAP : LETTERS];
    case 'Assertion':
      return [node.kind === 'word' ? ' ' : ''];
    default:
      return [LETTERS];
  }
}

const mayBeSpace = (node: AST.CharacterSet): boolean =>
  node.kind === 'any' || (node.kind === 'space' && !node.negate) || (node.kind === 'word' && node.negate);

const limited = (texts: string[]): string[] => (texts.length > MAX_TEXTS ? [LETTERS] : [...new Set(texts)]);
