/** The parts of the search: words and stems, typing errors, queries, the packed index, answers and learned searches. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerFiles, answersOf } from '../../src/search/answers.ts';
import { KINDS } from '../../src/kinds/registry.ts';
import type { Part } from '../../src/model/kind.ts';
import { pathOf } from '../../src/model/paths.ts';
import { readContent } from '../../src/model/read.ts';
import { searchDocuments, type SearchDocument } from '../../src/search/documents.ts';
import { excerptOf } from '../../src/search/excerpt.ts';
import { pack } from '../../src/search/pack.ts';
import type { PackedSearch } from '../../src/search/packed.ts';
import { readIndex } from '../../src/search/search-index.ts';
import { unpackDocuments } from '../../src/search/unpack.ts';
import { parseSearches, queriesByAddress } from '../../src/model/search-words.ts';
import { outlineOf } from '../../src/model/outline.ts';
import { collapseSpaces, searchText, type Piece } from '../../src/model/markdown.ts';
import { typingErrors } from '../../src/search/vocabulary.ts';
import { keywordsOf, stem, wordsOf } from '../../src/search/words.ts';
import { engineOf, filesOf } from '../search/built-engine.ts';

/** A document of the kind `section`, unless the properties say otherwise. */
const createDocument = (
  fragment: string,
  title: string,
  text: string,
  properties: Partial<SearchDocument> = {},
): SearchDocument => ({
  kind: 'section',
  path: '/page/',
  fragment,
  title,
  names: [],
  phrases: [],
  parts: [['', text]],
  ...properties,
});

const documents = [
  createDocument('', 'A page on storage', 'Where images lie', { kind: 'page' }),
  createDocument('volumes', 'Volumes', 'Data that outlives a container'),
  createDocument('virtual-machine', 'virtual machine', 'A computer in software', { kind: 'term', names: ['guest'] }),
  createDocument('containerd', 'containerd', 'A daemon', { kind: 'term' }),
  createDocument('containers', 'Containers', 'Processes'),
  createDocument('multi-stage', 'Multi-stage builds', 'Several stages'),
  createDocument('subnet', 'Subnets', 'Addresses of a network'),
  createDocument('full', 'no space left on device', 'The disk is full', {
    kind: 'error',
    pattern: 'no\\s+space\\s+left',
  }),
];
const packedEngine = (packed: PackedSearch) => engineOf(filesOf(packed));
const engine = packedEngine(pack(documents, [['vm', 'virtual machine']]));
/** The fragment of the first result. */
const firstOf = async (query: string, { search } = engine) => (await search(query)).results[0]?.document.fragment;
/** The documents as the browser unpacks them. */
const unpack = ({ index, documents }: PackedSearch) =>
  documents.flatMap((file) => unpackDocuments(JSON.parse(JSON.stringify(file)) as typeof file, readIndex(index)));

test('words have no case, accents, punctuation and possessive endings', () => {
  assert.deepEqual(wordsOf('Docker’s “Überblick”: docker-compose, v2.0'), [
    'docker',
    'uberblick',
    'docker',
    'compose',
    'v2',
    '0',
  ]);
});

test('stop words are left out, unless the query has no other words', () => {
  assert.deepEqual(keywordsOf('How are the images stored?'), ['images', 'stored']);
  assert.deepEqual(keywordsOf('what is it'), ['what', 'is', 'it']);
});

test('the forms of a word have the same stem', () => {
  for (const [form, otherForm] of [
    ['registry', 'registries'],
    ['volume', 'volumes'],
    ['running', 'run'],
    ['stored', 'storing'],
  ] as const) {
    assert.equal(stem(form), stem(otherForm), `${form}, ${otherForm}`);
  }
});

test('a typing error is an extra, missing, wrong or transposed letter', () => {
  assert.equal(typingErrors('conttainer', 'container'), 1);
  assert.equal(typingErrors('contaner', 'container'), 1);
  assert.equal(typingErrors('comtainer', 'container'), 1);
  assert.equal(typingErrors('contianer', 'container'), 1);
  assert.equal(typingErrors('cnotianer', 'container'), 2);
  assert.equal(typingErrors('', 'abc'), 3);
});

test('five letters may have one typing error, nine may have two, and four only a transposition', async () => {
  assert.equal(await firstOf('volmues'), 'volumes');
  assert.equal(await firstOf('cnotianers'), 'containers');
  assert.equal(await firstOf('cnotianerd'), 'containerd');
  assert.equal(await firstOf('vlomues'), undefined, 'two typing errors in seven letters');
  assert.equal(await firstOf('fyll'), undefined, 'one typing error in four letters');
  assert.equal(await firstOf('dtaa'), 'volumes', 'a transposition in four letters');
});

