/** Notes for Anki in a text file: https://docs.ankiweb.net/importing/text-files.html */
import { VERDICTS } from '../../model/verdicts.ts';
import type { Item, PackageItems, PackagePage } from './items.ts';
import { answerOf, openQuestionsOf, quizQuestionsOf, type QuizQuestion } from './quiz.ts';
import { asHtml, oneLine, Wording } from './text.ts';

/** Anki knows a note by this id in all collections: it never changes, or a second import would double the notes. */
const guidOf = ({ id }: Item) => `docker-basics-${id}`;

interface Note extends Item {
  tag: string;
  front: string;
  back: string;
}

/** Writes a note for each question, misconception and term. The first lines say how Anki reads the file. */
export function ankiFile(items: PackageItems, root?: string): string {
  const wording = new Wording(items, root);
  const deck = oneLine(items.title).replaceAll('::', ':'); // "::" would begin a deck within the deck
  const lines = items.pages.flatMap((page) =>
    notesOf(page, wording).map(({ tag, front, back, ...item }) =>
      [guidOf(item), deck, front, `${back}<br>${wording.origin(item)}`, `${page.slug} ${tag}`].map(quote).join('\t'),
    ),
  );
  return [
    '#separator:tab',
    '#html:true',
    '#notetype:Basic',
    '#guid column:1',
    '#deck column:2',
    '#tags column:5',
    `# ${oneLine(wording.source)}`,
    ...lines,
    '',
  ].join('\n');
}

/** In quotes, a field may contain anything. */
const quote = (field: string) => `"${field.replaceAll('"', '""')}"`;

function notesOf(page: PackagePage, wording: Wording): Note[] {
  const { misconceptions, terms } = page;
  return [
    ...quizQuestionsOf(page)
      .filter(({ kind }) => kind === 'multiple-choice') // a misconception is one note, with its correction
      .map((question) => choiceNote(question, wording)),
    ...openQuestionsOf(page).map(({ kind: tag, question, options, name: _, ...item }) => ({
      ...item,
      tag,
      front: wording.html(question),
      back: options.map((option) => answerOf(option, wording)).join(''),
    })),
    ...misconceptions.map(({ claim, verdict, correction, why: _, statements: __, ...item }) => ({
      ...item,
      tag: 'misconception',
      front: `“${wording.html(claim)}”`,
      back: `<b>${VERDICTS[verdict]}.</b> ${wording.html(correction)}`,
    })),
    ...terms.map(({ term, names, definition, ...item }) => ({
      ...item,
      tag: 'term',
      front: [term, ...names].map(asHtml).join(', '),
      back: wording.html(definition),
    })),
  ];
}

function choiceNote({ kind, question, options, name: _, ...item }: QuizQuestion, wording: Wording): Note {
  const right = options.find(({ isRight }) => isRight)!;
  return {
    ...item,
    tag: kind,
    front: `${wording.html(question)}<ul>${options.map(({ text }) => `<li>${wording.html(text)}</li>`).join('')}</ul>`,
    back: `${wording.html(right.text)}<br>${wording.because(right)}`,
  };
}
