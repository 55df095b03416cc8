/** What the formats of Moodle share. */
import type { PackageItems } from './items.ts';
import { openQuestionsOf, quizQuestionsOf, type QuizQuestion } from './quiz.ts';
import { oneLine, shorten } from './text.ts';

/** Moodle cuts the name of a question at 251 characters. Escapes make it longer. */
const MAX_NAME = 200;

/** The name of a question: Moodle removes what looks like a tag, and shows character references as characters. */
export const questionName = (text: string): string =>
  shorten(oneLine(text), MAX_NAME)
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** A category within others. A slash would begin a category, so it is doubled. */
export const categoryAt = (...names: string[]): string =>
  names.map((name) => oneLine(name).replaceAll('/', '//')).join('/');

interface Category {
  category: string;
  /** The slug of the page that its questions belong to. */
  page: string;
  questions: QuizQuestion[];
}

/**
 * The questions in a category for each page, within the package's. Open questions have a category of their own, so the
 * platform can grade a quiz that draws from the others by itself.
 */
export const categoriesOf = ({ title, pages }: PackageItems): Category[] =>
  pages
    .flatMap((page) => [
      { category: categoryAt(title, page.title), page: page.slug, questions: quizQuestionsOf(page) },
      { category: categoryAt(title, page.title, 'Open questions'), page: page.slug, questions: openQuestionsOf(page) },
    ])
    .filter(({ questions }) => questions.length);