test('a stop word with a typing error does not count', async () => {
  assert.equal(await firstOf('diffrence betwen volumes'), 'volumes');
});

test('a word with a typing error is corrected, even if it has the stem of another word', async () => {
  const engine = packedEngine(
    pack([createDocument('office', 'The office', ''), createDocument('official', 'Official images', 'Images')], []),
  );
  assert.equal(await firstOf('offical images', engine), 'official');
  assert.equal(await firstOf('offices', engine), 'office');
});

test('letters with which a word begins are that word rather than another with a typing error', async () => {
  const engine = packedEngine(
    pack(
      [
        createDocument('docker', 'Docker', 'Docker has an engine'),
        createDocument('dockerfile', 'The Dockerfile', ''),
        createDocument('registry', 'Registry', ''),
        createDocument('redis', 'Redis', 'A database'),
      ],
      [],
    ),
  );
  assert.equal(await firstOf('regis', engine), 'registry');
  assert.equal(await firstOf('rediz', engine), 'redis');
  assert.equal(await firstOf('dockerf', engine), 'dockerfile');
});

test('who asks for the meaning of a name finds what has the name', async () => {
  assert.equal(await firstOf('meaning of subnets'), 'subnet');
  assert.equal(await firstOf('subnets meaning'), 'subnet');
});

test('the engine says how it has read a query with a typing error', async () => {
  assert.equal((await engine.search('Subnest of guests?')).query, 'subnets of guests?');
  assert.equal((await engine.search('Subnets of guests?')).query, 'Subnets of guests?');
});

test('a message is shown as it was pasted, however its words were read', async () => {
  for (const message of [
    'no space left on device: subnest',
    'error: no space left on subnest',
    'subnest: cannot open',
    '2026/11/30 [subnest] cannot open',
  ])
    assert.equal((await engine.search(message)).query, message);
});

test('two words of the site that are typed as one are not corrected to a third', async () => {
  const engine = packedEngine(
    pack([createDocument('node-js', 'Node js', ''), createDocument('nodes', 'Nodes', 'Computers')], []),
  );
  assert.equal(await firstOf('nodejs', engine), 'node-js');
});

test('words match in other forms, joined, split, incomplete and by synonyms and other names', async () => {
  assert.equal(await firstOf('volume'), 'volumes');
  assert.equal(await firstOf('multistage'), 'multi-stage');
  assert.equal(await firstOf('sub net'), 'subnet');
  assert.equal(await firstOf('subn'), 'subnet');
  assert.equal(await firstOf('vm'), 'virtual-machine');
  assert.equal(await firstOf('VMs'), 'virtual-machine');
  assert.equal(await firstOf('guest'), 'virtual-machine');
});

test('an exact title comes before one that begins with the query', async () => {
  assert.equal(await firstOf('containers'), 'containers');
  assert.equal(await firstOf('containerd'), 'containerd');
});

test('a pasted error message finds its entry, whatever text surrounds it', async () => {
  assert.equal(await firstOf('multi-stage builds: no space left'), 'full');
  assert.equal(await firstOf('write /var/lib/x: no space  left on device (volumes)'), 'full');
});

test('the excerpt of a long text is around its matches', () => {
  const words = Array.from({ length: 60 }, (_, index) => `word${index}`);
  const excerpt = excerptOf(words.join(' '), new Set([stem('word50')]));
  assert.match(excerpt, /^… word(?!0 ).* word50 .* word59$/);
  assert.match(excerptOf(words.join(' '), new Set(['no-such-stem'])), /^word0 word1 .* …$/);
});

test('a query without an answer finds nothing', async () => {
  for (const query of ['pizza recipe', ' ?! ', '']) assert.deepEqual((await engine.search(query)).results, [], query);
});

test('a query that nothing answers finds what it names, and says that this is only the nearest', async () => {
  const { results, areNearest } = await engine.search('volumes of cylinders in geometry');
  assert.deepEqual([results.map(({ document }) => document.fragment), areNearest], [['volumes'], true]);
  assert.equal((await engine.search('volumes')).areNearest, false);
  assert.equal((await engine.search('volumes')).isSure, true);
  const partial = await engine.search('volumes subnet');
  assert.deepEqual([partial.areNearest, partial.isSure], [false, false], 'it has too little of the query');
});

