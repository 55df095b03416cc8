/** One file of each kind that trainers keep links in, with a link of each verdict in it, for the tests of the link checker. */
import { gzipSync, strToU8, zipSync, type Zippable } from 'fflate';
import type { ChangesSince, Promises } from '../src/links/course/judge.ts';

export const ROOT = 'https://docs.example.org/basics/';

/** A site: what became of each of its addresses. */
export const PROMISES: Promises = {
  kept: {
    '/': [],
    '/concepts/': ['pages'],
    '/concepts/images/': ['layers', 'tags'],
    '/concepts/new/': ['place', 'mount'],
    '/concepts/volumes/': ['mounts'],
    '/data/': [],
    '/embed/tables/limits/': [],
    '/teach/handout/': [],
  },
  moved: {
    '/concepts/old/': '/concepts/new/',
    '/concepts/old/#place': '/concepts/new/#place',
    '/concepts/images/#old-tags': '/concepts/images/#tags',
    '/embed/tables/quotas/': '/embed/tables/limits/',
  },
  gone: {
    '/concepts/removed/': ['It no longer exists.', '2026-05-03'],
    '/concepts/volumes/#nfs': ['Docker dropped it.'],
  },
  unpromised: { '/concepts/images/': ['source-1'], '/concepts/new/': ['source-1'], '/concepts/image/': ['place'] },
  files: ['/data/index.json'],
};

export const DAY = '2026-06-01';
export const changesSince: ChangesSince = (address, day) =>
  address === '/concepts/volumes/' && day === DAY ? [{ on: '2026-07-01', what: 'Changed: the correction.' }] : [];

/** What follows the root in the five planted links, with the verdict on each and its better address. */
export const PLANTED = [
  ['concepts/images/#layers', 'fine', undefined],
  ['concepts/old/#place', 'moved', '/concepts/new/#place'],
  ['concepts/removed/', 'gone', '/concepts/'],
  ['concepts/imagse/#layers', 'unknown', '/concepts/images/#layers'],
  ['concepts/volumes/', 'changed', undefined],
] as const;
const [FINE, MOVED, GONE, UNKNOWN, CHANGED] = PLANTED.map(([rest]) => ROOT + rest) as [
  string,
  string,
  string,
  string,
  string,
];

/** Addresses that are not the site's. */
const OTHERS =
  'https://docs.example.org/other/ https://docs.example.org.example.com/basics/ https://mydocs.example.org/basics/x/ mail@docs.example.org/basics/ https://archive.example/2026/https://docs.example.org/basics/concepts/old/';

interface CourseFixture {
  name: string;
  bytes: Uint8Array;
  /** Where each planted link is, in the order of the file, by its number in `PLANTED`. */
  places: [number: number, place: string][];
}

const text = (name: string, lines: string[], places: CourseFixture['places']): CourseFixture => ({
  name,
  bytes: strToU8(lines.join('\n')),
  places,
});

