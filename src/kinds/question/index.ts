/**
 * `content/questions.yaml`: questions for self-checks, at the end of the page that answers them, and multiple-choice questions,
 * in the quiz of that page's section.
 */
import { z } from 'astro/zod';
import { inlineMarkdown, mustBeThere, mustNotBeThere } from '../../model/fields.ts';
import type { Content, Entry, Kind, Page } from '../../model/kind.ts';
import { searchText } from '../../model/markdown.ts';
import { didYouMean, type Problem } from '../../model/problems.ts';

const proof = z
  .string()
  .regex(/^\/.*#/, { error: 'must be the address of a row or heading of this site, such as /concepts/page/#heading' });

const wrongOption = z.strictObject({
  option: inlineMarkdown.describe('a mistake that people make'),
  why: inlineMarkdown.describe('what is true instead'),
  proof: proof.optional().describe('the address that proves it, unless the proof of the answer does'),
});

const questionSchema = z
  .strictObject({
    page: z.string().describe('the slug of the page that answers it'),
    question: inlineMarkdown
      .regex(/\?|[.:]\s*$|^\s*$/, {
        error: 'must end with "?", or with "." or ":" if it tells readers to do something',
      })
      .describe('the question'),
    answer: inlineMarkdown.describe('the answer; of a multiple-choice question, the right one'),
    why: inlineMarkdown.optional().describe('why the answer is right, if the question has choices'),
    wrong: z
      .array(wrongOption)
      .length(3, { error: 'must have three options' })
      .optional()
      .describe('the wrong choices'),
    proof: proof.describe('the address of the row or heading that proves the answer'),
  })
  .superRefine(({ why, wrong }, context) => {
    if (wrong && !why) mustBeThere(context, 'why');
    if (why && !wrong) {
      const fix = 'Remove it. If this is a multiple-choice question, add "wrong:" with three wrong choices.';
      mustNotBeThere(context, 'why', 'without "wrong"', fix);
    }
  });
export type Question = z.infer<typeof questionSchema>;

/** A question with one right and three wrong choices. */
export type ChoiceQuestion = Question & { why: string; wrong: NonNullable<Question['wrong']> };

const hasChoices = (question: Question): question is ChoiceQuestion => question.wrong !== undefined;

/**
 * The choices of a question in the order in which everybody sees them. In any four questions in a row about a page,
 * the right choice is in four different places, so no letter is right more often than others. The order of these places
 * follows from the id of the first question, so it's as good as random, and doesn't change if the page's address does.
 * @param questions the multiple-choice questions about the page of the question
 * @param index of the question among them
 */
export function optionsOf(questions: [id: string, question: ChoiceQuestion][], index: number) {
  const [[first]] = questions as [[string, ChoiceQuestion]];
  const [, { answer, why, wrong, proof }] = questions[index]!;
  const options = wrong.map((option) => ({ proof, ...option, isRight: false }));
  const places = [0, 1, 2, 3].toSorted((a, b) => hashOf(`${a} ${first}`) - hashOf(`${b} ${first}`));
  return options.toSpliced(places[index % places.length]!, 0, { option: answer, why, proof, isRight: true });
}

/** The upper half of a 32-bit FNV-1a hash, which is mixed best. http://www.isthe.com/chongo/tech/comp/fnv/ */
const hashOf = (text: string): number =>
  Array.from(text).reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16_777_619), 2_166_136_261) >>> 16;

/** The slug of the page with all multiple-choice questions of a section: `learn/concepts-quiz`. @param page a slug in it */
export const quizOf = (page: string): string => `learn/${page.replace(/\/.*/, '')}-quiz`;

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
      addressed: (data) => !hasChoices(data as Question),
    },
    Quiz: {
      attributes: ['page'],
      required: ['page'],
      shows: ({ props }, _, content) => choicesOf(props['page'] ?? '', content).map(([id]) => id),
      addressed: (data) => hasChoices(data as Question),
    },
    ProjectQuiz: {},
    QuizScore: {},
    ToggleAnswers: {},
  },
  home: (data) => (hasChoices(data) ? quizOf(data.page) : data.page),
  targets: (id) => [{ id: questionFragment(id), label: `the question "${id}"` }],
  texts: ({ question, answer, why, wrong, proof }) => [
    { text: question, at: ['question'] },
    { text: answer, at: ['answer'] },
    ...(why ? [{ text: why, at: ['why'] }] : []),
    ...(wrong ?? []).flatMap(({ option, why, proof }, index) => [
      { text: option, at: ['wrong', index, 'option'] },
      { text: why, at: ['wrong', index, 'why'] },
      ...(proof ? [{ text: `[proof](${proof})`, at: ['wrong', index, 'proof'] }] : []),
    ]),
    { text: `[proof](${proof})`, at: ['proof'] },
  ],
  check: (entry, content) => [...checkQuiz(entry, content), ...checkChoices(entry), ...checkQuestion(entry, content)],
  checkPage: (page, content) => [...checkQuestionLists(page, content), ...checkQuestionTools(page)],
  searchKinds: { question: { label: 'Question', whole: true, weight: 0.36 } },
  // The answer is not searched, because the search finds it in the text of the page. A multiple-choice question is an
  // exercise, and not what people ask.
  searchEntries: ({ id, data }, page) =>
    hasChoices(data)
      ? []
      : [
          {
            kind: 'question',
            page,
            fragment: questionFragment(id),
            title: searchText(data.question),
            parts: [],
            aside: [['', searchText(data.answer)]],
          },
        ],
};

/** The questions of the self-check of a page. */
export const questionsOf = (slug: string, content: Content): [id: string, question: Question][] =>
  [...content.byId(question)].filter(([, data]) => data.page === slug && !hasChoices(data));

