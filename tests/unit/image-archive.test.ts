/** Archives of images: their digests, their files, what is hidden in them, and what is wrong with broken ones. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { openArchive } from '../../src/image-archive/open.ts';
import { Sha256 } from '../../src/image-archive/sha256.ts';
import { ArchiveProblem, type Content, type OpenArchive } from '../../src/image-archive/types.ts';
import { changeOneByte, differenceOf } from '../../src/explorers/image-archive/words.ts';
import { Blobs, sha256, writeImage, type Descriptor } from '../../src/image-archive/write-image.ts';
import { paxRecord, writeTar, type TarEntry } from '../../src/image-archive/write-tar.ts';

const open = (bytes: Uint8Array) => openArchive(new Blob([new Uint8Array(bytes)]));
const file = (name: string, data: string | Uint8Array = ''): TarEntry => ({ name, data });
const folder = (name: string): TarEntry => ({ name, type: '5', mode: 0o755 });
const link = (name: string, target: string): TarEntry => ({ name, type: '2', target });
const hardLink = (name: string, target: string): TarEntry => ({ name, type: '1', target });

/** The paths and types of a merged file system. */
function treeOf(opened: OpenArchive, image = 0): Record<string, string> {
  const tree: Record<string, string> = {};
  const list = (folder: string) => {
    for (const { path, type } of opened.list(image, folder).items) {
      tree[path] = type;
      if (type === 'folder') list(path);
    }
  };
  list('');
  return tree;
}

const read = async (opened: OpenArchive, layer: number, path: string) =>
  Buffer.from(await opened.read(0, layer, path, 1000)).toString();

test('SHA-256 equals that of Node.js, however the bytes are cut', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 })), (chunks) => {
      const hash = new Sha256();
      for (const chunk of chunks) hash.update(chunk);
      assert.equal(hash.digest(), sha256(Buffer.concat(chunks)));
    }),
  );
});

const SECRET = [
  [folder('app/'), file('app/secret', 'TOKEN'), file('app/main', 'old')],
  [file('app/.wh.secret'), file('app/main', 'new')],
];

test('a file that a later layer deletes or replaces is hidden, and can be read', async () => {
  const opened = await open(writeImage(SECRET));
  assert.deepEqual(treeOf(opened), { app: 'folder', 'app/main': 'file' });
  const hidden = opened.hidden(0);
  assert.deepEqual(
    hidden.items.map(({ path, layer, hiddenBy, how }) => ({ path, layer, hiddenBy, how })),
    [
      { path: 'app/secret', layer: 0, hiddenBy: 1, how: 'deleted' },
      { path: 'app/main', layer: 0, hiddenBy: 1, how: 'replaced' },
    ],
  );
  assert.equal(await read(opened, 0, 'app/secret'), 'TOKEN');
  assert.equal(await read(opened, 1, 'app/main'), 'new');
  const [image] = opened.archive.images;
  assert.deepEqual([image!.files, image!.bytes, image!.hiddenFiles, image!.hiddenBytes], [1, 3, 2, 8]);
  await assert.rejects(opened.read(0, 1, 'app/secret', 9), ArchiveProblem);
});

test('each layer says what it adds, changes and deletes', async () => {
  const opened = await open(writeImage(SECRET));
  const changes = (layer: number) => opened.changes(0, layer).items.map(({ change, path }) => `${change} ${path}`);
  assert.deepEqual(changes(0), ['added app', 'added app/main', 'added app/secret']);
  // The second layer does not name the folder, which is there already.
  assert.deepEqual(changes(1), ['changed app/main', 'deleted app/secret']);
  const { added, changed, deleted } = opened.archive.images[0]!.layers[1]!;
  assert.deepEqual([added, changed, deleted], [0, 1, 1]);
});

