/** Archives that engines make are read as the engines themselves read them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, openAsBlob, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { reasonAgainstOwnEngine, runIsolated, STORES } from '../../scripts/trials/own-engine.ts';
import { openArchive } from '../../src/image-archive/open.ts';
import type { Content, OpenArchive } from '../../src/image-archive/types.ts';
import { missingTools } from '../browsers/installed.ts';
import { sha256, writeImage } from '../../src/image-archive/write-image.ts';
import { filesOf, unpackWithTar, walk, type Files } from './file-systems.ts';
import { ODD_LAYERS } from './odd-layers.ts';

/** What Docker Engine adds to the file system of a container. */
const ADDED =
  /^(?:\.dockerenv|dev(?:\/console|\/pts|\/shm)?|etc(?:\/hostname|\/hosts|\/mtab|\/resolv\.conf)?|proc|sys)$/;

/** What the Dockerfile of make-archives.ts deletes or replaces. */
const HIDDEN = [
  ...['app/data', 'app/file', 'app/folder/d', 'app/gone/deep/c', 'app/linked-file', 'app/opaque/a'],
  ...['app/opaque/deep/b', 'app/secret'],
];

const withoutDocker = reasonAgainstOwnEngine();
const withoutOthers =
  withoutDocker ?? missingTools({ skopeo: ['skopeo', '--version'], buildah: ['buildah', '--version'] });
const root = mkdtempSync(join(tmpdir(), 'images-'));
after(() => rmSync(root, { recursive: true, force: true }));
const path = (name: string) => join(root, name);

