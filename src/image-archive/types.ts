/**
 * What a reader of image archives finds out. All of it is plain data, which a worker can post to its page: a million files
 * stay in the worker, and the page asks for one folder at a time. Sizes are in bytes.
 */

/** Why an archive, or a part of it, can't be read: a sentence for the person who chose it. */
export class ArchiveProblem extends Error {}

/** Whether bytes have the digest that names them. */
export type DigestState = 'matches' | 'differs' | 'absent' | 'unchecked'; // unchecked: an algorithm other than SHA-256, or named by none

/** An index, manifest, config, layer or other content, and what it names in turn. */
export interface Content {
  kind: 'index' | 'manifest' | 'config' | 'layer' | 'other'; // other: attestations, signatures, a manifest.json of docker save …
  /** Where in the archive it is. */
  path: string;
  mediaType: string;
  /** As its descriptor says, if it has one. */
  digest?: string;
  size?: number;
  /** Of its bytes. */
  actualDigest?: string;
  actualSize?: number;
  state: DigestState;
  /** Names given to it: tags, `org.opencontainers.image.ref.name`, `io.containerd.image.name`. */
  names: string[];
  platform?: string; // linux/arm64/v8
  /** The image that a manifest describes, as its number in `Archive.images`. */
  image?: number;
  children: Content[];
}

export interface Archive {
  /** The forms that the archive has: `oci` for index.json, `docker` for manifest.json of docker save. It may have both. */
  layouts: ('oci' | 'docker')[];
  /** `gzip` or `zstd` if the whole archive is compressed. */
  compression?: 'gzip' | 'zstd';
  size: number;
  /** index.json, or manifest.json where there is no index. */
  root: Content;
  images: Image[];
  /** Oddities in a sentence each: parts that nothing names, broken parts of other images … */
  problems: string[];
}

/** An image for one platform. */
export interface Image {
  names: string[];
  platform: string;
  /** The text of its config, as it is in the archive; empty if it is absent, or isn't JSON. */
  config: string;
  run: RunSettings;
  history: Step[];
  layers: Layer[];
  /** Totals of the merged file system. */
  files: number;
  bytes: number;
  /** Bytes of files that later layers delete or replace. */
  hiddenFiles: number;
  hiddenBytes: number;
}

/** What the container would run. */
export interface RunSettings {
  entrypoint: string[];
  command: string[];
  user: string;
  workingDirectory: string;
  environment: string[];
  ports: string[];
  volumes: string[];
  stopSignal?: string;
  healthcheck?: string[];
  shell?: string[];
  labels: Record<string, string>;
  created?: string;
  author?: string;
}

/** A step of the history, with the layer that it made. */
export interface Step {
  created?: string;
  createdBy: string;
  comment?: string;
  /** The number of its layer in `Image.layers`; none if the step made no layer. */
  layer?: number;
}

export interface Layer {
  mediaType: string;
  compression: 'none' | 'gzip' | 'zstd';
  digest?: string;
  state: DigestState;
  /** The digest of the unpacked layer: as the config says, and as it is. */
  diffId?: string;
  diffIdState: DigestState;
  size: number;
  unpackedSize: number;
  added: number;
  changed: number;
  deleted: number;
  /** Why it couldn't be read to its end. */
  problem?: string;
}

export type EntryType = 'file' | 'folder' | 'link' | 'hardlink' | 'character-device' | 'block-device' | 'pipe';

/** A file or folder of the merged file system, or of one layer. */
export interface Entry {
  /** Without a slash at its beginning or end. */
  path: string;
  type: EntryType;
  size: number;
  /** Permissions, with the bits for setuid, setgid and sticky. */
  mode: number;
  /** The target of a link. */
  target?: string;
  /** The layer that it is in. */
  layer: number;
}

/** An entry of one layer, compared with the layers below. */
export interface Change extends Entry {
  change: 'added' | 'changed' | 'deleted';
}

/** A file that a later layer deletes or replaces, and that is still in the archive. */
export interface Hidden extends Entry {
  hiddenBy: number;
  how: 'deleted' | 'replaced';
}

/** A part of a list, as long lists are shown in parts. */
export interface Part<T> {
  total: number;
  items: T[];
}

/** What one changed byte of a config does to the digests above it. */
export interface ChainLink {
  kind: Content['kind'];
  path: string;
  before: string;
  after: string;
}

/** An archive that was read once, and that answers questions. Each answer reads only what it needs. */
export interface OpenArchive {
  archive: Archive;
  /** The entries of a folder of the merged file system, folders first, by name. @param folder '' for the root */
  list: (image: number, folder: string, from?: number, count?: number) => Part<Entry & { children: number }>;
  /** What a layer adds, changes and deletes, by path. */
  changes: (image: number, layer: number, from?: number, count?: number) => Part<Change>;
  /** What is hidden but still in there, largest first, files only. */
  hidden: (image: number, from?: number, count?: number) => Part<Hidden>;
  /** The bytes of a file. @param limit at most so many @throws ArchiveProblem */
  read: (image: number, layer: number, path: string, limit: number) => Promise<Uint8Array>;
  /** The digests that would change, from the config to the index, if the config had these bytes. The archive isn't changed. */
  chain: (image: number, config: Uint8Array) => Promise<ChainLink[]>;
}

export interface ReadOptions {
  /** Is told the share read so far, 0 to 1. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}