test('what is in a folder that is deleted, replaced or opaque is hidden', async () => {
  const below = ['deleted/deep/a', 'replaced/deep/b', 'opaque/deep/c', 'again/deep/d'].map((name) => file(name, name));
  const above = ['.wh.deleted', 'replaced', 'opaque/.wh..wh..opq', 'opaque/new', 'again/new', '.wh.again'];
  const opened = await open(writeImage([below, above.map((name) => file(name))]));
  assert.deepEqual(treeOf(opened), {
    ...{ replaced: 'file', opaque: 'folder', 'opaque/new': 'file' },
    // Whiteouts are for the layers below, wherever in the layer they are.
    ...{ again: 'folder', 'again/new': 'file' },
  });
  assert.deepEqual(
    opened
      .hidden(0)
      .items.map(({ path, how }) => `${path} ${how}`)
      .sort(),
    [...['again/deep/d deleted', 'deleted/deep/a deleted', 'opaque/deep/c deleted', 'replaced/deep/b replaced']],
  );
});

test('hard links share the bytes, which are hidden once all names are gone', async () => {
  const names = [file('a', 'bytes'), hardLink('b', 'a'), hardLink('c', './b')];
  const two = await open(writeImage([names, [file('.wh.a')]]));
  assert.deepEqual([two.archive.images[0]!.bytes, two.hidden(0).total], [5, 0]);
  assert.equal(await read(two, 0, 'c'), 'bytes');
  const none = await open(writeImage([names, [file('.wh.a'), file('.wh.b'), file('.wh.c')]]));
  assert.deepEqual(
    none.hidden(0).items.map(({ path, size }) => [path, size]),
    [['a', 5]],
  );
});

/** What the specification says of layers, as simply as possible. @returns the paths that are left, with the numbers of their layers */
function mergeNaively(layers: TarEntry[][]): Record<string, number> {
  const files = new Map<string, number>();
  const drop = (path: string, itself: boolean) => {
    for (const other of files.keys())
      if ((itself && other === path) || other.startsWith(`${path}/`)) files.delete(other);
  };
  for (const [number, layer] of layers.entries()) {
    const names = layer.map(({ name }) => name.replace(/\/$/, ''));
    for (const name of names) {
      const at = name.lastIndexOf('/.wh.');
      if (name.endsWith('/.wh..wh..opq')) drop(name.slice(0, at), false);
      else if (at >= 0) drop(`${name.slice(0, at)}/${name.slice(at + 5)}`, true);
    }
    for (const [index, name] of names.entries()) {
      if (name.includes('.wh.')) continue;
      if (layer[index]!.type !== '5') drop(name, true);
      files.set(name, number);
    }
  }
  return Object.fromEntries(files);
}

