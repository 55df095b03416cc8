/** Words as the search compares them. The build and the browser must agree on them, so both use this module. */
import { stemmer } from 'stemmer';

/** Words that say nothing about the subject of a query. A query that has no other words keeps them. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a about above according after afterwards along also am among an and any anyone apart are as at be because been ' +
    'begin begins below besides between beyond both bring brings but by can cannot cause causes could cure cures did ' +
    'diff differ difference different do does doing either elsewhere except fit fits for from further get gets ' +
    'getting had has have having hold holds how however i if in into is it its just lead leads let like many me mean ' +
    'means mostly much must my need neither no nobody nor not nowhere of often on one only or otherwise our ours out ' +
    'over own please r really s same should so some stand stands such t tell than that the their them themselves then ' +
    'there therefore these they thing things this those to too up us use using usual usually versus very vs was way ' +
    'we well were what whatever when wherever whether which while who whoever whose why will with within work ' +
    'works would you your yours yourself'
  ).split(' '),
);

/** Begins the word for a short option of a command, so that `-it` is not the pronoun. */
const OPTION_PREFIX = 'opt';

/**
 * The words of a text, in lower case and without accents or possessive endings. All characters but letters and digits
 * separate words.
 * @param text plain text, in which backticks may enclose code
 */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['’]s\b|(?<=\b(?:what|where|how|who))s\b/g, '') // "what's" and "whats"
    .replace(/\bget(?:ting)? started\b/g, 'quickstart') // a phrase, not the verb
    .replace(/\b(?:are|ca|could|did|do|does|had|has|have|is|should|was|were|wo|would)n['’]?t\b/g, 'wont') // one word, with or without the apostrophe
    .replace(/(?<![^\s`(])-(?=[a-z]{1,3}(?![a-z-]))/g, OPTION_PREFIX)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

/** Whether a word is a number, a name with its version, or a short option, which say little without their neighbors. */
export const needsContext = (word: string): boolean => /^\d|\d$/.test(word) || word.startsWith(OPTION_PREFIX);

/** Words that many questions share. They are rare on a site of answers, but say little about the subject. */
const WEAK_WORDS = new Set(
  (
    'able add allowed already always another anymore ask bad become becomes best better big build can care come ' +
    'create easy even every everyone everything explain find first give go goes going gone good great guide happen happens hard ' +
    'help here idea inside instead keep keeps know learn left less line list long look lot made make makes many maybe more most move new next nice ' +
    'nothing now often ok old once open other own part people perhaps place possible problem put question quick read real reason right run ' +
    'safe say see set show simple site slow small someone something start still stop store sure take tell think thing time try turn two type ' +
    'under understand want way whats where without wont worth wrong yes yet'
  ).split(' '),
);
export const isWeak = (word: string): boolean => WEAK_WORDS.has(word);

export const isStopWord = (word: string): boolean => STOP_WORDS.has(word);

/** @returns the words that are not of a sort; all of them if every one is */
export function dropWords(words: string[], isOfSort: (word: string) => boolean): string[] {
  const others = words.filter((word) => !isOfSort(word));
  return others.length ? others : words;
}

/** @returns the words without stop words; all of them if every one is a stop word */
export const dropStopWords = (words: string[]): string[] => dropWords(words, isStopWord);

/** The words of a text without stop words, in their order, with repetitions. */
export const keywordsOf = (text: string): string[] => dropStopWords(wordsOf(text));

/**
 * What the forms of a word have in common: "registry" and "registries" have the same stem.
 * Porter's algorithm, https://tartarus.org/martin/PorterStemmer/.
 */
export const stem = (word: string): string => (/\d/.test(word) ? word : stemmer(word));

const ARTICLES = new Set(['a', 'an', 'the']);

/** Words as they are spelled, apart from articles and word forms: "delete a container" and "delete containers" are alike. */
export const spellingOf = (words: string[]): string =>
  words
    .filter((word) => !ARTICLES.has(word))
    .map(stem)
    .join(' ');

/** The stems of the words of a text without stop words, in their order, with repetitions. */
export const stemsOf = (text: string): string[] => keywordsOf(text).map(stem);

/** What a name is about, in stems: "What are volumes?" and "volume" have the same. */
export const subjectOf = (name: string): string =>
  wordsOf(name.replace(/^what (is|are) /i, ''))
    .map(stem)
    .join(' ');

/** A title without the placeholders of commands, which are in capitals: `docker pull IMAGE` is called `docker pull`. */
export const titleWithoutPlaceholders = (title: string): string =>
  title.replace(/`[^`]*[a-z][^`]*`/g, (code) => code.replace(/\b[A-Z][A-Z-]+\b/g, ''));
