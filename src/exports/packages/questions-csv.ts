/**
 * All questions as a table, for platforms that import one and for spreadsheets.
 *
 * The texts are as they are. A spreadsheet that opens the file takes a cell such as `-p 8080:80` for a formula, but an
 * apostrophe before it would be part of the answer on a platform; so would a byte order mark be part of the first column's
 * name. The page of packages says how to import the file as UTF-8 text, which avoids both.
 */
import { csvLine } from '../../model/csv.ts';
import type { OpenQuestion, PackageItems } from './items.ts';
import { quizQuestionsOf, type QuizQuestion } from './quiz.ts';
import { textOf, Wording } from './text.ts';

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
    [...quizQuestionsOf(page), ...page.questions.map(asQuestion)].map((question) => [
      question.kind,
      page.title,
      ...fieldsOf(question, wording),
      items.license.name,
    ]),
  );
  return [HEADER, ...lines].map(csvLine).join('');
}

type CsvQuestion = Omit<QuizQuestion, 'kind' | 'name'> & { kind: QuizQuestion['kind'] | 'open' };

const asQuestion = ({ answer, proof, ...question }: OpenQuestion): CsvQuestion => ({
  ...question,
  kind: 'open',
  options: [{ text: answer, why: '', proof, isRight: true }],
});

function fieldsOf({ question, options, address, changed }: CsvQuestion, wording: Wording): string[] {
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
