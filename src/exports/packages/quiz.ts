/** The questions that a platform can grade, in one form for all formats: multiple-choice, and true or false. */
import type { Item, Misconception, Option, PackagePage } from './items.ts';
import { textOf } from './text.ts';

export interface QuizQuestion extends Item {
  kind: 'multiple-choice' | 'true-false';
  /** The question in plain text. */
  name: string;
  question: string;
  /** In the order in which they are shown. The options of "true or false" are True and False. */
  options: Option[];
}

/** The questions of a page. */
export const quizQuestionsOf = ({ choices, misconceptions }: PackagePage): QuizQuestion[] => [
  ...choices.map((choice): QuizQuestion => ({ ...choice, kind: 'multiple-choice', name: textOf(choice.question) })),
  ...misconceptions.flatMap(trueOrFalse),
];

/** The statements of a misconception. Who answers wrong also reads why the misconception seems true. */
function trueOrFalse({ statements, why, correction, id, address, changed }: Misconception): QuizQuestion[] {
  const statement = (id: string, question: string, isTrue: boolean): QuizQuestion => ({
    id,
    address,
    changed,
    kind: 'true-false',
    name: textOf(question),
    question,
    options: [true, false].map((value) => ({
      text: value ? 'True' : 'False',
      isRight: value === isTrue,
      why: value === isTrue ? correction : `${why} ${correction}`,
      proof: address,
    })),
  });
  if (!statements) return [];
  // No id of the content has two hyphens in a row.
  return [statement(id, statements.false, false), statement(`${id}--true`, statements.true, true)];
}