test('the engine suggests the name of a term that is most like the query', async () => {
  assert.equal((await engine.suggest('gast'))?.name, 'guest');
  assert.equal((await engine.suggest('kontainert'))?.name, 'containerd');
  assert.equal(await engine.suggest('qqqqqqqqqqqqqqqq'), undefined);
});

test('a word of everyday language that the site lacks is no obstacle, but alone it finds nothing', async () => {
  assert.equal(await firstOf('apparently messy volumes'), 'volumes');
  assert.equal((await engine.search('parachute volumes')).isSure, false, 'any other unknown word may be the subject');
  assert.equal((await engine.search('apparently messy volumes')).isSure, true);
  assert.equal(await firstOf('apparently messy'), undefined);
  const messy = packedEngine(pack([...documents, createDocument('messy', 'Messy desks', 'Paper')], []));
  assert.equal(await firstOf('messy', messy), 'messy', 'here it is a word of the site');
});

test('a word of several searches is no typing error, however like another word it is', async () => {
  const found = (count: number) => {
    const learned = Array.from({ length: count }, (_, number) =>
      createDocument(`disk-${number}`, `Disk ${number}`, 'Space', { phrases: ['external drive'] }),
    );
    return packedEngine(pack([createDocument('driver', 'Driver', 'A program'), ...learned], []));
  };
  assert.equal(await firstOf('the drives', found(4)), 'driver', 'four may be typing errors');
  assert.notEqual(await firstOf('the drives', found(5)), 'driver');
});

test('a result that only has the words of a query is not called its answer', async () => {
  const engine = packedEngine(
    pack(
      [
        createDocument('', 'A page on storage', '', { kind: 'page' }),
        createDocument('shell', 'exec format error', 'A script without its interpreter is missing a line', {
          phrases: ['script line interpreter'],
        }),
      ],
      [],
    ),
  );
  const sure = async (query: string) => (await engine.search(query)).isSure;
  assert.equal(await sure('error missing script'), false);
  assert.equal(await sure('exec format error'), true, 'its name');
  assert.equal(await sure('interpreter line of a script'), true, 'what is learned for it');
});

test('unpacking restores the phrases of a document, however many words they have', () => {
  const words = Array.from({ length: 300 }, (_, number) => `word${number}`);
  const phrases = words.slice(1).map((word, number) => `${words[number]} ${word}`);
  const [document] = unpack(pack([createDocument('long', 'Long', words.join(' '), { phrases })], []));
  assert.deepEqual(
    new Set(document!.phraseStems.map((stems) => [...stems].sort().join(' '))),
    new Set(phrases.map((phrase) => phrase.split(' ').sort().join(' '))),
  );
});

test('unpacking restores many documents', () => {
  const documents = Array.from({ length: 5000 }, (_, index) =>
    createDocument(`place-${index}`, `Place ${index}`, index % 2099 === 0 ? 'rare word' : 'word', {
      path: `/page-${index % 3}/`,
      names: index % 5 ? [] : [`Name ${index}`],
    }),
  ).sort((a, b) => a.path.localeCompare(b.path));
  const unpacked = unpack(pack(documents, []));
  assert.equal(unpacked.length, documents.length);
  for (const [index, document] of documents.entries()) {
    const { path, fragment, title, names } = unpacked[index]!;
    assert.deepEqual(
      [path, fragment, title, names],
      [document.path, document.fragment, document.title, document.names],
    );
  }
});

test('unpacking restores the addresses and names of documents of every kind', () => {
  const documents = [
    createDocument('', 'Page', 'Text', { kind: 'page', names: ['Other name', 'Third name'] }),
    createDocument('limits', 'Limits', '', { kind: 'table' }),
    createDocument('limits-size', 'Size', '10 GB', { kind: 'row', lead: 'What', names: ['How large'] }),
    createDocument('fact-a-b', '10 GB', 'Size', { kind: 'fact' }),
    createDocument('fact-a-c', '20 GB', 'Size', { kind: 'fact' }),
    createDocument('error-x', 'it failed', 'Fix', { kind: 'error', pattern: 'it\\s+failed', names: ['Failure'] }),
    createDocument('error-y', 'it fell', 'Fix', { kind: 'error', pattern: 'it|fell' }),
  ];
  const unpacked = unpack(pack(documents, []));
  const fieldsOf = ({ kind, path, fragment, lead, title, names }: (typeof unpacked)[number] | SearchDocument) =>
    [kind, path, fragment, lead, title, names] as const;
  assert.deepEqual(unpacked.map(fieldsOf), documents.map(fieldsOf));
});