const jsonSlashes = (address: string) => address.replaceAll('/', String.raw`\/`);
const jsonCodes = (address: string) => address.replaceAll('/', String.raw`\u002f`).replaceAll('#', String.raw`\u0023`);
const gift = (address: string) => address.replace(/[:#=~]/g, String.raw`\$&`);
const ENTITIES: Record<string, string> = { '/': '&#x2F;', '#': '&#35;', ':': '&colon;' };
const entities = (address: string) => address.replace(/[/#:]/g, (sign) => ENTITIES[sign]!);

const TEXTS: CourseFixture[] = [
  text(
    'notes.txt',
    [
      'Übung: ' + FINE + '.',
      `(see ${MOVED}), “${GONE}”`,
      OTHERS,
      UNKNOWN.replace('https://', 'http://www.').replace('docs.example.org', 'Docs.Example.ORG') + ', docs.example.org',
      'docs.example.org/basics/concepts/volumes/!',
    ],
    [
      [0, 'line 1, column 8'],
      [1, 'line 2, column 6'],
      [2, `line 2, column ${6 + MOVED.length + 4}`],
      [3, 'line 4, column 1'],
      [4, 'line 5, column 1'],
    ],
  ),
  text(
    'slides.md',
    [
      '---',
      `[layers](${FINE}) and <${MOVED}>, **${GONE}**`,
      `[id]: ${UNKNOWN.replace('#', String.raw`\#`)} "Title"`,
      `| [x](${CHANGED}) | ${OTHERS} |`,
    ],
    [
      [0, 'line 2, column 10'],
      [1, `line 2, column ${10 + FINE.length + 7}`],
      [2, `line 2, column ${10 + FINE.length + 7 + MOVED.length + 5}`],
      [3, 'line 3, column 7'],
      [4, 'line 4, column 7'],
    ],
  ),
  text(
    'page.html',
    [
      '<!doctype html><p>',
      `<a href="${FINE}">a</a> <a href='${MOVED}'>b</a>`,
      `<a href="${entities(GONE)}">c</a><a href=${UNKNOWN}>d</a>`,
      `<iframe src="${CHANGED.replace('https:', '')}?scheme=light&amp;large"></iframe> ${OTHERS}`,
    ],
    [
      [0, 'line 2, column 10'],
      [1, `line 2, column ${10 + FINE.length + '">a</a> <a href=\''.length}`],
      [2, 'line 3, column 10'],
      [3, `line 3, column ${10 + entities(GONE).length + '">c</a><a href='.length}`],
      [4, 'line 4, column 14'],
    ],
  ),
  text(
    'lesson.ipynb',
    [
      '{"cells": [',
      `{"cell_type": "markdown", "source": ["# Title\\n", "[a](${FINE})\\n", "${OTHERS}"]},`,
      `{"cell_type": "markdown", "source": "one\\ntwo\\n<a href=\\"${jsonSlashes(MOVED)}\\">b</a> ${GONE}"},`,
      `{"cell_type": "code", "outputs": [{"text": ["${jsonCodes(UNKNOWN)}\\n"]}], "source": ["print('${CHANGED}')"]}`,
      '], "nbformat": 4}',
    ],
    [
      [0, 'cell 1, line 2'],
      [1, 'cell 2, line 3'],
      [2, 'cell 2, line 3'],
      [3, 'cell 3, output'],
      [4, 'cell 3, line 1'],
    ],
  ),
  text(
    'links.csv',
    [
      'Title,Address,Note',
      `A,${FINE},"say ""${MOVED}"""`,
      `B;${GONE};"${UNKNOWN}"\t${OTHERS}`,
      `C,https://safe.example/?url=${encodeURIComponent(CHANGED)}&data=1,x`,
    ],
    [
      [0, 'line 2, column 3'],
      [1, `line 2, column ${3 + FINE.length + ',"say ""'.length}`],
      [2, 'line 3, column 3'],
      [3, `line 3, column ${3 + GONE.length + 2}`],
      [4, 'line 4, column 29'],
    ],
  ),
  text(
    'quiz.gift',
    [
      `::Q1:: See ${gift(FINE)} {=${gift(MOVED)}~${gift(GONE)}#${gift(UNKNOWN)}}`,
      '',
      `::Q2:: ${OTHERS} {=yes ~${CHANGED}#feedback ~no}`,
    ],
    [
      [0, 'line 1, column 12'],
      [1, `line 1, column ${12 + gift(FINE).length + 3}`],
      [2, `line 1, column ${12 + gift(FINE + MOVED).length + 4}`],
      [3, `line 1, column ${12 + gift(FINE + MOVED + GONE).length + 5}`],
      [4, `line 3, column ${8 + OTHERS.length + ' {=yes ~'.length}`],
    ],
  ),
  text(
    'questions.xml',
    [
      '<?xml version="1.0"?><quiz>',
      `<text><![CDATA[<a href="${FINE}">a</a>]]></text><text>&lt;a href=&quot;${MOVED}&quot;&gt;</text>`,
      `<outline xmlUrl="${entities(GONE)}"/><!-- ${UNKNOWN} -->`,
      `<text>${CHANGED}?a=1&amp;amp;b=2&lt;/a&gt; ${OTHERS}</text></quiz>`,
    ],
    [
      [0, 'line 2, column 25'],
      [1, `line 2, column ${25 + FINE.length + '">a</a>]]></text><text>&lt;a href=&quot;'.length}`],
      [2, 'line 3, column 18'],
      [3, `line 3, column ${18 + entities(GONE).length + '"/><!-- '.length}`],
      [4, 'line 4, column 7'],
    ],
  ),
];

const xml = (body: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`);
const relations = (targets: Record<string, string>) =>
  xml(
    `<Relationships>${Object.entries(targets)
      .map(([id, target]) => `<Relationship Id="${id}" Type="…" Target="${target}"/>`)
      .join('')}</Relationships>`,
  );
/** A picture, stored without compression. */
const PICTURE = [Uint8Array.from({ length: 3000 }, (_, index) => (index * 7919) % 256), { level: 0 }] as const;
const zip = (name: string, files: Zippable, places: CourseFixture['places']): CourseFixture => ({
  name,
  bytes: zipSync({ 'media/picture.png': [PICTURE[0], { level: 0 }], ...files }, { mtime: '2026-01-02' }),
  places,
});
const [movedPage] = MOVED.split('#');

const OFFICE: CourseFixture[] = [
  zip(
    'handout.docx',
    {
      'word/document.xml': xml(
        `<w:document><w:p><w:hyperlink r:id="rId1"><w:t>a</w:t></w:hyperlink></w:p>` +
          `<w:p w:rsid="1"><w:hyperlink r:id="rId2" w:anchor="place"/></w:p><w:p><w:pPr/>` +
          `<w:instrText xml:space="preserve"> HYPERLINK "${GONE}" \\o "tip" </w:instrText></w:p>` +
          `<w:p><w:instrText> HYPERLINK &quot;${UNKNOWN.split('#')[0]!}&quot; \\l &quot;layers&quot; </w:instrText></w:p>` +
          `<w:p><w:t>${OTHERS}</w:t></w:p></w:document>`,
      ),
      'word/_rels/document.xml.rels': relations({ rId1: FINE, rId2: movedPage!, rId3: 'styles.xml' }),
      'word/footnotes.xml': xml(`<w:footnotes><w:p><w:t>${CHANGED}</w:t></w:p></w:footnotes>`),
    },
    [
      [0, 'paragraph 1'],
      [1, 'paragraph 2'],
      [2, 'paragraph 3'],
      [3, 'paragraph 4'],
      [4, 'footnotes, paragraph 1'],
    ],
  ),
  zip(
    'deck.pptx',
    {
      'ppt/presentation.xml': xml(
        '<p:sldIdLst><p:sldId id="1" r:id="rId8"/><p:sldId id="2" r:id="rId7"/></p:sldIdLst>',
      ),
      'ppt/_rels/presentation.xml.rels': relations({ rId7: 'slides/slide1.xml', rId8: 'slides/slide2.xml' }),
      'ppt/slides/slide1.xml': xml(`<a:hlinkClick r:id="rId1"/><a:t>${MOVED}</a:t><a:hlinkClick r:id="rId2"/>`),
      'ppt/slides/_rels/slide1.xml.rels': relations({ rId1: FINE, rId2: GONE }),
      'ppt/slides/slide2.xml': xml(`<a:t>${UNKNOWN} ${OTHERS}</a:t>`),
      'ppt/notesSlides/notesSlide1.xml': xml(`<a:t>${CHANGED}</a:t>`),
      'ppt/notesSlides/_rels/notesSlide1.xml.rels': relations({ rId1: '../slides/slide2.xml' }),
    },
    [
      [3, 'slide 1'],
      [4, 'slide 1, notes'],
      [0, 'slide 2'],
      [1, 'slide 2'],
      [2, 'slide 2'],
    ],
  ),
  zip(
    'plan.xlsx',
    {
      'xl/workbook.xml': xml('<workbook><sheets><sheet name="Übung" sheetId="1" r:id="rId1"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': relations({ rId1: 'worksheets/sheet1.xml' }),
      'xl/worksheets/sheet1.xml': xml(
        `<worksheet><c r="A1" t="s"><v>0</v></c><c r="B7" t="s"><v>1</v></c><c r="C2"><f>HYPERLINK("${GONE}","x")</f></c>` +
          `<hyperlink ref="D4" r:id="rId1" location="place"/><hyperlink ref="D5" r:id="rId2"/></worksheet>`,
      ),
      'xl/worksheets/_rels/sheet1.xml.rels': relations({ rId1: movedPage!, rId2: FINE }),
      'xl/sharedStrings.xml': xml(`<sst><si><t>${OTHERS}</t></si><si><t>${UNKNOWN}</t><t>${CHANGED}</t></si></sst>`),
    },
    [
      [2, 'sheet Übung, cell C2'],
      [1, 'sheet Übung, cell D4'],
      [0, 'sheet Übung, cell D5'],
      [3, 'sheet Übung, cell B7'],
      [4, 'sheet Übung, cell B7'],
    ],
  ),
];

const odf = (kind: string, content: string): Zippable => ({
  mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }],
  'content.xml': xml(`<office:document-content>${content}</office:document-content>`),
  'META-INF/manifest.xml': xml('<manifest:manifest/>'),
});
const odfLink = (address: string) => `<text:a xlink:href="${address}">x</text:a>`;

const LIBRE_OFFICE: CourseFixture[] = [
  zip(
    'handout.odt',
    odf(
      'text',
      `<text:h text:level="1">${odfLink(FINE)}</text:h><text:p>${odfLink(MOVED)}${odfLink(GONE)}</text:p>` +
        `<text:p text:style-name="P1">${odfLink(UNKNOWN)} ${OTHERS}</text:p><text:p/><text:p>${odfLink(CHANGED)}</text:p>`,
    ),
    [
      [0, 'paragraph 1'],
      [1, 'paragraph 2'],
      [2, 'paragraph 2'],
      [3, 'paragraph 3'],
      [4, 'paragraph 5'],
    ],
  ),
  zip(
    'deck.odp',
    odf(
      'presentation',
      `<draw:page draw:name="a">${odfLink(FINE)}${odfLink(MOVED)}</draw:page><draw:page>${odfLink(GONE)}</draw:page>` +
        `<draw:page>${OTHERS}${odfLink(UNKNOWN)}<presentation:notes>${odfLink(CHANGED)}</presentation:notes></draw:page>`,
    ),
    [
      [0, 'slide 1'],
      [1, 'slide 1'],
      [2, 'slide 2'],
      [3, 'slide 3'],
      [4, 'slide 3'],
    ],
  ),
  zip(
    'plan.ods',
    odf(
      'spreadsheet',
      '<table:table table:name="Plan"><table:table-column table:number-columns-repeated="9"/>' +
        '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row><table:table-row>' +
        `<table:table-cell table:number-columns-repeated="2"/><table:table-cell>${odfLink(FINE)}</table:table-cell>` +
        `<table:table-cell>${odfLink(MOVED)}</table:table-cell></table:table-row>` +
        `<table:table-row><table:table-cell>${odfLink(GONE)}</table:table-cell></table:table-row></table:table>` +
        `<table:table table:name="More"><table:table-row><table:table-cell>${odfLink(UNKNOWN)}</table:table-cell>` +
        `<table:covered-table-cell/><table:table-cell>${odfLink(CHANGED)}${OTHERS}</table:table-cell></table:table-row></table:table>`,
    ),
    [
      [0, 'sheet Plan, cell C4'],
      [1, 'sheet Plan, cell D4'],
      [2, 'sheet Plan, cell A5'],
      [3, 'sheet More, cell A1'],
      [4, 'sheet More, cell C1'],
    ],
  ),
];

const webLink = (address: string) => xml(`<webLink><url href="${address}"/></webLink>`);
const deck = OFFICE[1]!;

const PACKAGES: CourseFixture[] = [
  zip(
    'course.imscc',
    {
      'imsmanifest.xml': xml(`<manifest><text>${OTHERS}</text></manifest>`),
      'fine.xml': webLink(FINE),
      'moved.xml': webLink(MOVED),
      'gone.html': strToU8(`<p><a href="${GONE}">x</a></p>`),
      'more.zip': zipSync({ 'notes.md': strToU8(`\n${UNKNOWN}\n ${CHANGED}`) }),
    },
    [
      [0, 'fine.xml › line 2, column 21'],
      [1, 'moved.xml › line 2, column 21'],
      [2, 'gone.html › line 1, column 13'],
      [3, 'more.zip › notes.md › line 2, column 1'],
      [4, 'more.zip › notes.md › line 3, column 2'],
    ],
  ),
  zip(
    'interactive.h5p',
    {
      'h5p.json': strToU8(`{"title":"${OTHERS}"}`),
      'content/content.json': strToU8(
        `{"a":"<a href=\\"${jsonSlashes(FINE)}\\">","b":"${jsonSlashes(MOVED)}","c":"${jsonCodes(GONE)}",` +
          `"d":"&lt;a href=&quot;${jsonSlashes(UNKNOWN)}&quot;","e":"${jsonSlashes(CHANGED)}?a=1&amp;b=2"}`,
      ),
    },
    [
      [0, 'content/content.json › line 1, column 17'],
      ...[1, 2, 3, 4].map((number): [number, string] => [number, 'content/content.json › line 1']),
    ],
  ),
  zip(
    'book.epub',
    {
      mimetype: [strToU8('application/epub+zip'), { level: 0 }],
      'OEBPS/one.xhtml': xml(`<html><a href="${FINE}"/><a href="${MOVED}"/> ${OTHERS}</html>`),
      'OEBPS/two.xhtml': xml(`<html><a href="${GONE}"/>\n<a href="${UNKNOWN}"/>\n<a href="${CHANGED}"/></html>`),
    },
    [
      [0, 'OEBPS/one.xhtml › line 2, column 16'],
      [1, `OEBPS/one.xhtml › line 2, column ${16 + FINE.length + '"/><a href="'.length}`],
      [2, 'OEBPS/two.xhtml › line 2, column 16'],
      [3, 'OEBPS/two.xhtml › line 3, column 10'],
      [4, 'OEBPS/two.xhtml › line 4, column 10'],
    ],
  ),
  zip('folder.zip', { 'a/notes.md': strToU8(FINE + ' ' + OTHERS), 'b/deck.pptx': deck.bytes }, [
    [0, 'a/notes.md › line 1, column 1'],
    ...deck.places.map(([number, place]): [number, string] => [number, `b/deck.pptx › ${place}`]),
  ]),
];

/** A tar archive in the format ustar. */
export function tar(files: Record<string, Uint8Array>): Uint8Array {
  const chunks = Object.entries(files).flatMap(([name, bytes]) => {
    const header = new Uint8Array(512);
    const put = (at: number, text: string) => header.set(strToU8(text), at);
    put(0, name);
    put(100, '0000644\0');
    put(124, `${bytes.length.toString(8).padStart(11, '0')}\0`);
    put(136, '00000000000\0');
    put(148, '        0ustar\0' + '00');
    put(148, '        0');
    put(257, 'ustar\0' + '00');
    const sum = header.reduce((sum, byte) => sum + byte, 0);
    put(148, `${sum.toString(8).padStart(6, '0')}\0 `);
    return [header, bytes, new Uint8Array((512 - (bytes.length % 512)) % 512)];
  });
  return Uint8Array.from([...chunks, new Uint8Array(1024)].flatMap((chunk) => [...chunk]));
}

const HASH = 'ab5ad9e0d5c4f0a6f5d8c9f8e7b6a5d4c3b2a190';
const moodlePage = (body: string) => xml(`<activity><content>${body}</content></activity>`);
const MOODLE_FILES = {
  'moodle_backup.xml': xml(`<moodle_backup>${OTHERS}</moodle_backup>`),
  'files.xml': xml(`<files><file><contenthash>${HASH}</contenthash><filename>notes.md</filename></file></files>`),
  'activities/page_1/page.xml': moodlePage(`&lt;a href="${FINE}"&gt; ${MOVED}`),
  'activities/url_2/url.xml': moodlePage(`${GONE}\n${UNKNOWN}`),
  [`files/ab/${HASH}`]: strToU8(CHANGED),
};
const moodlePlaces: CourseFixture['places'] = [
  [0, `activities/page_1/page.xml › line 2, column ${'<activity><content>&lt;a href="'.length + 1}`],
  [1, `activities/page_1/page.xml › line 2, column ${'<activity><content>&lt;a href="'.length + 1 + FINE.length + 6}`],
  [2, `activities/url_2/url.xml › line 2, column ${'<activity><content>'.length + 1}`],
  [3, 'activities/url_2/url.xml › line 3, column 1'],
  [4, 'notes.md › line 1, column 1'],
];

/** Moodle's list of the files in a backup. */
export const moodleIndex = (files: Record<string, Uint8Array>): Uint8Array =>
  strToU8(
    [
      `Moodle archive file index. Count: ${Object.keys(files).length}`,
      ...Object.entries(files).map(([name, { length }]) => `${name}\tf\t${length}\t1356998400`),
      '',
    ].join('\n'),
  );

const BACKUPS: CourseFixture[] = [
  {
    name: 'backup.mbz',
    bytes: gzipSync(tar({ '.ARCHIVE_INDEX': moodleIndex(MOODLE_FILES), ...MOODLE_FILES }), { mtime: 1 }),
    places: moodlePlaces,
  },
  zip('backup-as-zip.mbz', MOODLE_FILES, moodlePlaces),
];

export const COURSE_FILES: CourseFixture[] = [...TEXTS, ...OFFICE, ...LIBRE_OFFICE, ...PACKAGES, ...BACKUPS];
