/** GIFT, a text format for questions by Moodle, which other platforms read as well: https://docs.moodle.org/en/GIFT_format */
import type { PackageItems } from './items.ts';
import { categoryOf, questionName } from './moodle.ts';
import { quizQuestionsOf, type QuizQuestion } from './quiz.ts';
import { oneLine, Wording } from './text.ts';

/** Writes the questions by page. An empty line ends a question, and a line with // is a comment, so a text has one line. */
export function giftFile(items: PackageItems, root?: string): string {
  const wording = new Wording(items, root);
  const blocks = items.pages.flatMap((page) => {
    const questions = quizQuestionsOf(page).map((question) => giftQuestion(question, page.slug, wording));
    return questions.length ? [`$CATEGORY: ${categoryOf(items, page)}`, ...questions] : [];
  });
  return [`// ${oneLine(wording.source)}`, ...blocks].join('\n\n') + '\n';
}

function giftQuestion(
  { kind, name, question, options, ...item }: QuizQuestion,
  page: string,
  wording: Wording,
): string {
  const [right, wrong] = [true, false].map((isRight) => options.find((option) => option.isRight === isRight)!);
  const feedback = (option: (typeof options)[number]) => `#${escape(wording.because(option))}`;
  return [
    `// [id:${item.id}] [tag:${page}] [tag:${kind}]`,
    `::${escape(questionName(name))}::[html]${escape(wording.html(question))} {`,
    ...(kind === 'true-false'
      ? // The first feedback is for the wrong answer, the second for the right one.
        [right!.text.toUpperCase() + feedback(wrong!) + feedback(right!)]
      : options.map((option) => (option.isRight ? '=' : '~') + escape(wording.html(option.text)) + feedback(option))),
    `####${escape(wording.origin(item))}`,
    '}',
  ].join('\n');
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
