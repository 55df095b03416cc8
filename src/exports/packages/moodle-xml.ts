/** Moodle XML, the format of Moodle's question bank: https://docs.moodle.org/en/Moodle_XML_format */
import type { PackageItems } from './items.ts';
import { categoryOf, questionName } from './moodle.ts';
import { quizQuestionsOf, type QuizQuestion } from './quiz.ts';
import { asHtml, Wording } from './text.ts';
import { cdata, comment, escapeXml, XML_DECLARATION } from './xml.ts';

/** Writes the questions in a category for each page. The category of the package says where it is from. */
export function moodleXmlFile(items: PackageItems, root?: string): string {
  const wording = new Wording(items, root);
  const questions = items.pages.flatMap((page) => {
    const quiz = quizQuestionsOf(page).map((question) => xmlQuestion(question, page.slug, wording));
    return quiz.length ? [category(categoryOf(items, page)), ...quiz] : [];
  });
  return [
    XML_DECLARATION,
    comment(wording.source),
    '<quiz>',
    category(categoryOf(items), asHtml(wording.source)),
    ...questions,
    '</quiz>',
    '',
  ].join('\n');
}

const category = (path: string, info = '') =>
  `<question type="category">
<category><text>${escapeXml(path)}</text></category>
<info format="html"><text>${cdata(info)}</text></info>
</question>`;

const text = (tag: string, html: string) => `<${tag} format="html"><text>${cdata(html)}</text></${tag}>`;

function xmlQuestion({ kind, name, question, options, ...item }: QuizQuestion, page: string, wording: Wording): string {
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
  return [
    `<question type="${isChoice ? 'multichoice' : 'truefalse'}">`,
    `<name><text>${escapeXml(questionName(name))}</text></name>`,
    text('questiontext', wording.html(question)),
    text('generalfeedback', wording.origin(item)),
    '<defaultgrade>1</defaultgrade>',
    `<penalty>${isChoice ? '0.3333333' : '1'}</penalty>`,
    '<hidden>0</hidden>',
    `<idnumber>${escapeXml(item.id)}</idnumber>`,
    ...(isChoice ? ['<single>true</single>', '<shuffleanswers>true</shuffleanswers>'] : []),
    ...answers,
    `<tags>${[page, kind].map((tag) => `<tag><text>${escapeXml(tag)}</text></tag>`).join('')}</tags>`,
    '</question>',
  ].join('\n');
}