test('any layers are merged as the specification says', async () => {
  const name = fc.constantFrom('a', 'b', 'c');
  const layer = fc
    .array(fc.tuple(name, name, fc.constantFrom('file', 'folder', 'whiteout', 'opaque')), { maxLength: 6 })
    .map((entries) => {
      const written = new Map<string, TarEntry>([['r', folder('r/')]]);
      for (const [outer, inner, what] of entries) {
        const [parent, path] = [`r/${outer}`, `r/${outer}/${inner}`];
        // What is in a folder comes after it, and a path has one type in a layer.
        if (what === 'whiteout') written.set(`${path}!`, file(`r/${outer}/.wh.${inner}`));
        else if (what === 'opaque') written.set(`${parent}!`, file(`${parent}/.wh..wh..opq`));
        else if (what === 'folder' && !written.has(path)) written.set(path, folder(`${path}/`));
        else if (!written.has(path)) written.set(path, file(path, 'x'));
        else continue;
        if (written.get(parent)?.type !== '5') written.set(parent, folder(`${parent}/`));
      }
      const sorted = [...written.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
      return fc
        .shuffledSubarray([file('r/.wh.a'), file('r/b', 'file')], { maxLength: 1 })
        .map((extra) => [...sorted, ...extra.filter(({ name }) => name !== 'r/b' || !written.has('r/b'))]);
    })
    .chain((entries) => entries);
  await fc.assert(
    fc.asyncProperty(fc.array(layer, { minLength: 1, maxLength: 5 }), async (layers) => {
      const opened = await open(writeImage(layers));
      const merged: Record<string, number> = {};
      const list = (folder: string) => {
        for (const { path, type, layer } of opened.list(0, folder).items) {
          merged[path] = layer;
          if (type === 'folder') list(path);
        }
      };
      list('');
      assert.deepEqual(merged, mergeNaively(layers));
      // Each file is visible, or hidden, or replaced in its own layer.
      const files = layers.flat().filter(({ name, type }) => type !== '5' && !name.includes('.wh.')).length;
      assert.equal(opened.archive.images[0]!.files + opened.hidden(0).total, files);
    }),
    { numRuns: 300 },
  );
});

const everywhere = (bytes: Uint8Array): Uint8Array[] => [bytes, gzipSync(bytes), zstdCompressSync(bytes)];

test('layers are unpacked, and so is an archive that is compressed as a whole', async () => {
  const layers = SECRET.map(writeTar);
  const twoMembers = (layer: Uint8Array) =>
    Buffer.concat([gzipSync(layer.subarray(0, 700)), gzipSync(layer.subarray(700))]);
  const packings: [string, (layer: Uint8Array) => Uint8Array, 'none' | 'gzip' | 'zstd'][] = [
    ['', (layer) => layer, 'none'],
    ['+gzip', gzipSync, 'gzip'],
    ['+gzip', twoMembers, 'gzip'],
    ['+zstd', zstdCompressSync, 'zstd'],
  ];
  for (const [suffix, pack, compression] of packings) {
    const blobs = new Blobs();
    const bytes = blobs.archive([blobs.addImage(layers, {}, pack, suffix)]);
    for (const archive of everywhere(bytes)) {
      const opened = await open(archive);
      const [layer] = opened.archive.images[0]!.layers;
      assert.deepEqual([layer!.state, layer!.diffIdState, layer!.problem], ['matches', 'matches', undefined]);
      assert.deepEqual([layer!.compression, layer!.unpackedSize], [compression, layers[0]!.length]);
      assert.equal(await read(opened, 0, 'app/secret'), 'TOKEN');
      assert.equal(await read(opened, 1, 'app/main'), 'new');
    }
  }
});

test('the layout of docker save before version 25 repeats layers by links', async () => {
  const layer = writeTar([file('a', 'A')]);
  const config = Buffer.from(
    JSON.stringify({ os: 'linux', architecture: 'arm64', rootfs: { diff_ids: [sha256(layer), sha256(layer)] } }),
  );
  const name = `${sha256(config).slice(7)}.json`;
  const [first, second] = ['1'.repeat(64), '2'.repeat(64)];
  const manifest = [{ Config: name, RepoTags: ['old:1'], Layers: [`${first}/layer.tar`, `${second}/layer.tar`] }];
  const opened = await open(
    writeTar([
      file(name, config),
      ...[file(`${first}/layer.tar`, layer), link(`${second}/layer.tar`, `../${first}/layer.tar`)],
      ...[file(`${first}/VERSION`, '1.0'), file(`${first}/json`, '{}')],
      file('manifest.json', JSON.stringify(manifest)),
    ]),
  );
  const { archive } = opened;
  assert.deepEqual(archive.layouts, ['docker']);
  assert.deepEqual(archive.images[0]!.names, ['old:1']);
  assert.equal(archive.images[0]!.platform, 'linux/arm64');
  assert.deepEqual(
    archive.images[0]!.layers.map(({ diffIdState }) => diffIdState),
    ['matches', 'matches'],
  );
  assert.equal(archive.root.children[0]!.state, 'matches');
  assert.deepEqual(archive.problems, []);
  const links = await opened.chain(0, Buffer.from('{}'));
  assert.deepEqual(
    links.map(({ path, before }) => [path, before]),
    [
      [name, sha256(config)],
      ['manifest.json', sha256(Buffer.from(JSON.stringify(manifest)))],
    ],
  );
  const renamed = JSON.stringify(manifest).replace(sha256(config).slice(7), sha256(Buffer.from('{}')).slice(7));
  assert.equal(links[1]!.after, sha256(Buffer.from(renamed)));
});

/** Two platforms in an index in an index, with attestations, an image without its blobs, and something that is no image. */
function writeNested() {
  const blobs = new Blobs();
  const layer = writeTar([file('a', 'A')]);
  const config = { config: { Labels: { size: '"digest" } {' } } };
  const platforms = ['amd64', 'arm64'].map((architecture) => ({
    ...blobs.addImage([layer], { ...config, architecture }),
    platform: { os: 'linux', architecture },
  }));
  const attestation: Descriptor = {
    ...blobs.addImage([Buffer.from('{}')]),
    annotations: { 'vnd.docker.reference.type': 'attestation-manifest' },
    platform: { os: 'unknown', architecture: 'unknown' },
  };
  const absent = {
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    digest: sha256(Buffer.from('gone')),
    size: 4,
  };
  const type = 'application/vnd.oci.image.index.v1+json';
  const index = blobs.add(type, { manifests: [...platforms, attestation, absent] });
  index.annotations = { 'org.opencontainers.image.ref.name': 'nested:1' };
  return { bytes: blobs.archive([index]), blobs, platforms, index };
}

test('several platforms, indexes in indexes, attestations, and what is absent', async () => {
  const { archive } = await open(writeNested().bytes);
  assert.deepEqual(
    archive.images.map(({ platform, names }) => [platform, ...names]),
    [
      ['linux/amd64', 'nested:1'],
      ['linux/arm64', 'nested:1'],
    ],
  );
  const manifests = archive.root.children[0]!.children;
  assert.deepEqual(
    manifests.map(({ kind, state, image }) => [kind, state, image]),
    [
      ['manifest', 'matches', 0],
      ['manifest', 'matches', 1],
      ['other', 'matches', undefined],
      ['manifest', 'absent', undefined],
    ],
  );
  assert.deepEqual(archive.problems, []);
});

test('a changed config changes all digests above it, and nothing else', async () => {
  const { bytes, blobs, platforms, index } = writeNested();
  const opened = await open(bytes);
  const config = Buffer.from('{"os":"linux"}');
  const blobOf = (digest: string) =>
    Buffer.from(blobs.entries.find(({ name }) => name === `blobs/${digest.replace(':', '/')}`)!.data!).toString();
  const manifest = blobOf(platforms[1]!.digest);
  const before = (JSON.parse(manifest) as { config: Descriptor }).config;
  const replace = (text: string, old: Descriptor, bytes: Uint8Array) =>
    text.replace(`"digest":"${old.digest}","size":${old.size}`, `"digest":"${sha256(bytes)}","size":${bytes.length}`);
  const newManifest = Buffer.from(replace(manifest, before, config));
  const newIndex = Buffer.from(replace(blobOf(index.digest), platforms[1]!, newManifest));
  const newRoot = Buffer.from(replace(JSON.stringify({ schemaVersion: 2, manifests: [index] }), index, newIndex));
  assert.deepEqual(
    (await opened.chain(1, config)).map(({ kind, before, after }) => [kind, before, after]),
    [
      ['config', before.digest, sha256(config)],
      ['manifest', platforms[1]!.digest, sha256(newManifest)],
      ['index', index.digest, sha256(newIndex)],
      ['index', opened.archive.root.actualDigest, sha256(newRoot)],
    ],
  );
});

test('a byte of any text is changed in time', { timeout: 30_000 }, () => {
  const long = 'a'.repeat(4e6);
  assert.equal(changeOneByte(long), long);
  const text = '{"ä":"x9y"}';
  assert.equal(changeOneByte(text), '{"ä":"x0y"}');
  assert.deepEqual(differenceOf(text, '{"ä":"x0y"}'), { byte: 9, bytes: ['9', '0'], words: ['x9y', 'x0y'] });
  assert.deepEqual(differenceOf(`${long}1`, `${long}2`).words, [`${'a'.repeat(40)}1`, `${'a'.repeat(40)}2`]);
  assert.deepEqual(differenceOf(text, '{"a":"x9y"}'), { byte: 3 });
  assert.deepEqual(differenceOf(text, `${text}\n`), { byte: 13 });
});

test('a wrong digest shows, and an absent layer keeps nothing else from being read', async () => {
  const blobs = new Blobs();
  const manifest = blobs.addImage([writeTar([file('a')]), writeTar([file('b')])]);
  blobs.entries[0] = { ...blobs.entries[0]!, data: writeTar([file('changed')]) };
  blobs.entries.splice(1, 1);
  const opened = await open(blobs.archive([manifest]));
  const [first, second] = opened.archive.images[0]!.layers;
  assert.deepEqual([first!.state, first!.diffIdState], ['differs', 'differs']);
  assert.deepEqual([second!.state, second!.diffIdState], ['absent', 'absent']);
  assert.deepEqual(treeOf(opened), { changed: 'file' });
});

test('the settings and the history are read, whatever types they have', async () => {
  const history = [{ created_by: 'COPY a' }, { created_by: 'ENV A=1', empty_layer: true }, 7, null];
  const settings = {
    ...{ Entrypoint: ['/a', 1], Cmd: 'sh', User: 0, Env: { A: 1 }, WorkingDir: '/w', Labels: { a: 'b', c: 1 } },
    ...{ ExposedPorts: { '80/tcp': {} }, Volumes: null, Healthcheck: { Test: ['CMD', 'a'] }, StopSignal: 'SIGINT' },
  };
  const blobs = new Blobs();
  const opened = await open(blobs.archive([blobs.addImage([writeTar([file('a')])], { config: settings, history })]));
  const [image] = opened.archive.images;
  assert.deepEqual(image!.run, {
    ...{ entrypoint: ['/a'], command: [], user: '', environment: [], workingDirectory: '/w', labels: { a: 'b' } },
    ...{ ports: ['80/tcp'], volumes: [], healthcheck: ['CMD', 'a'], stopSignal: 'SIGINT' },
  });
  assert.deepEqual(image!.history, [
    { createdBy: 'COPY a', layer: 0 },
    { createdBy: 'ENV A=1' },
    { createdBy: '' },
    { createdBy: '' },
  ]);
});

const LONG = 'ü'.repeat(200);
test('names and sizes in all forms of tar', async () => {
  const entries: TarEntry[] = [
    { name: `./${LONG}/file`, data: 'pax' },
    { name: '././@LongLink', type: 'L', data: `gnu/${LONG}\0` },
    file('gnu/short', 'gnu'),
    { name: '././@LongLink', type: 'K', data: `to/${LONG}\0` },
    link('long-target', 'to'),
    { name: 'in-prefix', data: 'p', fields: { 345: 'a/prefix' } },
    // 3 as a big-endian number after a set bit
    { name: 'base-256', data: 'abc', fields: { 124: Buffer.from([128, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3]) } },
    {
      name: 'pax',
      type: 'x',
      data: paxRecord('size', '4') + paxRecord('mtime', '12.5') + paxRecord('SCHILY.xattr.a', '\n=b\0'),
    },
    { name: 'pax-size', data: 'four', size: 0 },
    { name: 'pax', type: 'x', data: paxRecord('GNU.sparse.realsize', '1000') + paxRecord('GNU.sparse.name', 'sparse') },
    file('GNUSparseFile.0/sparse', 'map and data'),
    { name: 'folder-with-size', type: '5', size: 5000 },
    { name: 'device', type: '3' },
    { name: 'pipe', type: '6' },
    file('last', 'end'),
  ];
  const opened = await open(writeImage([entries]));
  const { layers } = opened.archive.images[0]!;
  assert.equal(layers[0]!.problem, undefined);
  assert.deepEqual(treeOf(opened), {
    ...{ [LONG]: 'folder', [`${LONG}/file`]: 'file', gnu: 'folder', [`gnu/${LONG}`]: 'file', 'long-target': 'link' },
    ...{ a: 'folder', 'a/prefix': 'folder', 'a/prefix/in-prefix': 'file', 'base-256': 'file', 'pax-size': 'file' },
    ...{ sparse: 'file', 'folder-with-size': 'folder', device: 'character-device', pipe: 'pipe', last: 'file' },
  });
  const at = (path: string) => opened.list(0, '').items.find((entry) => entry.path === path)!;
  assert.equal(at('long-target').target, `to/${LONG}`);
  assert.deepEqual([at('pax-size').size, at('sparse').size], [4, 1000]);
  assert.equal(await read(opened, 0, 'pax-size'), 'four');
  assert.equal(await read(opened, 0, 'last'), 'end');
  await assert.rejects(opened.read(0, 0, 'sparse', 9), /sparse/);
});

test('no path leads out of its layer', async () => {
  const entries = [file('../../etc/passwd', 'evil'), file('/absolute'), link('out', '../../..'), file('out/in-root')];
  const opened = await open(writeImage([entries]));
  assert.deepEqual(treeOf(opened), {
    ...{ '..': 'folder', '../..': 'folder', '../../etc': 'folder', '../../etc/passwd': 'file' },
    ...{ absolute: 'file', out: 'link', 'in-root': 'file' },
  });
  assert.match(opened.archive.problems.join(), /leads out of its folder: \.\.\/\.\.\/etc\/passwd/);
});

const good = writeImage(SECRET);
const withManifests = (manifests: unknown) => writeTar([file('index.json', JSON.stringify({ manifests }))]);
/** An index that names itself: its digest can't be right. */
const cycle = () => {
  const digest = `sha256:${'0'.repeat(64)}`;
  const index = JSON.stringify({ manifests: [{ digest }, { digest }] });
  return writeTar([file('index.json', index), file(`blobs/sha256/${'0'.repeat(64)}`, index)]);
};

const REFUSED: [what: string, bytes: Uint8Array, reason: RegExp][] = [
  ['nothing', Buffer.alloc(0), /empty/],
  ['text', Buffer.from('FROM scratch\n'.repeat(100)), /isn’t a tar archive/],
  ['a zip archive', Buffer.from('PK\x03\x04'.padEnd(600)), /zip/],
  ['the file system of a container', writeTar([folder('etc/'), file('etc/passwd')]), /docker save/],
  ['another tar archive', writeTar([file('readme')]), /isn’t an image archive/],
  ['an archive without parts', writeTar([]), /isn’t a tar archive|empty/],
  ['a truncated archive', good.subarray(0, good.length - 2000), /incomplete/],
  ['a truncated header', good.subarray(0, 1200), /incomplete/],
  ['gzip data that ends too soon', gzipSync(good).subarray(0, 300), /gzip/],
  ['zstd data that ends too soon', zstdCompressSync(good).subarray(0, 300), /zstd/],
  ['gzip data of something else', gzipSync('text'.repeat(1000)), /isn’t a tar archive/],
  ['a wrong checksum', Buffer.concat([good.subarray(0, 1024), Buffer.alloc(512, 65), good.subarray(1536)]), /damaged/],
  ['a negative size', writeTar([file('a'), { name: 'b', fields: { 124: Buffer.alloc(12, 255) } }]), /damaged/],
  [
    'a size beyond all numbers',
    writeTar([file('a'), { name: 'b', fields: { 124: Buffer.from([128, ...Array<number>(11).fill(255)]) } }]),
    /damaged/,
  ],
  ['a size beyond the end', writeTar([{ name: 'a', data: 'a', size: 1e9 }]), /incomplete/],
  ['a path of 5,000 characters', writeTar([file('n'.repeat(5000))]), /longer than Linux allows/],
  ['pax records of many megabytes', writeTar([{ name: 'pax', type: 'x', size: 2e9 }]), /damaged/],
  ['an index that is no JSON', writeTar([file('index.json', '{')]), /index\.json isn’t valid JSON/],
  ['an index of 5 MB', writeTar([file('index.json', '{'.padEnd(5e6))]), /index\.json is larger than 4 MB/],
  ['an index that is a number', writeTar([file('index.json', '7')]), /isn’t JSON/],
  ['an index that names itself', cycle(), /too deep/],
  [
    'manifests that are none',
    withManifests([null, 7, [], { digest: '../../etc/passwd' }, { digest: 'sha256:' }]),
    /no image/,
  ],
  ['a million manifests', withManifests(Array<number>(1e6).fill(0)), /no image/],
  ['a list of images that is none', writeTar([file('manifest.json', '[null, {"Config": 7}]')]), /no image/],
];
for (const [what, bytes, reason] of REFUSED) {
  test(`refused with a sentence: ${what}`, async () => {
    await assert.rejects(open(bytes), (error: Error) => {
      assert.ok(error instanceof ArchiveProblem, error.stack);
      assert.match(error.message, reason);
      assert.match(error.message, /^[A-Z].*\.$/);
      return true;
    });
  });
}

/** An image whose only layer is something else. */
function withLayer(layer: Uint8Array, suffix = ''): Buffer {
  const blobs = new Blobs();
  return blobs.archive([blobs.addImage([layer], {}, undefined, suffix)]);
}
const deep = 'a/'.repeat(3000);
const window2GB = Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0xa8]), Buffer.alloc(100)]);
const BAD_LAYERS: [what: string, layer: Uint8Array, problem: RegExp, suffix?: string][] = [
  ['is no tar archive', Buffer.from('text'.repeat(200)), /isn’t a tar/],
  ['is encrypted', Buffer.from('x'.repeat(2000)), /encrypted/, '+encrypted'],
  ['ends too soon', writeTar([file('a', 'a'.repeat(5000))]).subarray(0, 2000), /incomplete/],
  [
    'has gzip data that is damaged',
    Buffer.concat([gzipSync(writeTar([file('a', randomBytes(5000))])).subarray(0, 3000), Buffer.alloc(500, 7)]),
    /incomplete/,
    '+gzip',
  ],
  ['has zstd data that is damaged', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 1, 2, 3, 4, 5]), /zstd/, '+zstd'],
  ['has zstd data with a window of 2 GB', window2GB, /128 MB/, '+zstd'],
  ['has links in a circle', writeTar([link('a', 'b'), link('b', 'a'), file('a/c')]), /loop/],
  ['has a path of 6,000 characters', writeTar([{ name: deep, data: '' }]), /longer than Linux allows/],
];
for (const [what, layer, problem, suffix] of BAD_LAYERS) {
  test(`a layer that ${what} says so, and the rest is shown`, async () => {
    const opened = await open(withLayer(layer, suffix));
    assert.match(opened.archive.images[0]!.layers[0]!.problem ?? '', problem);
    assert.equal(opened.archive.images[0]!.platform, 'linux/amd64');
  });
}

