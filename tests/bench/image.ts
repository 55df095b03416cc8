/** `npm run bench -- image`: the time and the memory that it takes to read the archive of an image with a gigabyte. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdtempSync, openAsBlob, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { openArchive } from '../../src/image-archive/open.ts';
import { mulberry32 } from '../random.ts';
import { Blobs } from '../../src/image-archive/write-image.ts';
import { writeTar } from '../../src/image-archive/write-tar.ts';
import { printTable } from './table.ts';

const MEGABYTE = 1 << 20;
const SIZE = 1000 * MEGABYTE;

/** The bytes of a layer with one large file that gzip can't make smaller. */
function* layerBytes() {
  const random = mulberry32(1);
  const chunk = Uint8Array.from({ length: MEGABYTE }, () => random() * 256);
  yield writeTar([{ name: 'large', size: SIZE }]).subarray(0, 512);
  for (let at = 0; at < SIZE; at += MEGABYTE) yield chunk;
  yield new Uint8Array(1024);
}

async function digestOf(bytes: Readable): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of bytes) hash.update(chunk as Uint8Array);
  return `sha256:${hash.digest('hex')}`;
}

/** An archive whose only layer is in a file. */
async function archiveOf(layer: string): Promise<Blob> {
  const bytes = await openAsBlob(layer);
  const blobs = new Blobs();
  const digest = await digestOf(createReadStream(layer));
  const config = { rootfs: { diff_ids: [await digestOf(Readable.from(layerBytes()))] } };
  const manifest = blobs.add('application/vnd.oci.image.manifest.v1+json', {
    config: blobs.add('application/vnd.oci.image.config.v1+json', config),
    layers: [{ mediaType: 'application/vnd.oci.image.layer.v1.tar', digest, size: bytes.size }],
  });
  const name = `blobs/${digest.replace(':', '/')}`;
  const archive = blobs.archive([manifest], [{ name, size: bytes.size }]);
  // The bytes of the layer belong after its header.
  const place = archive.indexOf(name) + 512;
  const padding = new Uint8Array((512 - (bytes.size % 512)) % 512);
  return new Blob([
    new Uint8Array(archive.subarray(0, place)),
    bytes,
    padding,
    new Uint8Array(archive.subarray(place)),
  ]);
}

export async function benchImage(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-image-'));
  const rows: (string | number)[][] = [['layer', 'seconds', 'of the processor', 'peak memory, MB', 'digests']];
  for (const form of ['plain', 'gzip']) {
    const layer = join(folder, form);
    const steps = form === 'gzip' ? [createGzip({ level: 1 })] : [];
    await pipeline([Readable.from(layerBytes()), ...steps, createWriteStream(layer)]);
    const archive = await archiveOf(layer);
    const [start, used] = [performance.now(), process.cpuUsage()];
    const { images } = (await openArchive(archive)).archive;
    const seconds = (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(used);
    const { state, diffIdState } = images[0]!.layers[0]!;
    rows.push([
      ...[form, seconds.toFixed(1), ((user + system) / 1e6).toFixed(1)],
      ...[Math.round(process.resourceUsage().maxRSS / 1024), `${state}, ${diffIdState}`],
    ]);
  }
  rmSync(folder, { recursive: true });
  printTable(rows);
}
