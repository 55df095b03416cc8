/** The checker for the links of a course: finds them in each format, judges them, and repairs them without touching the rest. */
import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { gzipSync, strToU8, unzipSync, Zip, ZipDeflate, zipSync } from 'fflate';
import yauzl from 'yauzl';
import { findAddresses, isGift } from '../../src/links/course/addresses.ts';
import { FileProblem, Limits } from '../../src/links/course/archives.ts';
import { atFormerRoot, inFrame, judge } from '../../src/links/course/judge.ts';
import { likelyRoots } from '../../src/links/course/likely-roots.ts';
import { findLinks, repair } from '../../src/links/course/links.ts';
import { promisesOf } from '../../src/links/course/promises.ts';
import { readFile, type CourseFile } from '../../src/links/course/read-file.ts';
import { parseRoot } from '../../src/links/course/roots.ts';
import { PROBLEMS } from '../../src/links/course/texts.ts';
import { KINDS } from '../../src/kinds/registry.ts';
import { readContent } from '../../src/model/read.ts';
import { changesSince, COURSE_FILES, DAY, moodleIndex, PLANTED, PROMISES, ROOT, tar } from '../course-files.ts';

const roots = [parseRoot(ROOT)!];
const judgeLink = (rest: string) => judge(rest, PROMISES, DAY, changesSince);
const better = (rest: string) => {
  const { to } = judgeLink(rest);
  return to === undefined ? undefined : ROOT + to.slice(1);
};