test('a hard link to itself, the same path twice, and folders that become files', async () => {
  const entries = [
    hardLink('self', 'self'),
    file('twice', '1'),
    file('twice', '22'),
    folder('f/'),
    file('f/in'),
    file('f'),
  ];
  const opened = await open(writeImage([entries]));
  assert.deepEqual(treeOf(opened), { self: 'hardlink', twice: 'file', f: 'file' });
  assert.equal(await read(opened, 0, 'twice'), '22');
  assert.equal(await read(opened, 0, 'self'), '');
  assert.deepEqual(
    opened.changes(0, 0).items.map(({ path }) => path),
    ['f', 'self', 'twice'],
  );
});

test('a large config that many images share fills no memory', async () => {
  const blobs = new Blobs();
  const { digest } = blobs.addImage([writeTar([file('a')])], { author: 'a'.repeat(4e6) });
  const manifest = JSON.parse(String(blobs.entries.at(-1)!.data)) as object;
  assert.match(blobs.entries.at(-1)!.name, new RegExp(digest.slice(7)));
  const manifests = Array.from({ length: 20 }, (_, number) =>
    blobs.add('application/vnd.oci.image.manifest.v1+json', { ...manifest, number }),
  );
  const { images, problems } = (await open(gzipSync(blobs.archive(manifests)))).archive;
  assert.ok(images.length > 1);
  assert.ok(images.reduce((sum, { config }) => sum + config.length, 0) < 20e6);
  assert.match(problems.join(' '), /too much JSON/);
});