test('each answer is in the file that the index names, and neighbors share a file up to a maximum length', () => {
  const texts = ['', 'short', 'x'.repeat(3000), 'short', 'x'.repeat(600), 'x'.repeat(600)];
  const documents = texts.map((text, index) =>
    createDocument(`place-${index}`, 'Place', text, index ? {} : { kind: 'page' }),
  );
  const files = answerFiles(documents).map(answersOf);
  assert.deepEqual(
    files.map((file) => Object.keys(file).length),
    [2, 1, 2, 1],
  );
  for (const [index, { answers, path, fragment }] of unpack(pack(documents, [])).entries()) {
    assert.deepEqual(files[answers]![`${path}#${fragment}`], [['', texts[index]!]]);
  }
});

test('a search like a learned one finds its place, before a place that has the words in different searches', async () => {
  const documents = [
    createDocument('log', 'Output', 'What a program prints', { phrases: ['throw the log away', 'keep that file'] }),
    createDocument('file', 'Input', 'What a program reads', { phrases: ['keep the log', 'throw a file away'] }),
  ];
  const found = packedEngine(pack(documents, []));
  assert.equal(await firstOf('throw my file away', found), 'file');
  assert.equal(await firstOf('throw my log away', found), 'log');
});

test('a value follows the place that shows it, unless the query is in the value itself', async () => {
  const documents = [
    createDocument('', 'Limits', 'What is limited', { kind: 'page' }),
    createDocument('quotas', 'Quotas', 'The largest number of images in a repository', {
      values: ['/page/#fact-images'],
    }),
    createDocument('fact-images', '100 GB', 'The largest size of the images of a repository', { kind: 'fact' }),
    createDocument('fact-alone', '200 layers', 'The most layers of an image', { kind: 'fact' }),
  ];
  const values = packedEngine(pack(documents, []));
  const found = await values.search('largest images of a repository');
  assert.deepEqual(
    found.results.slice(0, 2).map(({ document }) => document.fragment),
    ['quotas', 'fact-images'],
  );
  assert.equal(await firstOf('100 gb', values), 'fact-images');
  assert.equal(await firstOf('most layers', values), 'fact-alone');
});

test('an aside is shown, and of its words only those are searched that nothing else has', async () => {
  const fix: Part = ['Fix', 'Apparently, volumes matter: `mend -x -p 5433`, then python3'];
  const error = createDocument('broken', 'it is broken', 'A cause', { kind: 'error', aside: [fix] });
  const python = createDocument('python', 'Python 3', 'A language', { phrases: ['mend python', 'snakes'] });
  assert.deepEqual(answersOf([error])['/page/#broken']!.at(-1), fix);
  const packed = pack([...documents, error, python], []);
  const engine = packedEngine(packed);
  assert.equal(await firstOf('mend', engine), 'broken');
  assert.equal(await firstOf('volumes', engine), 'volumes');
  assert.equal((await engine.search('volumes')).results.length, 1);
  assert.equal(await firstOf('python3', engine), 'python', 'a name with its version is a name and a version');
  for (const query of ['apparently', '5433', 'ls -x']) assert.equal(await firstOf(query, engine), undefined, query);
  const before = pack([...documents, python], []);
  assert.deepEqual(unpack(packed).at(-1)!.phraseStems, unpack(before).at(-1)!.phraseStems, 'phrases stay as they are');
});

test('a command finds its place, whatever names the reader has given in it', async () => {
  const build = createDocument('build', '`docker build --tag IMAGE .`', 'Builds an image');
  const stop = createDocument('stop', '`docker stop NAME`', 'Stops it');
  const engine = packedEngine(pack([...documents, build, stop], []));
  const commands = [
    'docker build -t myshop/api:1.4 .',
    '$ sudo docker build --tag myshop .',
    'docker build acme/myshop',
  ];
  for (const query of commands) assert.equal(await firstOf(query, engine), 'build', query);
  assert.equal(await firstOf('docker stop acmeweb', engine), 'stop');
  assert.ok((await engine.search('docker build myshop acme')).areNearest, 'words that no command has are a subject');
});

test('learned searches are grouped by the current address of their answer', () => {
  const queries = queriesByAddress(
    [
      { query: 'usb stick for data', address: '/page/#disks' },
      { query: 'what is a container', address: '/page/#containers' },
      { query: 'keep my data', address: '/page/#volumes' },
    ],
    { pages: [], places: [{ from: '/page/#disks', to: '/page/#volumes' }] },
  );
  assert.deepEqual(Object.fromEntries(queries), {
    '/page/#volumes': ['usb stick for data', 'keep my data'],
    '/page/#containers': ['what is a container'],
  });
});