/** Runs a program. @returns what it printed */
function run(program: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  assert.equal(status, 0, `${program} ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}

if (!withoutDocker) {
  for (const store of STORES) {
    mkdirSync(path(store));
    writeFileSync(path(`${store}/odd.tar`), writeImage(ODD_LAYERS, 'odd'));
    const command = [process.execPath, 'tests/images/make-archives.ts', store, path(store)];
    assert.equal(await runIsolated(command, {}), 0, `No archives could be made with the ${store} store.`);
  }
  writeFileSync(path('all.tar.gz'), gzipSync(readFileSync(path('older/all.tar'))));
  writeFileSync(path('all.tar.zst'), zstdCompressSync(readFileSync(path('containerd/all.tar'))));
}

/** What the engine takes for the files of an image. */
const exported = (name: string): Files => walk(unpackWithTar(path(`${name}.files.tar`), root));

/** Compares all files but those that the engine adds or has changed. */
function assertSameFiles(actual: Files, expected: Files): void {
  const own = (files: Files) => Object.fromEntries(Object.entries(files).filter(([path]) => !ADDED.test(path)));
  assert.deepEqual(own(actual), own(expected));
}

const contentsOf = (content: Content): Content[] => [content, ...content.children.flatMap(contentsOf)];

/** Every digest is that of the bytes which the tar of the system unpacks, and those of unpacked layers are the engine's. */
function checkDigests({ archive }: OpenArchive, file: string): void {
  const folder = unpackWithTar(file, root);
  const bytesOf = ({ path }: Content) => readFileSync(join(folder, path));
  const diffIds: string[] = [];
  for (const content of contentsOf(archive.root)) {
    const bytes = bytesOf(content);
    assert.equal(content.actualDigest, sha256(bytes), content.path);
    assert.equal(content.actualSize, bytes.length);
    assert.equal(content.state, content === archive.root ? 'unchecked' : 'matches', content.path);
    if (content.kind === 'config') diffIds.push(...(JSON.parse(bytes.toString()).rootfs?.diff_ids ?? []));
  }
  const layers = archive.images.flatMap(({ layers }) => layers);
  assert.ok(layers.length > 0);
  for (const { diffId, diffIdState, problem } of layers) {
    assert.equal(problem, undefined);
    assert.equal(diffIdState, 'matches');
    assert.ok(diffIds.includes(diffId!), diffId);
  }
  assert.deepEqual(archive.problems, []);
}

const open = async (file: string) => openArchive(await openAsBlob(file));

/** An archive of the image with everything: its digests, its files, and what is hidden in it. */
async function checkAll(file: string, files: Files, image = 0): Promise<void> {
  const opened = await open(file);
  checkDigests(opened, file);
  assertSameFiles(filesOf(opened, image), files);
  const hidden = opened.hidden(image).items;
  assert.deepEqual(hidden.map(({ path }) => path).sort(), HIDDEN);
  const secret = hidden.find(({ path }) => path === 'app/secret')!;
  assert.equal(Buffer.from(await opened.read(image, secret.layer, secret.path, 100)).toString(), 'secret\n');
}

const ARCHIVES: [does: string, file: string, files: string][] = [
  ['docker save, with the older store', 'older/all.tar', 'older/all'],
  ['docker save, with the containerd store', 'containerd/all.tar', 'containerd/all'],
  ['docker save | gzip', 'all.tar.gz', 'older/all'],
  ['docker save | zstd', 'all.tar.zst', 'containerd/all'],
  ['docker buildx build, type=docker', 'containerd/docker.tar', 'containerd/all'],
  ...['uncompressed', 'gzip', 'zstd', 'estargz'].map((compression): [string, string, string] => [
    `docker buildx build, type=oci, ${compression}`,
    `containerd/oci-${compression}.tar`,
    'containerd/all',
  ]),
];
for (const [does, file, files] of ARCHIVES) {
  test(does, { skip: withoutDocker ?? false }, () => checkAll(path(file), exported(files)));
}

for (const store of STORES) {
  test(`docker save of two images, with the ${store} store`, { skip: withoutDocker ?? false }, async () => {
    const opened = await open(path(`${store}/two.tar`));
    checkDigests(opened, path(`${store}/two.tar`));
    const { images } = opened.archive;
    assert.deepEqual(
      images.map(({ names }) => names.map((name) => name.replace('docker.io/library/', '')).sort()).sort(),
      [['all:latest'], ['small:1', 'small:2']],
    );
    for (const [image, { names }] of images.entries()) {
      const files = names.length === 1 ? 'all' : 'two';
      assertSameFiles(filesOf(opened, image), exported(`${store}/${files}`));
    }
  });
}

test('docker buildx build for several platforms, with attestations', { skip: withoutDocker ?? false }, async () => {
  const opened = await open(path('containerd/platforms.tar'));
  checkDigests(opened, path('containerd/platforms.tar'));
  assert.deepEqual(
    opened.archive.images.map(({ platform }) => platform),
    ['linux/amd64', 'linux/arm64'],
  );
  for (const [image, architecture] of ['amd64', 'arm64'].entries()) {
    const { layer } = opened.list(image, '').items.find(({ path }) => path === 'file')!;
    assert.equal(Buffer.from(await opened.read(image, layer, 'file', 100)).toString(), architecture);
  }
});

test(
  'layers as no engine writes them are merged as the containerd store does',
  { skip: withoutDocker ?? false },
  async () => {
    const files = exported('containerd/odd-saved');
    for (const name of ['odd', 'odd-saved']) {
      assertSameFiles(filesOf(await open(path(`containerd/${name}.tar`)), 0), files);
    }
  },
);

const COPIES: [does: string, args: string[], target: string][] = [
  ['skopeo copy to oci-archive', [], 'oci-archive:'],
  ['skopeo copy to oci-archive with zstd', ['--dest-compress-format=zstd'], 'oci-archive:'],
  ['skopeo copy to oci-archive with zstd:chunked', ['--dest-compress-format=zstd:chunked'], 'oci-archive:'],
  ['skopeo copy to docker-archive', [], 'docker-archive:'],
];
for (const [index, [does, args, target]] of COPIES.entries()) {
  test(does, { skip: withoutOthers ?? false }, async () => {
    const file = path(`copy-${index}.tar`);
    const source = `docker-archive:${path('older/all.tar')}`;
    run('skopeo', '--insecure-policy', 'copy', '--quiet', ...args, source, `${target}${file}:copy:1`);
    await checkAll(file, exported('older/all'));
  });
}

test('buildah push, whose files are those that buildah mounts', { skip: withoutOthers ?? false }, async () => {
  writeFileSync(path('policy.json'), '{ "default": [{ "type": "insecureAcceptAnything" }] }');
  const storage = ['--root', path('buildah'), '--runroot', path('buildah-run'), '--storage-driver', 'vfs'];
  const policy = ['--signature-policy', path('policy.json')];
  const buildah = (command: string, ...args: string[]) => run('buildah', ...storage, command, ...args);
  const container = buildah('from', '--quiet', ...policy, `docker-archive:${path('older/all.tar')}`);
  const files = walk(buildah('mount', container));
  const id = buildah('images', '--quiet', '--no-trunc').split('\n')[0]!;
  for (const target of ['oci-archive', 'docker-archive']) {
    const file = path(`buildah-${target}.tar`);
    buildah('push', '--quiet', ...policy, id, `${target}:${file}:pushed:1`);
    await checkAll(file, files);
  }
  buildah('umount', container);
});