for (const { name, bytes, places } of COURSE_FILES) {
  test(`${name}: each planted link is found in its place with its verdict, and nothing else`, async () => {
    const file = await readFile(name, bytes);
    assert.deepEqual(file.notes, []);
    const links = findLinks(file, roots);
    assert.deepEqual(
      links.map(({ rest }) => rest.replace(/\?[^#]*/, '')),
      places.map(([number]) => PLANTED[number]![0]),
    );
    for (const [index, [number, place]] of places.entries()) {
      const link = links[index]!;
      // In one long line of JSON, the column is of no use to anyone.
      assert.equal(place.endsWith('line 1') ? link.place.replace(/, column \d+$/, '') : link.place, place);
      const { verdict, to } = judgeLink(link.rest);
      assert.deepEqual([verdict, to], PLANTED[number]!.slice(1), link.address);
    }
  });

  test(`${name}: the repaired file has better addresses in the same places, and all else as it was`, async () => {
    const file = await readFile(name, bytes);
    const links = findLinks(file, roots);
    const addresses = links.map(({ rest }) => better(rest));
    const repairedBytes = await repair(file, links, addresses, roots);
    const again = await readFile(name, repairedBytes);
    const linksAgain = findLinks(again, roots);
    assert.deepEqual(
      linksAgain.map(({ rest }) => rest),
      links.map(({ rest, fixed }, index) => (fixed ? undefined : addresses[index]?.slice(ROOT.length)) ?? rest),
    );
    // Back with the old addresses, every part is what it was.
    const back = await readFile(
      name,
      await repair(
        again,
        linksAgain,
        links.map(({ rest }, index) => (addresses[index] === undefined ? undefined : ROOT + rest)),
        roots,
      ),
    );
    assert.deepEqual(
      back.parts.map(({ text }) => text),
      file.parts.map(({ text }) => text),
    );
    if (name !== 'backup.mbz') assert.deepEqual(Buffer.from(await repair(file, links, [], roots)), Buffer.from(bytes));
  });
}

/** Reads a zip archive with somebody else's reader. @returns the name and the content of each entry, in order */
async function readWithYauzl(bytes: Uint8Array): Promise<[name: string, content: string][]> {
  const entries: [string, string][] = [];
  const archive = await yauzl.fromBufferPromise(Buffer.from(bytes));
  for await (const entry of archive.eachEntry()) {
    const content = await buffer(await archive.openReadStreamPromise(entry));
    assert.equal(crc32(content), entry.crc32, entry.fileName);
    entries.push([entry.fileName, content.toString('latin1')]);
  }
  return entries;
}

test('a repaired zip archive keeps the order of its entries and the bytes of those that have not changed', async () => {
  for (const { name, bytes } of COURSE_FILES.filter(({ bytes }) => bytes[0] === 0x50)) {
    const file = await readFile(name, bytes);
    const links = findLinks(file, roots);
    const repairedBytes = await repair(
      file,
      links,
      links.map(({ rest }) => better(rest)),
      roots,
    );
    const [before, after] = [await readWithYauzl(bytes), await readWithYauzl(repairedBytes)];
    assert.deepEqual(
      after.map(([name]) => name),
      before.map(([name]) => name),
    );
    const changed = after.filter(([, content], index) => content !== before[index]![1]).map(([name]) => name);
    assert.ok(changed.length > 0 && changed.length < before.length, name);
    const whole = Buffer.from(repairedBytes).toString('latin1');
    const picture = Buffer.from(unzipSync(bytes)['media/picture.png']!).toString('latin1');
    assert.ok(whole.includes(`media/picture.png${picture}`), name);
  }
});

test('an archive that was written as a stream, with its sizes after its entries, is read and repaired', async () => {
  const chunks: Uint8Array[] = [];
  const stream = new Zip((error, chunk) => {
    assert.equal(error, null);
    chunks.push(chunk);
  });
  for (const [name, content] of [
    ['a.md', `${ROOT}concepts/old/#place`],
    ['b.md', 'unchanged'],
  ] as const) {
    const entry = new ZipDeflate(name);
    stream.add(entry);
    entry.push(strToU8(content), true);
  }
  stream.end();
  const bytes = Buffer.concat(chunks);
  assert.equal(bytes.readUInt16LE(6) & 8, 8, 'the sizes follow the entry');
  const file = await readFile('a.zip', bytes);
  const repaired = await repair(file, findLinks(file, roots), [`${ROOT}concepts/new/`], roots);
  assert.equal(Buffer.from(repaired).readUInt16LE(6) & 8, 0, 'the sizes are before it now');
  assert.deepEqual(await readWithYauzl(repaired), [
    ['a.md', `${ROOT}concepts/new/`],
    ['b.md', 'unchanged'],
  ]);
});

test('a repaired Moodle backup names the new sizes in its list, and leaves the files that are named by their content', async () => {
  const { bytes } = COURSE_FILES.find(({ name }) => name === 'backup.mbz')!;
  const file = await readFile('backup.mbz', bytes);
  const links = findLinks(file, roots);
  const all = links.map(() => `${ROOT}concepts/volumes/#mounts`);
  const again = await readFile('backup.mbz', await repair(file, links, all, roots));
  const parts = Object.fromEntries(again.parts.map((part) => [part.path.join(), part]));
  const { '.ARCHIVE_INDEX': index, ...files } = parts;
  assert.equal(parts['notes.md']!.text, `${ROOT}concepts/volumes/`);
  assert.match(links.at(-1)!.fixed!, /^named$/);
  for (const [path, { bytes }] of Object.entries(files).filter(([path]) => path !== 'notes.md')) {
    assert.ok(index!.text.includes(`${path}\tf\t${bytes.length}\t`), path);
  }
});

test('places are named as in the course: activities and files in Moodle, slides by their order or their numbers', async () => {
  const hash = 'ab5ad9e0d5c4f0a6f5d8c9f8e7b6a5d4c3b2a190';
  const activity = (name: string) => strToU8(`<activity><page><name>${name}</name>\n${ROOT}</page></activity>`);
  const backup = zipSync({
    'moodle_backup.xml': strToU8('<x/>'),
    'activities/page_12/page.xml': activity('Größe &amp; mehr'),
    'sections/section_3/section.xml': strToU8(`<section><name>$@NULL@$</name>\n${ROOT}</section>`),
    'files.xml': strToU8(`<contenthash>${hash}</contenthash><filename>Übung &lt;1&gt;.md</filename>`),
    [`files/ab/${hash}`]: strToU8(ROOT),
  });
  const placesIn = async (name: string, bytes: Uint8Array) =>
    findLinks(await readFile(name, bytes), roots).map(({ place }) => place);
  assert.deepEqual(await placesIn('a.mbz', backup), [
    'page “Größe & mehr” › line 2, column 1',
    'sections/section_3/section.xml › line 2, column 1',
    'Übung <1>.md › line 1, column 1',
  ]);
  const slide = (id: string) => strToU8(`<a:hlinkClick r:id="${id}"/>`);
  const relation = strToU8(`<Relationship Id="rId1" Target="${ROOT}"/>`);
  const slides = {
    'ppt/presentation.xml': strToU8('<p:presentation/>'),
    'ppt/slides/slide10.xml': slide('rId1'),
    'ppt/slides/_rels/slide10.xml.rels': relation,
    'ppt/slides/slide2.xml': slide('rId7'),
    'ppt/slides/_rels/slide2.xml.rels': relation,
  };
  assert.deepEqual(await placesIn('a.pptx', zipSync(slides)), ['slide 2', 'slide 10']);
  const inOrder = {
    ...slides,
    'ppt/presentation.xml': strToU8(
      '<p:sldIdLst><p:sldId id="256" r:id="rId3"/><p:sldId id="257" r:id="rId4"/></p:sldIdLst>',
    ),
    'ppt/_rels/presentation.xml.rels': strToU8(
      '<Relationship Id="rId4" Target="slides/slide2.xml"/><Relationship Id="rId3" Target="/ppt/slides/slide10.xml"/>',
    ),
    'ppt/notesSlides/notesSlide1.xml': strToU8(`<a:t>${ROOT}</a:t>`),
    'ppt/notesSlides/_rels/notesSlide1.xml.rels': strToU8('<Relationship Id="rId1" Target="../slides/slide10.xml"/>'),
  };
  assert.deepEqual(await placesIn('a.pptx', zipSync(inOrder)), ['slide 1', 'slide 1, notes', 'slide 2']);
});

test('an address ends where its format ends it', () => {
  const rest = 'concepts/images/#layers';
  const address = ROOT + rest;
  for (const text of [
    address,
    `(${address})`,
    `${address}.`,
    `${address}, and`,
    `„${address}“`,
    `‘${address}’`,
    `«${address}»`,
    `<${address}>`,
    `\`${address}\``,
    `**${address}**`,
    `_${address}_`,
    `~~${address}~~`,
    `${address}…`,
    `${address}?`,
    `${address}。`,
    `"${address}"`,
    `'${address}'`,
    `[${address}]`,
    `{${address}}`,
    `${address}|x`,
    `${address};x`,
    `${address}\\n`,
    `${address}&quot;`,
    `${address}&amp;quot;`,
    `${address}&nbsp;`,
    `${address}&lt;br&gt;`,
    `x${address}`,
    `u=${address}`,
    `${address}\\\\`,
    `${address}:~:text=a,b`,
  ]) {
    const found = findAddresses(Buffer.from(text).toString('latin1'), roots);
    assert.deepEqual(found.map(({ rest }) => rest.replace(/:~:.*/, '')), [rest], text); // prettier-ignore
  }
});

test('the target of a link is read to its end, where punctuation leads to nothing', () => {
  const rest = 'concepts/images/#layers';
  const quoted = ['.', ',', ')', ').', '),'];
  for (const [before, after, strays] of [
    ['<a href="', '">', quoted],
    ["<Relationship Target='", "'/>", quoted],
    ['[Layers](', ')', ['.']],
  ] as const) {
    for (const stray of strays) {
      const found = findAddresses(`${before}${ROOT}${rest}${stray}${after}`, roots);
      assert.deepEqual(found.map(({ rest }) => rest), [`${rest}${stray}`], before); // prettier-ignore
      const { verdict, to, certain } = judge(found[0]!.rest, PROMISES);
      assert.deepEqual([verdict, to, certain], ['unknown', `/${rest}`, true], stray);
    }
  }
});

test('longer names of hosts and folders are not the site’s, and an address in the query of another is no link', () => {
  const restsIn = (text: string, root: string) => findAddresses(text, [parseRoot(root)!]).map(({ rest }) => rest);
  const hosts = 'https://docs.example.org.example.com/a/ https://docs.example.org:8080/b/ https://docs.example.org/c/';
  assert.deepEqual(restsIn(hosts, 'docs.example.org'), ['c/']);
  assert.deepEqual(restsIn('https://docs.example.org/basics-old/ https://docs.example.org/basics', ROOT), ['']);
  assert.deepEqual(restsIn(`${ROOT}search/?q=${ROOT}concepts/old/`, ROOT), [`search/?q=${ROOT}concepts/old/`]);
});

test('links are judged by what they mean: index.html, index.md, queries, embeds, files and the choices of handouts', () => {
  const verdicts: Record<string, [verdict: string, to?: string]> = {
    '': ['fine'],
    'index.html': ['fine'],
    'concepts/images': ['fine'],
    'concepts/images/index.html#tags': ['fine'],
    'concepts/images/index.md': ['fine'],
    'concepts/images/?scheme=light#layers': ['fine'],
    'concepts/images/#layers:~:text=each%20layer': ['fine'],
    'concepts/images/#old-tags': ['moved', '/concepts/images/#tags'],
    'concepts/old/index.md': ['moved', '/concepts/new/index.md'],
    'concepts/old/?q=1#place': ['moved', '/concepts/new/?q=1#place'],
    'concepts/old/#plaec': ['unknown', '/concepts/new/#place'],
    'concepts/images/#old-tag': ['unknown', '/concepts/images/#tags'],
    'concepts/new/#places': ['unknown', '/concepts/new/#place'],
    'concepts/volumes/#place': ['unknown', '/concepts/new/#place'],
    'concepts/old/#mount': ['moved', '/concepts/new/#mount'],
    'concepts/images/#source-1': ['unpromised', '/concepts/images/'],
    'concepts/images/#source-9': ['unknown', '/concepts/images/'],
    'concepts/old/#source-1': ['unpromised', '/concepts/new/'],
    'concepts/image/': ['unpromised', '/concepts/images/'],
    'concepts/image/#place': ['unpromised', '/concepts/new/#place'],
    'Concepts/Images/#source-1': ['unknown', '/concepts/images/'],
    'concepts/images/#mount': ['unknown', '/concepts/new/#mount'],
    'concepts/volumes/#mount': ['unknown', '/concepts/volumes/#mounts'],
    'Concepts//Images/#old-tags': ['unknown', '/concepts/images/#tags'],
    '/concepts/images/#layers': ['unknown', '/concepts/images/#layers'],
    'concepts/imags/#old-tags': ['unknown', '/concepts/images/#tags'],
    'Embed//Tables/Limits/': ['unknown', '/embed/tables/limits/'],
    'Data/Tables/Limits.csv': ['capitals', '/data/tables/limits.csv'],
    'concepts/images/#Layers': ['capitals', '/concepts/images/#layers'],
    'concepts/images/changes.atom': ['fine'],
    'changes.atom': ['fine'],
    'concepts/old/changes.atom': ['gone', '/concepts/new/changes.atom'],
    'concepts/removed/changes.atom': ['gone', '/concepts/changes.atom'],
    'embed/tables/limits/changes.atom': ['unknown', '/embed/tables/limits/'],
    'concepts/removed/#anything': ['gone', '/concepts/'],
    'concepts/volumes/#nfs': ['gone', '/concepts/volumes/'],
    'concepts/tags/': ['unknown', '/concepts/images/#tags'],
    'concepts/images/#mounts': ['unknown', '/concepts/volumes/#mounts'],
    'concepts/images/#layer': ['unknown', '/concepts/images/#layers'],
    'concepts/images/%23layers': ['unknown', '/concepts/images/'],
    'Concepts/Images/': ['capitals', '/concepts/images/'],
    'Concepts/Old/': ['unknown', '/concepts/new/'],
    'embed/tables/limits/?scheme=dark': ['fine'],
    'embed/tables/quotas/?large': ['moved', '/embed/tables/limits/?large'],
    'data/tables/limits.csv': ['fine'],
    'data/tables/quotas.csv': ['gone', '/data/tables/limits.csv'],
    'data/tables/none.csv': ['unknown', '/data/'],
    'data/index.json': ['fine'],
    'teach/handout/?title=A&show=concepts/images&show=concepts/old/place': ['fine'],
    'teach/handout/?show=concepts/images/nothing': ['unknown'],
    'teach/handout/?show=concepts/removed': ['gone'],
    // No guess is better than the start page.
    'nothing/like/this/at/all/': ['unknown'],
    'chapter7/': ['unknown'],
    'figures/x.svg': ['unknown'],
    'concepts/x.svg': ['unknown', '/concepts/'],
  };
  for (const [rest, expected] of Object.entries(verdicts)) {
    const { verdict, to } = judge(rest, PROMISES);
    assert.deepEqual(to === undefined ? [verdict] : [verdict, to], expected, rest);
  }
  assert.deepEqual(judge('concepts/removed/', PROMISES), {
    verdict: 'gone', why: 'It no longer exists.', since: '2026-05-03', to: '/concepts/',
  }); // prettier-ignore
  assert.deepEqual(judgeLink('concepts/volumes/').changes, [{ on: '2026-07-01', what: 'Changed: the correction.' }]);
  assert.equal(judge('concepts/volumes/', PROMISES, '2026-08-01', changesSince).verdict, 'fine');
  for (const rest of [
    'Concepts/Images/',
    'concepts//images/#old-tags',
    '/concepts/images/#Layers',
    'Data/Index.json',
  ]) {
    assert.equal(judge(rest, PROMISES).certain, true, rest);
  }
  assert.equal(judge('concepts/images/#layer', PROMISES).certain, false);
  assert.equal(judge('concepts/images/#layers-', PROMISES).certain, false, 'cut off');
  assert.equal(judge('concepts/imags/', PROMISES).certain, false);
  assert.equal(judge('concepts/images/#source-1', PROMISES).certain, false);
});

test('a link with another address of the site is never fine', () => {
  const at = (rest: string) => {
    const { verdict, to, certain } = atFormerRoot(judgeLink(rest), rest);
    return [verdict, to, certain];
  };
  assert.deepEqual(at('concepts/images/#layers'), ['former', '/concepts/images/#layers', true]);
  assert.deepEqual(at('concepts/old/#place'), ['former', '/concepts/new/#place', true]);
  assert.deepEqual(at('concepts/volumes/?q=1'), ['former', '/concepts/volumes/?q=1', true]);
  assert.deepEqual(atFormerRoot(judgeLink('concepts/volumes/'), 'concepts/volumes/').changes?.length, 1);
  assert.deepEqual(at('concepts/images/#source-1'), ['former', '/concepts/images/#source-1', true]);
  assert.deepEqual(at('concepts/removed/'), ['gone', '/concepts/', undefined]);
  assert.deepEqual(at('concepts/imags/'), ['unknown', '/concepts/images/', false]);
});

test('a frame shows only embeds, in each format that holds HTML, and the embed of a table or row takes the place of a page', async () => {
  const promises = {
    ...PROMISES,
    kept: {
      ...PROMISES.kept,
      '/concepts/volumes/': ['mounts', 'limits', 'limits-size'],
      '/embed/tables/limits/size/': [],
    },
  };
  const inFrameOf = (rest: string) => {
    const { verdict, to, certain } = inFrame(judge(rest, promises), rest, promises);
    return [verdict, to, certain];
  };
  assert.deepEqual(inFrameOf('embed/tables/limits/?scheme=dark'), ['fine', undefined, undefined]);
  assert.deepEqual(inFrameOf('embed/tables/quotas/'), ['moved', '/embed/tables/limits/', true]);
  assert.deepEqual(inFrameOf('concepts/volumes/#limits-size'), ['unframed', '/embed/tables/limits/size/', true]);
  assert.deepEqual(inFrameOf('concepts/volumes/#limit'), ['unframed', '/embed/tables/limits/', false]);
  assert.deepEqual(inFrameOf('concepts/volumes/#mounts'), ['unframed', undefined, false]);
  assert.deepEqual(inFrameOf('data/index.json'), ['unframed', undefined, false]);
  assert.equal(inFrameOf('concepts/removed/')[0], 'gone');
  assert.deepEqual(inFrameOf('chapter7/'), ['unknown', undefined, undefined]);

  const html = `<iframe title="x" src="${ROOT}"></iframe> <img src="${ROOT}"> <IFRAME\nsrc='${ROOT}'></IFRAME>`;
  const xml = html.replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const json = JSON.stringify({ text: html });
  for (const text of [html, `<?xml version="1.0"?><x>${xml}</x>`, json, json.replaceAll('<', '\\u003c')]) {
    const links = findLinks(await readFile('a.xml', strToU8(text)), roots);
    assert.deepEqual(links.map(({ isFramed }) => isFramed), [true, false, true], text); // prettier-ignore
  }
});

test('addresses that have the paths of this site are noticed, and those that any site may have are not', () => {
  const text = `https://old.example.org/docs/concepts/images/#layers {"a":"http:\\/\\/www.Old.example.org\\/docs\\/concepts\\/old"}
    https://moved.example:8080/concepts/volumes?q=1 ${ROOT}concepts/images/ https://docs.docker.com/concepts/
    https://example.org/concepts/images-and-more/`;
  const found = likelyRoots(text, roots, PROMISES);
  assert.deepEqual(found, ['old.example.org/docs/', 'old.example.org/docs/', 'moved.example:8080/']);
});

test('a site that has moved: links to its former addresses are found, and get the new one', async () => {
  const former = parseRoot('old.example/~docs')!;
  assert.deepEqual(former, { host: 'old.example', path: '/~docs/' });
  const both = [...roots, former];
  const text = `http://www.old.example/~docs/concepts/old/ {"a":"https:\\/\\/old.example\\/~docs\\/"} old.example/~docs/#x https://old.example/`;
  const file = await readFile('a.txt', strToU8(text));
  const links = findLinks(file, both);
  assert.deepEqual(links.map(({ rest, root }) => [rest, root]), [['concepts/old/', 1], ['', 1], ['#x', 1]]); // prettier-ignore
  const repaired = await repair(file, links, links.map(({ rest }) => ROOT + rest), both); // prettier-ignore
  assert.equal(
    Buffer.from(repaired).toString(),
    `${ROOT}concepts/old/ {"a":"${ROOT.replaceAll('/', '\\/')}"} docs.example.org/basics/#x https://old.example/`,
  );
  for (const wrong of ['', 'nonsense', 'two words.example', 'ftp:x']) assert.equal(parseRoot(wrong), undefined, wrong);
});

test('UTF-16 is read and repaired as UTF-16', async () => {
  const text = `\ufeffÜbung ${ROOT}concepts/old/`;
  for (const bytes of [Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()]) {
    const file = await readFile('a.txt', bytes);
    const links = findLinks(file, roots);
    assert.deepEqual(links.map(({ place }) => place), ['line 1, column 7']); // prettier-ignore
    const repaired = Buffer.from(await repair(file, links, [`${ROOT}concepts/new/`], roots));
    const native = repaired[0] === 0xff ? repaired : repaired.swap16();
    assert.equal(native.toString('utf16le'), text.replace('old', 'new'));
  }
});

test('in any text, links are found where they are, and only they change', async () => {
  const noise = fc.string({
    unit: fc.constantFrom(
      ...Array.from('aZ9 .:/\\&;#?=~{}[]()"\'<>%*_-\n,üé“”'),
      'https://',
      'docs.example.org',
      '&amp;',
      '\\n',
    ),
  });
  const link = fc.record({ before: noise, rest: fc.constantFrom(...PLANTED.map(([rest]) => rest)) });
  await fc.assert(
    fc.asyncProperty(fc.array(link, { maxLength: 6 }), noise, async (pieces, last) => {
      // A space before, or the noise could be part of the address; quotes after, or what follows could be.
      const write = (better: boolean) =>
        pieces.map(({ before, rest }) => `${before} ${(better && betterByRest[rest]) || ROOT + rest}"`).join('') + last;
      fc.pre(!isGift(write(false))); // there, `#` may end an address
      const file = await readFile('a.txt', strToU8(write(false) || ' '));
      const links = findLinks(file, roots);
      const planted = links.filter(
        ({ address }) => address.startsWith(ROOT) && PLANTED.some(([rest]) => address === ROOT + rest),
      );
      assert.deepEqual(planted.map(({ rest }) => rest), pieces.map(({ rest }) => rest)); // prettier-ignore
      const addresses = links.map((link) => (planted.includes(link) ? betterByRest[link.rest] : undefined));
      assert.equal(Buffer.from(await repair(file, links, addresses, roots)).toString(), write(true) || ' ');
    }),
    { numRuns: 300 },
  );
});
const betterByRest = Object.fromEntries(PLANTED.map(([rest]) => [rest, better(rest)]));

const problemOf = async (name: string, bytes: Uint8Array, limits?: Limits): Promise<string> => {
  try {
    await readFile(name, bytes, limits);
  } catch (error) {
    assert.ok(error instanceof FileProblem, String(error));
    return PROBLEMS[error.problem];
  }
  return assert.fail(`${name} was read`);
};

const notesOf = ({ notes }: CourseFile) => notes.map(([problem, part]) => `${part ?? ''}: ${PROBLEMS[problem]}`);

test('a file that can’t be read gets a sentence', async () => {
  const { bytes: deck } = COURSE_FILES.find(({ name }) => name === 'deck.pptx')!;
  const { bytes: backup } = COURSE_FILES.find(({ name }) => name === 'backup.mbz')!;
  const noise = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919 + (index >> 3)) % 256);
  for (const length of [30, 500, deck.length - 30]) {
    assert.match(await problemOf('deck.pptx', deck.subarray(0, length)), /damaged or incomplete/);
  }
  assert.match(await problemOf('backup.mbz', backup.subarray(0, backup.length - 200)), /damaged or incomplete/);
  assert.match(await problemOf('noise.docx', noise), /neither text nor an archive/);
  assert.match(await problemOf('empty.md', new Uint8Array()), /is empty/);
  assert.match(await problemOf('book.pdf', strToU8('%PDF-1.7\n')), /is a PDF/);
  assert.match(
    await problemOf('old.doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)),
    /before 2007/,
  );
  const locked = Buffer.concat([Buffer.from('d0cf11e0', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]);
  assert.match(await problemOf('locked.docx', locked), /password/);
  const encrypted = zipSync({ 'a.md': strToU8(ROOT) });
  for (const [signature, flags] of [['PK\x03\x04', 6], ['PK\x01\x02', 8]] as const) {
    encrypted[Buffer.from(encrypted).indexOf(signature, 0, 'latin1') + flags]! |= 1;
  } // prettier-ignore
  assert.match(await problemOf('a.zip', encrypted), /password/);
  const encryptedOdt = {
    'META-INF/manifest.xml': strToU8('<manifest:encryption-data/>'),
    'content.xml': strToU8('<x/>'),
  };
  assert.match(await problemOf('a.odt', zipSync(encryptedOdt)), /password/);
});

test('what unpacks to more than the limits is not unpacked', async () => {
  const bomb = gzipSync(new Uint8Array(20_000_000));
  assert.match(await problemOf('bomb.gz', bomb, new Limits(1_000_000)), /unpacks to more/);
  const zeros = new Uint8Array(10_000_000).fill(32);
  const file = await readFile('bomb.zip', zipSync({ 'a.txt': zeros, 'b.txt': strToU8(ROOT) }), new Limits(1_000_000));
  assert.deepEqual(notesOf(file).map((note) => note.slice(0, 40)), ['a.txt: It unpacks to more than this page']); // prettier-ignore
  assert.equal(findLinks(file, roots).length, 1);
  const two = { 'a.txt': zeros.subarray(0, 900_000), 'b.txt': zeros.subarray(0, 900_000) };
  const second = await readFile('bomb.zip', zipSync(two), new Limits(1_000_000, 1_000_000));
  assert.match(notesOf(second).join(), /^b\.txt: It unpacks/);
  // An archive within another may be larger than one text.
  for (const bytes of [gzipSync(tar(two)), zipSync({ 'inner.zip': zipSync(two, { level: 0 }) })]) {
    const within = await readFile('a.mbz', bytes, new Limits(1_000_000, 5_000_000));
    assert.deepEqual([within.parts.length, within.notes.filter(([problem]) => problem !== 'misnamed')], [2, []]);
    const beyond = await readFile('a.mbz', bytes, new Limits(500_000, 5_000_000));
    assert.match(notesOf(beyond).join(), /a\.txt: It unpacks.*b\.txt: It unpacks/);
  }
  assert.match(await problemOf('a.mbz', gzipSync(tar(two)), new Limits(1_000_000, 1_500_000)), /unpacks to more/);
});

test('a file whose name says another format is read as what it is, with a sentence', async () => {
  const { bytes: deck } = COURSE_FILES.find(({ name }) => name === 'deck.pptx')!;
  const asWord = await readFile('deck.docx', deck);
  assert.deepEqual([asWord.format, asWord.notes], ['powerpoint', [['misnamed']]]);
  assert.equal(findLinks(asWord, roots).length, 5);
  const page = await readFile('page.docx', strToU8(`<!doctype html><a href="${ROOT}">`));
  assert.deepEqual([page.format, page.notes], ['html', [['misnamed']]]);
  assert.equal(findLinks(page, roots).length, 1);
});

test('a broken part harms no other, and a signed file stays as it is', async () => {
  const bytes = zipSync({ 'a.md': strToU8(ROOT.repeat(40)), 'b.md': strToU8(ROOT) });
  bytes.fill(0xff, 40, 60);
  const file = await readFile('a.zip', bytes);
  assert.match(notesOf(file).join(), /^a\.md: It is damaged/);
  assert.deepEqual(findLinks(file, roots).map(({ place }) => place), ['b.md › line 1, column 1']); // prettier-ignore
  const signed = await readFile('a.docx', zipSync({
    'word/document.xml': strToU8(`<w:p>${ROOT}concepts/old/`), '_xmlsignatures/sig1.xml': strToU8('<x/>'),
  })); // prettier-ignore
  assert.match(findLinks(signed, roots)[0]!.fixed!, /signed/);
});

/** The methods that read texts, with the number of characters that a call reads. */
const READERS: [owner: object, method: string, length: (text: string, args: unknown[], result: unknown) => number][] = [
  [String.prototype, 'slice', (_text, _args, result) => (result as string).length],
  [String.prototype, 'indexOf', ({ length }, [, from = 0], at) => ((at as number) < 0 ? length : (at as number)) - (from as number)],
  [String.prototype, 'lastIndexOf', ({ length }, [, from = length], at) => (from as number) - (at as number)],
  ...['match', 'matchAll', 'replace'].map((method): (typeof READERS)[number] => [String.prototype, method, ({ length }) => length]),
  [String, 'fromCharCode', (_text, { length }) => length],
  [TextDecoder.prototype, 'decode', (_text, _args, result) => (result as string).length],
]; // prettier-ignore

/** Counts the characters that a task reads, however often, which says how its time grows on any machine. */
async function charactersRead(task: () => Promise<void>): Promise<number> {
  let count = 0;
  const restore = READERS.map(([owner, method, length]) => {
    const methods = owner as Record<string, (...args: unknown[]) => unknown>;
    const original = methods[method]!;
    methods[method] = function (this: unknown, ...args) {
      const result = original.apply(this, args);
      count += length(String(this), args, result);
      return result;
    };
    return () => (methods[method] = original);
  });
  try {
    await task();
  } finally {
    for (const undo of restore) undo();
  }
  return count;
}

test('a file with four times the links takes four times the work, in each format', async () => {
  // The addresses have one length, so that only their number differs.
  const times = (count: number, text: (number: number) => string) =>
    Array.from({ length: count }, (_, index) => text(index + 1)).join('');
  const address = (number: number) => `${ROOT}page-${1000 + number}/`;
  const relations = (count: number) =>
    strToU8(times(count, (number) => `<Relationship Id="rId${number}" Target="${address(number)}"/>`));
  const workbook = (count: number, cells: (number: number) => string, files: Record<string, string>) => ({
    'xl/workbook.xml': strToU8('<workbook><sheet name="One" r:id="rId1"/></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8('<Relationship Id="rId1" Target="worksheets/sheet1.xml"/>'),
    'xl/worksheets/sheet1.xml': strToU8(
      times(count, (number) => `<row><c r="A${number}" ${cells(number)}</c></row>`) + (files['hyperlinks'] ?? ''),
    ),
    'xl/sharedStrings.xml': strToU8(files['texts'] ?? '<sst/>'),
  });
  const files: [name: string, bytes: (count: number) => Uint8Array, last: string][] = [
    ['a.html', (count) => strToU8(`<p>${times(count, (number) => `<a href="${address(number)}">é</a>`)}`), `line 1, column ${4 + 1999 * '<a href="">é</a>'.length + 1999 * address(1).length + '<a href="'.length}`],
    ['a.ipynb', (count) => strToU8(`{"cells":[{"cell_type":"markdown","source":"${times(count, (number) => `${address(number)}\\n`)}"}],"nbformat":4}`), 'cell 1, line 2000'],
    ['a.gift', (count) => strToU8(`::Q:: {${times(count, (number) => `~${address(number)} `)}}`), `line 1, column ${9 + 1999 * `~${address(1)} `.length}`],
    ['a.xlsx', (count) => zipSync(workbook(count, (number) => `t="s"><v>${number - 1}</v>`, { texts: times(count, (number) => `<si><t>${address(number)}</t></si>`) })), 'sheet One, cell A2000'],
    ['b.xlsx', (count) => zipSync({
      ...workbook(count, () => '>', { hyperlinks: times(count, (number) => `<hyperlink ref="A${number}" r:id="rId${number}"/>`) }),
      'xl/worksheets/_rels/sheet1.xml.rels': relations(count),
    }), 'sheet One, cell A2000'],
    ['a.ods', (count) => zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
      'content.xml': strToU8(`<table:table table:name="One">${times(count, (number) => `<table:table-row><table:table-cell>${address(number)}</table:table-cell></table:table-row>`)}`),
    }), 'sheet One, cell A2000'],
    ['a.docx', (count) => zipSync({
      'word/document.xml': strToU8(times(count, (number) => `<w:p><w:hyperlink r:id="rId${count + 1 - number}"/></w:p>`)),
      'word/_rels/document.xml.rels': relations(count),
    }), 'paragraph 2000'],
    ['a.pptx', (count) => zipSync({
      'ppt/presentation.xml': strToU8(times(count / 5, (number) => `<p:sldId r:id="rId${number}"/>`)),
      'ppt/_rels/presentation.xml.rels': strToU8(times(count / 5, (number) => `<Relationship Id="rId${number}" Target="slides/slide${number}.xml"/>`)),
      ...Object.fromEntries(Array.from({ length: count / 5 }, (_, index) => [
        [`ppt/slides/slide${index + 1}.xml`, strToU8(times(5, (number) => `<a:hlinkClick r:id="rId${number}"/>`))],
        [`ppt/slides/_rels/slide${index + 1}.xml.rels`, relations(5)],
      ] as const).flat()),
    }), 'slide 400'],
  ]; // prettier-ignore
  const growths: Record<string, number> = {};
  for (const [name, bytesFor, last] of files) {
    const [few, many] = [500, 2000].map((count) => ({ count, bytes: bytesFor(count) }));
    const check = async ({ count, bytes }: { count: number; bytes: Uint8Array }) => {
      const file = await readFile(name, bytes);
      const links = findLinks(file, roots);
      assert.equal(links.length, count, name);
      if (count === 2000) assert.equal(links.at(-1)!.place, last);
      await repair(file, links, links.map((_, index) => `${ROOT}new-${index}/`), roots); // prettier-ignore
    };
    growths[name] = (await charactersRead(() => check(many!))) / (await charactersRead(() => check(few!)));
  }
  assert.deepEqual(Object.entries(growths).filter(([, growth]) => growth > 5), []); // prettier-ignore
});

test('progress is reported within one text, and ends with it', async () => {
  const text = strToU8(`<b>x</b>${ROOT} `.repeat(1000));
  const shares: number[] = [];
  findLinks(await readFile('a.html', text), [...roots, parseRoot('old.example')!], (share) => shares.push(share));
  assert.deepEqual([shares.toSorted((a, b) => a - b), shares.at(-1)], [shares, 1]);
  for (let share = 0; share < 1; share += 0.1) {
    assert.ok(shares.some((other) => other > share && other < share + 0.3), `after ${share}`); // prettier-ignore
  }
});

test('the list of a tar archive that isn’t Moodle’s is a file like any other', async () => {
  const files = { 'a.md': strToU8(`${ROOT}concepts/old/`), 'b.md': strToU8('b') };
  const file = await readFile('a.tar', tar({ ...files, 'list.txt': moodleIndex(files) }));
  const links = findLinks(file, roots);
  const again = await readFile('a.tar', await repair(file, links, [`${ROOT}concepts/new/#place`], roots));
  assert.deepEqual(again.parts.map(({ text }) => text), [
    `${ROOT}concepts/new/#place`, 'b', Buffer.from(moodleIndex(files)).toString(),
  ]); // prettier-ignore
});

/** A Word document. @param targets of its relationships, by their ids */
const word = (body: string, targets: Record<string, string> = {}) =>
  zipSync({
    'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships>${Object.entries(targets)
        .map(([id, target]) => `<Relationship Id="${id}" Type="link" Target="${target}" TargetMode="External"/>`)
        .join('')}</Relationships>`,
    ),
  });
const paragraph = (...runs: string[]) => `<w:p w:rsidR="00A1">${runs.join('')}</w:p>`;
/** A field, as Word writes it if someone has edited its instruction. */
const field = (...pieces: string[]) =>
  paragraph(
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    ...pieces.map(
      (piece, index) =>
        `<w:r w:rsidR="00A${index}"><w:rPr><w:b/></w:rPr><w:instrText xml:space="preserve">${piece}</w:instrText></w:r>` +
        '<w:proofErr w:type="spellStart"/>',
    ),
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>here</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
  );

test('the instruction of a field of Word is read as one, however it is split, and only its address changes', async () => {
  const document = (first: string[], second: string[], third: string[], simple: string) =>
    word(
      field(...first) + field(...second) + field(...third) +
        paragraph(`<w:fldSimple w:instr=" HYPERLINK ${simple} "><w:r><w:t>x</w:t></w:r></w:fldSimple>`),
    ); // prettier-ignore
  const bytes = document(
    [' HYPER', 'LINK "https://docs.exa', 'mple.org/basics/conc', 'epts/old/', '#pla', 'ce" '],
    [' HYPERLINK "', `${ROOT}concepts/im`, 'ages/" ', '\\l "old-', 'tags" \\o "tip" '],
    [` HYPERLINK &quot;${ROOT}concepts/images/&quot; \\o "a tip" \\`, 'l &quot;la', 'yers&quot; '],
    `&quot;${ROOT}concepts/images/&quot; \\l &quot;old-tags&quot;`,
  );
  const file = await readFile('a.docx', bytes);
  const links = findLinks(file, roots);
  assert.deepEqual(
    links.map(({ place, rest, fixed }) => [place, rest, judge(rest, PROMISES).verdict, fixed]),
    [
      ['paragraph 1', 'concepts/old/#place', 'moved', undefined],
      ['paragraph 2', 'concepts/images/#old-tags', 'moved', undefined],
      ['paragraph 3', 'concepts/images/#layers', 'fine', undefined],
      ['paragraph 4', 'concepts/images/#old-tags', 'moved', undefined],
    ],
  );
  const addresses = ['concepts/new/#place', 'concepts/images/#tags', 'concepts/images/', 'concepts/images/#tags'];
  const repaired = await repair(file, links, addresses.map((rest) => ROOT + rest), roots); // prettier-ignore
  const again = findLinks(await readFile('a.docx', repaired), roots);
  assert.deepEqual(again.map(({ rest }) => rest), addresses); // prettier-ignore
  assert.deepEqual(
    unzipSync(repaired),
    unzipSync(
      document(
        [' HYPER', 'LINK "https://docs.exa', 'mple.org/basics/concepts/new/#place', '', '', '" '],
        [' HYPERLINK "', `${ROOT}concepts/images/`, '" ', '\\l "tags', '" \\o "tip" '],
        [` HYPERLINK &quot;${ROOT}concepts/images/&quot; \\o "a tip"`, '', ' '],
        `&quot;${ROOT}concepts/images/&quot; \\l &quot;tags&quot;`,
      ),
    ),
  );
});

test('an address that formatting splits is read and judged whole, and stays as it is', async () => {
  const run = (text: string, format = '') => `<w:r>${format && `<w:rPr>${format}</w:rPr>`}<w:t>${text}</w:t></w:r>`;
  const slide = (...texts: string[]) => texts.map((text) => `<a:r><a:rPr lang="en"/><a:t>${text}</a:t></a:r>`).join('');
  const [start, rest] = [`${ROOT}concepts/images/`, '#layer'];
  const files: [name: string, bytes: Uint8Array][] = [
    ['a.docx', word(paragraph(run(`See ${start}`), run(rest, '<w:b/>'), run('. More')))],
    ['a.docx', word(paragraph(run('See https://docs.ex'), run(`ample.org/basics/concepts/images/${rest}`), run(' more')))],
    ['a.pptx', zipSync({ 'ppt/presentation.xml': strToU8('<p/>'), 'ppt/slides/slide1.xml': strToU8(`<a:p>${slide(start, rest)}</a:p>`) })],
    ['a.xlsx', zipSync({
      'xl/workbook.xml': strToU8('<workbook/>'),
      'xl/sharedStrings.xml': strToU8(`<sst><si><r><t>${start}</t></r><r><rPr><b/></rPr><t>${rest}</t></r></si></sst>`),
    })],
    ['a.odt', zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.text'),
      'content.xml': strToU8(`<text:p>${start}<text:span text:style-name="T1">${rest}</text:span> more</text:p>`),
    })],
    ['a.html', strToU8(`<p>${start}<wbr>#la<b class="x">yer</b> more`)],
    ['a.xml', strToU8(`<content>&lt;p&gt;${start}&lt;wbr /&gt;${rest} more</content>`)],
    ['a.json', strToU8(`{"a":"<p>${start}\\u003cb\\u003e${rest}<\\/b> more"}`)],
  ]; // prettier-ignore
  for (const [name, bytes] of files) {
    const file = await readFile(name, bytes);
    const links = findLinks(file, roots);
    assert.deepEqual(links.map(({ rest }) => rest), ['concepts/images/#layer'], name); // prettier-ignore
    assert.match(links[0]!.fixed!, /^split$/, name);
    assert.deepEqual(Buffer.from(await repair(file, links, [`${ROOT}concepts/`], roots)), Buffer.from(bytes), name);
  }
});

