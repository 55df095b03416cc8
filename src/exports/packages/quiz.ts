/**
 * Questions in one form for all formats: those that a platform can grade, multiple-choice and true or false, and open ones,
 * which people grade.
 */
import type { Item, Misconception, Option, PackagePage } from './items.ts';
import { textOf, type Wording } from './text.ts';

export interface QuizQuestion extends Item {
  kind: 'multiple-choice' | 'true-false' | 'open';
  /** The question in plain text. */
  name: string;
  question: string;
  /** In the order in which they are shown. For "true or false", they are True and False; for an open question, its answer. */
  options: Option[];
}

/** The questions of a page that a platform can grade. */
export const quizQuestionsOf = ({ choices, misconceptions }: PackagePage): QuizQuestion[] => [
  ...choices.map((choice): QuizQuestion => ({ ...choice, kind: 'multiple-choice', name: textOf(choice.question) })),
  ...misconceptions.flatMap(trueOrFalse),
];

/** The statements of a misconception. Anyone who believes the false one also reads why it seems true, after the correction. */
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
      why: value && !isTrue ? `${correction} Why it seems true: ${why}` : correction,
      proof: address,
    })),
  });
  if (!statements) return [];
  // No id of the content has two hyphens in a row.
  return [statement(id, statements.false, false), statement(`${id}--true`, statements.true, true)];
}

/** The open questions of a page. */
export const openQuestionsOf = ({ questions }: PackagePage): QuizQuestion[] =>
  questions.map(({ answer, proof, ...item }) => ({
    ...item,
    kind: 'open',
    name: textOf(item.question),
    options: [{ text: answer, why: '', proof, isRight: true }],
  }));

/** What everybody reads after the question: where it is from, and the answer, if the question is open. */
export function generalFeedback({ kind, options, ...item }: QuizQuestion, wording: Wording): string {
  const answers = kind === 'open' ? options.map((option) => `${answerOf(option, wording)}<br>`) : [];
  return [...answers, wording.origin(item)].join('');
}

/** The answer to an open question, with its proof. */
export const answerOf = ({ text, proof }: Option, wording: Wording): string =>
  `${wording.html(text)} ${wording.proof(proof)}`;
