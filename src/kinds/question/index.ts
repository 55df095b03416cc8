/** `content/questions.yaml`: questions for self-checks, at the end of the page that answers them. */
import { z } from 'astro/zod';
import { inlineMarkdown } from '../../model/fields.ts';
import type { Content, Kind, Page } from '../../model/kind.ts';
import { searchText } from '../../model/markdown.ts';
import { didYouMean, type Problem } from '../../model/problems.ts';

const questionSchema = z.strictObject({
  page: z.string().describe('the slug of the page that answers it'),
  question: inlineMarkdown.describe('the question'),
  answer: inlineMarkdown.describe('the answer'),
  proof: z
    .string()
    .regex(/^\/.*#/, { error: 'must be the address of a row or heading of this site, such as /concepts/page/#heading' })
    .describe('the address of the row or heading that proves the answer'),
});
export type Question = z.infer<typeof questionSchema>;

/** The fragment of a question's address: `question-what-is-shared`. */
export const questionFragment = (id: string): string => `question-${id}`;

export const question: Kind<Question> = {
  name: 'question',
  origin: { file: 'content/questions.yaml' },
  schema: questionSchema,
  fix: 'Use the id of an entry in content/questions.yaml.',
  components: {
    SelfCheck: {
      attributes: ['page'],
      shows: ({ props }, { slug }, content) => questionsOf(props['page'] ?? slug, content).map(([id]) => id),
      addressed: true,
    },
    ToggleAnswers: {},
  },
  home: ({ page }) => page,
  targets: (id) => [{ id: questionFragment(id), label: `the question "${id}"` }],
  texts: ({ question, answer, proof }) => [
    { text: question, at: ['question'] },
    { text: answer, at: ['answer'] },
    { text: `[proof](${proof})`, at: ['proof'] },
  ],
  checkPage: checkQuestionLists,
  searchKinds: { question: { label: 'Question', whole: true, weight: 0.5 } },
  // The answer is not searched, because the search finds it in the text of the page.
  searchEntries: ({ id, data: { question, answer } }, page) => [
    {
      kind: 'question',
      page,
      fragment: questionFragment(id),
      title: searchText(question),
      parts: [],
      aside: [['', searchText(answer)]],
    },
  ],
};

/** The questions of a page. */
export const questionsOf = (slug: string, content: Content): [id: string, question: Question][] =>
  [...content.byId(question)].filter(([, { page }]) => page === slug);

/** A self-check must have questions. A page that shows the questions of most pages must show the questions of all pages. */
function checkQuestionLists({ components, file, slug }: Page, content: Content): Problem[] {
  const pagesWithQuestions = [...new Set([...content.byId(question).values()].map(({ page }) => page))];
  const selfChecks = components
    .filter(({ name }) => name === 'SelfCheck')
    .map(({ props: { page }, line }) => ({ slug: page ?? slug, line }));
  const missing = pagesWithQuestions.filter((slug) => !selfChecks.some((selfCheck) => selfCheck.slug === slug));
  const isList = missing.length < pagesWithQuestions.length / 2;
  return [
    ...selfChecks
      .filter(({ slug }) => !pagesWithQuestions.includes(slug))
      .map(({ slug, line }) => ({
        file,
        line,
        message: `The page "${slug}" has no questions.${didYouMean(slug, pagesWithQuestions)}`,
        fix: 'Add some in content/questions.yaml, or name a page that has questions: <SelfCheck page="…" />.',
      })),
    ...(isList ? missing : []).map((slug) => ({
      file,
      line: selfChecks.at(-1)!.line,
      message: `This list lacks the questions of the page "${slug}".`,
      fix: `Add a heading and <SelfCheck page="${slug}" />.`,
    })),
  ];
}
