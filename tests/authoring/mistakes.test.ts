/** Every mistake in the content gets a message with the file, the line, the mistake and its remedy. */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { listFiles } from '../../src/model/files.ts';
import { formatProblems } from '../../src/model/problems.ts';
import { validateContent } from '../../src/checks/validate.ts';
import { edited, fileOfPage, pageOfTable } from '../project-copy.ts';

/** Makes a mistake in a copy of the content, whose folder it gets. */
type Edit = (root: string) => void;

const copy = mkdtempSync(join(tmpdir(), 'content-'));
after(() => rmSync(copy, { recursive: true }));
const LOCKS = ['changes.lock.json', 'links.lock.json', 'trials.lock.json'];
for (const part of ['content', 'public', ...LOCKS, 'src/kinds/figure']) {
  cpSync(part, join(copy, part), { recursive: true });
}
const copied = new Map(listFiles(copy).map((file) => [file, readFileSync(file)]));

/** Brings the copy of the content back to what it is in the project, and edits it. @returns the folder of the copy */
function copyContent(edit: Edit): string {
  for (const file of listFiles(copy)) if (!copied.has(file)) rmSync(join(copy, file));
  for (const [file, bytes] of copied) {
    const path = join(copy, file);
    if (!existsSync(path) || !readFileSync(path).equals(bytes)) writeFileSync(path, bytes);
  }
  edit(copy);
  return copy;
}

/** Replaces text in a file, which must have it. */
const replace =
  (file: string, from: string | RegExp, to: string): Edit =>
  (root) => {
    const path = join(root, file);
    writeFileSync(path, edited(file, existsSync(path) ? readFileSync(path, 'utf8') : '', from, to));
  };

const append =
  (file: string, text: string): Edit =>
  (root) => {
    const path = join(root, file);
    writeFileSync(path, readFileSync(path, 'utf8') + text);
  };

/** The number of the line on which text that is appended to a file begins. */
const appendedLine = (file: string) => readFileSync(file, 'utf8').split('\n').length;

/** The number of the first line that holds a text, or with -1 of the last. */
const lineOf = (file: string, text: string, position: 0 | -1 = 0) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => (line.includes(text) ? [index + 1] : []))
    .at(position)!;

const PAGE = 'content/concepts/what-is-docker.mdx';
const TABLE = 'content/tables/docker-features.yaml';
const QUESTIONS = 'content/questions.yaml';
const MISCONCEPTIONS = 'content/misconceptions.yaml';
const DRAWING = 'src/kinds/figure/drawings/layers.astro';
const GLOSSARY = 'content/glossary.yaml';
const PATHS = 'content/paths.yaml';
const TRIALS = 'content/trials/misconceptions.yaml';
const RECORD = 'trials.lock.json';
const HUB_FACTS = 'content/facts/docker-hub.yaml';
const SEARCHES_FILE = 'content/searches.tsv';
const PAGE_END = appendedLine(PAGE);

const [FIRST_QUESTION = ''] = /^ {2}question: .*\?$/m.exec(readFileSync(QUESTIONS, 'utf8'))!;

