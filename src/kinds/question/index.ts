/** A question with which readers check themselves, on the page that answers it. */
import { didYouMean, type Problem } from '../../model/problems.ts';
import type { Content, Page } from '../../model/kind.ts';
import type { Kind } from '../../model/kind.ts';
import { plainMarkdown } from '../../model/markdown.ts';
import { questionAddress, questionSchema, type Question } from './schema.ts';

export const question: Kind<Question> = {
  name: 'question',
  origin: { file: 'content/questions.yaml' },
  schema: questionSchema,
  mend: 'Use the id of an entry in content/questions.yaml.',
  components: {
    SelfCheck: {
      shows: ({ props }, { slug }, content) => questionsOf(props['page'] ?? slug, content),
      addressed: true,
    },
  },
  home: ({ page }) => page,
  places: (id) => [{ id: questionAddress(id), what: `the question "${id}"` }],
  texts: ({ question, answer, proof }) => [
    { text: question, at: ['question'] },
    { text: answer, at: ['answer'] },
    { text: `[proof](${proof})`, at: ['proof'] },
  ],
  checkPage: checkQuestionLists,
  // The answer says what its page says too: there it is found.
  findable: ({ id, data: { question, answer } }, page) => [
    {
      kind: 'question',
      page,
      fragment: questionAddress(id),
      title: plainMarkdown(question),
      parts: [],
      aside: [['', plainMarkdown(answer)]],
    },
  ],
};

/** The ids of the questions of a page. */
export const questionsOf = (slug: string, content: Content): string[] =>
  [...content.all(question)].flatMap(([id, { page }]) => (page === slug ? [id] : []));

/** Questions are asked where there are some, and a page that shows those of other pages shows those of all. */
function checkQuestionLists({ components, file, slug }: Page, content: Content): Problem[] {
  const asking = [...new Set([...content.all(question).values()].map(({ page }) => page))];
  const shown = components
    .filter(({ name }) => name === 'SelfCheck')
    .map(({ props: { page }, line }) => ({ slug: page ?? slug, line, isElsewhere: page !== undefined }));
  const last = shown.filter(({ isElsewhere }) => isElsewhere).at(-1);
  return [
    ...shown
      .filter(({ slug }) => !asking.includes(slug))
      .map(({ slug, line }) => ({
        file,
        line,
        what: `The page "${slug}" has no questions.${didYouMean(slug, asking)}`,
        mend: 'Give it some in content/questions.yaml, or name the slug of a page that has some: <SelfCheck page="…" />.',
      })),
    ...asking
      .filter((slug) => last && !shown.some((one) => one.slug === slug))
      .map((slug) => ({
        file,
        line: last!.line,
        what: `The questions of the page "${slug}" are missing from this list.`,
        mend: `Add a heading and <SelfCheck page="${slug}" />.`,
      })),
  ];
}
