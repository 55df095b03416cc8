/** Builds a package, in the build and in the browser alike. */
import type { PackageFormat } from '../../model/package-files.ts';
import { ankiFile } from './anki.ts';
import { cartridgeFile } from './cartridge.ts';
import { giftFile } from './gift.ts';
import { glossaryXmlFile } from './glossary-xml.ts';
import type { PackageItems, PackagePage } from './items.ts';
import { moodleXmlFile } from './moodle-xml.ts';
import { questionsCsvFile } from './questions-csv.ts';
import { quizOf } from './quiz.ts';

/** Writes a package. @param root the public address of the site, with a slash at its end, if it is known */
type Writer = (items: PackageItems, root?: string) => string | Uint8Array;

const WRITERS: Record<PackageFormat, Writer> = {
  gift: giftFile,
  moodle: moodleXmlFile,
  glossary: glossaryXmlFile,
  cartridge: cartridgeFile,
  anki: ankiFile,
  csv: questionsCsvFile,
};

/** What packages contain: how many of it a page has, and the words for one and for several. */
const CONTENTS = {
  choices: [({ choices }) => choices.length, 'question with choices', 'questions with choices'],
  statements: [
    (page) => quizOf(page).length - page.choices.length,
    'true-or-false statement',
    'true-or-false statements',
  ],
  questions: [({ questions }) => questions.length, 'open question', 'open questions'],
  misconceptions: [({ misconceptions }) => misconceptions.length, 'misconception', 'misconceptions'],
  terms: [({ terms }) => terms.length, 'term', 'terms'],
  links: [(page) => placesOf(page).length, 'link', 'links'],
} satisfies Record<string, [count: (page: PackagePage) => number, one: string, several: string]>;

const placesOf = (page: PackagePage) =>
  [page, ...page.tables, ...page.tables.flatMap(({ rows }) => rows)].filter(({ isLinked }) => isLinked);

/** What each format takes of a page. */
const TAKEN: Record<PackageFormat, (keyof typeof CONTENTS)[]> = {
  gift: ['choices', 'statements'],
  moodle: ['choices', 'statements'],
  glossary: ['terms'],
  cartridge: ['choices', 'statements', 'links'],
  anki: ['choices', 'questions', 'misconceptions', 'terms'],
  csv: ['choices', 'statements', 'questions'],
};

/**
 * What a package contains, such as "12 questions with choices"; nothing if the items have nothing for its format.
 * @param root as for {@link pack}
 */
export const contentsOf = (format: PackageFormat, { pages }: PackageItems, root?: string): string[] =>
  TAKEN[format]
    .filter((name) => name !== 'links' || root !== undefined)
    .flatMap((name) => {
      const [countOf, one, several] = CONTENTS[name];
      const count = pages.reduce((sum, page) => sum + countOf(page), 0);
      return count ? `${count} ${count === 1 ? one : several}` : [];
    });

/**
 * Builds a package. The same items give the same bytes.
 * @param root the public address of the site, with a slash at its end; without it, places are named in words
 */
export function pack(format: PackageFormat, items: PackageItems, root?: string): Uint8Array<ArrayBuffer> {
  const file = WRITERS[format](items, root);
  return typeof file === 'string' ? new TextEncoder().encode(file) : new Uint8Array(file);
}
