/**
 * Packages for learning platforms arrive as they were packed: every text, every link, in every format. They are read back by
 * other people's parsers, `tests/package-readers.ts`.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { collectItems } from '../../src/exports/packages/collect.ts';
import { choose, type PackageItems } from '../../src/exports/packages/items.ts';
import { contentsOf, leftOut, pack } from '../../src/exports/packages/pack.ts';
import { misconception } from '../../src/kinds/misconception/index.ts';
import { choicesOf, questionsOf } from '../../src/kinds/question/index.ts';
import { KINDS } from '../../src/kinds/registry.ts';
import { table } from '../../src/kinds/table/index.ts';
import { term } from '../../src/kinds/term/index.ts';
import { addressList, readManifest } from '../../src/links/manifest.ts';
import { formatDate } from '../../src/model/dates.ts';
import { readRecord, recordedDays } from '../../src/model/record.ts';
import { PACKAGE_FORMATS, packagePath } from '../../src/model/package-files.ts';
import { readContent } from '../../src/model/read.ts';
import {
  readAnki,
  readCartridge,
  readGift,
  readGlossaryXml,
  readMoodleXml,
  readQuestionsCsv,
  shown,
  type ReadEntry,
  type ReadQuestion,
} from '../package-readers.ts';

const ROOT = 'https://docs.example.org/basics/';
const LICENSE = 'https://creativecommons.org/licenses/by/4.0/';

/** Texts that mean something in one of the formats. */
const NASTY = [
  'a < b && c > d',
  '<script>alert("x")</script> <b> <i>',
  '&lt;b&gt; &amp;nbsp; &&058; &#37;',
  'docker ps --format "{{.Names}}" | sort',
  '{a ~ b = c # d : e} -> f',
  '::name:: [html] $CATEGORY: x',
  '// no comment',
  '%50% of it',
  '[id:x] [tag:y]',
  String.raw`C:\new\table \\host \{ \n`,
  ']]> <![CDATA[ -->',
  'Größe, naïve, “curly”, ’, 中文, 🐳',
  'עברית and العربية \u202Bmixed\u202C',
  'a\ttab, "quotes", \'single\', `code`',
  '#separator:comma',
  '"quoted" at the start',
  '-- a flag, =SUM(A1), @x, +1',
  'T',
  'FALSE',
  '0',
  'x'.repeat(300),
  'two\n\nparagraphs\n// and a line',
];

/** Text as HTML. Like the site's, it leaves > as it is. */
const asHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const linked = (text: string, address: string) =>
  `${asHtml(text)} <code>${asHtml(text)}</code> <a href="${address}">here</a>`;

/** A page on which every text is nasty. */
const fixture: PackageItems = {
  site: 'Docker & <Basics> -- x',
  license: { name: 'CC BY 4.0', url: LICENSE },
  title: 'A/B: {course} ~ "one" <two>',
  pages: [
    {
      id: 'concepts/nasty',
      slug: 'concepts/nasty',
      shows: [],
      address: '/concepts/nasty/',
      changed: '2026-11-24',
      title: `What/why: {x}? <b>&lt; ${'long '.repeat(80)}`,
      isLinked: true,
      tables: [
        {
          id: 'table-t',
          address: '/concepts/nasty/#t',
          changed: '2026-11-24',
          title: NASTY[0]!,
          isLinked: true,
          rows: NASTY.map((title, index) => ({
            id: `row-t-${index}`,
            address: `/concepts/nasty/#t-${index}-ü [x]|y`,
            changed: '2026-11-24',
            title,
            isLinked: true,
          })),
        },
      ],
      choices: NASTY.map((text, index) => ({
        id: `question-${index}`,
        address: `/concepts/nasty/#question-${index}`,
        changed: '2026-11-23',
        question: linked(text, '/concepts/nasty/#t'),
        options: [0, 1, 2, 3].map((number) => ({
          text: asHtml(NASTY[(index + number) % NASTY.length]!),
          why: linked(`because ${text}`, 'https://example.com/?a=b&amp;c=d'),
          proof: `/concepts/nasty/#proof-${number}`,
          isRight: number === index % 4,
        })),
      })),
      questions: NASTY.map((text, index) => ({
        id: `question-open-${index}`,
        address: `/concepts/nasty/#question-open-${index}`,
        changed: '2026-11-22',
        question: asHtml(text),
        answer: linked(text, '/concepts/nasty/'),
        proof: '/concepts/nasty/#open',
      })),
      misconceptions: NASTY.map((text, index) => ({
        id: `misconception-${index}`,
        address: `/concepts/nasty/#misconception-${index}`,
        changed: '2026-11-21',
        claim: asHtml(text),
        verdict: (['wrong', 'inexact', 'outdated'] as const)[index % 3]!,
        why: asHtml(`seems ${text}`),
        correction: asHtml(`but ${text}`),
        ...(index % 3 === 0 && { statements: { false: asHtml(`no ${text}`), true: asHtml(`yes ${text}`) } }),
      })),
      terms: NASTY.map((text, index) => ({
        id: `term-${index}`,
        address: `/concepts/nasty/#${index}`,
        changed: '2026-11-20',
        term: text,
        names: [`also ${text}`, text],
        definition: linked(text, '/concepts/nasty/#t'),
      })),
    },
  ],
};
const [page] = fixture.pages;