/** The multiple-choice questions about a page. */
export const choicesOf = (slug: string, content: Content): [id: string, question: ChoiceQuestion][] =>
  [...content.byId(question)].flatMap(([id, data]) => (data.page === slug && hasChoices(data) ? [[id, data]] : []));

/** A page asks a question once, and what proves an answer is not a question. */
function checkQuestion({ id, data, file, lineOf }: Entry<Question>, content: Content): Problem[] {
  const questions = [...content.byId(question)];
  const proof = questions.find(([other]) => data.proof.endsWith(`#${questionFragment(other)}`));
  const same = questions.find(
    ([, other]) => other.page === data.page && other.question.trim() === data.question.trim(),
  )!;
  return [
    ...(proof
      ? [
          {
            file,
            line: lineOf(['proof']),
            message: `The proof of this answer is the question "${proof[0]}", which proves nothing.`,
            fix: 'Name the row or the heading that proves the answer.',
          },
        ]
      : []),
    ...(same[0] === id
      ? []
      : [
          {
            file,
            line: lineOf(['question']),
            message: `The page "${data.page}" already has this question: "${same[0]}".`,
            fix: 'Ask something else, or keep only one of the two.',
          },
        ]),
  ];
}

/** The quiz of a section must exist. A question's unknown page is reported along with those of other entries. */
function checkQuiz({ data, file, lineOf }: Entry<Question>, content: Content): Problem[] {
  const quiz = quizOf(data.page);
  if (!hasChoices(data) || !content.page(data.page) || content.page(quiz)) return [];
  const example = content.pageWith('Quiz');
  return [
    {
      file,
      line: lineOf(['page']),
      message: `Multiple-choice questions about ${data.page.replace(/\/.*/, '/…')} are on the page "${quiz}", which doesn't exist.`,
      fix: `Create it${example ? ` like ${example.file}` : ''}, with "slug: ${quiz}" and a <Quiz page="…" /> for each page that has such questions. Add it to content/navigation.yaml.`,
    },
  ];
}

/** The choices of a question differ as readers see them. Of two that are the same, the one further down is reported. */
function checkChoices({ data, file, lineOf }: Entry<Question>): Problem[] {
  if (!hasChoices(data)) return [];
  const choices = [data.answer, ...data.wrong.map(({ option }) => option)].map(searchText);
  return data.wrong.flatMap((_, index) => {
    const same = choices.indexOf(choices[index + 1]!);
    if (same > index) return [];
    const other = same ? `wrong choice ${same}` : 'the answer';
    const line = lineOf(['wrong', index, 'option']);
    return [
      { file, line, message: `This choice is the same as ${other}.`, fix: 'Write another mistake that people make.' },
    ];
  });
}

/**
 * A self-check and a quiz must have questions. A quiz must be on the page where its questions have their addresses; because of
 * these, the page can't lack any. A page that shows the self-checks of most pages must show those of all pages.
 */
function checkQuestionLists({ components, file, slug }: Page, content: Content): Problem[] {
  const questions = [...content.byId(question).values()];
  const pagesOf = (component: string) => [
    ...new Set(questions.flatMap((data) => (hasChoices(data) === (component === 'Quiz') ? [data.page] : []))),
  ];
  const lists = components
    .filter(({ name }) => name === 'SelfCheck' || name === 'Quiz')
    .map(({ name, props: { page }, line }) => ({ name, slug: page ?? slug, line, pages: pagesOf(name) }));
  const selfChecks = lists.filter(({ name }) => name === 'SelfCheck');
  const pages = pagesOf('SelfCheck');
  const missing = pages.filter((slug) => !selfChecks.some((selfCheck) => selfCheck.slug === slug));
  const isList = missing.length < pages.length / 2;
  return [
    ...lists
      .filter(({ slug, pages }) => !pages.includes(slug))
      .map(({ name, slug, line, pages }) => ({
        file,
        line,
        ...(content.pages.some((page) => page.slug === slug)
          ? {
              message: `The page "${slug}" has no ${name === 'Quiz' ? 'multiple-choice ' : ''}questions.`,
              fix: `Write ${name === 'Quiz' ? 'some' : 'three to five'} in content/questions.yaml, or name a page that has some: <${name} page="…" />.`,
            }
          : {
              message: `Unknown page "${slug}".${didYouMean(slug, pages)}`,
              fix: `Name a page that has questions, or remove this <${name}>.`,
            }),
      })),
    ...lists
      .filter((list) => list.name === 'Quiz' && list.pages.includes(list.slug) && quizOf(list.slug) !== slug)
      .map((quiz) => ({
        file,
        line: quiz.line,
        message: `The questions about "${quiz.slug}" have their addresses on the page "${quizOf(quiz.slug)}".`,
        fix: 'Move <Quiz> there, or link to that page.',
      })),
    ...(isList ? missing : []).map((slug) => ({
      file,
      line: selfChecks.at(-1)!.line,
      message: `This list lacks the questions of the page "${slug}".`,
      fix: `Add a heading and <SelfCheck page="${slug}" />.`,
    })),
  ];
}

/** The components that work with the questions of their page, each with the component that shows those questions. */
const TOOLS: Record<string, string> = { ProjectQuiz: 'Quiz', QuizScore: 'Quiz', ToggleAnswers: 'SelfCheck' };

/** On a page without questions, a component for them would show nothing, or a button that does nothing. */
const checkQuestionTools = ({ components, file }: Page): Problem[] =>
  components.flatMap(({ name, line }) => {
    const list = TOOLS[name];
    if (!list || components.some((other) => other.name === list)) return [];
    const message = `<${name}> has no questions to work with: this page has no <${list}>.`;
    return { file, line, message, fix: `Remove it, or put <${list}> on this page.` };
  });