test('invisible characters in an address do not count, and go when it is repaired', async () => {
  const address = (invisible: string) => `https://docs.exa${invisible}mple.org/basics/concepts/${invisible.repeat(2)}old/${invisible}#place`;
  const texts: [name: string, write: (address: string) => string, invisible: string[]][] = [
    ['a.txt', (address) => `“Ü” ${address}, more`, ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad']],
    ['a.html', (address) => `<p>${address}</p>`, ['&#8203;', '&#x200B;', '&ZeroWidthSpace;', '&shy;', '\u200b']],
    ['a.json', (address) => `{"a":"${address}"}`, [String.raw`\u200b`, String.raw`\u00AD`]],
  ];
  for (const [name, write, characters] of texts) {
    for (const encoding of name === 'a.txt' ? (['utf8', 'utf16le'] as const) : (['utf8'] as const)) {
      const encode = (text: string) => Buffer.from((encoding === 'utf8' ? '' : '\ufeff') + write(text), encoding);
      for (const invisible of characters) {
        const file = await readFile(name, encode(address(invisible)));
        const links = findLinks(file, roots);
        assert.deepEqual(links.map(({ rest, fixed }) => [rest, fixed]), [['concepts/old/#place', undefined]], `${name} ${invisible}`);
        const repaired = await repair(file, links, [`${ROOT}concepts/new/#place`], roots);
        assert.equal(Buffer.from(repaired).toString(encoding), encode(`${ROOT}concepts/new/#place`).toString(encoding));
      }
    }
  }
  const apart = `${ROOT}concepts/old/\u200b${ROOT}concepts/images/\u200b more`;
  const links = findLinks(await readFile('a.txt', strToU8(apart)), roots);
  assert.deepEqual(links.map(({ rest }) => rest), ['concepts/old/', 'concepts/images/']);
}); // prettier-ignore

test('what was deleted while changes were tracked has no links', async () => {
  const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
  const deleted = (content: string, tag = 'w:del') => `<${tag} w:id="1" w:author="A">${content}</${tag}>`;
  const address = `${ROOT}concepts/`;
  const body = [
    paragraph(deleted(`<w:r><w:delText>${address}1/</w:delText></w:r>`)),
    paragraph(deleted(`<w:r><w:delInstrText> HYPERLINK "${address}2/" </w:delInstrText></w:r>`)),
    paragraph(`<w:hyperlink r:id="rId3">${deleted(run('x'))}</w:hyperlink>`),
    paragraph(deleted(`<w:hyperlink r:id="rId3">${run('x')}</w:hyperlink>`)),
    paragraph(deleted(run(`${address}moved/`), 'w:moveFrom')),
    paragraph('<w:moveTo w:id="2">', run(`${address}moved/`), '</w:moveTo>'),
    `<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>${run(`${address}4/`)}</w:p>`,
    paragraph(run(address), deleted('<w:r><w:delText>old</w:delText></w:r>'), `<w:ins w:id="4">${run('images')}</w:ins>`, run('/#layers')),
    paragraph(`<w:hyperlink r:id="rId5">${deleted(run('x'))}${run('y')}</w:hyperlink>`),
  ].join('');
  const bytes = word(body, { rId3: `${address}3/`, rId5: `${address}5/` });
  const file = await readFile('a.docx', bytes);
  const links = findLinks(file, roots);
  assert.deepEqual(links.map(({ place, rest, fixed }) => [place, rest, Boolean(fixed)]), [
    ['paragraph 6', 'concepts/moved/', false],
    ['paragraph 7', 'concepts/4/', false],
    ['paragraph 8', 'concepts/images/#layers', true],
    ['paragraph 9', 'concepts/5/', false],
  ]);
  const odt = zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.text'),
    'content.xml': strToU8(`<text:tracked-changes><text:changed-region><text:deletion><text:p>${address}</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>${address}5/</text:p>`),
  });
  assert.deepEqual(findLinks(await readFile('a.odt', odt), roots).map(({ rest }) => rest), ['concepts/5/']);
}); // prettier-ignore