const content = readContent('.', KINDS);
const items = collectItems(content, recordedDays(readRecord()));

/** What readers see of the HTML of an item, with links to the site as they are in a package. */
const expected = (html: string, root: string | undefined) => {
  const { text, links } = shown(html);
  const absolute = (link: string) => (link.startsWith('/') ? root && new URL(link.slice(1), root).href : link);
  return { text, links: links.map(absolute).filter((link) => link !== undefined) };
};

const proofOf = (site: string, address: string, root: string | undefined) =>
  root
    ? { text: ' See the explanation', links: [new URL(address.slice(1), root).href] }
    : { text: ` See the explanation: ${site}, ${address}`, links: [] };
const originOf = (
  all: PackageItems,
  { address, changed }: { address: string; changed: string },
  root: string | undefined,
) => ({
  text: `${root ? all.site : `${all.site}, ${address}`}, as of ${formatDate(changed)}, CC BY 4.0`,
  links: [...(root ? [new URL(address.slice(1), root).href] : []), LICENSE],
});
const joined = (...parts: { text: string; links: string[] }[]) => ({
  text: parts.map(({ text }) => text).join(''),
  links: parts.flatMap(({ links }) => links),
});

/** The questions of a platform, as a reader sees them. */
function quizOf(all: PackageItems, root: string | undefined) {
  const because = (why: string, proof: string) => joined(expected(why, root), proofOf(all.site, proof, root));
  return all.pages.flatMap(({ slug, choices, misconceptions, questions }) => [
    ...choices.map(({ id, question, options, ...item }) => ({
      id,
      tags: [slug, 'multiple-choice'],
      kind: 'multiple-choice',
      question: expected(question, root),
      options: options.map(({ text, why, proof, isRight }) => ({
        text: shown(text).text,
        isRight,
        feedback: because(why, proof),
      })),
      feedback: originOf(all, item, root),
    })),
    ...misconceptions.flatMap(({ id, statements, why, correction, ...item }) =>
      (statements
        ? ([
            [id, statements.false, 'False'],
            [`${id}--true`, statements.true, 'True'],
          ] as const)
        : []
      ).map(([id, statement, answer]) => ({
        id,
        tags: [slug, 'true-false'],
        kind: 'true-false',
        question: expected(statement, root),
        options: ['True', 'False'].map((text) => ({
          text,
          isRight: text === answer,
          // Why the claim seems true is of no use to who has called its true twin false.
          feedback: because(
            text === 'True' && answer === 'False' ? `${correction} Why it seems true: ${why}` : correction,
            item.address,
          ),
        })),
        feedback: originOf(all, item, root),
      })),
    ),
    ...questions.map(({ id, question, answer, proof, ...item }) => ({
      id,
      tags: [slug, 'open'],
      kind: 'open',
      question: expected(question, root),
      options: [],
      feedback: joined(because(answer, proof), originOf(all, item, root)),
    })),
  ]);
}

/** Spaces at the ends are no part of a text, and a line break is a space. */
const trim = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, each: unknown) =>
    typeof each === 'string' ? each.replace(/\s*\n\s*/g, ' ').trim() : each,
  );