test('deep folders behind a link are read in time', { timeout: 30_000 }, async () => {
  const deep = 'd/'.repeat(2000);
  const files = Array.from({ length: 5000 }, (_, number) => file(`${deep}${number}`));
  const opened = await open(writeImage([[link('link', 'd'), ...files]]));
  assert.equal(opened.archive.images[0]!.files, 5000);
});

test('an index of many images that are one another, and 1,000 layers', async () => {
  const blobs = new Blobs();
  const layer = writeTar([folder('d/'), file('d/a', 'a')]);
  const off = writeTar([file('.wh.d')]);
  const layers = Array.from({ length: 1000 }, (_, index) => (index % 2 ? off : layer));
  const opened = await open(blobs.archive(Array<Descriptor>(500).fill(blobs.addImage(layers))));
  assert.equal(opened.archive.images.length, 1);
  assert.deepEqual([opened.hidden(0).total, opened.list(0, '').total], [500, 0]);
});

test('reading can be ended, and tells how far it is', async () => {
  const shares: number[] = [];
  const blob = new Blob([new Uint8Array(writeImage([[file('a', Buffer.alloc(5e6))]]))]);
  await openArchive(blob, { onProgress: (share) => shares.push(share) });
  assert.ok(shares.length > 5);
  assert.deepEqual(
    shares,
    [...shares].sort((a, b) => a - b),
  );
  assert.equal(shares.at(-1), 1);
  const controller = new AbortController();
  let last = 0;
  const ended = openArchive(blob, {
    signal: controller.signal,
    onProgress: (share) => {
      last = share;
      if (share > 0.3) controller.abort(new Error('ended'));
    },
  });
  await assert.rejects(ended, /ended/);
  assert.ok(last < 0.5, `It went on up to ${last}.`);
});

