/** Archives of images: their digests, their files, and what is wrong with broken ones. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { openArchive } from '../../src/image-archive/open.ts';
import { Sha256 } from '../../src/image-archive/sha256.ts';
import { writeTar, type TarEntry } from '../write-tar.ts';

const sha256 = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** An archive of an image with these layers, in the layout of OCI. */
function imageOf(layers: TarEntry[][]): Blob {
  const blobs: TarEntry[] = [];
  const add = (mediaType: string, bytes: Uint8Array) => {
    const digest = sha256(bytes);
    blobs.push({ name: `blobs/${digest.replace(':', '/')}`, data: bytes });
    return { mediaType, digest, size: bytes.length };
  };
  const json = (value: unknown) => Buffer.from(JSON.stringify(value));
  const tars = layers.map(writeTar);
  const descriptors = tars.map((tar) => add('application/vnd.oci.image.layer.v1.tar', tar));
  const config = { os: 'linux', architecture: 'amd64', rootfs: { type: 'layers', diff_ids: tars.map(sha256) } };
  const manifest = {
    config: add('application/vnd.oci.image.config.v1+json', json(config)),
    layers: descriptors,
  };
  const index = { manifests: [add('application/vnd.oci.image.manifest.v1+json', json(manifest))] };
  return new Blob([new Uint8Array(writeTar([{ name: 'index.json', data: json(index) }, ...blobs]))]);
}

test('SHA-256 equals that of Node.js, however the bytes are cut', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 })), (chunks) => {
      const hash = new Sha256();
      for (const chunk of chunks) hash.update(chunk);
      assert.equal(hash.digest(), sha256(Buffer.concat(chunks)));
    }),
  );
});

test('a file that a later layer deletes is hidden, and can be read', async () => {
  const open = await openArchive(
    imageOf([[{ name: 'app/secret', data: 'TOKEN' }, { name: 'app/main' }], [{ name: 'app/.wh.secret' }]]),
  );
  assert.deepEqual(
    open.list(0, 'app').items.map(({ path }) => path),
    ['app/main'],
  );
  const [hidden] = open.hidden(0).items;
  assert.equal(hidden?.path, 'app/secret');
  assert.deepEqual(Buffer.from(await open.read(0, 0, 'app/secret', 100)).toString(), 'TOKEN');
});
