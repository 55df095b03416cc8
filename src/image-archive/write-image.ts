/** Writes archives of images, for the example and for tests, in the layout of OCI: https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md */
import { createHash } from 'node:crypto';
import { writeTar, type TarEntry } from './write-tar.ts';

export const sha256 = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

export interface Descriptor {
  mediaType: string;
  digest: string;
  size: number;
  annotations?: Record<string, string>;
  platform?: object;
}

/** Collects the parts of an archive. */
export class Blobs {
  readonly entries: TarEntry[] = [];

  /** Adds bytes, or a value as JSON, unless they are there. */
  add(mediaType: string, content: unknown): Descriptor {
    const bytes = content instanceof Uint8Array ? content : Buffer.from(JSON.stringify(content));
    const digest = sha256(bytes);
    const name = `blobs/${digest.replace(':', '/')}`;
    if (!this.entries.some((entry) => entry.name === name)) this.entries.push({ name, data: bytes });
    return { mediaType, digest, size: bytes.length };
  }

  /**
   * Adds an image.
   * @param layers their bytes, unpacked
   * @param pack compresses them
   * @param suffix of their media type
   */
  addImage(
    layers: Uint8Array[],
    config: object = {},
    pack: (layer: Uint8Array) => Uint8Array = (layer) => layer,
    suffix = '',
  ): Descriptor {
    const descriptors = layers.map((layer) => this.add(`application/vnd.oci.image.layer.v1.tar${suffix}`, pack(layer)));
    const rootfs = { type: 'layers', diff_ids: layers.map(sha256) };
    return this.add('application/vnd.oci.image.manifest.v1+json', {
      schemaVersion: 2,
      config: this.add('application/vnd.oci.image.config.v1+json', {
        ...{ os: 'linux', architecture: 'amd64', rootfs },
        ...config,
      }),
      layers: descriptors,
    });
  }

  /** The archive. @param manifests that index.json names */
  archive(manifests: Descriptor[], others: TarEntry[] = []): Buffer {
    return writeTar([
      { name: 'oci-layout', data: '{"imageLayoutVersion":"1.0.0"}' },
      { name: 'index.json', data: JSON.stringify({ schemaVersion: 2, manifests }) },
      ...others,
      ...this.entries,
    ]);
  }
}

/** An archive of one image with these layers. @param name under which an engine loads it */
export function writeImage(layers: TarEntry[][], name = 'example'): Buffer {
  const blobs = new Blobs();
  const manifest = blobs.addImage(layers.map(writeTar), { config: { Cmd: ['sh'] } });
  manifest.annotations = {
    'io.containerd.image.name': `docker.io/library/${name}:latest`,
    'org.opencontainers.image.ref.name': 'latest',
  };
  return blobs.archive([manifest]);
}
