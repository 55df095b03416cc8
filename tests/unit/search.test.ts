/** The parts of the search: words, slips, what a query means, the index on its way. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerFiles, answersOf } from '../../src/search/answers.ts';
import type { SearchDocument } from '../../src/search/documents.ts';
import { createEngine } from '../../src/search/engine.ts';
import { pack } from '../../src/search/pack.ts';
import { unpack } from '../../src/search/unpack.ts';
import { parseSearches, queriesByAddress } from '../../src/model/search-words.ts';
import { outlineOf } from '../../src/model/outline.ts';
import { searchText, collapseSpaces, type Piece } from '../../src/model/markdown.ts';
import { typingErrors } from '../../src/search/vocabulary.ts';
import { keywordsOf, stem, wordsOf } from '../../src/search/words.ts';

const documentOf = (fragment: string, title: string, text: string, rest: Partial<SearchDocument> = {}) =>
  ({
    kind: 'section',
    path: '/page/',
    fragment,
    title,
    names: [],
    phrases: [],
    parts: [['', text]],
    ...rest,
  }) as SearchDocument;

const documents = [
  documentOf('', 'A page on storage', 'Where images lie', { kind: 'page' }),
  documentOf('volumes', 'Volumes', 'Data that outlives a container'),
  documentOf('virtual-machine', 'virtual machine', 'A computer in software', { kind: 'term', names: ['guest'] }),
  documentOf('containerd', 'containerd', 'A daemon', { kind: 'term' }),
  documentOf('containers', 'Containers', 'Processes'),
  documentOf('multi-stage', 'Multi-stage builds', 'Several stages'),
  documentOf('subnet', 'Subnets', 'Addresses of a network'),
  documentOf('full', 'no space left on device', 'The disk is full', { kind: 'error', pattern: 'no\\s+space\\s+left' }),
];
const { search, names } = createEngine(pack(documents, [['vm', 'virtual machine']]));
const first = (query: string) => search(query)[0]?.document.fragment;

test('words are compared without case, accents, marks and possessive endings', () => {
  assert.deepEqual(wordsOf('Docker’s “Überblick”: docker-compose, v2.0'), [
    'docker',
    'uberblick',
    'docker',
    'compose',
    'v2',
    '0',
  ]);
});

test('words that say nothing are left out, unless there are no others', () => {
  assert.deepEqual(keywordsOf('Where are the images stored?'), ['images', 'stored']);
  assert.deepEqual(keywordsOf('what is it'), ['what', 'is', 'it']);
});

test('forms of a word have a stem in common', () => {
  for (const [one, other] of [
    ['registry', 'registries'],
    ['volume', 'volumes'],
    ['running', 'run'],
    ['stored', 'storing'],
  ] as const) {
    assert.equal(stem(one), stem(other), `${one}, ${other}`);
  }
});

test('a slip is a letter too many, too few, wrong, or swapped with its neighbor', () => {
  assert.equal(typingErrors('conttainer', 'container'), 1);
  assert.equal(typingErrors('contaner', 'container'), 1);
  assert.equal(typingErrors('comtainer', 'container'), 1);
  assert.equal(typingErrors('contianer', 'container'), 1);
  assert.equal(typingErrors('cnotianer', 'container'), 2);
  assert.equal(typingErrors('', 'abc'), 3);
});

test('one slip in five letters, two in nine; in four none but a swap', () => {
  assert.equal(first('volmues'), 'volumes');
  assert.equal(first('cnotianers'), 'containers');
  assert.equal(first('cnotianerd'), 'containerd');
  assert.equal(first('vlomues'), undefined, 'two slips in seven letters');
  assert.equal(first('fyll'), undefined, 'one slip in four letters');
  assert.equal(first('dtaa'), 'volumes', 'a swap in four letters');
});

test('a slip in a word that says nothing still says nothing', () => {
  assert.equal(first('diffrence betwen volumes'), 'volumes');
});

test('a slip that has the stem of another word is one all the same', () => {
  const engine = createEngine(
    pack([documentOf('office', 'The office', ''), documentOf('official', 'Official images', 'Images')], []),
  );
  assert.equal(engine.search('offical images')[0]!.document.fragment, 'official');
  assert.equal(engine.search('offices')[0]!.document.fragment, 'office');
});

test('words in other forms, joined, apart, begun, or called otherwise', () => {
  assert.equal(first('volume'), 'volumes');
  assert.equal(first('multistage'), 'multi-stage');
  assert.equal(first('sub net'), 'subnet');
  assert.equal(first('subn'), 'subnet');
  assert.equal(first('vm'), 'virtual-machine');
  assert.equal(first('VMs'), 'virtual-machine');
  assert.equal(first('guest'), 'virtual-machine');
});

test('a title that is what was asked for comes before one that begins so', () => {
  assert.equal(first('containers'), 'containers');
  assert.equal(first('containerd'), 'containerd');
});

test('a pasted error message finds its entry, whatever surrounds it', () => {
  assert.equal(first('write /var/lib/x: no space  left on device (volumes)'), 'full');
});

test('nothing is found where nothing answers', () => {
  assert.deepEqual(search('pizza recipe'), []);
  assert.deepEqual(search(' ?! '), []);
  assert.deepEqual(search(''), []);
});

test('terms are known by all their names', () => {
  assert.deepEqual([...names.keys()], ['virtual machine', 'guest', 'containerd']);
});

test('the index arrives as it was sent, however many documents it has', () => {
  const many = Array.from({ length: 5000 }, (_, index) =>
    documentOf(`place-${index}`, `Place ${index}`, index % 2099 === 0 ? 'rare word' : 'word', {
      path: `/page-${index % 3}/`,
      names: index % 5 ? [] : [`Name ${index}`],
    }),
  ).sort((a, b) => a.path.localeCompare(b.path));
  const found = unpack(JSON.parse(JSON.stringify(pack(many, []))));
  assert.equal(found.length, many.length);
  for (const [index, one] of many.entries()) {
    const { path, fragment, title, names, text } = found[index]!;
    assert.deepEqual([path, fragment, title, names], [one.path, one.fragment, one.title, one.names]);
    assert.deepEqual(text, one.parts[0]![1].split(' '));
  }
});

test('places, names and patterns of each kind arrive as they were sent', () => {
  const sent = [
    documentOf('', 'Page', 'Text', { kind: 'page', names: ['Other name', 'Third name'] }),
    documentOf('limits', 'Limits', '', { kind: 'table' }),
    documentOf('limits-size', 'Size', '10 GB', { kind: 'row', names: ['How large'] }),
    documentOf('fact-a-b', '10 GB', 'Size', { kind: 'fact' }),
    documentOf('fact-a-c', '20 GB', 'Size', { kind: 'fact' }),
    documentOf('error-x', 'it failed', 'Cure', { kind: 'error', pattern: 'it\\s+failed', names: ['Failure'] }),
    documentOf('error-y', 'it fell', 'Cure', { kind: 'error', pattern: 'it|fell' }),
  ];
  const arrived = unpack(JSON.parse(JSON.stringify(pack(sent, []))));
  const parts = ({ kind, path, fragment, title, names, pattern }: (typeof arrived)[number] | SearchDocument) =>
    [kind, path, fragment, title, names, pattern] as const;
  assert.deepEqual(arrived.map(parts), sent.map(parts));
});

test('each answer is in the file that the index names, and no file is long for the sake of another place', () => {
  const texts = ['', 'short', 'x'.repeat(3000), 'short', 'x'.repeat(600), 'x'.repeat(600)];
  const sent = texts.map((text, index) => documentOf(`place-${index}`, 'Place', text, index ? {} : { kind: 'page' }));
  const files = answerFiles(sent).map(answersOf);
  assert.deepEqual(
    files.map((file) => Object.keys(file).length),
    [2, 1, 2, 1],
  );
  for (const [index, { answers, path, fragment }] of unpack(pack(sent, [])).entries()) {
    assert.deepEqual(files[answers]![`${path}#${fragment}`], [['', texts[index]!]]);
  }
});

test('what stands aside is shown and not searched', () => {
  const value = documentOf('fact-size', '10 GB', 'Size of an image', {
    kind: 'fact',
    aside: [['As of', '5 August 2026']],
  });
  assert.deepEqual(answersOf([value])['/page/#fact-size']!.at(-1), ['As of', '5 August 2026']);
  assert.deepEqual(createEngine(pack([documents[0]!, value], [])).search('august'), []);
});

test('what somebody searched for is learned by the place that answers it, wherever that stands now', () => {
  const learned = queriesByAddress(
    [
      { query: 'usb stick for data', address: '/page/#disks' },
      { query: 'what is a container', address: '/page/#containers' },
      { query: 'keep my data', address: '/page/#volumes' },
    ],
    { pages: [], places: [{ from: '/page/#disks', to: '/page/#volumes' }] },
  );
  assert.deepEqual(Object.fromEntries(learned), {
    '/page/#volumes': ['usb stick for data', 'keep my data'],
    '/page/#containers': ['what is a container'],
  });
});

test('searches may come from an editor that ends lines as Windows does, and leaves some empty at the end', () => {
  const text = 'query\taddress\nusb stick\t/page/#volumes\nkeep my data\t/page/#volumes\n';
  const { data, problems } = parseSearches('searches.tsv', `${text.replaceAll('\n', '\r\n')}\r\n`);
  assert.deepEqual(problems, []);
  assert.deepEqual(data, [
    { query: 'usb stick', address: '/page/#volumes', line: 2 },
    { query: 'keep my data', address: '/page/#volumes', line: 3 },
  ]);
});

test('some words in a row of a sentence of the course find that sentence', () => {
  const sentence = documentOf('says-ideal', 'Ideal for small services and pipelines.', '', { kind: 'statement' });
  const about = documentOf('services', 'Small services', 'Small services and pipelines are what it is ideal for');
  const engine = createEngine(pack([documents[0]!, about, sentence], []));
  assert.equal(engine.search('ideal for small services')[0]!.document.fragment, 'says-ideal');
  assert.equal(engine.search('small services')[0]!.document.fragment, 'services');
});

test('a row is found by the caption of its table too', () => {
  const table = [
    documentOf('', 'Page', '', { kind: 'page' }),
    documentOf('limits', 'Limits of registries', '', { kind: 'table', parts: [] }),
    documentOf('limits-size', 'Size', '10 GB', { kind: 'row' }),
  ];
  assert.equal(createEngine(pack(table, [])).search('registries size')[0]!.document.fragment, 'limits-size');
});

test('a page is cut into sections, with the values that stand in its sentences', () => {
  const body =
    'The `lead`.\n\n## One {#one}\n\nIt is <Fact id="x" />.<Cite id="y" />\n\n- a\n- b\n\n<Table name="t" />\n';
  const said = (pieces: Piece[]) =>
    collapseSpaces(
      pieces
        .map((piece) =>
          typeof piece === 'string' ? piece : piece.name === 'Fact' ? `value of ${piece.props['id']}` : '',
        )
        .join(''),
    );
  assert.deepEqual(
    outlineOf(body).sections.map(({ heading, text, ...rest }) => ({
      ...rest,
      heading: said(heading),
      text: said(text),
    })),
    [
      { id: '', depth: 1, heading: '', text: 'The `lead`.' },
      { id: 'one', depth: 2, heading: 'One', text: 'It is value of x. a b' },
    ],
  );
  assert.equal(searchText('Use `docker ps`, **not** [this](/x/).'), 'Use `docker ps`, not this.');
});
