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
  /** The title of the package, or empty for that of the site. */
  title: string;
  /** Where the site is now. */
  root: string;
  /** The public address of the site, which the package links. */
  publicRoot: string;
}

let items: PackageItems | undefined;

/**
 * Downloads a package.
 * @returns what to say to the reader
 * @throws if the items cannot be fetched
 */
export async function downloadPackage(choice: Choice): Promise<string> {
  const { format, choices, questionsPart, title, root, publicRoot } = choice;
  items ??= (await (await fetch(new URL(PACKAGE_ITEMS, root))).json()) as PackageItems;
  const chosen = choose(items, choices, questionsPart, title);
  const contents = contentsOf(format, chosen, publicRoot);
  const [ending, name] = PACKAGES[format];
  if (!contents.length) return `Your selection has nothing for the package “${name}”. ${WHAT_TO_CHOOSE[format]}`;
  saveFile(`docker-basics-selection${ending}`, pack(format, chosen, publicRoot));
  const left = leftOut(format, chosen);
  // Such as a figure, which no package holds.
  const others = choices.filter((each) => !choose(items!, [each], questionsPart, '').pages.length).length;
  if (others) left.push(`${others} other part${others === 1 ? '' : 's'}`);
  return (
    `The package has ${contents.join(', ')}.` + (left.length ? ` Not part of this package: ${left.join(', ')}.` : '')
  );
}

const QUESTIONS = 'Choose a page with questions, or the misconceptions.';
const WHAT_TO_CHOOSE: Record<PackageFormat, string> = {
  gift: QUESTIONS,
  moodle: QUESTIONS,
  glossary: 'Choose the glossary, or some of its terms.',
  cartridge: 'Choose a page, a table or questions.',
  anki: `${QUESTIONS} Terms work, too.`,
  csv: QUESTIONS,
};