const contentsOf = (content: Content): Content[] => [content, ...content.children.flatMap(contentsOf)];

test('whatever bytes of an archive are changed, it is read or refused with a sentence', async () => {
  const blobs = new Blobs();
  const layers = SECRET.map(writeTar);
  const archives = [
    ...everywhere(writeNested().bytes),
    blobs.archive([
      blobs.addImage(layers, {}, gzipSync),
      blobs.addImage(layers, {}, zstdCompressSync),
      blobs.addImage(layers),
    ]),
  ];
  const change = fc.tuple(fc.nat(), fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0, 48, 55, 128, 255)));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...archives),
      fc.array(change, { minLength: 1, maxLength: 20 }),
      fc.option(fc.nat()),
      async (archive, changes, end) => {
        const bytes = Buffer.from(archive.subarray(0, end === null ? undefined : end % archive.length));
        for (const [at, byte] of changes) if (bytes.length) bytes[at % bytes.length] = byte;
        try {
          const opened = await open(bytes);
          contentsOf(opened.archive.root);
          for (const [image, { layers }] of opened.archive.images.entries()) {
            treeOf(opened, image);
            await opened.chain(image, Buffer.from('{}'));
            for (const layer of layers.keys()) opened.changes(image, layer);
            for (const { layer, path } of opened.hidden(image).items) await opened.read(image, layer, path, 100);
          }
        } catch (error) {
          if (!(error instanceof ArchiveProblem)) throw error;
        }
      },
    ),
    { numRuns: 500 },
  );
});
