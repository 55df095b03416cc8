/** Builds a package of what a reader has chosen, and hands it to the browser as a download. Loaded when a reader wants one. */
import { saveFile } from '../../client/save-file.ts';
import { PACKAGE_ITEMS, PACKAGES, type PackageFormat } from '../../model/package-files.ts';
import { choose, type PackageItems } from './items.ts';
import { contentsOf, leftOut, pack } from './pack.ts';

interface Choice {
  format: PackageFormat;
  /** The values of `show`, in the order of the handout. */
  choices: string[];
  /** The id of the part that stands for the questions of a page. */
  questionsPart: string;
  /** The title of the package, or empty for the site's title. */
  title: string;
  /** Where the site is now. */
  root: string;
  /** The public address of the site, to which the package links. */
  publicRoot: string;
}

let items: PackageItems | undefined;

/** The chosen items. @throws if the items cannot be fetched */
async function chosenItems({ choices, questionsPart, title, root }: Choice): Promise<PackageItems> {
  items ??= (await (await fetch(new URL(PACKAGE_ITEMS, root))).json()) as PackageItems;
  return choose(items, choices, questionsPart, title);
}

/** The noun for what no package contains. */
const nounOf = (choice: string): string =>
  /\/figure-[^/]*$/.test(choice) ? 'figure' : /\/says-[^/]*$/.test(choice) ? 'sentence' : 'other part';

/**
 * Says what a package has, and what it leaves out.
 * @returns what to say to the reader, and whether there is nothing to download
 * @throws if the items cannot be fetched
 */
export async function describePackage(choice: Choice): Promise<{ message: string; isEmpty: boolean }> {
  const { format, choices, questionsPart, publicRoot } = choice;
  const chosen = await chosenItems(choice);
  const contents = contentsOf(format, chosen, publicRoot);
  if (!contents.length) {
    const message = `Your selection has nothing for the package “${PACKAGES[format][1]}”. ${WHAT_TO_CHOOSE[format]}`;
    return { message, isEmpty: true };
  }
  const left = leftOut(format, chosen);
  const others = choices.filter((each) => !choose(items!, [each], questionsPart, '').pages.length);
  for (const [noun, { length }] of Map.groupBy(others, nounOf))
    left.push(`${length} ${noun}${length === 1 ? '' : 's'}`);
  const message =
    `In the package: ${contents.join(', ')}.` + (left.length ? ` Not part of this package: ${left.join(', ')}.` : '');
  return { message, isEmpty: false };
}

/**
 * Downloads a package, which is named after its title.
 * @returns the name of the file
 * @throws if the items cannot be fetched
 */
export async function downloadPackage(choice: Choice): Promise<string> {
  const { format, title, publicRoot } = choice;
  const name = `${fileName(title) || 'docker-basics-selection'}${PACKAGES[format][0]}`;
  saveFile(name, pack(format, await chosenItems(choice), publicRoot));
  return name;
}

/** Longer names are a nuisance in lists of files. */
const MAX_FILE_NAME = 60;

/** A title as the name of a file, in ASCII: `cafe-1` of “Café 1”. It's empty if the title has no Latin letters or digits. */
const fileName = (title: string): string =>
  title
    .toUpperCase() // it turns "ß" into "SS"
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_FILE_NAME)
    .replace(/^-|-$/g, '');

const QUESTIONS = 'Choose a page with questions, or the misconceptions.';
const WHAT_TO_CHOOSE: Record<PackageFormat, string> = {
  gift: QUESTIONS,
  moodle: QUESTIONS,
  glossary: 'Choose the glossary, or some of its terms.',
  cartridge: 'Choose a page, a table or questions.',
  anki: `${QUESTIONS} Terms work, too.`,
  csv: QUESTIONS,
};