test('a name is found first with and without its articles', async () => {
  const engine = packedEngine(
    pack(
      [
        createDocument('lost', 'What you delete with a volume', 'To delete a volume deletes its data', {
          kind: 'page',
        }),
        createDocument('rm', 'docker volume rm', 'Removes it', { names: ['delete a volume'] }),
      ],
      [],
    ),
  );
  for (const query of ['delete a volume', 'delete volume', 'delete the volumes'])
    assert.equal(await firstOf(query, engine), 'rm');
});

test('what has a word of the query in passing is no answer', async () => {
  const engine = packedEngine(
    pack(
      [
        createDocument('', 'A page on storage', '', { kind: 'page' }),
        createDocument('volumes', 'Volumes of data', 'Mounts'),
        createDocument('glasses', 'Glasses', `A glass of wine ${'and other words '.repeat(9)}`),
      ],
      [],
    ),
  );
  const found = async (query: string) => (await engine.search(query)).results.map(({ document }) => document.fragment);
  assert.deepEqual(await found('wine'), ['glasses']);
  assert.deepEqual(await found('volumes of data and wine'), ['volumes']);
});

test('the next best follow a best match up to three results, and no sure answer', async () => {
  const engine = packedEngine(
    pack(
      [
        createDocument('volumes', 'Volumes', 'Data'),
        ...['a', 'b', 'c'].map((id) =>
          createDocument(id, `Glass ${id}`, `Wine and cork ${'and other words '.repeat(9)}`),
        ),
      ],
      [],
    ),
  );
  const found = async (query: string) => {
    const { results, isSure } = await engine.search(query);
    return [results.map(({ document }) => document.fragment), isSure];
  };
  assert.deepEqual(await found('wine cork volumes'), [['volumes', 'a', 'b'], false]);
  assert.deepEqual(await found('volumes'), [['volumes'], true]);
});

test('the file of searches may have the line ends of Windows, and empty lines at its end', () => {
  const text = 'query\taddress\nusb stick\t/page/#volumes\nkeep my data\t/page/#volumes\n';
  const { data, problems } = parseSearches('searches.tsv', `${text.replaceAll('\n', '\r\n')}\r\n`);
  assert.deepEqual(problems, []);
  assert.deepEqual(data, [
    { query: 'usb stick', address: '/page/#volumes', line: 2 },
    { query: 'keep my data', address: '/page/#volumes', line: 3 },
  ]);
});

test('four words in a row from a sentence of the course find the sentence, and two do not', async () => {
  const sentence = createDocument('says-ideal', 'Ideal for small services and pipelines.', '', { kind: 'statement' });
  const section = createDocument('services', 'Small services', 'Small services and pipelines are what it is ideal for');
  const engine = packedEngine(pack([documents[0]!, section, sentence], []));
  assert.equal(await firstOf('ideal for small services', engine), 'says-ideal');
  assert.equal(await firstOf('small services', engine), 'services');
});

test('the caption of a table helps to find its rows', async () => {
  const table = [
    createDocument('', 'Page', '', { kind: 'page' }),
    createDocument('limits', 'Limits of registries', '', { kind: 'table', parts: [] }),
    createDocument('limits-size', 'Size', '10 GB', { kind: 'row' }),
  ];
  assert.equal(await firstOf('registries size', packedEngine(pack(table, []))), 'limits-size');
});

test('a page that says so is found as a whole, and its sections are not', () => {
  const content = readContent('.', KINDS);
  const page = content.pages.find(({ frontmatter }) => frontmatter.findSections === false)!;
  const found = searchDocuments(content).filter(({ path }) => path === pathOf(page.slug));
  assert.deepEqual(
    found.map(({ fragment }) => fragment),
    [''],
  );
});

test('the text of a section contains the values in its sentences', () => {
  const body =
    'The `lead`.\n\n## One {#one}\n\nIt is <Fact id="x" />.<Cite id="y" />\n\n- a\n- b\n\n<Table name="t" />\n';
  const textOf = (pieces: Piece[]) =>
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
      heading: textOf(heading),
      text: textOf(text),
    })),
    [
      { id: '', depth: 1, heading: '', text: 'The `lead`.' },
      { id: 'one', depth: 2, heading: 'One', text: 'It is value of x. a b' },
    ],
  );
  assert.equal(searchText('Use `docker ps`, **not** [this](/x/).'), 'Use `docker ps`, not this.');
});