/** Compares questions. @param hasTags whether the format has tags */
function expectQuiz(actual: ReadQuestion[], all: PackageItems, root: string | undefined, hasTags = true) {
  const wanted = quizOf(all, root);
  assert.deepEqual(
    actual.map(({ id }) => id),
    wanted.map(({ id }) => id),
  );
  for (const [index, { name, category: _, forGraders: __, tags, ...rest }] of actual.entries()) {
    const { tags: wantedTags, ...wantedRest } = wanted[index]!;
    assert.deepEqual(trim(rest), trim(wantedRest));
    if (hasTags) assert.deepEqual(tags, wantedTags);
    assert.ok(name);
  }
}

const READINGS = [
  ['nasty texts with links', fixture, ROOT],
  ['nasty texts without the address of the site', fixture, undefined],
  ['the content with links', items, ROOT],
  ['the content without the address of the site', items, undefined],
] as const;

for (const [what, all, root] of READINGS) {
  const source = `${all.site}, ${root ? `${root}, ` : ''}CC BY 4.0, ${LICENSE}`;

  test(`GIFT brings ${what}`, () => {
    const { comments, questions } = readGift(pack('gift', all, root));
    assert.ok(comments.includes(source));
    expectQuiz(questions, all, root);
    assert.match(packagePath('gift'), /\.txt$/, 'Moodle looks into a file with another ending, and refuses HTML');
    for (const { name } of questions) assert.ok(name.length <= 251 && !name.includes('<'), name);
  });

  test(`Moodle XML brings ${what}`, () => {
    const { comments, info, questions } = readMoodleXml(pack('moodle', all, root));
    assert.equal(comments.replaceAll('- -', '--'), source);
    assert.equal(shown(info).text, source);
    expectQuiz(questions, all, root);
    const answers = all.pages.flatMap(({ questions }) =>
      questions.map(({ answer, proof }) => [answer, proof] as const),
    );
    assert.deepEqual(
      trim(questions.flatMap(({ forGraders }) => forGraders ?? [])),
      trim(answers.map(([answer, proof]) => joined(expected(answer, root), proofOf(all.site, proof, root)))),
    );
    for (const { id, name, category, kind } of questions) {
      assert.ok(id.length <= 100, 'a longer one is an error in Moodle');
      assert.ok(name.length <= 251 && !name.includes('<'), name);
      const path = category.split(/(?<!\/)\/(?!\/)/).map((part) => part.replaceAll('//', '/'));
      assert.equal(path[0], all.title);
      assert.deepEqual(path.slice(2), kind === 'open' ? ['Open questions'] : []);
    }
  });

  test(`Moodle’s glossary brings ${what}`, () => {
    const { name, intro, terms } = readGlossaryXml(pack('glossary', all, root));
    assert.deepEqual([name, intro], [all.title, source]);
    const wanted = all.pages.flatMap(({ terms }) =>
      terms.map(({ term, names, definition, ...item }) => ({
        term,
        names,
        definition: joined(expected(`${definition} `, root), originOf(all, item, root)),
      })),
    );
    assert.deepEqual(terms, wanted);
  });

  test(`the Common Cartridge brings ${what}`, async () => {
    const { title, rights, modules } = await readCartridge(pack('cartridge', all, root));
    assert.deepEqual([title, rights], [all.title, source]);
    const flat = (entries: ReadEntry[]): ReadEntry[] => entries.flatMap((entry) => [entry, ...flat(entry.entries)]);
    const entries = flat(modules);
    expectQuiz(
      entries.flatMap(({ quiz = [] }) => quiz),
      all,
      root,
      false,
    );
    const cut = (text: string) => (text.length > 255 ? `${text.slice(0, 254).trimEnd()}…` : text);
    const places = all.pages.flatMap((page) => [page, ...page.tables.flatMap((table) => [table, ...table.rows])]);
    assert.deepEqual(
      entries.flatMap(({ title, url }) => (url ? [[title, decodeURI(url)]] : [])),
      root ? places.map(({ title, address }) => [cut(title), decodeURI(new URL(address.slice(1), root).href)]) : [],
    );
  });

  test(`Anki brings ${what}`, () => {
    const { comments, notes } = readAnki(pack('anki', all, root));
    assert.equal(comments, `# ${source}`);
    const wanted = all.pages.flatMap(({ slug, choices, questions, misconceptions, terms }) => {
      const note = (
        item: { id: string; address: string; changed: string },
        tag: string,
        front: string,
        ...back: ReturnType<typeof shown>[]
      ) => ({
        guid: `docker-basics-${item.id}`,
        front: expected(front, root),
        back: joined(...back, originOf(all, item, root)),
        tags: [slug, tag],
      });
      return [
        ...choices.map(({ question, options, ...item }) => {
          const right = options.find(({ isRight }) => isRight)!;
          const list = options.map(({ text }) => text).join('');
          const back = [expected(right.text, root), expected(right.why, root), proofOf(all.site, right.proof, root)];
          return note(item, 'multiple-choice', question + list, ...back);
        }),
        ...questions.map(({ question, answer, proof, ...item }) =>
          note(item, 'open', question, expected(answer, root), proofOf(all.site, proof, root)),
        ),
        ...misconceptions.map(({ claim, verdict, correction, ...item }) =>
          note(
            item,
            'misconception',
            `“${claim}”`,
            shown(`${{ wrong: 'Wrong', inexact: 'Inexact', outdated: 'Outdated' }[verdict]}. `),
            expected(correction, root),
          ),
        ),
        ...terms.map(({ term, names, definition, ...item }) =>
          note(item, 'term', asHtml([term, ...names].join(', ')), expected(definition, root)),
        ),
      ];
    });
    assert.equal(notes.length, wanted.length);
    for (const [index, { deck, ...rest }] of notes.entries()) {
      assert.equal(deck, all.title);
      assert.deepEqual(trim(rest), trim(wanted[index]));
    }
  });

  test(`CSV brings ${what}`, () => {
    const records = readQuestionsCsv(pack('csv', all, root));
    const plain = (html: string) => shown(html).text;
    const place = (address: string) =>
      root ? decodeURI(new URL(address.slice(1), root).href) : `${all.site}, ${address}`;
    const wanted = all.pages.flatMap((page) => {
      const common = { Page: page.title, License: 'CC BY 4.0' };
      const wrongs = (wrong: { text: string; why: string }[]) =>
        Object.fromEntries(
          [0, 1, 2].flatMap((index) => [
            [`Wrong answer ${index + 1}`, plain(wrong[index]?.text ?? '')],
            [`Why not ${index + 1}`, plain(wrong[index]?.why ?? '')],
          ]),
        );
      const statement = (
        claim: string,
        answer: boolean,
        { why, correction, address, changed }: (typeof page.misconceptions)[number],
      ) => ({
        ...common,
        Kind: 'true-false',
        Question: plain(claim),
        'Right answer': answer ? 'True' : 'False',
        Why: plain(correction),
        Proof: place(address),
        ...wrongs([
          answer
            ? { text: 'False', why: correction }
            : { text: 'True', why: `${correction} Why it seems true: ${why}` },
        ]),
        Address: place(address),
        'As of': changed,
      });
      return [
        ...page.choices.map(({ question, options, address, changed }) => {
          const right = options.find(({ isRight }) => isRight)!;
          return {
            ...common,
            Kind: 'multiple-choice',
            Question: plain(question),
            'Right answer': plain(right.text),
            Why: plain(right.why),
            Proof: place(right.proof),
            ...wrongs(options.filter((option) => option !== right)),
            Address: place(address),
            'As of': changed,
          };
        }),
        ...page.misconceptions.flatMap((each) =>
          each.statements
            ? [statement(each.statements.false, false, each), statement(each.statements.true, true, each)]
            : [],
        ),
        ...page.questions.map(({ question, answer, proof, address, changed }) => ({
          ...common,
          Kind: 'open',
          Question: plain(question),
          'Right answer': plain(answer),
          Why: '',
          Proof: place(proof),
          ...wrongs([]),
          Address: place(address),
          'As of': changed,
        })),
      ];
    });
    assert.deepEqual(
      records.map((record) => ({
        ...record,
        Address: decodeURI(record['Address']!),
        Proof: decodeURI(record['Proof']!),
      })),
      wanted,
    );
  });
}

