/**
 * All questions as a table, for platforms that import one and for spreadsheets.
 *
 * Mostly, people open it in a spreadsheet, to choose questions and to arrange the columns as their platform wants them. Excel
 * reads UTF-8 only after a byte order mark; the tables and values of the site, which programs read, have none. The texts
 * are as they are: a spreadsheet takes a cell such as `-p 8080:80` for a formula, but an apostrophe before it would be part
 * of the answer on a platform. The page of packages says how to import the file as text, which avoids that.
 */
import { csvLine } from '../../model/csv.ts';
import type { PackageItems } from './items.ts';
import { openQuestionsOf, quizQuestionsOf, type QuizQuestion } from './quiz.ts';
import { textOf, Wording } from './text.ts';

const BYTE_ORDER_MARK = '\uFEFF';
const WRONG_ANSWERS = 3;

/** The columns are published, so they stay. */
const HEADER = [
  'Kind',
  'Page',
  'Question',
  'Right answer',
  'Why',
  'Proof',
  ...Array.from({ length: WRONG_ANSWERS }, (_, index) => [`Wrong answer ${index + 1}`, `Why not ${index + 1}`]).flat(),
  'Address',
  'As of',
  'License',
];

/** Writes a line for each question, in plain text. An open question has no wrong answers, and "true or false" has one. */
export function questionsCsvFile(items: PackageItems, root?: string): string {
  const wording = new Wording(items, root);
  const lines = items.pages.flatMap((page) =>
    [...quizQuestionsOf(page), ...openQuestionsOf(page)].map((question) => [
      question.kind,
      page.title,
      ...fieldsOf(question, wording),
      items.license.name,
    ]),
  );
  return BYTE_ORDER_MARK + [HEADER, ...lines].map(csvLine).join('');
}

function fieldsOf({ question, options, address, changed }: QuizQuestion, wording: Wording): string[] {
  const right = options.find(({ isRight }) => isRight)!;
  const wrong = options.filter(({ isRight }) => !isRight).flatMap(({ text, why }) => [textOf(text), textOf(why)]);
  const missing = Array<string>(2 * WRONG_ANSWERS - wrong.length).fill('');
  return [
    textOf(question),
    textOf(right.text),
    textOf(right.why),
    wording.place(right.proof),
    ...wrong,
    ...missing,
    wording.place(address),
    changed,
  ];
}