/** Gives the first address of the record, that of the start page, a key of its own. */
const recordOfHome = (key: string) =>
  replace('changes.lock.json', /^( {2}"\/": \{"first":"[^"]*").*\}(,?)$/m, `$1,${key}}$2`);

/** What adds a redirect of a page, above others: the text to replace, and what takes its place. */
const redirectPage = (from: string, to: string): [RegExp, string] => [
  /^pages:( \[\])?$/m,
  `pages:\n  - { from: ${from}, to: ${to} }`,
];

/** Some more questions on a page, in YAML. */
const questionsOn = (page: string, count: number) =>
  Array.from(
    { length: count },
    (_, index) =>
      `\nquestion-${index}:\n  page: ${page}\n  question: Why ${index}?\n  answer: So.\n  proof: /${page}/#in-short\n`,
  ).join('');

/** Some more multiple-choice questions about a page, in YAML. */
const choicesOn = (page: string, count: number) =>
  Array.from(
    { length: count },
    (_, index) =>
      `\nchoices-${index}:\n  page: ${page}\n  question: Which ${index}?\n  answer: This.\n  why: So.\n  wrong:\n` +
      ['One', 'Two', 'Three'].map((option) => `    - { option: ${option}, why: So. }\n`).join('') +
      `  proof: /concepts/what-is-docker/#in-short\n`,
  ).join('');

/** Each mistake with its file and line, and what the problem must say. A mistake of a file as a whole has no line. */
const mistakes: [name: string, edit: Edit, location: string, message: RegExp][] = [
  [
    'a step of a learning path that is no page',
    replace('content/paths.yaml', 'practice/run-a-container:', 'practice/run-container:'),
    `content/paths.yaml:${lineOf('content/paths.yaml', 'practice/run-a-container:')}`,
    /leads to a page that doesn't exist\. Did you mean "practice\/run-a-container"\?/,
  ],
  [
    'a learning path that does not exist',
    replace('content/learn/index.mdx', '<Path id="operator" />', '<Path id="operators" />'),
    `content/learn/index.mdx:${lineOf('content/learn/index.mdx', '<Path id="operator" />')}`,
    /Unknown learning path "operators"\. Did you mean "operator"\?/,
  ],
  [
    'a list of the pages of a group on a page that introduces none',
    append(PAGE, '\n<SectionList />\n'),
    `${PAGE}:${PAGE_END + 1}`,
    /<SectionList> has nothing to list: this page doesn't introduce a group/,
  ],
  [
    'a group that is introduced by a page that does not exist',
    replace('content/navigation.yaml', 'page: concepts\n', 'page: concept\n'),
    `content/navigation.yaml:${lineOf('content/navigation.yaml', 'page: concepts')}`,
    /No page has the slug "concept"\. Did you mean "concepts"\?/,
  ],
  [
    'topics of a table without topics',
    append(PAGE, '\n<Topics name="docker-features" />\n'),
    `${PAGE}:${PAGE_END + 1}`,
    /The table "docker-features" has no topics/,
  ],
  [
    'topics of a table that is on another page',
    append(PAGE, '\n<Topics name="commands" />\n'),
    `${PAGE}:${PAGE_END + 1}`,
    /This page doesn't show the table "commands"/,
  ],
  [
    'a finder of errors on a page that lists none',
    append(PAGE, '\n<ErrorFinder />\n'),
    `${PAGE}:${PAGE_END + 1}`,
    /<ErrorFinder> has nothing to search: this page doesn't list error messages/,
  ],
  [
    'a search phrase for a place that does not exist',
    append('content/phrases.yaml', '/registries/docker-hub/#pull-limit:\n  - how many pulls\n'),
    `content/phrases.yaml:${appendedLine('content/phrases.yaml')}`,
    /leads to a place that doesn't exist: the page "registries\/docker-hub" has no #pull-limit\. Did you mean "pull-limits"\?/,
  ],
  [
    'a search whose answer was never an address',
    append(SEARCHES_FILE, 'how many pulls\t/registries/docker-hub/#pull-limit\n'),
    `${SEARCHES_FILE}:${appendedLine(SEARCHES_FILE)}`,
    /leads to a place that doesn't exist: the page "registries\/docker-hub" has no #pull-limit\. Did you mean "pull-limits"\?/,
  ],
  [
    'a search with the address of another site',
    append(SEARCHES_FILE, 'how many pulls\thttps://hub.docker.com/\n'),
    `${SEARCHES_FILE}:${appendedLine(SEARCHES_FILE)}`,
    /"https:\/\/hub\.docker\.com\/" isn't an address of this site/,
  ],
  [
    'a search with spaces in place of the tab',
    append(SEARCHES_FILE, 'how many pulls  /registries/docker-hub/#pull-limits\n'),
    `${SEARCHES_FILE}:${appendedLine(SEARCHES_FILE)}`,
    /doesn't have two columns/,
  ],
  [
    'a search without an answer',
    append(SEARCHES_FILE, 'how many pulls\t\nhow many pushes\t/registries/docker-hub/#pull-limits\n'),
    `${SEARCHES_FILE}:${appendedLine(SEARCHES_FILE)}`,
    /doesn't have two columns/,
  ],
  [
    'a search with two answers',
    append(SEARCHES_FILE, 'how many pulls\t/registries/docker-hub/#pull-limits\t/registries/docker-hub/\n'),
    `${SEARCHES_FILE}:${appendedLine(SEARCHES_FILE)}`,
    /doesn't have two columns/,
  ],
  [
    'a search without a query',
    append(SEARCHES_FILE, ' \t/registries/docker-hub/#pull-limits\n'),
    `${SEARCHES_FILE}:${appendedLine(SEARCHES_FILE)}`,
    /This line has no query/,
  ],
  [
    'a duplicate search',
    replace(SEARCHES_FILE, /^(.+\n)(.+\n)/, '$1$2$2'),
    `${SEARCHES_FILE}:3`,
    /This search is already on line 2/,
  ],
  [
    'an empty line between searches',
    append(SEARCHES_FILE, '\nhow many pulls\t/registries/docker-hub/#pull-limits\n'),
    `${SEARCHES_FILE}:${appendedLine(SEARCHES_FILE)}`,
    /This line is empty/,
  ],
  [
    'searches without the names of the columns',
    replace(SEARCHES_FILE, /^.+\n/, ''),
    `${SEARCHES_FILE}:1`,
    /The first line doesn't name the columns/,
  ],
  [
    'a handout of a table that does not exist',
    append(PAGE, '\n[The handout](/teach/handout/?show=concepts/what-is-docker/docker-feature)\n'),
    `${PAGE}:${PAGE_END + 1}`,
    /asks for "concepts\/what-is-docker\/docker-feature", which doesn't exist\. Did you mean "concepts\/what-is-docker\/docker-features"\?/,
  ],
  [
    'a handout of a section that does not exist',
    append(PAGE, '\n[The commands](/teach/handout/?show=teach/lesson-90/run&show=teach/lesson-90/kernels)\n'),
    `${PAGE}:${PAGE_END + 1}`,
    /asks for "teach\/lesson-90\/kernels", which doesn't exist\. Did you mean "teach\/lesson-90\/kernel"\?/,
  ],
  [
    'an embed of a row that does not exist',
    append(PAGE, '\n[One](/embed/tables/clean-up/image-prune/?large&hide), [two](/embed/tables/clean-up/none/)\n'),
    `${PAGE}:${PAGE_END + 1}`,
    /"\/embed\/tables\/clean-up\/none\/" leads to a page that doesn't exist/,
  ],
  [
    'the handout of a page that has none',
    append(PAGE, '\n[The handout](/teach/handout/?preset=teach/lesson-46)\n'),
    `${PAGE}:${PAGE_END + 1}`,
    /The page "teach\/lesson-46" has no handout\. Did you mean "teach\/lesson-45"\?/,
  ],
  [
    'a duration that the plan of a lesson cannot read',
    replace('content/teach/lesson-45.mdx', '(4 minutes) {#beliefs}', '(4 minuets) {#beliefs}'),
    `content/teach/lesson-45.mdx:${lineOf('content/teach/lesson-45.mdx', '{#beliefs}')}`,
    /The plan can't read the duration "\(4 minuets\)"\.\s+→ Write it like this: \(4 minutes\)\./,
  ],
  [
    'a handout of a page that links nothing for it',
    replace('content/learn/index.mdx', /^reviewed:/m, 'handout: Nothing\nreviewed:'),
    `content/learn/index.mdx:${lineOf('content/learn/index.mdx', 'reviewed:')}`,
    /The handout of this page would be empty/,
  ],
  [
    'a live embed of a row that does not exist',
    append(PAGE, '\n<LiveEmbed name="docker-features" row="portabilty" />\n'),
    `${PAGE}:${PAGE_END + 1}`,
    /The table "docker-features" has no row "portabilty"\. Did you mean "portability"\?/,
  ],
  [
    'the questions of a page that has none',
    replace('content/teach/questions.mdx', 'page="registries/docker-hub"', 'page="registries/docker-hubb"'),
    `content/teach/questions.mdx:${lineOf('content/teach/questions.mdx', 'page="registries/docker-hub"')}`,
    /Unknown page "registries\/docker-hubb"\. Did you mean "registries\/docker-hub"\?\s+→ Name a page that has/,
  ],
  [
    'a quiz on a page without questions',
    replace('content/learn/practice-quiz.mdx', 'page="practice/clean-up"', 'page="practice/clean-upp"'),
    `content/learn/practice-quiz.mdx:${lineOf('content/learn/practice-quiz.mdx', 'page="practice/clean-up"')}`,
    /Unknown page "practice\/clean-upp"\. Did you mean "practice\/clean-up"\?\s+→ Name a page that has questions, or/,
  ],
  [
    'a quiz about a page that has no questions',
    append('content/learn/practice-quiz.mdx', '\n<Quiz page="learn" />\n'),
    `content/learn/practice-quiz.mdx:${appendedLine('content/learn/practice-quiz.mdx') + 1}`,
    /The page "learn" has no multiple-choice questions\.\s+→ Write some in content\/questions\.yaml, or name/,
  ],
  [
    'a list of all questions that lacks those of a page',
    replace('content/teach/questions.mdx', '<SelfCheck page="concepts/what-is-docker" />', ''),
    `content/teach/questions.mdx:${lineOf('content/teach/questions.mdx', '<SelfCheck', -1)}`,
    /This list lacks the questions of the page "concepts\/what-is-docker"/,
  ],
  [
    'a question with two wrong choices',
    replace(QUESTIONS, / {4}- option: [^]*?(?= {4}- option: )/, ''),
    `${QUESTIONS}:${lineOf(QUESTIONS, '  wrong:')}`,
    /\.wrong" must have three options/,
  ],
  [
    'a question with wrong choices that does not say why the answer is right',
    replace(QUESTIONS, /^ {2}why: .*\n( {4}.*\n)*/m, ''),
    `${QUESTIONS}:${lineOf(QUESTIONS, 'three-runs-of-echo:')}`,
    /\.why" is missing\.[\s\S]*→ Add "why:"/,
  ],
  [
    'a section whose quiz lacks the questions of a page',
    replace('content/learn/practice-quiz.mdx', /## .*\n\n<Quiz page="practice\/clean-up" \/>/, ''),
    `${QUESTIONS}:${lineOf(QUESTIONS, 'image-prune-without-options:') + 1}`,
    /The page "learn\/practice-quiz" doesn't show the questions about "practice\/clean-up"\.[\s\S]*→ Put <Quiz page="practice\/clean-up" \/> on it/,
  ],
  [
    'a multiple-choice question of a section without a quiz',
    append(QUESTIONS, choicesOn('teach/packages', 1)),
    `${QUESTIONS}:${appendedLine(QUESTIONS) + 2}`,
    /Multiple-choice questions about teach\/… are on the page "learn\/teach-quiz", which doesn't exist\.\s+→ Create it like content\/learn\/[a-z]+-quiz\.mdx, with "slug: learn\/teach-quiz" and a <Quiz page="…" \/>/,
  ],
  [
    'a page with two multiple-choice questions',
    replace(QUESTIONS, /^\S+:\n {2}page: practice\/python\n((?! {2}wrong:) .*\n)+ {2}wrong:\n( .*\n)+/m, ''),
    `content/practice/python.mdx:${lineOf('content/practice/python.mdx', '## Check yourself')}`,
    /The page has 2 multiple-choice questions\.\s+→ Write at least three in content\/questions\.yaml/,
  ],
  [
    'a page that introduces a group and lists none of its pages',
    replace('content/concepts/index.mdx', '<SectionList />', ''),
    `content/concepts/index.mdx:${lineOf('content/concepts/index.mdx', 'slug: concepts')}`,
    /The page "concepts" introduces a group in content\/navigation\.yaml, but doesn't list the pages of the group\.\s+→ Add <SectionList \/> to it\./,
  ],
  [
    'a source that nothing cites',
    append(
      'content/sources.yaml',
      '\nunused:\n  title: Unused\n  publisher: Nobody\n  url: https://example.org/unused/\n  read: 2026-11-24\n',
    ),
    `content/sources.yaml:${appendedLine('content/sources.yaml') + 1}`,
    /Nothing in content\/ names the source "unused"\.\s+→ Put <Cite id="unused" \/> on a page, or delete the entry\./,
  ],
  [
    'a term that nothing names',
    append(GLOSSARY, '\nunused:\n  term: Unused\n  definition: It is unused.\n  sources: [docker-overview]\n'),
    `${GLOSSARY}:${appendedLine(GLOSSARY) + 1}`,
    /Nothing in content\/ names the term "unused"\.\s+→ Put <Term id="unused">word<\/Term> on a page, or delete the entry\./,
  ],
  [
    'a summary without an empty line below it',
    append(PAGE, '\n<details>\n<summary>Why?</summary>\nBecause.\n</details>\n'),
    `${PAGE}:${PAGE_END + 2}`,
    /<summary> is in a paragraph, .*\s+→ Write <summary>…<\/summary> on a line of its own, and leave the line below it empty\./,
  ],
  [
    'a heading with nothing below it',
    append(PAGE, '## Empty {#empty}\n\n## Full {#full}\n\nText.'),
    `${PAGE}:${PAGE_END}`,
    /The section "Empty" is empty\.\s+→ Write its text, or remove its heading\./,
  ],
  [
    'a drawing without a description',
    replace(DRAWING, /^export const description =[^;]+;\n/m, ''),
    DRAWING,
    /The drawing has no description: screen readers would have nothing to read\.\s+→ Between the "---" at its top, write export const description = '…';/,
  ],
  [
    'a drawing with an empty title',
    replace(DRAWING, /^export const title = '.*'/m, "export const title = ' '"),
    `${DRAWING}:${lineOf(DRAWING, 'export const title')}`,
    /The drawing has no title: the figure would have no name\./,
  ],
  [
    'a shape that does not exist',
    replace(DRAWING, '<Box name="Writable', '<Boxx name="Writable'),
    `${DRAWING}:${lineOf(DRAWING, 'Writable')}`,
    /There is no shape <Boxx>\. Did you mean "Box"\?\s+→ Use one of: Arrow, Box, /,
  ],
  [
    'an import of a shape that does not exist',
    replace(DRAWING, "Box from '../shapes/Box.astro'", "Box from '../shapes/Boxx.astro'"),
    `${DRAWING}:${lineOf(DRAWING, 'shapes/Box.astro')}`,
    /There is no shape "Boxx"\. Did you mean "Box"\?/,
  ],
  [
    'a shape that is not imported',
    replace(DRAWING, /^import Row .*\n/m, ''),
    `${DRAWING}:${lineOf(DRAWING, '<Row>') - 1}`,
    /<Row> isn't imported\.\s+→ At the top, write import Row from '\.\.\/shapes\/Row\.astro';/,
  ],
  [
    'a role of a shape that does not exist',
    replace(DRAWING, 'role="container"', 'role="contaner"'),
    `${DRAWING}:${lineOf(DRAWING, 'role="container"')}`,
    /<Box> has no role "contaner"\. Did you mean "container"\?\s+→ Use one of: host, container, image, registry\./,
  ],
  [
    'an attribute that a shape does not have',
    replace(DRAWING, 'note={`', 'nota={`'),
    `${DRAWING}:${lineOf(DRAWING, 'note={`')}`,
    /<Box> has no attribute "nota"\. Did you mean "note"\?\s+→ Remove it, or use one of: name, note, role, look\./,
  ],
  [
    'a script in a drawing',
    replace(DRAWING, '</Row>\n', '</Row>\n<script>document.title = 1;</script>\n'),
    `${DRAWING}:${lineOf(DRAWING, '</Row>') + 1}`,
    /<script> doesn't belong in a drawing\.\s+→ Use shapes, and these elements: b, br, /,
  ],
  [
    'a handler in a drawing',
    replace(DRAWING, '</Row>\n', '</Row>\n<p onclick="alert(1)">Text</p>\n'),
    `${DRAWING}:${lineOf(DRAWING, '</Row>') + 1}`,
    /The attribute "onclick" doesn't belong in a drawing\.\s+→ Remove it\./,
  ],
  [
    'a picture from elsewhere in a drawing',
    replace(DRAWING, '</Row>\n', '</Row>\n<img src="https://example.org/a.png" alt="" />\n'),
    `${DRAWING}:${lineOf(DRAWING, '</Row>') + 1}`,
    /<img> doesn't belong in a drawing\./,
  ],
  [
    'an item of a list that is indented further than the one above it',
    replace('content/navigation.yaml', /^ {6}(- concepts\/how-docker-works)$/m, '        $1'),
    `content/navigation.yaml:${lineOf('content/navigation.yaml', '- concepts/how-docker-works')}`,
    /This line isn't indented like the other lines of its entry or list\./,
  ],
  [
    'a first item of a list that is indented less than the next',
    replace('content/navigation.yaml', /^ {6}(- concepts\/what-is-docker)$/m, '     $1'),
    `content/navigation.yaml:${lineOf('content/navigation.yaml', '- concepts/what-is-docker')}`,
    /This line isn't indented like the other lines of its entry or list\./,
  ],
  [
    'a drawing with a tag that has no end',
    replace(DRAWING, '</Row>\n', ''),
    `${DRAWING}:${lineOf(DRAWING, '</Pane>', -1) - 1}`,
    /This isn't valid Astro: .*'Row'\./,
  ],
  [
    'a word that is meant to mark a rewording',
    recordOfHome('"changes":{"2026-11-30":"reword"}'),
    `changes.lock.json:${lineOf('changes.lock.json', '"first"')}`,
    /"\/\.changes\.2026-11-30" must be a sentence, "reworded", or a list of "words"/,
  ],
  [
    'a recorded change in the future',
    recordOfHome('"changes":{"2999-01-01":"The limit is new."}'),
    `changes.lock.json:${lineOf('changes.lock.json', '"first"')}`,
    /The key "2999-01-01" must not be in the future: it says when readers saw something new\./,
  ],
  [
    'a recorded change from before the address existed',
    recordOfHome('"changes":{"2020-01-01":"The limit is new."}'),
    `changes.lock.json:${lineOf('changes.lock.json', '"first"')}`,
    /"\/\.changes\.2020-01-01" must not be before 20\d\d-\d\d-\d\d, the day on which the address was first recorded\./,
  ],
  [
    'a recorded change on a day that does not exist',
    recordOfHome('"changes":{"2026-13-45":"The limit is new."}'),
    `changes.lock.json:${lineOf('changes.lock.json', '"first"')}`,
    /The key "2026-13-45" must be a real date in the form YYYY-MM-DD/,
  ],
  [
    'a mistyped key in the record of changes',
    recordOfHome('"chagnes":{"2026-11-30":"The limit is new."}'),
    `changes.lock.json:${lineOf('changes.lock.json', '"first"')}`,
    /Unknown key "chagnes"\. Did you mean "changes"\?\s+→ Correct it, or restore the line from Git\./,
  ],
  [
    'a search in the empty field that finds nothing',
    replace('content/site.yaml', 'Portability', 'Portabilty'),
    `content/site.yaml:${lineOf('content/site.yaml', 'starters:')}`,
    /Nothing in content\/ contains the word "portabilty" from the search "Portabilty"\. Did you mean "portability"\?/,
  ],
  [
    'a wrong claim without a true statement on the same point',
    replace(MISCONCEPTIONS, /^ {2}twin: .*\n/m, ''),
    `${MISCONCEPTIONS}:${lineOf(MISCONCEPTIONS, 'container-is-a-small-vm:')}`,
    /\.twin" is missing\.[\s\S]*→ Add "twin:"/,
  ],
  [
    'a trial of a place that does not exist',
    replace(TRIALS, '#misconception-tag-is-for-ever', '#misconception-tag-is-forever'),
    `${TRIALS}:${lineOf(TRIALS, '#misconception-tag-is-for-ever')}`,
    /has no #misconception-tag-is-forever\. Did you mean "misconception-tag-is-for-ever"\?/,
  ],
  [
    'a trial of a section without commands',
    replace(TRIALS, /(container-is-a-small-vm:\n {2}proves: ).*/, '$1/concepts/what-is-docker/#parts'),
    `${TRIALS}:${lineOf(TRIALS, 'container-is-a-small-vm:') + 1}`,
    /The section \/concepts\/what-is-docker\/#parts has no commands[\s\S]*→ Put the commands into a block/,
  ],
  [
    'a trial without a claim',
    replace(TRIALS, / {2}claim: .*\n/, ''),
    `${TRIALS}:${lineOf(TRIALS, 'container-is-a-small-vm:')}`,
    /\.claim" is missing\.[\s\S]*→ Add "claim:"/,
  ],
  [
    'a trial of something that cannot be run, without a reason',
    replace(TRIALS, /(needs-aws:\n {2}readOnly:\n(?: {4}- .*\n)+) {2}why: .*\n/, '$1'),
    `${TRIALS}:${lineOf(TRIALS, 'needs-aws:')}`,
    /\.why" is missing\.[\s\S]*→ Add "why:"/,
  ],
  ...(
    [
      ['a claim of what cannot be run', 'needs-aws', '  claim: Yes.\n', 1, /claim" must not be there with "readOnly"/],
      [
        'steps of what cannot be run',
        'needs-aws',
        '  steps: [{ run: ls }]\n',
        1,
        /steps" must not be there with "readOnly"/,
      ],
      [
        'a reason against a trial that runs',
        'container-is-a-small-vm',
        '  why: So.\n',
        1,
        /why" must not be there with "proves"/,
      ],
      [
        'a reason why nothing is run',
        'needs-aws',
        '  why: So.\nx:\n',
        0,
        /needs-aws\.readOnly" is missing\.[^]*→ Add "readOnly:": the/,
      ],
      [
        'a trial of nothing',
        'needs-aws',
        '  needs: [linux]\nx:\n',
        0,
        /"needs-aws" needs "proves", "claim" and "steps"; or, /,
      ],
    ] as const
  ).map(([name, id, text, line, message]): (typeof mistakes)[number] => [
    name,
    replace(TRIALS, `${id}:\n`, `${id}:\n${text}`),
    `${TRIALS}:${lineOf(TRIALS, `${id}:`) + line}`,
    message,
  ]),
  [
    'a value that nobody will check again',
    replace('content/facts/docker.yaml', /reviewBy: .*/, 'reviewBy: 2072-05-24'),
    `content/facts/docker.yaml:${lineOf('content/facts/docker.yaml', 'reviewBy:')}`,
    /"reviewBy" is 2072-05-24, which is \d\d years after "asOf"/,
  ],
  [
    'a source that is newer than the day it was read',
    replace('content/sources.yaml', /^ {2}dated: .*/m, '  dated: v30, 2100-01-01'),
    `content/sources.yaml:${lineOf('content/sources.yaml', '  dated:')}`,
    /"\S+\.dated" must not end with a date after "read"/,
  ],
  [
    'a term that names itself as a related term',
    replace(GLOSSARY, '[image-manifest, attestation, sbom]', '[artifact]'),
    `${GLOSSARY}:${lineOf(GLOSSARY, '[image-manifest, attestation, sbom]')}`,
    /The term "artifact" names itself as a related term/,
  ],
  [
    'a name of two terms',
    replace(GLOSSARY, 'aka: [OCI artifact]', 'aka: [amazon ECR]'),
    `${GLOSSARY}:${lineOf(GLOSSARY, 'aka: [OCI artifact]')}`,
    /"amazon ECR" is also a name of the term "amazon-ecr"/,
  ],
  [
    'a question that proves itself',
    append(QUESTIONS, questionsOn('concepts/what-is-docker', 1).replace('#in-short', '#question-question-0')),
    `${QUESTIONS}:${appendedLine(QUESTIONS) + 5}`,
    /The proof of this answer is the question "question-0", which proves nothing/,
  ],
  [
    'a question that its page asks twice',
    append(QUESTIONS, questionsOn('concepts/what-is-docker', 2).replace('Why 1?', 'Why 0?')),
    `${QUESTIONS}:${appendedLine(QUESTIONS) + 9}`,
    /The page "concepts\/what-is-docker" already has this question: "question-0"/,
  ],
  [
    'a learning path without pages',
    replace(PATHS, /^operator:[^]*/m, 'operator:\n  readers: operators\n  level: practitioner\n  steps: {}\n'),
    `${PATHS}:${lineOf(PATHS, 'operator:') + 3}`,
    /"operator\.steps" needs at least one page/,
  ],
  [
    'a step of a learning path that is no end of a sentence',
    replace(PATHS, /^(beginner:[^]*? {4}\S+: )[^.]+\./m, '$1Introduces the terms'),
    `${PATHS}:${lineOf(PATHS, '  steps:') + 1}`,
    /"beginner\.steps\.\S+" must end with a period: with the page's title, it makes a sentence\.\s+→ Write what readers get/,
  ],
  [
    'a learning path that no page shows',
    append(
      PATHS,
      'tester:\n  readers: testers\n  level: beginner\n  steps: { concepts/what-is-docker: explains it. }\n',
    ),
    `${PATHS}:${appendedLine(PATHS)}`,
    /Nothing in content\/ names the learning path "tester"/,
  ],
  [
    'a title of the site that leaves no room for those of its pages',
    replace('content/site.yaml', /^title: .*/m, `title: ${'Docker '.repeat(20)}`),
    `content/site.yaml:${lineOf('content/site.yaml', 'title:')}`,
    /"title" must have at most 60 characters/,
  ],
  [
    'a long command in the sentences of a cure',
    replace('content/errors.yaml', /^ {2}cure: >-\n/m, '$&    Run `docker run --rm --platform linux/amd64 IMAGE`.\n'),
    `content/errors.yaml:${lineOf('content/errors.yaml', '  cure:')}`,
    /The command "docker run --rm .*" has more than 40 characters\.\n *→ Move it to "commands:"/,
  ],
  [
    'a line of a Dockerfile among the commands of a cure, which would get a prompt',
    replace('content/errors.yaml', /^ {2}dockerfile:\n/m, '  commands:\n'),
    `content/errors.yaml:${lineOf('content/errors.yaml', '  dockerfile:') + 1}`,
    /is a line of a Dockerfile: write it under "dockerfile:"/,
  ],
  [
    'a trial with a file outside its folder',
    replace(TRIALS, 'needs-aws:\n', 'needs-aws:\n  files:\n    ../input.txt: text\n'),
    `${TRIALS}:${lineOf(TRIALS, 'needs-aws:') + 2}`,
    /The key "\.\.\/input\.txt" must be a path within the folder, .* with neither "\.\." nor a slash at its beginning/,
  ],
  [
    'a record without one of its commas',
    replace(RECORD, '"agrees": true,', '"agrees": true'),
    `${RECORD}:${lineOf(RECORD, '"agrees": true,')}`,
    /→ A command writes this file\. Restore it from Git, with "git checkout trials\.lock\.json"\./,
  ],
  [
    'a reason in a question without choices',
    append(QUESTIONS, questionsOn('concepts/what-is-docker', 1).replace('  answer:', '  why: It is.\n  answer:')),
    `${QUESTIONS}:${appendedLine(QUESTIONS) + 4}`,
    /\.why" must not be there without "wrong"\.[^]*→ Remove it\. If .* add "wrong:" with three wrong choices\./,
  ],
  [
    'a wrong claim without its verdict',
    replace(MISCONCEPTIONS, /^ {2}verdict: .*\n/m, ''),
    `${MISCONCEPTIONS}:${lineOf(MISCONCEPTIONS, 'container-is-a-small-vm:')}`,
    /\.verdict" is missing\.[^]*→ Add "verdict:": one of: wrong, inexact, outdated\./,
  ],
  [
    'an inexact claim with a true statement on the same point',
    replace(MISCONCEPTIONS, '  verdict: inexact\n', '  verdict: inexact\n  twin: It is.\n'),
    `${MISCONCEPTIONS}:${lineOf(MISCONCEPTIONS, 'verdict: inexact') + 1}`,
    /\.twin" must not be there with the verdict inexact: [^]*→ Remove it\./,
  ],
  ...(
    [
      ['that was removed', '#was', /leads to something that was removed, as content\/redirects\.yaml says/],
      [
        'that never existed',
        '#part',
        /its page has moved to \/concepts\/what-is-docker\/, and has no #part\. Did you mean "parts"/,
      ],
      [
        'that has moved with it',
        '#parts',
        /leads to an address that has moved\.\n *→ Write \/concepts\/what-is-docker\/#parts\./,
      ],
    ] as const
  ).map(([name, place, message]): (typeof mistakes)[number] => [
    `a link to a place of a page that has moved, ${name}`,
    (root) => {
      const file = 'content/redirects.yaml';
      replace(file, ...redirectPage('/old/', '/concepts/what-is-docker/'))(root);
      append(file, "  - { from: '/concepts/what-is-docker/#was', why: 'It was wrong.' }\n")(root);
      append(PAGE, `\n[text](/old/${place})\n`)(root);
    },
    `${PAGE}:${PAGE_END + 1}`,
    message,
  ]),
  [
    'a redirect of a page that still exists',
    replace('content/redirects.yaml', ...redirectPage('/registries/docker-hub/', '/registries/amazon-ecr/')),
    `content/redirects.yaml:${lineOf('content/redirects.yaml', 'pages:') + 1}`,
    /"\/registries\/docker-hub\/" still exists, so it can't be redirected\.\s+→ Remove this entry, /,
  ],
  [
    'a trial that needs what no engine offers',
    replace(TRIALS, 'needs: [linux]', 'needs: [windows]'),
    `${TRIALS}:${lineOf(TRIALS, 'needs: [linux]')}`,
    /must be one of: buildx, compose/,
  ],
  [
    'a trial that expects an impossible pattern',
    replace(TRIALS, 'matches: ^0 0$', 'matches: (0'),
    `${TRIALS}:${lineOf(TRIALS, 'matches: ^0 0$')}`,
    /must be a JavaScript regular expression; '\(0' has an error: Unterminated group\./,
  ],
  [
    'a claim that was changed after its trial ran',
    replace(TRIALS, 'A container uses its host’s kernel', 'A container uses a kernel'),
    `${TRIALS}:${lineOf(TRIALS, 'A container uses its host’s kernel')}`,
    /"container-is-a-small-vm" has changed since it ran with Docker Engine[\s\S]*→ Run "npm run trials -- --record container-is-a-small-vm"/,
  ],
  [
    'a message that was reworded after its trial ran',
    replace('content/errors.yaml', 'text: volume is in use', 'text: the volume is in use'),
    `content/trials/errors.yaml:${lineOf('content/trials/errors.yaml', 'error-volume-in-use:') + 3}`,
    /"error-volume-in-use" has changed since it ran/,
  ],
  [
    'an engine that contradicts a claim',
    replace(RECORD, /("container-is-a-small-vm": [^]*?"agrees": )true/, '$1false'),
    `${RECORD}:${lineOf(RECORD, '"container-is-a-small-vm"') + 1}`,
    /Docker Engine [\d.]+ \(\w+\) contradicts the trial "container-is-a-small-vm"[\s\S]*→ Correct the text at \//,
  ],
  [
    'a record that two people have changed',
    replace(RECORD, '"agrees": true', '"agrees": yes'),
    `${RECORD}:${lineOf(RECORD, '"agrees": true')}`,
    /must be true or false/,
  ],
  [
    'a cell that Markdown reads as a quotation',
    replace(TABLE, /description: Packages.*/, "description: '> 10 GB'"),
    `${TABLE}:${lineOf(TABLE, 'Packages applications')}`,
    /would be read as a list, a quotation or several paragraphs[\s\S]*→ Put a backslash before the character/,
  ],
  [
    'text that begins with the sign of a YAML alias',
    replace(TABLE, /description: Packages.*/, 'description: *all* of it'),
    `${TABLE}:${lineOf(TABLE, 'Packages applications')}`,
    /starts with a character that has a special meaning in YAML\.[\s\S]*→ Put the text in quotes/,
  ],
  [
    'a term with a name that a term above it has',
    append(GLOSSARY, 'new-driver:\n  term: Image\n  definition: A thing.\n  sources: [docker-cli]\n'),
    `${GLOSSARY}:${appendedLine(GLOSSARY) + 1}`,
    new RegExp(`"Image" is also a name of the term "container-image", on line ${lineOf(GLOSSARY, 'aka: [image,')}\\.`),
  ],
  [
    'a source without the day on which it was read',
    replace('content/sources.yaml', /^ {2}read: .*\n/m, ''),
    `content/sources.yaml:${lineOf('content/sources.yaml', 'docker-overview:')}`,
    /"docker-overview" needs "read", or "linkOnly"[^]*→ Add "read:", the day on which it was read\. For a website that nobody cites, add "linkOnly: true"\./,
  ],
  [
    'a source that was read, and is only a link',
    replace('content/sources.yaml', /^ {2}read: .*\n/m, '$&  linkOnly: true\n'),
    `content/sources.yaml:${lineOf('content/sources.yaml', '  read:') + 1}`,
    /"docker-overview\.linkOnly" must not be there with "read"\.[^]*→ Remove one of the two\./,
  ],
  [
    'a source on a host that cannot be',
    replace('content/sources.yaml', 'https://docs.docker.com/', 'https://docs.docker,com/'),
    `content/sources.yaml:${lineOf('content/sources.yaml', 'https://docs.docker.com/')}`,
    /"docker-overview\.url" must be a full https address, with the name of a host, such as docs\.docker\.com/,
  ],
  [
    'a key without a value, which may be missing',
    replace('content/errors.yaml', /^ {2}commands:\n( {4}.*\n)+/m, '  commands:\n'),
    `content/errors.yaml:${lineOf('content/errors.yaml', '  commands:')}`,
    /\.commands" has no value\.[^]*→ Write .*, or remove the key\./,
  ],
  [
    'two sources in one citation',
    append(PAGE, 'Text.<Cite id="docker-overview docker-cli" />\n'),
    `${PAGE}:${PAGE_END}`,
    /<Cite> takes one source, but "docker-overview docker-cli" names several/,
  ],
  [
    'a picture that does not exist',
    append(PAGE, '\n![A whale](/img/whale.png)\n'),
    `${PAGE}:${PAGE_END + 1}`,
    /There is no picture "\/img\/whale\.png" on this site\.[\s\S]*→ Put the file into public\//,
  ],
  [
    'a page that is in the navigation twice',
    replace('content/navigation.yaml', '- learn\n', '- learn\n      - learn\n'),
    `content/navigation.yaml:${lineOf('content/navigation.yaml', '- learn') + 1}`,
    /The page "learn" is listed twice/,
  ],
  [
    'text in place of a list',
    replace('content/tables/clean-up.yaml', /sources: \[.*\]/, 'sources: docker-cli'),
    `content/tables/clean-up.yaml:${lineOf('content/tables/clean-up.yaml', 'sources: [')}`,
    /"sources" of "container-prune" must be a list, such as \[docker-cli\]/,
  ],
  [
    'a brace in the text',
    append(PAGE, '\nUse {memory} for it.\n'),
    `${PAGE}:${PAGE_END + 1}`,
    /"memory" would be run as JavaScript\.[\s\S]*→ Write a literal "\{" as \\\{/,
  ],
  [
    'a note without an end',
    append(PAGE, '\n:::note[Advice]\nClean up.\n'),
    `${PAGE}:${PAGE_END + 1}`,
    /The note that starts here never ends/,
  ],
  [
    'an unknown kind of note',
    append(PAGE, '\n:::hint\nClean up.\n:::\n'),
    `${PAGE}:${PAGE_END + 1}`,
    /There is no note of the kind "hint"/,
  ],
  [
    'a component in lower case',
    append(PAGE, '\n<cite id="docker-cli" />\n'),
    `${PAGE}:${PAGE_END + 1}`,
    /Write <Cite … \/>/,
  ],
  [
    'a page with the extension of plain Markdown',
    (root) => writeFileSync(join(root, 'content/concepts/new.md'), '# New\n'),
    'content/concepts/new.md',
    /Nothing reads this file\.[\s\S]*→ Rename it: the name of a page ends in "\.mdx"/,
  ],
  [
    'a page with its extension in capital letters',
    (root) => writeFileSync(join(root, 'content/concepts/new.MDX'), '# New\n'),
    'content/concepts/new.MDX',
    /Nothing reads this file\.[\s\S]*→ Rename it: the name of a page ends in "\.mdx"/,
  ],
  [
    'a heading with an id of the layout',
    append(PAGE, '\n## Contents {#toc}\n'),
    `${PAGE}:${PAGE_END + 1}`,
    /Two things on this page have the address #toc: the page itself and the heading "Contents"/,
  ],
  [
    'a value that nothing uses',
    append(
      HUB_FACTS,
      "\nunused:\n  value: '1'\n  meaning: A limit.\n  page: registries/docker-hub\n  asOf: 2026-09-26\n  sources: [docker-hub-pulls]\n  reviewBy: 2027-03-01\n",
    ),
    `${HUB_FACTS}:${appendedLine(HUB_FACTS) + 1}`,
    /Nothing in content\/ names the fact "unused"\.\s+→ Put <Fact id="unused" \/> on a page, or delete the entry\./,
  ],
  [
    'a value that stands in two files',
    append(
      'content/facts/docker.yaml',
      "hub-pull-limit-anonymous:\n  value: '1'\n  meaning: A limit.\n  page: registries/docker-hub\n  asOf: 2026-09-26\n  sources: [docker-hub-pulls]\n  reviewBy: 2027-03-01\n",
    ),
    `content/facts/docker-hub.yaml:${lineOf('content/facts/docker-hub.yaml', 'hub-pull-limit-anonymous:')}`,
    /The fact "hub-pull-limit-anonymous" is already in content\/facts\/docker\.yaml/,
  ],
  [
    'a page that teaches with more than five questions',
    append('content/questions.yaml', questionsOn('concepts/what-is-docker', 5)),
    `${PAGE}:${lineOf(PAGE, '{#check-yourself}')}`,
    /The page has \d+ questions\.[\s\S]*→ Write three to five/,
  ],
  [
    'a page that teaches without its minutes',
    replace(PAGE, /^minutes:.*\n/m, ''),
    `${PAGE}:2`,
    /doesn't say how long it takes to read[\s\S]*→ Add "minutes:"/,
  ],
  [
    'a page that teaches without an objective',
    replace(PAGE, /^objective:.*\n/m, ''),
    `${PAGE}:2`,
    /doesn't say what readers will learn/,
  ],
  [
    'a synonym with a single wording',
    append('content/synonyms.yaml', '- [alone]\n'),
    `content/synonyms.yaml:${appendedLine('content/synonyms.yaml')}`,
    /needs at least two wordings that mean the same/,
  ],
  [
    'an unknown frontmatter key',
    replace(PAGE, 'title:', 'reviewd: 2026-11-24\ntitle:'),
    `${PAGE}:2`,
    /Unknown key "reviewd"\. Did you mean "reviewed"\?[\s\S]*→ Remove it, or use one of: title, description, slug, reviewed/,
  ],
  [
    'a missing title',
    replace(PAGE, /^title:.*\n/m, ''),
    `${PAGE}:2`,
    /"title" is missing\.[\s\S]*→ Add "title:": the page's name/,
  ],
  [
    'a missing description',
    replace(PAGE, /^description:.*\n/m, ''),
    `${PAGE}:2`,
    /"description" is missing\.[\s\S]*→ Add "description:"/,
  ],
  ['a missing slug', replace(PAGE, /^slug:.*\n/m, ''), `${PAGE}:2`, /"slug" is missing\.[\s\S]*→ Add "slug:"/],
  [
    'a missing review date',
    replace(PAGE, /^reviewed:.*\n/m, ''),
    `${PAGE}:2`,
    /"reviewed" is missing\.[\s\S]*→ Add "reviewed:"/,
  ],
  [
    'a date that does not exist',
    replace(PAGE, /^reviewed:.*$/m, 'reviewed: 2026-02-30'),
    `${PAGE}:5`,
    /"reviewed" must be a real date in the form YYYY-MM-DD/,
  ],
  [
    'an unknown table',
    append(PAGE, '<Table name="docker-featurs" />\n'),
    `${PAGE}:${PAGE_END}`,
    /Unknown table "docker-featurs"\. Did you mean "docker-features"\?/,
  ],
  [
    'an unknown source in a page',
    append(PAGE, 'Text.<Cite id="docker-overvew" />\n'),
    `${PAGE}:${PAGE_END}`,
    /Unknown source "docker-overvew"\. Did you mean "docker-overview"\?[\s\S]*content\/sources\.yaml/,
  ],
  [
    'an unknown source in a table',
    replace(TABLE, /sources: \[[^\]]+\]/, 'sources: [no-such-thing]'),
    `${TABLE}:${lineOf(TABLE, 'sources: [')}`,
    /Unknown source "no-such-thing"/,
  ],
  [
    'an unknown fact',
    append(PAGE, '<Fact id="no-such-fact" />\n'),
    `${PAGE}:${PAGE_END}`,
    /Unknown fact "no-such-fact"/,
  ],
  [
    'an unknown statement',
    append(PAGE, '<Statements ids="no-such-sentence" />\n'),
    `${PAGE}:${PAGE_END}`,
    /Unknown statement "no-such-sentence"/,
  ],
  [
    'an unknown component',
    append(PAGE, '<Tabel name="docker-features" />\n'),
    `${PAGE}:${PAGE_END}`,
    /There is no component <Tabel>\. Did you mean "Table"\?/,
  ],
  [
    'a duplicate row id',
    replace(TABLE, '- id: consistency', '- id: portability'),
    `${TABLE}:${lineOf(TABLE, '- id: consistency')}`,
    /Two rows of this table have the id "portability"/,
  ],
  [
    'an error message with an impossible pattern',
    replace('content/errors.yaml', "pattern: 'authorization token", "pattern: '[authorization token"),
    `content/errors.yaml:${lineOf('content/errors.yaml', "pattern: 'authorization token")}`,
    /must be a JavaScript regular expression; '\[auth.*' has an error: Unterminated character class\./,
  ],
  [
    'an error message that its own pattern does not find',
    replace('content/errors.yaml', "pattern: 'authorization token", "pattern: 'authorisation token"),
    `content/errors.yaml:${lineOf('content/errors.yaml', "pattern: 'authorization token")}`,
    /The pattern does not match the text of its own entry/,
  ],
  [
    'an error message that only the pattern of a later entry finds',
    replace('content/errors.yaml', /text: 'denied: Your .*/, 'text: no space left on device'),
    `content/errors.yaml:${lineOf('content/errors.yaml', "pattern: 'authorization token")}`,
    /The pattern does not match the text of its own entry/,
  ],
  [
    'an error message that an earlier pattern finds',
    replace('content/errors.yaml', "pattern: 'authorization token has expired'", "pattern: 'authoriz'"),
    `content/errors.yaml:${lineOf('content/errors.yaml', "pattern: 'is not authorized")}`,
    /The pattern of "ecr-token-expired", which comes first, matches this text, too/,
  ],
  [
    'a value that is due before it is known',
    replace('content/facts/docker.yaml', /reviewBy: .*/, 'reviewBy: 2020-01-01'),
    `content/facts/docker.yaml:${lineOf('content/facts/docker.yaml', 'reviewBy:')}`,
    /"reviewBy" is 2020-01-01, which is not after "asOf"/,
  ],
  [
    'a duplicate slug',
    replace('content/registries/docker-hub.mdx', /^slug:.*$/m, 'slug: concepts/what-is-docker'),
    'content/registries/docker-hub.mdx:4',
    /Two pages have the slug "concepts\/what-is-docker": this one and content\/concepts\/what-is-docker\.mdx/,
  ],
  [
    'a row with too few cells',
    replace(TABLE, /^ +description: Runs on any.*\n/m, ''),
    `${TABLE}:${lineOf(TABLE, '- id: portability') + 1}`,
    /The row "portability" has no cell for the column "description"/,
  ],
  [
    'a row with too many cells',
    replace(TABLE, /^( +)(feature: Portability)$/m, '$1$2\n$1extra: Text'),
    `${TABLE}:${lineOf(TABLE, 'feature: Portability') + 1}`,
    /The row "portability" has a cell for "extra", but the table has no such column/,
  ],
  [
    'a row without a source',
    replace(TABLE, /^ +sources: \[[^\]]+\]\n(?= +- id: portability)/m, ''),
    `${TABLE}:${lineOf(TABLE, '- id: containerization')}`,
    /"sources" of "containerization" is missing/,
  ],
  [
    'a row with an empty list of sources',
    replace(TABLE, /^( +)sources: \[[^\]]+\]\n(?= +- id: portability)/m, '$1sources: []\n'),
    `${TABLE}:${lineOf(TABLE, 'sources: [')}`,
    /needs at least one source/,
  ],
  [
    'a table that its page does not show',
    replace(TABLE, /^page:.*$/m, 'page: registries/docker-hub'),
    `${TABLE}:${lineOf(TABLE, 'page:')}`,
    /The page "registries\/docker-hub" doesn't show this table/,
  ],
  [
    'invalid YAML',
    replace(TABLE, /^caption: /m, 'caption: "'),
    `${TABLE}:${lineOf(TABLE, 'caption:')}`,
    /The quotation mark that starts this text has no match/,
  ],
  [
    'a number sign on the last line of a text in YAML',
    replace(TABLE, 'feature: Portability', 'feature: Until\n        step #3 of the list'),
    `${TABLE}:${lineOf(TABLE, 'feature: Portability') + 1}`,
    /"#3 of the list" is a comment/,
  ],
  [
    'a duplicate key in YAML',
    replace(TABLE, /^page:/m, 'caption: Again\npage:'),
    `${TABLE}:${lineOf(TABLE, 'page:')}`,
    new RegExp(`The key "caption" is already on line ${lineOf(TABLE, 'caption:')}\\.[^]*→ Rename or remove one`),
  ],
  [
    'an id that an entry of the same file has',
    append(QUESTIONS, 'three-runs-of-echo:\n  page: practice/clean-up\n'),
    `${QUESTIONS}:${appendedLine(QUESTIONS)}`,
    new RegExp(`"three-runs-of-echo" is already on line ${lineOf(QUESTIONS, 'three-runs-of-echo:')}\\.`),
  ],
  [
    'a link to a page that does not exist',
    append(PAGE, '[hub](/registries/dockerhub/)\n'),
    `${PAGE}:${PAGE_END}`,
    /leads to a page that doesn't exist\. Did you mean "registries\/docker-hub"\?/,
  ],
  [
    'a link to a fragment that does not exist',
    append(PAGE, '[row](/concepts/what-is-docker/#docker-features-portabilty)\n'),
    `${PAGE}:${PAGE_END}`,
    /has no #docker-features-portabilty\. Did you mean "docker-features-portability"\?/,
  ],
  [
    'a link without its slash',
    append(PAGE, '[hub](/registries/docker-hub)\n'),
    `${PAGE}:${PAGE_END}`,
    /needs a slash at the end[\s\S]*→ Write \/registries\/docker-hub\//,
  ],
  [
    'a relative link',
    append(PAGE, '[hub](../registries/docker-hub/)\n'),
    `${PAGE}:${PAGE_END}`,
    /doesn't start at the root of the site/,
  ],
  [
    'a broken link in a table',
    replace(TABLE, /^( +)feature: Portability$/m, '$1feature: "[Portability](/nowhere/)"'),
    `${TABLE}:${lineOf(TABLE, 'feature: Portability')}`,
    /"\/nowhere\/" leads to a page that doesn't exist/,
  ],
  [
    'a heading without an id',
    append(PAGE, '\n## More about it\n'),
    `${PAGE}:${PAGE_END + 1}`,
    /The heading "More about it" has no id[\s\S]*→ .*## More about it \{#more-about-it\}/,
  ],
  [
    'a heading that is underlined, without an id',
    append(PAGE, '\nMore about it\n=====\n'),
    `${PAGE}:${PAGE_END + 1}`,
    /The heading "More about it" has no id[\s\S]*→ .* ## More about it \{#more-about-it\}/,
  ],
  [
    'two headings with the same id',
    append(PAGE, '\n## One {#same}\n\n## Two {#same}\n'),
    `${PAGE}:${PAGE_END + 3}`,
    /Two things on this page have the address #same/,
  ],
  [
    'two notes with the same title',
    append(PAGE, '\n:::note[Same]\nA\n:::\n\n:::note[Same]\nB\n:::\n'),
    `${PAGE}:${PAGE_END + 5}`,
    /Two notes on this page are titled "Same"/,
  ],
  [
    'a heading with an id that the page already has',
    append(PAGE, '\n## More {#toc}\n'),
    `${PAGE}:${PAGE_END + 1}`,
    /Two things on this page have the address #toc: the page itself and the heading "More"/,
  ],
  [
    'text in a table that reads as HTML',
    replace(TABLE, /^( +)feature: Portability$/m, '$1feature: Port <name>'),
    `${TABLE}:${lineOf(TABLE, 'feature: Portability')}`,
    /"<name>" would be read as HTML, and readers wouldn't see it\.[\s\S]*→ Write it as code/,
  ],
  [
    'a table with another extension',
    (root) => cpSync(join(root, TABLE), join(root, 'content/tables/other.yml')),
    'content/tables/other.yml',
    /Nothing reads this file\.[\s\S]*→ Move it directly into content\/tables\/, and give it the extension "\.yaml"/,
  ],
  [
    'a page in a folder for data',
    (root) => cpSync(join(root, PAGE), join(root, 'content/tables/page.mdx')),
    'content/tables/page.mdx',
    /This is a page, and content\/tables\/ is for data\.[\s\S]*→ Move it into another folder of content\//,
  ],
  [
    'a data file whose first key is indented',
    replace(TABLE, /^caption:/, ' caption:'),
    `${TABLE}:1`,
    /The first line is indented, and a line below it isn't/,
  ],
  [
    'a missing list of searches',
    (root) => rmSync(join(root, SEARCHES_FILE)),
    SEARCHES_FILE,
    /This file is missing\.[\s\S]*→ Restore it/,
  ],
  [
    'a table whose page does not exist',
    replace(TABLE, 'page: concepts/what-is-docker', 'page: concepts/what-is-dokcer'),
    `${TABLE}:${lineOf(TABLE, 'page:')}`,
    /Unknown page "concepts\/what-is-dokcer"\. Did you mean "concepts\/what-is-docker"\?/,
  ],
  ['a title without a text', replace(PAGE, /^title: .*$/m, "title: ''"), `${PAGE}:2`, /"title" must not be empty/],
  [
    'an empty file',
    (root) => writeFileSync(join(root, 'content/redirects.yaml'), '# nothing\n'),
    'content/redirects.yaml:1',
    /The file is empty\.[\s\S]*→ Write what it needs: pages, places, gone/,
  ],
  ...(
    [
      [TABLE, '- caption: Parts', 'a list', /"caption: …"\. The keys are: caption, page, /],
      ['content/site.yaml', 'Docker', 'text', /"title: …"\. The keys are: title, /],
      [PATHS, '- beginner', 'a list', /Start each entry with its key and a colon/],
    ] as const
  ).map(([file, text, is, fix]): (typeof mistakes)[number] => [
    `${file} that is ${is}`,
    (root) => writeFileSync(join(root, file), `# A comment\n${text}\n`),
    `${file}:2`,
    new RegExp(`This is ${is}, but keys with values are needed here\\.\\s+→ .*${fix.source}`),
  ]),
  [
    'a file that has keys in place of a list',
    (root) => writeFileSync(join(root, 'content/synonyms.yaml'), 'vm: virtual machine\n'),
    'content/synonyms.yaml:1',
    /These are keys with values, but a list is needed here\.\s+→ Start each item on its own line, with "- "/,
  ],
  [
    'a citation of a link-only source',
    append(PAGE, 'Text.<Cite id="docker-hub-website" />\n'),
    `${PAGE}:${PAGE_END}`,
    /Unknown source "docker-hub-website"[\s\S]*without linkOnly/,
  ],
  [
    'a reference-style link to a page that does not exist',
    append(PAGE, '\n[text][there]\n\n[there]: /nowhere/\n'),
    `${PAGE}:${PAGE_END + 3}`,
    /"\/nowhere\/" leads to a page that doesn't exist/,
  ],
  [
    'an image without alternative text',
    append(PAGE, '\n![](/favicon.svg)\n'),
    `${PAGE}:${PAGE_END + 1}`,
    /The image "\/favicon\.svg" has no alternative text/,
  ],
  [
    'invalid MDX',
    append(PAGE, '\n<Table name="docker-features">\n'),
    `${PAGE}:${PAGE_END + 1}`,
    /This isn't valid MDX/,
  ],
  ...(
    [
      [
        'a placeholder',
        'Run `docker` with <container> here.',
        'Write "<container>" as code, in backticks. If it is a tag',
      ],
      ['a template', "Use '{{.State}}' here.", 'Write "{{.State}}" as code, in backticks.\n'],
      ['a curly quote', 'Text.<Cite id=“docker-cli” />', 'Put the values of attributes in straight quotes'],
      ['a name without quotes', '<Figure name=layers>', 'Put the values of attributes in straight quotes'],
      ['an id without quotes', 'Text.<Cite id=docker-cli />', 'Put the values of attributes in straight quotes'],
      ['an id without its second quote', 'Text.<Cite id="docker-cli />', 'Put the values of attributes in straight'],
    ] as const
  ).map(([name, text, fix]): (typeof mistakes)[number] => [
    `${name} on a page`,
    append(PAGE, `\n${text}\n`),
    `${PAGE}:${PAGE_END + 1}`,
    new RegExp(`This isn't valid MDX: .*\\n *→ ${RegExp.escape(fix)}`),
  ]),
  [
    'a page missing from the navigation',
    replace('content/navigation.yaml', /^ +- registries\/docker-hub\n/m, ''),
    'content/registries/docker-hub.mdx:4',
    /isn't in the navigation[\s\S]*→ Add "- registries\/docker-hub"/,
  ],
  [
    'a group of the navigation without pages',
    replace('content/navigation.yaml', /^elsewhere:/m, '  - label: Empty\n    pages: []\n$&'),
    `content/navigation.yaml:${lineOf('content/navigation.yaml', 'elsewhere:') + 1}`,
    /"pages" of entry \d+ of "sidebar" needs at least one page\.\s+→ Write the slugs of its pages, in order\./,
  ],
  ...(
    [
      ['true', /"hub-pull-limit-anonymous\.value" must be text: put it in quotes\.\n/],
      ['1.10', /"hub-pull-limit-anonymous\.value" must be text: put it in quotes, or YAML turns 1\.10 into 1\.1\.\n/],
      ['', /"hub-pull-limit-anonymous\.value" has no value\.\s+→ Write the value in quotes, /],
    ] as const
  ).map(([value, message]): (typeof mistakes)[number] => [
    `the value "${value}" of a fact`,
    replace(HUB_FACTS, /(^hub-pull-limit-anonymous:\n {2}value:).*/m, `$1 ${value}`),
    `${HUB_FACTS}:${lineOf(HUB_FACTS, 'hub-pull-limit-anonymous:') + 1}`,
    message,
  ]),
  [
    'a question without its mark',
    replace(QUESTIONS, FIRST_QUESTION, FIRST_QUESTION.slice(0, -1)),
    `${QUESTIONS}:${lineOf(QUESTIONS, FIRST_QUESTION)}`,
    /"\S+\.question" must end with "\?", or with "\." or ":"/,
  ],
  [
    'a page in the navigation that does not exist',
    replace('content/navigation.yaml', '- registries/docker-hub\n', '- registries/docker-hubb\n'),
    `content/navigation.yaml:${lineOf('content/navigation.yaml', '- registries/docker-hub')}`,
    /No page has the slug "registries\/docker-hubb"\. Did you mean "registries\/docker-hub"\?/,
  ],
  ...['content/errors.yaml', MISCONCEPTIONS, 'content/tables/commands.yaml'].map((file): (typeof mistakes)[number] => [
    `an entry above the first topic of ${file}`,
    replace(file, /^ +topic: .*\n/m, ''),
    `${file}:${lineOf(file, ' topic: ') - 1}`,
    /^ *"\S+" is above the first topic, so it's under none\.\s+→ Move it below "\S+", which starts that topic\./m,
  ]),
  [
    'a merge that Git could not finish, in YAML',
    replace(TABLE, /^page:.*\n/m, '<<<<<<< HEAD\n$&=======\npage: learn\n>>>>>>> other\n'),
    `${TABLE}:${lineOf(TABLE, 'page:')}`,
    /Git couldn't merge[\s\S]*→ Keep what is right on each side/,
  ],
  [
    'a merge that Git could not finish, on a page',
    append(PAGE, '<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other\n'),
    `${PAGE}:${PAGE_END}`,
    /Git couldn't merge/,
  ],
  [
    'a mark of Git that was left alone',
    append(PAGE, 'Some text\n||||||| merged common ancestors\nMore text.\n'),
    `${PAGE}:${PAGE_END + 1}`,
    /Git couldn't merge/,
  ],
  [
    'a heading that is underlined with the mark of Git',
    append(PAGE, 'Heading\n=======\nMore text.\n'),
    `${PAGE}:${PAGE_END + 1}`,
    /This line underlines a heading, or Git left it there after a merge\.\s+→ Write a heading as ## Heading \{#heading\}, /,
  ],
  [
    'a merge that Git could not finish, in the promised addresses',
    replace('links.lock.json', /^ {2}"\/",?.*\n/m, '<<<<<<< HEAD\n$&=======\n>>>>>>> other\n'),
    `links.lock.json:${lineOf('links.lock.json', '"/"')}`,
    /Git couldn't merge/,
  ],
  [
    'promised addresses between which a comma is missing',
    replace('links.lock.json', /",$/m, '"'),
    `links.lock.json:${
      readFileSync('links.lock.json', 'utf8')
        .split('\n')
        .findIndex((line) => line.endsWith('",')) + 2
    }`,
    /This isn't valid JSON[\s\S]*→ [\s\S]*a comma between two addresses/,
  ],
  [
    'a mistake in YAML that makes all lines after it wrong',
    replace(TABLE, /^columns:$/m, 'columns'),
    `${TABLE}:${lineOf(TABLE, 'columns:')}`,
    /This line is not a key and its value: the colon, or the space after it, is missing/,
  ],
  [
    'a tag in YAML',
    replace(PAGE, /^title: /m, 'title: !name '),
    `${PAGE}:2`,
    /starts with a character that has a special meaning/,
  ],
  [
    'a colon in YAML text',
    replace(PAGE, /^title: /m, 'title: Docker: '),
    `${PAGE}:2`,
    /→ Put text that contains ": " in quotes/,
  ],
  [
    'a key in YAML that is indented too little',
    replace(TABLE, /^ {4}cells:$/m, '   cells:'),
    `${TABLE}:${lineOf(TABLE, 'cells:')}`,
    /This line isn't indented like the other lines of its entry or list/,
  ],
  [
    'a list in YAML without its end',
    replace(TABLE, 'sources: [docker-overview, oci-image-spec]', 'sources: [docker-overview'),
    `${TABLE}:${lineOf(TABLE, 'sources: [') + 1}`,
    /On this line or above it, a bracket is not closed/,
  ],
  ['a tab in YAML', replace(TABLE, /^ {4}cells:$/m, '\tcells:'), `${TABLE}:${lineOf(TABLE, 'cells:')}`, /with a tab/],
  [
    'an apostrophe in YAML',
    replace(PAGE, /^title: .*/m, "title: 'Docker's names'"),
    `${PAGE}:2`,
    /an apostrophe twice/,
  ],
  ['a backtick in YAML', replace(PAGE, /^title: .*/m, 'title: `docker`'), `${PAGE}:2`, /→ Put the text in quotes/],
  [
    'text after > in YAML',
    replace(PAGE, /^title: .*/m, 'title: > Docker'),
    `${PAGE}:2`,
    /→ Start the text on the next line\. If ">" or "\|" is part of it, put all of it in quotes\./,
  ],
  [
    'text right after >- in YAML',
    replace(PAGE, /^title: .*/m, 'title: >-Docker'),
    `${PAGE}:2`,
    /There is text after ">" or "\|", .*\s+→ Start the text on the next line\./,
  ],
  [
    'a backslash in YAML',
    replace(PAGE, /^title: .*/m, 'title: "C:\\Docker"'),
    `${PAGE}:2`,
    /→ Use single quotes, or write the backslash twice/,
  ],
  [
    'an element of HTML that is written as in HTML',
    append(PAGE, '\nOne<br>two\n'),
    `${PAGE}:${PAGE_END + 1}`,
    /→ Close each <Tag \/>, including <br \/>/,
  ],
  [
    'an unknown element of HTML',
    append(PAGE, '\n<b>Two</b>\n'),
    `${PAGE}:${PAGE_END + 1}`,
    /only HTML allowed is .*<br \/>, /,
  ],
  [
    'a note whose mark is followed by a space',
    append(PAGE, '\n::: note\nClean up.\n:::\n'),
    `${PAGE}:${PAGE_END + 1}`,
    /readers would see this line as it is, not a note/,
  ],
  [
    'a reference-style link without its address',
    append(PAGE, '\nA line,\nthen [text][there].\n'),
    `${PAGE}:${PAGE_END + 2}`,
    /Readers would see "\[text\]\[there\]" as it is: nothing on the page says where it leads/,
  ],
  [
    'a footnote without its text',
    append(PAGE, '\nText.[^1]\n'),
    `${PAGE}:${PAGE_END + 1}`,
    /Readers would see "\[\^1\]" as it is[\s\S]*→ Cite its source with <Cite id="…" \/>/,
  ],
  [
    'a footnote',
    append(PAGE, '\nText.[^1]\n\n[^1]: A source\n'),
    `${PAGE}:${PAGE_END + 3}`,
    /This site has no footnotes\.[\s\S]*→ Cite its source with <Cite id="…" \/>/,
  ],
  [
    'a list of tasks',
    append(PAGE, '\n- [ ] Clean up\n'),
    `${PAGE}:${PAGE_END + 1}`,
    /a checkbox that readers can't check/,
  ],
  [
    'a link without words',
    append(PAGE, '\n[](/registries/docker-hub/)\n'),
    `${PAGE}:${PAGE_END + 1}`,
    /The link to "\/registries\/docker-hub\/" has no text/,
  ],
  ['a heading without words', append(PAGE, '\n## {#empty}\n'), `${PAGE}:${PAGE_END + 1}`, /This heading is empty/],
  [
    'a heading that leaves out a level',
    append(PAGE, '\n#### Deep {#deep}\n'),
    `${PAGE}:${PAGE_END + 1}`,
    /The heading "Deep" skips a level[\s\S]*→ Start it with "###"/,
  ],
  ['a title of spaces', replace(PAGE, /^title: .*$/m, "title: ' '"), `${PAGE}:2`, /"title" must not be empty/],
  [
    'a title that search results would cut',
    replace(PAGE, /^title: .*$/m, `title: ${'Docker '.repeat(9)}`),
    `${PAGE}:2`,
    /"title" must have at most 60 characters.*\n *→ Write the page's name/,
  ],
  [
    'a slug that ends with the name of a file',
    replace(PAGE, /^slug: .*$/m, 'slug: concepts/index'),
    `${PAGE}:4`,
    /"slug" must not end in "\/index"/,
  ],
  [
    'a slug that is too long for a folder',
    replace(PAGE, /^slug: .*$/m, `slug: ${'long-'.repeat(60)}slug`),
    `${PAGE}:4`,
    /"slug" must have at most 100 characters/,
  ],
  [
    'half a minute',
    replace(PAGE, /^minutes: .*$/m, 'minutes: 5.5'),
    `${PAGE}:${lineOf(PAGE, 'minutes:')}`,
    /"minutes" must be a whole number/,
  ],
  [
    'a date in another order',
    replace(PAGE, /^reviewed:.*$/m, 'reviewed: 24.11.2026'),
    `${PAGE}:5`,
    /"reviewed" must be a real date in the form YYYY-MM-DD/,
  ],
];

for (const [name, edit, location, message] of mistakes) {
  test(`the validation reports ${name}`, () => {
    const output = formatProblems(validateContent(copyContent(edit)));
    assert.match(output, message);
    const problem = output.split('\n\n').find((part) => message.test(part)) ?? '';
    assert.equal(
      problem
        .replace(/^.*mistakes? in the content:/, '')
        .trim()
        .split('\n')[0],
      location,
    );
    assert.match(problem, /→ \S/);
  });
}

test('a mistake that makes other lines wrong is reported alone', () => {
  const alone = mistakes.filter(([name]) => /merge|all lines after it|in another order/.test(name));
  for (const [name, edit] of alone) assert.equal(validateContent(copyContent(edit)).length, 1, name);
  assert.equal(alone.length, 5);
});

const SITE = 'content/site.yaml';
const NAVIGATION = 'content/navigation.yaml';
const [REPOSITORY = ''] = /^repository: .+$/m.exec(readFileSync(SITE, 'utf8'))!;
const [FIRST_REDIRECT = ''] = /(?<=^ {2}- \{ )from: .+, to: /m.exec(readFileSync('content/redirects.yaml', 'utf8'))!;
const [FIRST_SYNONYMS = ''] = /^- .+$/m.exec(readFileSync('content/synonyms.yaml', 'utf8'))!;
const [FIRST_TWIN = ''] = /^ {2}twin: .+$/m.exec(readFileSync(MISCONCEPTIONS, 'utf8'))!;
const [FIRST_CLAIM = '', SECOND_CLAIM = ''] = readFileSync(MISCONCEPTIONS, 'utf8').match(/^ {2}claim: .+$/gm)!;

/** A mistake in a text of the page, by what is typed, what readers would see of it, and why. */
const seenAsItIs = (fix: RegExp, marks: [text: string, part: string, reason: string][]) =>
  marks.map(([text, part, reason]): (typeof causes)[number] => [
    PAGE,
    '## In short',
    `${text}\n\n## In short`,
    new RegExp(`^Readers would see "${RegExp.escape(part)}" as it is: ${RegExp.escape(reason)}`),
    fix,
  ]);

/** Each mistake that much else follows from, at its line, with the only message that an author should get, and its fix. */
const causes: [file: string, from: string, to: string, message: RegExp, fix: RegExp][] = [
  [PAGE, ' {#parts}', '', /^The heading "What Docker consists of" has no id\.$/, / \{#what-docker-consists-of\}\.$/],
  [PAGE, ' {#in-short}', '', /^The heading "In short" has no id\.$/, /## In short \{#in-short\}\.$/],
  [PAGE, '{#in-short}', '{#in-short', /^The "\}" after "\{#in-short" is missing\.$/, /^Write \{#in-short\}\.$/],
  [
    PAGE,
    '## In short',
    '<details><summary>More</summary>\n\nText.\n\n</details>\n\n## In short',
    /^<details> starts in a line of text and ends below it\.$/,
    /^Write <details> and <\/details>, each on a line of its own\.$/,
  ],
  ...['', 'consol'].map((language): (typeof causes)[number] => [
    PAGE,
    '```console',
    `\`\`\`${language}`,
    /^A trial proves these commands, but their block (names no language|has the language "consol")\.$/,
    /^Start the block with ```console\.$/,
  ]),
  [PAGE, '{#in-short}', '{in-short}', /^"\{in-short\}" isn't the id of a heading\.$/, /^Write \{#in-short\}: /],
  [PAGE, '{#in-short}', '{#In short}', /^"\{#In short\}" isn't the id of a heading\.$/, /^Write \{#in-short\}: /],
  [PAGE, '{#in-short}', '{summary}', /^"\{summary\}" isn't the id of a heading\.$/, /^Write \{#summary\}: /],
  [PAGE, '{#in-short}', '(#in-short)', /^"\(#in-short\)" isn't the id of a heading\.$/, /^Write \{#in-short\}: /],
  ...['{/* Say more.', '{/* Say more. */', '{/* Say more.\n\n{/* Say less. */}'].map(
    (text): (typeof causes)[number] => [
      PAGE,
      '## In short',
      `${text}\n\n## In short`,
      /^The comment that starts here never ends\.$/,
      /^Write "\*\/\}" at its end\.$/,
    ],
  ),
  [
    PAGE,
    '## In short',
    '##In short',
    /^"##In short .*" is not a heading: the space after "##" is missing/,
    /after ##\.$/,
  ],
  [PAGE, '## In short', '#In short', /^"#In short .*" is not a heading: the space after "#" is missing/, /after #\.$/],
  [PAGE, '## In short {#in-short}', '##In short', /^"##In short" is not a heading/, /after ##\.$/],
  ...['##\u00A0In short', '\u00A0## In short'].map((to): (typeof causes)[number] => [
    PAGE,
    '## In short',
    to,
    /^"##\sIn short .*" is not a heading: a space before or after the "##" is a non-breaking one, which looks the same\.$/,
    /^Delete the spaces around the ##, and type the one after it again\.$/,
  ]),
  [
    PAGE,
    '## In short',
    '####### Seven {#seven}\n\n## In short',
    /^"####### Seven .*" is not a heading: it starts with more than six "#"\.$/,
    /^Start it with ##, or with ### /,
  ],
  [
    PAGE,
    '{#in-short}',
    '{#in-short}:',
    /^A heading has one id, at its end, but "## In short \{#in-short\}:" has it elsewhere\.$/,
    /^Write ## In short: \{#in-short\}\.$/,
  ],
  ...(
    [
      ['concepts/docker-vs-virtual-machines', 'concepts/where-docker-runs', ''],
      ['concepts/images-and-containers', 'registries/docker-hub', ' → registries/where-images-are-stored'],
    ] as const
  ).map(([slug, next, others]): (typeof causes)[number] => [
    `content/${slug}.mdx`,
    'readFirst: [concepts/what-is-docker]',
    `readFirst: [${next}]`,
    new RegExp(`^"readFirst" forms a loop: ${slug} → ${next}${others} → ${slug}\\.$`),
    /^Decide which of these pages comes first, and remove the one after it from its list\.$/,
  ]),
  ...(
    [
      ['C:\\Users\\<you>\\.docker', 'C:\\Users<you>.docker'],
      ['\\\\server\\share\\_data', '\\server\\share_data'],
      ['\\\\.\\pipe\\docker_engine', '\\.\\pipe\\docker_engine'],
    ] as const
  ).flatMap(([path, shown]) =>
    (
      [
        [PAGE, '## In short', `See ${path} there.\n\n## In short`],
        [TABLE, 'feature: Portability', `feature: See ${path} there.`],
      ] as const
    ).map(([file, from, to]): (typeof causes)[number] => [
      file,
      from,
      to,
      new RegExp(`^Readers would see "${RegExp.escape(path)}" as "${RegExp.escape(shown)}": a backslash before `),
      /^Write the path as code, in backticks\.$/,
    ]),
  ),
  [
    PAGE,
    '## In short',
    "'''console\n$ docker ps --format '{{.Names}}'\n'''\n\n## In short",
    /^"'''console" doesn't start a block of code/,
    /^Write three backticks, ```, in place of "'''"/,
  ],
  ...["'''", '’’’', '´´´', '``', '~~'].flatMap((mark) =>
    ['console', ''].map((language): (typeof causes)[number] => [
      PAGE,
      '## In short',
      `${mark}${language}\n$ docker ps\n${mark}\n\n## In short`,
      new RegExp(
        `^"${mark}${language}" doesn't start a block of code, so readers wouldn't see the lines below it as one\\.$`,
      ),
      new RegExp(`^Write three backticks, \`\`\`, in place of "${mark}", here and at the end of the block\\.$`),
    ]),
  ),
  [
    PAGE,
    '## In short',
    '[text] (/search/)\n\n## In short',
    /^Readers would see "\[text\] \(\/search\/\)" as it is: there is a space before the address\.$/,
    /^Delete the space between "\]" and "\("\.$/,
  ],
  // The parser makes a link of an address that starts with https://, in the middle of what is meant to be one.
  ...seenAsItIs(/^(Delete|Remove) the space|^Write \[text\]\(/, [
    ['See [x] (https://docs.docker.com/).', '[x] (https://docs.docker.com/)', 'there is a space before the address'],
    ['See [`x`] (https://docs.docker.com/).', '] (https://docs.docker.com/)', 'there is a space before the address'],
    ['See [x](https://docs.docker.com/ now).', '[x](https://docs.docker.com/ now)', 'the address contains a space'],
    ['See (x)[https://docs.docker.com/].', '(x)[https://docs.docker.com/]', 'the two kinds of brackets'],
    ['See [x(https://docs.docker.com/).', '[x(https://docs.docker.com/)', 'one of the brackets'],
    ['See x](https://docs.docker.com/).', '](https://docs.docker.com/)', 'one of the brackets'],
  ]),
  ...(
    [
      ['<Table id="docker-features" />', /^<Table> has no attribute "id"\.$/, 'Write name="…" instead.'],
      [
        'Why? <details><summary>The reason</summary>Because.</details>',
        /^<details> is in a paragraph, /,
        'Write <details> and </details>, each on a line of its own.',
      ],
      [
        '<details><summary>Why?</summary>Because.</details>, as we know.',
        /^<details> is in a paragraph, /,
        'Write <details> and </details>, each on a line of its own.',
      ],
      [
        '    docker ps',
        /^This line is indented, but readers would see it as text: /,
        'If it is code, write ``` on a line of its own before it and after it.',
      ],
      ...['ProjectQuiz', 'QuizScore'].map(
        (name) =>
          [
            `<${name} />`,
            new RegExp(`^<${name}> has no questions to work with: this page has no <Quiz>\\.$`),
            'Remove it, or put <Quiz> on this page.',
          ] as const,
      ),
      ['<Fact name="hub-pull-limit" />', /^<Fact> has no attribute "name"\.$/, 'Write id="…" instead.'],
      ['<Cite docker-cli />', /^<Cite> has no attribute "docker-cli"\.$/, 'Write id="docker-cli" instead.'],
      [
        '<Cite id="docker-overview, docker-cli" />',
        /^<Cite> takes one source, but "docker-overview, docker-cli" names several\.$/,
        'Write one <Cite> for each.',
      ],
      [
        '<Figure name="layers.astro" />',
        /^Unknown figure "layers\.astro"\. Did you mean "layers"\?$/,
        'Use the name of',
      ],
      [
        '<Figure name="what-stays" />',
        /^Unknown figure "what-stays"\.$/,
        'Use the name of a file in src/kinds/figure/drawings/, without ".astro". README.md shows how to draw one.',
      ],
      ['<Table name={"x"} />', /^"name=\{"x"\}" would be run as JavaScript\.$/, 'Write a literal "{"'],
      ['```console\nkept\n```', /^This console block has no command, /, 'Start each command with "$ ", or'],
      ['<!-- a comment -->', /^This isn't valid MDX: /, 'Write a comment as {/* text */}.'],
      [
        '[x](https://docs.docker,com/)',
        /^The link "https:\/\/docs\.docker,com\/" has an invalid host name: "docs\.docker,com"\.$/,
        'Correct the name',
      ],
      [
        '<Quiz page="concepts/what-is-docker" />',
        /^The questions about "concepts\/what-is-docker" have their addresses on the page "learn\/concepts-quiz"\.$/,
        'Move <Quiz> there, or link to that page.',
      ],
    ] as const
  ).map(([text, message, fix]): (typeof causes)[number] => [
    PAGE,
    '## In short',
    `${text}\n\n## In short`,
    message,
    new RegExp(`^${RegExp.escape(fix)}`),
  ]),
  [
    TRIALS,
    'images: [alpine]',
    'images: [alpin]',
    /^There is no image "alpin" to run trials with\. Did you mean "alpine"\?$/,
    /^Add the name to a file in content\/stand-ins\//,
  ],
  ...seenAsItIs(
    /^Write \[text\]\(\/concepts\/page\/\)\. An address has no spaces\.|^Put a backtick at both ends of the code\./,
    [
      [
        '[the Hub](/registries/docker-hub/ and go on.',
        '[the Hub](/registries/docker-hub/',
        'there is no ")" right after',
      ],
      ['[`ps`](/registries/docker-hub/ and go on.', '](/registries/docker-hub/', 'there is no ")" right after'],
      ['[the Hub(/registries/docker-hub/)', '[the Hub(/registries/docker-hub/)', 'one of the brackets'],
      ['The Hub](/registries/docker-hub/)', '](/registries/docker-hub/)', 'one of the brackets'],
      ['This is `docker ps and goes on.', '`docker', 'code needs a backtick at both ends'],
    ],
  ),
  ...seenAsItIs(/^Put a space after the |^Correct it: |^Do what it says, |^Write the text, /, [
    ['-one\n- two', '-one', 'the space after the hyphen is missing'],
    ['-**one**', '-', 'the space after the hyphen is missing'],
    ['1.first', '1.first', 'the space after the number is missing'],
    ['3)third', '3)third', 'the space after the number is missing'],
    ['Docker&nbps;Hub.', '&nbps;', 'no character has this name'],
    ['TODO: say more.', 'TODO:', 'it is a note to authors'],
    ['Lorem ipsum dolor sit amet.', 'Lorem ipsum', "it's only placeholder text"],
    ['Say more (FIXME).', 'FIXME', 'it is a note to authors'],
  ]),
  [
    PAGE,
    '## In short',
    '```console\n$ docker ps\n\nText.\n\n```sh\ndocker ps\n```\n\n## In short',
    /^This block of code goes on to where the next one, "```sh", ends, since its own end is missing\.$/,
    /^Write ``` on a line of its own where it ends\.$/,
  ],
  ...['', '{/* Say more. */}\n'].map((text): (typeof causes)[number] => [
    PAGE,
    '## In short',
    `:::note[Disk space]\n${text}:::\n\n## In short`,
    /^The note "Disk space" is empty\.$/,
    /^Write its text between its first and its last line, or remove both\.$/,
  ]),
  ...(
    [
      ['Use a <5 GB disk.', /^Write &lt; in its place, or put the code that contains it in backticks\.$/],
      [
        'See <https://docs.docker.com/>.',
        /^Write the address without "<" and ">", or write \[text\]\(https:\/\/…\)\.$/,
      ],
    ] as const
  ).map(([text, fix]): (typeof causes)[number] => [
    PAGE,
    '## In short',
    `${text}\n\n## In short`,
    /^This isn't valid MDX: "<" starts a tag, but this isn't one\.$/,
    fix,
  ]),
  [
    PAGE,
    '## In short',
    'H~2~O\n\n## In short',
    /^Readers would see "2" struck through, because it has a "~" at each end\.$/,
    /^Write <sub>2<\/sub> for a subscript on a page, ~~2~~ to strike it out, /,
  ],
  [
    PAGE,
    '## In short',
    'This is **bold without an end.\n\n## In short',
    /^Readers would see "\*\*bold" as it is: /,
    /^Write \*\*bold\*\* or \*italic\*\./,
  ],
  [
    PAGE,
    '## In short',
    '[Docker](www.docker.com)\n\n## In short',
    /^The link "www\.docker\.com" doesn't start at the root/,
    /write https:\/\/www\.docker\.com\.$/,
  ],
  [
    PAGE,
    '## In short',
    '[Docker](docs.docker.com/engine/)\n\n## In short',
    /^The link "docs\.docker\.com\/engine\/" doesn't start at the root/,
    /write https:\/\/docs\.docker\.com\/engine\/\.$/,
  ],
  [
    PAGE,
    '## In short',
    '<Table name="docker-features" />\n\n## In short',
    new RegExp(`^<Table> shows what is already on line ${lineOf(PAGE, '<Table name="docker-features"')}\\.$`),
    /^Remove one of the two\.$/,
  ],
  [
    GLOSSARY,
    'term: artifact',
    'term: amazon ecr',
    new RegExp(
      `^"amazon ecr" is also a name of the term "amazon-ecr", on line ${lineOf(GLOSSARY, 'term: Amazon ECR')}\\.$`,
    ),
    /^Keep it in one of the two/,
  ],
  [
    MISCONCEPTIONS,
    SECOND_CLAIM,
    FIRST_CLAIM,
    /^The misconception "\S+" has the same claim as "\S+", on line \d+\.$/,
    /^Reword one of the two, or keep only one/,
  ],
  [
    MISCONCEPTIONS,
    FIRST_TWIN,
    FIRST_CLAIM.replace('claim:', 'twin:'),
    /^The twin is the same as "claim", which is false\.$/,
    /^Write a true statement on the same point\.$/,
  ],
  [
    MISCONCEPTIONS,
    FIRST_TWIN,
    '  twin: Docker always needs  a disk.\n  asked: Docker always needs a disk.',
    /^The twin is the same as "asked", which is false\.$/,
    /^Write a true statement on the same point\.$/,
  ],
  [
    'content/search.mdx',
    'title: Search',
    'title: What is docker?',
    /^Two pages have the title "What is docker\?": this one and content\/concepts\/what-is-docker\.mdx\.$/,
    /^Give the newer of the two pages another title\.$/,
  ],
  [
    QUESTIONS,
    'option: One stopped container',
    'option: Three  stopped containers',
    /^This choice is the same as the answer\.$/,
    /^Write another mistake that people make\.$/,
  ],
  [
    QUESTIONS,
    'option: Three running containers',
    'option: One stopped container',
    /^This choice is the same as wrong choice 1\.$/,
    /^Write another mistake that people make\.$/,
  ],
  [
    TABLE,
    'feature: Portability',
    'feature: <script>alert(1)</script>',
    /^"<script>alert\(1\)<\/script>" would be read as HTML/,
    /^Write it as code, in backticks\.$/,
  ],
  ...(
    [
      ['Runs <b>anywhere</b>', /^"<b>" would be read as HTML/, /^Write it as code, in backticks\.$/],
      [
        'Runs <Term id="host">anywhere</Term>',
        /^"<Term id="host">" would be read as HTML, and readers wouldn't see it: components work only on pages\.$/,
        /^Remove it, and keep the text between its tags, if there is any\. /,
      ],
      [
        'Portability<Cite id="docker-cli" />',
        /^"<Cite id="docker-cli" \/>" would be read as HTML, .*: components work only on pages\.$/,
        /^Remove it, .* Name a source in "sources:", and a value in a cell as \{ fact: ID \}\.$/,
      ],
    ] as const
  ).map(([text, message, fix]): (typeof causes)[number] => [
    TABLE,
    'feature: Portability',
    `feature: '${text}'`,
    message,
    fix,
  ]),
  ...['5', ''].map((cell): (typeof causes)[number] => [
    TABLE,
    'feature: Portability',
    `feature: ${cell}`,
    /^"cells\.feature" of "portability" must be text, /,
    /^Write what the cell says; put a number in quotes/,
  ]),
  [
    'content/synonyms.yaml',
    FIRST_SYNONYMS,
    '- [alone]',
    /^Entry 1 of this file needs at least two wordings that mean the same\.$/,
    /./,
  ],
  [
    'content/paths.yaml',
    'level: beginner',
    'level: novice',
    /^"\w+\.level" must be one of: beginner, /,
    /^Write what its pages expect of their readers\.$/,
  ],
  [SITE, 'starters: [', 'starters: digest # [', /^"starters" must be a list, such as /, /^Write searches that/],
  [TABLE, 'columns:', 'coloumns:', /^Unknown key "coloumns"\. Did you mean "columns"\?$/, /use one of: caption, /],
  [
    TABLE,
    'feature: Portability',
    'featrue: Portability',
    /a cell for "featrue", but the table has no such column\. Did you mean "feature"\?$/,
    /^Rename or remove the cell/,
  ],
  [
    TABLE,
    '{ id: feature,',
    '{ id: featrue,',
    /^No row has a cell for the column "featrue"\.$/,
    /: feature, description\.$/,
  ],
  [
    TABLE,
    '{ id: description,',
    '{ id: feature,',
    /^Two columns of this table have the id "feature"\.$/,
    /^Give each column its own id\.$/,
  ],
  [
    TABLE,
    '- id: consistency',
    '- id: portability',
    /^Two rows of this table have the id "portability"\.$/,
    /newer row/,
  ],
  [TABLE, 'page: concepts/what-is-docker', 'page: no-such-page', /^Unknown page "no-such-page"\.$/, /slug/],
  [
    PAGE,
    'name="docker-features"',
    'name="docker-featrues"',
    /^Unknown table "docker-featrues"\. /,
    /content\/tables\//,
  ],
  [
    TABLE,
    'feature: Portability',
    'feature: Until step #3 of the list',
    /^"#3 of the list" is a comment, because /,
    /^Put the whole value in quotes\./,
  ],
  [TABLE, 'feature: Portability', 'feature: #1 in ports', /^"#1 in ports" is a comment, because /, /in quotes\./],
  [
    TABLE,
    '{ id: feature, label: Feature }',
    '{ id: feature, label: Feature #1 }',
    /^"#1 }" is a comment, because /,
    /in quotes\./,
  ],
  ...['&amp; more', '*all', '!important'].map((text): (typeof causes)[number] => [
    TABLE,
    'feature: Portability',
    `feature: ${text}`,
    /^This value starts with a character that has a special meaning in YAML\.$/,
    /^Put the text in quotes\.$/,
  ]),
  [
    GLOSSARY,
    'artifact:',
    '  artifact:',
    /^The indentation of "artifact:" makes it a key of the entry above it, which already has the key "term"\.$/,
    /^If "artifact:" starts a new entry, start it in the same column as the entry above\./,
  ],
  ...(
    [
      [PAGE, 'reviewed:', 'readFirst: [registries/docker-hub, registries/docker-hub]\nreviewed:', '\\S+'],
      [GLOSSARY, 'seeAlso: [amazon-ecr-public,', 'seeAlso: [registry,', 'registry'],
      ['content/site.yaml', 'starters: [', 'starters: [digest, ', 'digest'],
      [TABLE, 'sources: [docker-overview,', 'sources: [docker-overview, docker-overview,', 'docker-overview'],
      [TRIALS, 'images: [alpine]', 'images: [alpine, alpine]', 'alpine'],
    ] as const
  ).map(([file, from, to, repeated]): (typeof causes)[number] => [
    file,
    from,
    to,
    new RegExp(`^Entry \\d of ".*" must not be "${repeated}" again: it is in the list twice\\.$`),
    /^Remove one of the two\.$/,
  ]),
  [
    MISCONCEPTIONS,
    '- engine-security',
    '-engine-security',
    /^This line is not an item of a list: the space after the hyphen is missing\.$/,
    /^Put a space after the hyphen\./,
  ],
  [
    PAGE,
    'minutes:',
    ' minutes:',
    /^This line is indented further than the key above it, which already has a value\.$/,
    /^Start it in the same column as that key\. If it continues the value, put the whole value in quotes\.$/,
  ],
  ...(
    [
      [NAVIGATION, '- concepts/how-docker-works', 'concepts/how-docker-works'],
      [NAVIGATION, '- { page: index,', '{ page: index,'],
      [TABLE, '- { id: feature,', '  { id: feature,'],
      [TABLE, '- { id: description,', '  { id: description,'],
      [TABLE, '  - id: consistency', '  id: consistency'],
      ['content/synonyms.yaml', FIRST_SYNONYMS, FIRST_SYNONYMS.slice(2)],
    ] as const
  ).map(([file, from, to]): (typeof causes)[number] => [
    file,
    from,
    to,
    /^This line is among the items of a list, but the hyphen at its beginning is missing\.$/,
    /^Put "- " before it\./,
  ]),
  ...['- concepts/what-is-docker: i', '- concepts/where-docker-runs: t'].map((to): (typeof causes)[number] => [
    'content/paths.yaml',
    to.slice(2),
    to,
    /^This line starts with a hyphen, as an item of a list does, but other lines in its column have none\.$/,
    /^Delete the hyphen, or /,
  ]),
  ...[
    ['- id: portability', '– id: portability'],
    ['- { id: feature,', '• { id: feature,'],
  ].map(([from = '', to = '']): (typeof causes)[number] => [
    TABLE,
    from,
    to,
    /^The "[–•]" that starts this line is not a hyphen, so the line is not an item of a list\.$/,
    /^Write "- ", with an ordinary hyphen\.$/,
  ]),
  ...(
    [
      [TABLE, '    cells:', '\u00A0   cells:'],
      [TABLE, 'feature: Portability', 'feature:\u00A0Portability'],
      [TABLE, '- id: portability', '-\u00A0id: portability'],
      [GLOSSARY, '  definition:', '\u00A0 definition:'],
    ] as const
  ).map(([file, from, to]): (typeof causes)[number] => [
    file,
    from,
    to,
    /^This line has a non-breaking space where YAML needs an ordinary one/,
    /^Delete the spaces before the text, and type them again/,
  ]),
  [
    NAVIGATION,
    'label: Amazon ECR }',
    'label: Registry: Amazon ECR }',
    /^A value between brackets contains ": "/,
    /^Put the whole text in quotes\. Within single quotes, write an apostrophe twice\.$/,
  ],
  ...(
    [
      ['content/redirects.yaml', FIRST_REDIRECT, FIRST_REDIRECT.replace(',', '')],
      [NAVIGATION, 'concepts-quiz, copied: false', 'concepts-quiz copied: false'],
      [TABLE, 'id: feature, label: ', 'id: feature label: '],
    ] as const
  ).map(([file, from, to]): (typeof causes)[number] => {
    const [, key = ''] = /[^,] (\w+:)/.exec(to)!;
    return [
      file,
      from,
      to,
      new RegExp(`^"${key}" follows a value between brackets, without a comma before it\\.$`),
      new RegExp(`^Put a comma before "${key}"\\. `),
    ];
  }),
  // The parser takes the mark that starts the next text for the one that is missing here.
  ...[
    'content/errors.yaml',
    'content/redirects.yaml',
    'content/tables/restart-policies.yaml',
    NAVIGATION,
    QUESTIONS,
    TRIALS,
  ].map((file): (typeof causes)[number] => {
    const [from = ''] = /(?<=^[^#\n]*[:[] ?)'[^'\n]+'/m.exec(readFileSync(file, 'utf8'))!;
    return [file, from, from.slice(0, -1), /^The quotation mark that starts this text has no match/, /^Add it\./];
  }),
  [
    NAVIGATION,
    'label: Amazon ECR',
    'label: “Amazon, ECR”',
    /^The quotation marks around “Amazon, ECR” are curly/,
    /^Write straight ones/,
  ],
  [
    TABLE,
    '  - id: consistency',
    '    id: consistency',
    new RegExp(`^The key "id" is already on line ${lineOf(TABLE, '- id: portability')}\\.$`),
    /If this one starts a new item of the list, put "- " before it\.$/,
  ],
  [
    NAVIGATION,
    'registries-quiz, copied: false }',
    'registries-quiz, copied: no }',
    /^"copied" of entry \d+ of "pages" of entry \d+ of "sidebar" must be false\.$/,
    /^Write false if copies, such as handouts/,
  ],
  [
    NAVIGATION,
    'label: Amazon ECR',
    'labl: Amazon ECR',
    /^Unknown key "labl"\. Did you mean "label"\?$/,
    /^Remove it, /,
  ],
  [
    TABLE,
    'feature: Portability',
    'feature: { fact: hub-pull-limit, sources: [docker-cli] }',
    /^The key "sources" doesn't go with the other keys of this value\.$/,
    /^Remove it, or use one of: text, sources, fact\.$/,
  ],
  [
    TABLE,
    'cells: [description]',
    'cells: []',
    /^"correction\.cells" of "portability" must have at least one entry\.$/,
    /^Write the ids of the columns/,
  ],
  [
    TRIALS,
    'needs: [linux]',
    'needs: linux',
    /^"container-is-a-small-vm\.needs" must be a list, such as \[linux\]\.$/,
    /^Write what the trial needs/,
  ],
  [
    'content/paths.yaml',
    'concepts/what-is-docker: i',
    'concepts/what-is-docker: # i',
    /^"beginner\.steps\.concepts\/what-is-docker" has no value\.$/,
    /^Write what readers get from the page: /,
  ],
  [
    'content/paths.yaml',
    'concepts/what-is-docker:',
    '/concepts/what-is-docker/:',
    /^The key "\/concepts\/what-is-docker\/" must have only lowercase letters, digits and hyphens, and single slashes/,
    /^Correct the key, /,
  ],
  [
    PAGE,
    'slug: concepts/what',
    'slug: Concepts/What',
    /^"slug" must have only lowercase letters, /,
    /^Write the page's/,
  ],
  [
    'content/errors.yaml',
    "'authorization token has expired'",
    "'/authorization token has expired/i'",
    /^The pattern does not match the text of its own entry\.$/,
    /^Write it without slashes around it\.$/,
  ],
  ...['', 'authorization token has expired|', '.', '.*', '\\w+', '[0-9]'].map((pattern): (typeof causes)[number] => [
    'content/errors.yaml',
    "'authorization token has expired'",
    `'${pattern}'`,
    /^The pattern '.*' also matches messages that have nothing to do with this error\.$/,
    /^Write the words that only this message has\./,
  ]),
  ...['me', 'me/x/tree/main', 'me/x/-/tree/main', 'me/x/issues', 'me/x?tab=readme'].map(
    (path): (typeof causes)[number] => [
      SITE,
      REPOSITORY,
      `repository: https://github.com/${path}`,
      /^"repository" must be the address of a repository, https:\/\/HOST\/OWNER\/NAME, with nothing after it\.$/,
      /^Open the repository's first page, and copy its address\.$/,
    ],
  ),
  [
    'content/questions.yaml',
    'page: registries/docker-hub',
    'page: registries/docker-hubb',
    /^Unknown page "registries\/docker-hubb"\. Did you mean "registries\/docker-hub"\?$/,
    /^Use the slug from the frontmatter of a page\.$/,
  ],
];
for (const [file, from, to, message, fix] of causes) {
  test(`the validation reports "${to}" in place of "${from}" once, and nothing that follows from it`, () => {
    const problems = validateContent(copyContent(replace(file, from, to)));
    assert.equal(problems.length, 1, formatProblems(problems));
    assert.deepEqual([problems[0]!.file, problems[0]!.line], [file, lineOf(file, from)]);
    assert.match(problems[0]!.message, message);
    assert.match(problems[0]!.fix, fix);
  });
}

test('what a deleted page leaves behind is reported once in each file, and a tombstone settles its redirects', () => {
  const page = pageOfTable('other-registries');
  const table = 'content/tables/other-registries.yaml';
  const linking = ['docker-hub-vs-amazon-ecr', 'where-images-are-stored'].map(
    (name) => `content/registries/${name}.mdx`,
  );
  const root = copyContent((root) => rmSync(join(root, fileOfPage(page))));
  /** The searches that lead to the page and its rows, some of which moved there. */
  const searched = `.*\\t(/${page}/|/registries/other-registries/|\\S+#other-registries)`;
  /** What the validation must say of a file, on the lines where a pattern matches. */
  const report = (file: string, pattern: string, message: string) => {
    const text = readFileSync(join(root, file), 'utf8');
    const lines = [...text.matchAll(new RegExp(pattern, 'g'))].map(
      ({ index }) => text.slice(0, index).split('\n').length,
    );
    const [first, ...others] = new Set(lines);
    return `${file}:${first} ${message}${others.length ? ` Also on line${others.length > 1 ? 's' : ''} ${others.join(', ')}.` : ''}`;
  };
  /** The lines in a message, one by one. */
  const expand = (message: string) =>
    message.replace(/(\d+) to (\d+)/g, (_, first: string, last: string) =>
      Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => Number(first) + index).join(', '),
    );
  const assertReports = (expected: string[]) =>
    assert.deepEqual(
      // Whether the name is like another one is of no importance here.
      validateContent(root).map(
        ({ file, line, message }) => `${file}:${line} ${expand(message.replace(/ Did you mean "[^"]*"\?/, ''))}`,
      ),
      expected,
    );

  assertReports([
    report('content/navigation.yaml', page, `No page has the slug "${page}".`),
    ...['content/questions.yaml', table].map((file) => report(file, `page: ${page}`, `Unknown page "${page}".`)),
  ]);
  replace('content/navigation.yaml', new RegExp(`^ +- ${page}\\n`, 'm'), '')(root);
  rmSync(join(root, table));
  replace('content/questions.yaml', new RegExp(`^\\S+:\\n  page: ${page}\\n( .*\\n)+`, 'gm'), '')(root);
  for (const list of ['content/teach/questions.mdx', 'content/learn/registries-quiz.mdx'])
    replace(list, /^## Other registries.*\n+.*\n/m, '')(root);
  assertReports([
    ...['content/phrases.yaml', 'content/questions.yaml'].map((file) =>
      report(file, `/${page}/`, `The link "/${page}/" leads to a page that doesn't exist.`),
    ),
    report(
      'content/redirects.yaml',
      `from: \\S+\\s+to: '?/${page}/`,
      `This leads to "/${page}/", which doesn't exist.`,
    ),
    ...linking.map((file) => report(file, `/${page}/`, `The link "/${page}/" leads to a page that doesn't exist.`)),
    report(SEARCHES_FILE, searched, `The link "/${page}/" leads to a page that doesn't exist.`),
  ]);
  replace('content/phrases.yaml', new RegExp(`^/${page}/.*\\n( .*\\n)+`, 'gm'), '')(root);
  for (const file of linking) replace(file, `/${page}/`, '/registries/docker-hub/')(root);
  replace('content/questions.yaml', new RegExp(`/${page}/#.*`, 'g'), '/registries/docker-hub/#sources')(root);
  append('content/redirects.yaml', `  - { from: /${page}/, why: 'It said too little.' }\n`)(root);
  const messages = validateContent(root).map(({ file, message }) => `${file} ${message}`);
  assert.ok(messages.length > 1);
  for (const message of messages) {
    assert.match(
      message,
      /^content\/searches\.tsv The link "\S+" leads to something that was removed, as content\/redirects\.yaml says/,
    );
  }
  replace(SEARCHES_FILE, new RegExp(`${searched}.*\n`, 'gm'), '')(root);
  const unused = validateContent(root).map(
    ({ message }) => /^Nothing in content\/ names the source "(.+)"\.$/.exec(message)![1]!,
  );
  assert.ok(unused.length > 1);
  for (const id of unused) replace('content/sources.yaml', new RegExp(`^${id}:\n( .*\n)+`, 'm'), '')(root);
  assertReports([]);
});

/** Each file that is not plain UTF-8, with the line and the only message that an author should get about it. */
const LATIN_1 = Buffer.from([0xe9]); // é
const unreadable: [name: string, file: string, corrupt: (text: string) => Buffer, line: number, message: RegExp][] = [
  [
    'a table in Latin-1',
    TABLE,
    (text) => insertBytes(text, 'Portability', LATIN_1),
    lineOf(TABLE, 'Portability'),
    /isn't UTF-8/,
  ],
  [
    'a page in Latin-1',
    PAGE,
    (text) => insertBytes(text, 'reviewed', LATIN_1),
    lineOf(PAGE, 'reviewed'),
    /isn't UTF-8/,
  ],
  [
    'searches in Latin-1',
    SEARCHES_FILE,
    (text) => Buffer.concat([Buffer.from(text), LATIN_1]),
    appendedLine(SEARCHES_FILE),
    /isn't UTF-8/,
  ],
  ['a page in UTF-16', PAGE, (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'), 1, /UTF-16, not UTF-8/],
  ['a page with a byte order mark', PAGE, (text) => Buffer.from(`\uFEFF${text}`), 1, /byte order mark/],
  [
    'a table with a zero byte',
    TABLE,
    (text) => insertBytes(text, 'Portability', Buffer.from([0])),
    lineOf(TABLE, 'Portability'),
    /control character/,
  ],
  [
    'a page with text that runs backward',
    PAGE,
    (text) => insertBytes(text, 'reviewed', Buffer.from('\u202E')),
    lineOf(PAGE, 'reviewed'),
    /changes the direction/,
  ],
];
/** Inserts bytes before the first occurrence of a text. */
function insertBytes(text: string, position: string, bytes: Buffer): Buffer {
  const start = text.indexOf(position);
  return Buffer.concat([Buffer.from(text.slice(0, start)), bytes, Buffer.from(text.slice(start))]);
}
for (const [name, file, corrupt, line, message] of unreadable) {
  test(`the validation reports ${name}, and nothing else`, () => {
    const root = copyContent((root) => {
      writeFileSync(join(root, file), corrupt(readFileSync(file, 'utf8')));
    });
    const problems = validateContent(root);
    assert.equal(problems.length, 1, formatProblems(problems));
    assert.deepEqual([problems[0]!.file, problems[0]!.line], [file, line]);
    assert.match(problems[0]!.message, message);
  });
}

/** Each misspelled name with the only message that an author should get about it. */
const misspellings: [file: string, from: string, to: string, message: string][] = [
  [
    'content/teach/index.mdx',
    'row="portability"',
    'rwo="portability"',
    '<LiveEmbed> has no attribute "rwo". Did you mean "row"?',
  ],
  [
    'content/teach/questions.mdx',
    '<SelfCheck page="registries/docker-hub" />',
    '<SelfCheck pag="registries/docker-hub" />',
    '<SelfCheck> has no attribute "pag". Did you mean "page"?',
  ],
  [PAGE, '<Cite id=', '<Cite note="p. 3" id=', '<Cite> has no attribute "note".'],
  ['content/search.mdx', '<PageList />', '<PageList section="practice" />', '<PageList> has no attribute "section".'],
  [PAGE, '<SelfCheck />', '<SelfChek />', 'There is no component <SelfChek>. Did you mean "SelfCheck"?'],
];
for (const [file, from, to, message] of misspellings) {
  test(`the validation reports ${to} once, and no problems that follow from it`, () => {
    const problems = validateContent(copyContent(replace(file, from, to)));
    assert.deepEqual(
      problems.map((problem) => [problem.file, problem.line, problem.message]),
      [[file, lineOf(file, from), message]],
    );
    assert.match(problems[0]!.fix, /^Remove it|^Use one of: .*SelfCheck/);
  });
}

test('phrases name current addresses, whereas searches follow redirects, and both must not lead to what was removed', () => {
  const heading = '/concepts/what-is-docker/#parts';
  const root = copyContent(replace(PAGE, '{#parts}', '{#pieces}'));
  replace(
    'content/redirects.yaml',
    /^places:$/m,
    `$&\n  - { from: '${heading}', to: '${heading.replace('parts', 'pieces')}' }`,
  )(root);
  const problemsOf = (file: string) => validateContent(root).filter((problem) => problem.file === file);
  assert.deepEqual(problemsOf(SEARCHES_FILE), []);
  assert.deepEqual(
    problemsOf('content/phrases.yaml').map(({ line, message, fix }) => [line, message, fix]),
    [
      [
        lineOf('content/phrases.yaml', heading),
        `The link "${heading}" leads to an address that has moved.`,
        'Write /concepts/what-is-docker/#pieces.',
      ],
    ],
  );
  replace('content/redirects.yaml', /^ {2}- \{ from: '\/concepts\/what-is-docker\/#parts'.*\n/m, '')(root);
  append('content/redirects.yaml', `  - { from: '${heading}', why: 'It said too little.' }\n`)(root);
  for (const file of [SEARCHES_FILE, 'content/phrases.yaml']) {
    const [problem, ...more] = problemsOf(file);
    assert.equal(more.length, 0);
    assert.equal(problem!.line, lineOf(file, heading));
    assert.match(problem!.message, /#parts" leads to something that was removed, as content\/redirects\.yaml says\./);
  }
});

test('a page without questions has one message, which says how many it needs', () => {
  const root = copyContent(
    replace(QUESTIONS, /^\S+:\n {2}page: concepts\/what-is-docker\n((?! {2}wrong:) .*\n)+(?! )/gm, ''),
  );
  assert.deepEqual(
    validateContent(root)
      .filter(({ file }) => file === PAGE)
      .map(({ message, fix }) => [message, fix]),
    [
      [
        'The page "concepts/what-is-docker" has no questions.',
        'Write three to five in content/questions.yaml, or name a page that has some: <SelfCheck page="…" />.',
      ],
    ],
  );
});

test('a page may show the questions of a few other pages', () => {
  const selfChecks = '\n<SelfCheck page="registries/docker-hub" />\n\n<SelfCheck page="concepts/what-is-docker" />\n';
  assert.deepEqual(validateContent(copyContent(append('content/teach/index.mdx', selfChecks))), []);
});

test('the content of this site has no mistakes', () => assert.deepEqual(validateContent('.'), []));

test('the examples of the README can be pasted', () => {
  const [page = '', table = '', entries = '', trials = ''] = [
    ...readFileSync('README.md', 'utf8').matchAll(/(`{3,})(?:mdx|yaml)\n([^]*?)\1/g),
  ].map(([, , text]) => text);
  const root = copyContent((root) => {
    // What the examples leave out: the table, the value and the term on their page, more questions, and the lists that name
    // the page.
    writeFileSync(
      join(root, 'content/concepts/volumes.mdx'),
      page.replace(
        '## In',
        '<Table name="what-stays" />\n\n<Fact id="volume-default-driver" /> <Term id="volume-driver">driver</Term>\n\n## In',
      ),
    );
    writeFileSync(join(root, 'content/tables/what-stays.yaml'), table);
    writeFileSync(join(root, 'content/facts/volumes.yaml'), '');
    writeFileSync(join(root, 'content/trials/volumes.yaml'), trials);
    for (const example of entries.split(/^# /m).slice(1)) {
      const [, name = '', text = ''] = /^content\/([\w/]+)\.yaml.*\n([^]*)/.exec(example) ?? [];
      append(`content/${name.replace('NAME', 'volumes')}.yaml`, `\n${text}`)(root);
    }
    append('content/questions.yaml', questionsOn('concepts/volumes', 2) + choicesOn('concepts/volumes', 2))(root);
    append('content/teach/questions.mdx', '\n## Volumes {#volumes}\n\n<SelfCheck page="concepts/volumes" />\n')(root);
    append('content/learn/concepts-quiz.mdx', '\n## Volumes {#volumes}\n\n<Quiz page="concepts/volumes" />\n')(root);
    replace('content/navigation.yaml', /^( +- )concepts\/where-docker-runs\n/m, '$&$1concepts/volumes\n')(root);
  });
  assert.deepEqual(validateContent(root), []);
  assert.match(readFileSync(join(root, 'content/errors.yaml'), 'utf8'), /^no-such-volume:/m);
});

// The file name is the name of the table, so two tables can never have the same name.
test('the validation reports a table whose file name cannot be part of an address', () => {
  const root = copyContent(append(TABLE, ''));
  cpSync(join(root, TABLE), join(root, 'content/tables/Docker_Features.yaml'));
  assert.match(formatProblems(validateContent(root)), /Docker_Features\.yaml[\s\S]*can't be part of an address/);
});
