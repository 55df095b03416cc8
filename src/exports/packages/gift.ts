/** GIFT, a text format for questions by Moodle, which other platforms read as well: https://docs.moodle.org/en/GIFT_format */
import type { Option, PackageItems } from './items.ts';
import { categoriesOf, questionName } from './moodle.ts';
import { generalFeedback, type QuizQuestion } from './quiz.ts';
import { oneLine, Wording } from './text.ts';

/** Writes the questions by page. An empty line ends a question, and a line with // is a comment, so a text has one line. */
export function giftFile(items: PackageItems, root?: string): string {
  const wording = new Wording(items, root);
  const blocks = categoriesOf(items).flatMap(({ category, page, questions }) => [
    `$CATEGORY: ${category}`,
    ...questions.map((question) => giftQuestion(question, page, wording)),
  ]);
  return [`// ${oneLine(wording.source)}`, ...blocks].join('\n\n') + '\n';
}

const giftQuestion = (question: QuizQuestion, page: string, wording: Wording): string =>
  [
    `// [id:${question.id}] [tag:${page}] [tag:${question.kind}]`,
    `::${escape(questionName(question.name))}::[html]${escape(wording.html(question.question))} {`,
    ...giftAnswers(question, wording),
    `####${escape(generalFeedback(question, wording))}`,
    '}',
  ].join('\n');

/** Without an answer in its braces, a question is an essay. */
function giftAnswers({ kind, options }: QuizQuestion, wording: Wording): string[] {
  const feedback = (option: Option) => `#${escape(wording.because(option))}`;
  if (kind === 'multiple-choice')
    return options.map((option) => (option.isRight ? '=' : '~') + escape(wording.html(option.text)) + feedback(option));
  if (kind === 'open') return [];
  const [right, wrong] = [true, false].map((isRight) => options.find((option) => option.isRight === isRight)!);
  // The first feedback is for the wrong answer, the second for the right one.
  return [right!.text.toUpperCase() + feedback(wrong!) + feedback(right!)];
}

/**
 * Escapes HTML for GIFT. Some of its signs have no escape but HTML's: an arrow would make a pair to match and, at the start of
 * a text, % a weight and [ a format.
 */
const escape = (html: string): string =>
  html
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replaceAll('->', '-&gt;')
    .replace(/[\\~=#{}:]/g, '\\$&')
    .replace(/^[%[]/, (character) => `&\\#${character.charCodeAt(0)};`);