test('the items have the words of the content, all of them', () => {
  /** The words of inline Markdown. */
  const words = (markdown: string) =>
    markdown
      .replace(/\[((?:[^\]`]|`[^`]*`)*)\]\([^)]*\)/g, '$1')
      .replace(/(`+)(.+?)\1|\*\*?(.+?)\*\*?/g, (_, __, code: string | undefined, strong: string) => code ?? strong)
      .replace(/\s+/g, ' ')
      .trim();
  const plain = (html: string) => shown(html).text.replace(/\s+/g, ' ').trim();
  const pages = (key: 'choices' | 'questions' | 'misconceptions' | 'terms' | 'tables') =>
    items.pages.flatMap((page) => page[key] as unknown[]);
  const slugs = items.pages.map(({ slug }) => slug);

  const open = slugs.flatMap((slug) => questionsOf(slug, content));
  assert.deepEqual(
    (pages('questions') as (typeof fixture.pages)[0]['questions']).map(({ id, question, answer }) => [
      id,
      plain(question),
      plain(answer),
    ]),
    open.map(([id, { question, answer }]) => [`question-${id}`, words(question), words(answer)]),
  );
  const choices = slugs.flatMap((slug) => choicesOf(slug, content));
  assert.deepEqual(
    (pages('choices') as (typeof fixture.pages)[0]['choices']).map(({ id, question, options }) => [
      id,
      plain(question),
      ...options
        .toSorted((a, b) => Number(b.isRight) - Number(a.isRight))
        .flatMap(({ text, why }) => [plain(text), plain(why)]),
    ]),
    choices.map(([id, { question, answer, why, wrong }]) => [
      `question-${id}`,
      ...[question, answer, why, ...wrong.flatMap(({ option, why }) => [option, why])].map(words),
    ]),
  );
  assert.equal(open.length + choices.length, Object.keys(readEntries('content/questions.yaml')).length);
  assert.deepEqual(
    (pages('misconceptions') as (typeof fixture.pages)[0]['misconceptions']).map(
      ({ claim, verdict, correction, statements }) => [
        ...[claim, correction, ...(statements ? [statements.false, statements.true] : [])].map(plain),
        verdict,
      ],
    ),
    [...content.byId(misconception).values()].map(({ claim, verdict, correction, asked = claim, twin }) => [
      ...[claim, correction, ...(twin ? [asked, twin] : [])].map(words),
      verdict,
    ]),
  );
  assert.deepEqual(
    (pages('terms') as (typeof fixture.pages)[0]['terms']).map(({ term, names, definition }) => [
      term,
      names,
      plain(definition),
    ]),
    [...content.byId(term).values()].map(({ term, aka = [], definition, note = '' }) => [
      term,
      aka,
      words(`${definition} ${note}`),
    ]),
  );
  const tables = pages('tables') as (typeof fixture.pages)[0]['tables'];
  assert.deepEqual(
    tables.map(({ title, rows }) => [title, rows.length]).sort(),
    [...content.byId(table).values()].map(({ caption, rows }) => [caption, rows.length]).sort(),
  );
});

/** The ids at the beginning of the lines of a YAML file. */
const readEntries = (file: string) =>
  Object.fromEntries([...readFileSync(file, 'utf8').matchAll(/^([\w-]+):$/gm)].map(([, id]) => [id!, true]));

test('every link of every package leads to a promised address, and every id is there once', async () => {
  const promised = new Set(addressList(readManifest()));
  const links = new Set<string>();
  const collect = ({ links: found }: { links: string[] }) => found.forEach((link) => links.add(link));
  for (const format of ['gift', 'moodle'] as const) {
    const { questions } = (format === 'gift' ? readGift : readMoodleXml)(pack(format, items, ROOT));
    const ids = questions.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const { question, options, feedback } of questions)
      [question, feedback, ...options.map((option) => option.feedback)].forEach(collect);
  }
  const { terms } = readGlossaryXml(pack('glossary', items, ROOT));
  terms.forEach(({ definition }) => collect(definition));
  const concepts = terms.map(({ term }) => term.toLowerCase());
  assert.equal(new Set(concepts).size, concepts.length, 'Moodle rejects a second concept of a name');
  const { notes } = readAnki(pack('anki', items, ROOT));
  assert.equal(new Set(notes.map(({ guid }) => guid)).size, notes.length);
  for (const { front, back } of notes) [front, back].forEach(collect);
  for (const { Address, Proof } of readQuestionsCsv(pack('csv', items, ROOT))) collect({ links: [Address!, Proof!] });
  const walk = ({ url, quiz = [], entries }: ReadEntry): void => {
    if (url) links.add(url);
    for (const { options } of quiz) options.forEach(({ feedback }) => collect(feedback));
    entries.forEach(walk);
  };
  (await readCartridge(pack('cartridge', items, ROOT))).modules.forEach(walk);
  for (const link of links) assert.match(link, /^https:/);
  const own = [...links].filter((link) => link.startsWith(ROOT)).map((link) => link.slice(ROOT.length - 1));
  assert.ok(own.length > 500);
  assert.deepEqual(
    own.filter((address) => !promised.has(address)),
    [],
  );
});

test('the same items give the same bytes, in every time zone', () => {
  const zone = process.env['TZ'];
  const packAll = (timeZone: string) => {
    process.env['TZ'] = timeZone;
    return PACKAGE_FORMATS.map((format) => Buffer.from(pack(format, fixture, ROOT)).toString('base64'));
  };
  try {
    assert.deepEqual(packAll('Pacific/Kiritimati'), packAll('America/Los_Angeles'));
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});

test('a choice packs what it names: a page with all that it has, else the places alone, in the order of the choice', () => {
  const empty = { tables: [], choices: [], questions: [], misconceptions: [], terms: [] };
  const other = { ...page!, ...empty, id: 'other', slug: 'other', address: '/other/', title: 'Other' };
  const both = { ...fixture, pages: [page!, other] };
  const select = (...choices: string[]) => choose(both, choices, 'check-yourself', '').pages;
  assert.deepEqual(select('other', 'concepts/nasty'), [other, page]);
  assert.deepEqual(select('concepts/nasty/no-such-place'), []);
  const part = { ...page!, ...empty, isLinked: false };
  assert.deepEqual(select('concepts/nasty/check-yourself'), [
    { ...part, choices: page!.choices, questions: page!.questions },
  ]);
  assert.deepEqual(select('concepts/nasty/t'), [{ ...part, tables: page!.tables }]);
  const [row] = page!.tables[0]!.rows;
  assert.deepEqual(select(`concepts/nasty/${row!.address.split('#')[1]!}`), [
    { ...part, tables: [{ ...page!.tables[0]!, isLinked: false, rows: [row] }] },
  ]);
  assert.deepEqual(select('concepts/nasty/question-1', 'concepts/nasty/misconception-2', 'concepts/nasty/3'), [
    { ...part, choices: [page!.choices[1]], misconceptions: [page!.misconceptions[2]], terms: [page!.terms[3]] },
  ]);
  assert.equal(choose(both, ['other'], 'check-yourself', 'Day 1').title, 'Day 1');

  // Multiple-choice questions have their addresses on the quiz of their section.
  const inQuiz = (questions: NonNullable<typeof page>['choices']) =>
    questions.map((each, index) => ({ ...each, address: `/learn/quiz/#question-${index}` }));
  const asked = { ...page!, choices: inQuiz(page!.choices) };
  const pages = [asked, { ...other, slug: 'asked-first', choices: inQuiz(page!.choices.slice(0, 1)) }];
  const ofQuiz = (...choices: string[]) =>
    choose({ ...fixture, pages }, choices, 'check-yourself', '').pages.map(({ slug, choices, questions, terms }) => [
      slug,
      choices.map(({ id }) => id),
      questions.length + terms.length,
    ]);
  assert.deepEqual(ofQuiz('learn/quiz/question-2'), [['concepts/nasty', ['question-2'], 0]]);
  const all = page!.choices.map(({ id }) => id);
  assert.deepEqual(ofQuiz('learn/quiz'), [
    ['concepts/nasty', all, 0],
    ['asked-first', ['question-0'], 0],
  ]);
  assert.deepEqual(ofQuiz('concepts/nasty/3', 'learn/quiz/question-0'), [
    ['concepts/nasty', ['question-0'], 1],
    ['asked-first', ['question-0'], 0],
  ]);
  assert.deepEqual(
    choose(
      { ...fixture, pages },
      ['asked-first/question-x', 'learn/quiz/question-2', 'asked-first'],
      'q',
      '',
    ).pages.map(({ slug }) => slug),
    ['asked-first', 'concepts/nasty'],
    'in the order of the choices',
  );
});

test('the list of all questions packs all open questions, in its order', () => {
  const chosen = choose(items, ['teach/questions'], 'check-yourself', '');
  assert.deepEqual(
    chosen.pages.flatMap(({ questions }) => questions),
    items.pages.flatMap(({ questions }) => questions),
  );
  assert.deepEqual(
    chosen.pages.flatMap(({ choices, misconceptions, terms, tables }) => [
      ...choices,
      ...misconceptions,
      ...terms,
      ...tables,
    ]),
    [],
  );
  assert.deepEqual(
    choose(items, ['practice/clean-up/check-yourself', 'teach/questions'], 'check-yourself', '').pages.at(0)?.slug,
    'practice/clean-up',
  );
});

test('what a package contains is counted, and nothing is said of what there is none of', () => {
  const only = (choice: string) => choose(fixture, [`concepts/nasty/${choice}`], 'check-yourself', '');
  assert.deepEqual(contentsOf('gift', only('question-1'), ROOT), ['1 multiple-choice question']);
  assert.deepEqual(contentsOf('gift', only('misconception-0'), ROOT), ['2 true-or-false statements']);
  assert.deepEqual(contentsOf('gift', only('misconception-1'), ROOT), []);
  for (const format of PACKAGE_FORMATS.filter((format) => format !== 'glossary'))
    assert.deepEqual(contentsOf(format, only('question-open-1'), ROOT), ['1 open question'], format);
  assert.deepEqual(contentsOf('gift', only('t'), ROOT), []);
  assert.deepEqual(contentsOf('cartridge', only('t'), ROOT), [`${NASTY.length + 1} links`]);
  assert.deepEqual(contentsOf('cartridge', only('t')), []);
  assert.deepEqual(contentsOf('glossary', only('3'), ROOT), ['1 term']);
});

test('what a format cannot hold is counted, and each chosen thing is in the package or among what is left out', () => {
  const only = (...choices: string[]) =>
    choose(
      fixture,
      choices.map((choice) => `concepts/nasty/${choice}`),
      'check-yourself',
      '',
    );
  const mixed = only('question-0', 'question-open-1', 'question-open-2', 'misconception-1', '3');
  const row = fixture.pages[0]!.tables[0]!.rows[0]!.address.split('#')[1]!;
  const counts = ['1 inexact or outdated misconception', '1 term'];
  assert.deepEqual(leftOut('gift', mixed), counts);
  assert.deepEqual(leftOut('moodle', mixed), counts);
  assert.deepEqual(leftOut('cartridge', mixed), counts);
  assert.deepEqual(leftOut('csv', mixed), counts);
  assert.deepEqual(leftOut('anki', mixed), []);
  assert.deepEqual(leftOut('anki', only('t')), ['1 table']);
  assert.deepEqual(leftOut('anki', only(row)), ['1 row']);
  assert.deepEqual(leftOut('glossary', mixed), ['1 multiple-choice question', '2 open questions', '1 misconception']);
  for (const format of PACKAGE_FORMATS) {
    for (const choice of ['question-0', 'question-open-1', 'misconception-0', 'misconception-1', '3', 't', row]) {
      const told = contentsOf(format, only(choice), ROOT).length + leftOut(format, only(choice)).length;
      assert.equal(told, 1, `${choice} in ${format}`);
    }
  }
});

test('a spreadsheet and a platform get the same CSV: UTF-8 that Excel knows, and no signs before a text', () => {
  const [question] = page!.choices;
  const texts = ['=SUM(A1)', '+1', '-p 127.0.0.1:8080:3000', '@x'];
  const options = question!.options.map((option, index) => ({ ...option, text: texts[index]! }));
  const choices = [{ ...question!, question: '-d', options }];
  const file = pack('csv', { ...fixture, pages: [{ ...page!, choices }] }, ROOT);
  assert.deepEqual([...file.subarray(0, 3)], [0xef, 0xbb, 0xbf], 'the byte order mark of UTF-8');
  const [record] = readQuestionsCsv(file);
  const answers = ['Right answer', 'Wrong answer 1', 'Wrong answer 2', 'Wrong answer 3'].map((name) => record![name]);
  assert.deepEqual([record!['Question'], ...answers.sort()], ['-d', ...texts.sort()]);
});
