/** Builds a package, in the build and in the browser alike. */
import type { PackageFormat } from '../../model/package-files.ts';
import { ankiFile } from './anki.ts';
import { cartridgeFile } from './cartridge.ts';
import { giftFile } from './gift.ts';
import { glossaryXmlFile } from './glossary-xml.ts';
import type { PackageItems, PackagePage } from './items.ts';
import { moodleXmlFile } from './moodle-xml.ts';
import { questionsCsvFile } from './questions-csv.ts';
import { quizQuestionsOf } from './quiz.ts';

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

/** What packages contain or leave out: how many of it a page has, and the words for one and for several. */
const CONTENTS = {
  choices: [({ choices }) => choices.length, 'multiple-choice question', 'multiple-choice questions'],
  statements: [
    (page) => quizQuestionsOf(page).length - page.choices.length,
    'true-or-false statement',
    'true-or-false statements',
  ],
  questions: [({ questions }) => questions.length, 'open question', 'open questions'],
  misconceptions: [({ misconceptions }) => misconceptions.length, 'misconception', 'misconceptions'],
  ungraded: [
    ({ misconceptions }) => misconceptions.filter(({ statements }) => !statements).length,
    'inexact or outdated misconception',
    'inexact or outdated misconceptions',
  ],
  terms: [({ terms }) => terms.length, 'term', 'terms'],
  links: [(page) => placesOf(page).length, 'link', 'links'],
  tables: [({ tables }) => tables.filter(({ isLinked }) => isLinked).length, 'table', 'tables'],
  rows: [({ tables }) => tables.filter(({ isLinked }) => !isLinked).flatMap(({ rows }) => rows).length, 'row', 'rows'],
} satisfies Record<string, [count: (page: PackagePage) => number, one: string, several: string]>;

const placesOf = (page: PackagePage) =>
  [page, ...page.tables, ...page.tables.flatMap(({ rows }) => rows)].filter(({ isLinked }) => isLinked);

/** What each format takes of a page. */
const TAKEN: Record<PackageFormat, (keyof typeof CONTENTS)[]> = {
  gift: ['choices', 'statements', 'questions'],
  moodle: ['choices', 'statements', 'questions'],
  glossary: ['terms'],
  cartridge: ['choices', 'statements', 'questions', 'links'],
  anki: ['choices', 'questions', 'misconceptions', 'terms'],
  csv: ['choices', 'statements', 'questions'],
};

/** What each format cannot hold. */
const LEFT_OUT: Record<PackageFormat, (keyof typeof CONTENTS)[]> = {
  gift: ['ungraded', 'terms', 'tables', 'rows'],
  moodle: ['ungraded', 'terms', 'tables', 'rows'],
  glossary: ['choices', 'questions', 'misconceptions', 'tables', 'rows'],
  cartridge: ['ungraded', 'terms'],
  anki: ['tables', 'rows'],
  csv: ['ungraded', 'terms', 'tables', 'rows'],
};

/**
 * What a package contains, such as "12 multiple-choice questions"; nothing if the items have nothing for its format.
 * @param root as for {@link pack}
 */
export const contentsOf = (format: PackageFormat, items: PackageItems, root?: string): string[] =>
  countAll(
    TAKEN[format].filter((name) => name !== 'links' || root !== undefined),
    items,
  );

/** What a package leaves out, because its format cannot hold it, such as "3 open questions". */
export const leftOut = (format: PackageFormat, items: PackageItems): string[] => countAll(LEFT_OUT[format], items);

const countAll = (names: (keyof typeof CONTENTS)[], { pages }: PackageItems): string[] =>
  names.flatMap((name) => {
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
