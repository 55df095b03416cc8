/** Words as the search compares them. Build and browser must agree on them, so both use this module. */
import { stemmer } from 'stemmer';

/** Words that say nothing about what is asked; a query of nothing else keeps them. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a about above according after afterwards along also am among an and any anyone apart are as at be because been ' +
    'begin begins below besides between beyond both bring brings but by can cannot cause causes could cure cures did ' +
    'diff differ difference different do does doing either elsewhere except fit fits for from further get gets ' +
    'getting had has have having hold holds how however i if in into is it its just lead leads let like many me mean ' +
    'means mostly much must my need neither no nobody nor not nowhere of often on one only or otherwise our ours out ' +
    'over own please really s same should so some stand stands such t tell than that the their them themselves then ' +
    'there therefore these they thing things this those to too up us use using usual usually versus very vs was way ' +
    'we well were what whatever when where wherever whether which while who whoever whose why will with within work ' +
    'works would you your yours yourself'
  ).split(' '),
);

/** Marks a short option of a command: `-it` is a word of its own, and not the pronoun. */
const OPTION = 'opt';

/**
 * The words of a text: lower case, without accents and marks, cut at everything that is no letter and no digit.
 * @param text plain text, a heading, a query
 */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .replace(/(?<![^\s`(])-(?=[a-z]{1,3}(?![a-z-]))/g, OPTION)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

/** Words of questions: they are rare on a site that answers, and say little of what is asked all the same. */
const WEAK_WORDS = new Set(
  (
    'able add allowed already always another anymore ask bad become becomes best better big build can cant care come ' +
    'create easy even every everyone everything explain find first give go goes going gone good great guide happen happens hard ' +
    'help here idea inside instead keep keeps know learn left less line list long look lot made make makes many maybe more most move new next nice ' +
    'nothing now often ok old once open other own part people perhaps place possible problem put question quick read real reason right run ' +
    'safe say see set show simple site slow small someone something start still stop store sure take tell think thing time try turn two type ' +
    'under understand want way whats without wont worth wrong yes yet'
  ).split(' '),
);
export const isWeak = (word: string): boolean => WEAK_WORDS.has(word);

export const isMeaningful = (word: string): boolean => !STOP_WORDS.has(word);

/** The words that carry meaning; all of them where none does. */
export function meaningful(words: string[]): string[] {
  const rest = words.filter(isMeaningful);
  return rest.length ? rest : words;
}

/** The meaningful words of a text, in their order, with repetitions. */
export const keywordsOf = (text: string): string[] => meaningful(wordsOf(text));

/**
 * What the forms of a word have in common: "registries" and "registry" give the same.
 * By Porter's algorithm, https://tartarus.org/martin/PorterStemmer/.
 */
export const stem = (word: string): string => (/\d/.test(word) ? word : stemmer(word));

/** The stems of a text's meaningful words, in their order, with repetitions. */
export const stemsOf = (text: string): string[] => keywordsOf(text).map(stem);

/** What a title calls its thing: a command goes without the words in capitals for which a reader puts something. */
export const titleWithoutPlaceholders = (title: string): string =>
  title.replace(/`[^`]*[a-z][^`]*`/g, (code) => code.replace(/\b[A-Z][A-Z-]+\b/g, ''));