test('text after an address that is set apart from it is not part of it', async () => {
  const address = `${ROOT}concepts/images/`;
  const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const body = [
    paragraph(run(address), run(' more')),
    paragraph(run(address), '<w:r><w:br/></w:r>', run('more')),
    paragraph(run(address), '<w:r><w:tab/></w:r>', run('more')),
    paragraph(run(`(${address}`), run(').')),
    paragraph(run(address)) + paragraph(run('more')),
    paragraph(run(address), run(`${ROOT}concepts/`)),
  ].join('');
  const links = findLinks(await readFile('a.docx', word(body)), roots);
  assert.deepEqual([links.map(({ rest }) => rest), links.some(({ fixed }) => fixed)], [
    [...Array<string>(6).fill('concepts/images/'), 'concepts/'], false,
  ]); // prettier-ignore
  const html = `<a href="${address}"><b>${address}</b></a>more <td>${address}</td><td>more</td> <b>${address} </b>more ${address}<br>more`;
  const inHtml = findLinks(await readFile('a.html', strToU8(html)), roots);
  assert.deepEqual(inHtml.map(({ rest }) => rest), Array(5).fill('concepts/images/')); // prettier-ignore
});

test('places of a document that share an address get one each if they need different ones, and else share the new one', async () => {
  const bodyOf = (first: string, second: string, third: string) =>
    [first, second, third].map((attributes) => paragraph(`<w:hyperlink ${attributes}/>`)).join('');
  const bytes = word(
    bodyOf('r:id="rId1" w:anchor="old-tags"', 'w:anchor="layers" r:id="rId1"', 'r:id="rId1" w:anchor="nothing"'),
    { rId1: `${ROOT}concepts/images/` },
  );
  const file = await readFile('a.docx', bytes);
  const links = findLinks(file, roots);
  assert.deepEqual(
    links.map(({ place, rest }) => [place, rest]),
    [
      ['paragraph 1', 'concepts/images/#old-tags'],
      ['paragraph 2', 'concepts/images/#layers'],
      ['paragraph 3', 'concepts/images/#nothing'],
    ],
  );
  const repairedWith = async (...rests: (string | undefined)[]) =>
    unzipSync(await repair(file, links, rests.map((rest) => (rest === undefined ? rest : ROOT + rest)), roots)); // prettier-ignore
  assert.deepEqual(
    await repairedWith('concepts/volumes/#mounts', 'concepts/volumes/', 'concepts/volumes/#x'),
    unzipSync(
      word(bodyOf('r:id="rId1" w:anchor="mounts"', 'r:id="rId1"', 'r:id="rId1" w:anchor="x"'), {
        rId1: `${ROOT}concepts/volumes/`,
      }),
    ),
  );
  // The second stays; the others need two other pages.
  const repaired = await repairedWith('concepts/volumes/#mounts', undefined, 'concepts/new/');
  const [id1, id3] = Array.from(
    Buffer.from(repaired['word/_rels/document.xml.rels']!)
      .toString()
      .matchAll(/Id="([^"]+)"/g),
    ([, id]) => id!,
  ) as [string, string];
  assert.equal(new Set([id1, id3, 'rId1']).size, 3);
  assert.deepEqual(
    repaired,
    unzipSync(
      word(bodyOf(`r:id="${id1}" w:anchor="mounts"`, 'w:anchor="layers" r:id="rId1"', `r:id="${id3}"`), {
        [id1]: `${ROOT}concepts/volumes/`,
        [id3]: `${ROOT}concepts/new/`,
        rId1: `${ROOT}concepts/images/`,
      }),
    ),
  );
});

