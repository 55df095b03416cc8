/**
 * Everything that can be packed, as plain JSON: the build writes the ready packages from it, and browsers the chosen ones.
 * Texts are HTML on one line, with links to this site from its root; titles and names are plain text.
 */
import { fragmentPath, slugAt } from '../../model/paths.ts';
import type { VERDICTS } from '../../model/verdicts.ts';

/** The properties of everything that can be packed. */
export interface Item {
  /** Unique in the site, and as stable as its address: platforms recognize an item by it. */
  id: string;
  /** Its permanent address, from the site's root. */
  address: string;
  /** The day of its last recorded change, or else of its first record, YYYY-MM-DD. */
  changed: string;
}

/** An option of a question, with why it is right or wrong, and the address that proves it. */
export interface Option {
  text: string;
  why: string;
  proof: string;
  isRight: boolean;
}

/** A question with one right option. The options are in the order in which the site shows them. */
export interface ChoiceQuestion extends Item {
  question: string;
  options: Option[];
}

export interface OpenQuestion extends Item {
  question: string;
  answer: string;
  proof: string;
}

/** What many people believe. */
export interface Misconception extends Item {
  claim: string;
  verdict: keyof typeof VERDICTS;
  /** Why it seems true. */
  why: string;
  correction: string;
  /** If the claim is wrong: a false statement, and a true one, so that "false" is not always the answer. */
  statements?: { false: string; true: string };
}

export interface Term extends Item {
  term: string;
  /** Its other names. */
  names: string[];
  definition: string;
}

/** A place that a package links to. */
export interface Place extends Item {
  title: string;
  /** Whether it is linked itself, and not only what it contains. */
  isLinked: boolean;
}

export interface PackageTable extends Place {
  rows: Place[];
}

/** A page of the menu, with what it contains. */
export interface PackagePage extends Place {
  slug: string;
  /** The questions of other pages that it shows, by the choices that select them: see {@link choose}. */
  shows: string[];
  tables: PackageTable[];
  choices: ChoiceQuestion[];
  questions: OpenQuestion[];
  misconceptions: Misconception[];
  terms: Term[];
}

export interface PackageItems {
  /** The name of the site. */
  site: string;
  license: { name: string; url: string };
  /** The title of the package. */
  title: string;
  pages: PackagePage[];
}

/**
 * What a handout's choices select.
 * @param choices the values of `show` in the address of a handout, see `../handout/choices.ts`
 * @param questionsPart the id of the part that stands for the questions of a page
 * @param title of the package, or empty for the site's title
 * @returns the pages in the order of the choices; a page that is not chosen whole has only its chosen places
 */
export function choose(items: PackageItems, choices: string[], questionsPart: string, title: string): PackageItems {
  const all = choices.flatMap((choice) => [choice, ...(items.pages.find(({ slug }) => slug === choice)?.shows ?? [])]);
  const chosen = new Set(all);
  const pages = items.pages
    .map((page) => (chosen.has(page.slug) ? page : choosePlaces(page, chosen, questionsPart)))
    .filter((page) => page.isLinked || contentsOf(page).length);
  const rankOf = ({ slug, choices: questions }: PackagePage) =>
    all.findIndex(
      (choice) =>
        choice === slug ||
        choice.startsWith(`${slug}/`) ||
        questions.some(({ address }) => choicesOf(address).includes(choice)),
    );
  return { ...items, title: title || items.title, pages: pages.sort((a, b) => rankOf(a) - rankOf(b)) };
}

const contentsOf = ({ tables, choices, questions, misconceptions, terms }: PackagePage) =>
  [tables, choices, questions, misconceptions, terms].flat();

function choosePlaces(page: PackagePage, chosen: ReadonlySet<string>, questionsPart: string): PackagePage {
  const isChosen = ({ address }: Item) => choicesOf(address).some((choice) => chosen.has(choice));
  const hasQuestions = chosen.has(fragmentPath(page.slug, questionsPart));
  const isQuestionChosen = (item: Item) => hasQuestions || isChosen(item);
  return {
    ...page,
    isLinked: false,
    tables: page.tables
      .map((table) => (isChosen(table) ? table : { ...table, isLinked: false, rows: table.rows.filter(isChosen) }))
      .filter(({ isLinked, rows }) => isLinked || rows.length),
    choices: page.choices.filter(isQuestionChosen),
    questions: page.questions.filter(isQuestionChosen),
    misconceptions: page.misconceptions.filter(isChosen),
    terms: page.terms.filter(isChosen),
  };
}

/** The choices that select an address: itself, and its page. The page of a multiple-choice question is a quiz. */
function choicesOf(address: string): string[] {
  const [path = '', fragment = ''] = address.split('#');
  return [fragmentPath(slugAt(path), fragment), slugAt(path)];
}
