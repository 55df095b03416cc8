/** Moodle XML, the format of Moodle's question bank: https://docs.moodle.org/en/Moodle_XML_format */
import type { PackageItems } from './items.ts';
import { categoriesOf, categoryAt, questionName } from './moodle.ts';
import { answerOf, generalFeedback, type QuizQuestion } from './quiz.ts';
import { asHtml, Wording } from './text.ts';
import { cdata, comment, escapeXml, XML_DECLARATION } from './xml.ts';

/** Writes the questions in a category for each page. The category of the package says where it is from. */
export function moodleXmlFile(items: PackageItems, root?: string): string {
  const wording = new Wording(items, root);
  return [
    XML_DECLARATION,
    comment(wording.source),
    '<quiz>',
    categoryXml(categoryAt(items.title), asHtml(wording.source)),
    ...categoriesOf(items).flatMap(({ category, page, questions }) => [
      categoryXml(category),
      ...questions.map((question) => xmlQuestion(question, page, wording)),
    ]),
    '</quiz>',
    '',
  ].join('\n');
}

const categoryXml = (path: string, info = '') =>
  `<question type="category">
<category><text>${escapeXml(path)}</text></category>
<info format="html"><text>${cdata(info)}</text></info>
</question>`;

const text = (tag: string, html: string) => `<${tag} format="html"><text>${cdata(html)}</text></${tag}>`;

/** The types of questions in Moodle, with the share of the grade that a wrong answer costs if the question is tried again. */
const TYPES = {
  'multiple-choice': { type: 'multichoice', penalty: '0.3333333' },
  'true-false': { type: 'truefalse', penalty: '1' },
  open: { type: 'essay', penalty: '0' },
} satisfies Record<QuizQuestion['kind'], object>;

const xmlQuestion = (question: QuizQuestion, page: string, wording: Wording): string =>
  [
    `<question type="${TYPES[question.kind].type}">`,
    `<name><text>${escapeXml(questionName(question.name))}</text></name>`,
    text('questiontext', wording.html(question.question)),
    text('generalfeedback', generalFeedback(question, wording)),
    '<defaultgrade>1</defaultgrade>',
    `<penalty>${TYPES[question.kind].penalty}</penalty>`,
    '<hidden>0</hidden>',
    `<idnumber>${escapeXml(question.id)}</idnumber>`,
    ...xmlAnswers(question, wording),
    `<tags>${[page, question.kind].map((tag) => `<tag><text>${escapeXml(tag)}</text></tag>`).join('')}</tags>`,
    '</question>',
  ].join('\n');

/** The answers that a platform compares. The answer to an open question is for people who grade. */
function xmlAnswers({ kind, options }: QuizQuestion, wording: Wording): string[] {
  if (kind === 'open')
    return [
      '<responseformat>editor</responseformat>',
      ...options.map((option) => text('graderinfo', answerOf(option, wording))),
    ];
  const isChoice = kind === 'multiple-choice';
  /** The answers of "true or false" are keywords in lower case. */
  const answers = options.map((option) =>
    [
      `<answer fraction="${option.isRight ? 100 : 0}" format="${isChoice ? 'html' : 'moodle_auto_format'}">`,
      `<text>${isChoice ? cdata(wording.html(option.text)) : option.text.toLowerCase()}</text>`,
      text('feedback', wording.because(option)),
      '</answer>',
    ].join(''),
  );
  return [...(isChoice ? ['<single>true</single>', '<shuffleanswers>true</shuffleanswers>'] : []), ...answers];
}