test('what became of an address follows from the list of promises and the redirects', () => {
  const content = readContent('.', KINDS);
  const redirects = {
    pages: [{ from: '/old/', to: '/concepts/' }],
    places: [{ from: '/concepts/#was', to: '/concepts/#is' }],
    gone: [
      { from: '/concepts/#lost', why: 'It is lost.', since: '2026-05-03' },
      { from: '/removed/', why: 'It is removed.' },
      { from: '/limits/#quotas', why: 'Nobody counts them.' },
    ],
  };
  content.parsed.redirects = { ...content.parsed.redirects, data: redirects };
  const promises = promisesOf(content, {
    '/concepts/': ['is', 'was', 'lost'],
    '/old/': ['place'],
    '/removed/': ['place'],
    '/limits/': ['quotas'],
    '/embed/tables/quotas/': [],
  }, {
    '/concepts/': ['_top', 'is', 'was', 'source-1'],
    '/limits/': [],
    '/new/': ['_top'],
    '/old/': ['redirect'],
  }); // prettier-ignore
  assert.deepEqual({ ...promises, files: [] }, {
    kept: { '/concepts/': ['is'], '/limits/': [] },
    moved: { '/concepts/#was': '/concepts/#is', '/old/': '/concepts/', '/old/#place': '/concepts/#place' },
    gone: {
      '/concepts/#lost': ['It is lost.', '2026-05-03'],
      '/removed/': ['It is removed.'],
      '/limits/#quotas': ['Nobody counts them.'],
      '/embed/tables/quotas/': ['Nobody counts them.'],
    },
    unpromised: { '/concepts/': ['source-1'], '/new/': [] },
    files: [],
  }); // prettier-ignore
});
