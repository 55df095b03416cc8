/**
 * Finds the images of an archive, and what names what: the layout of OCI,
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md, and that of docker save, which has a list of images
 * in manifest.json: https://github.com/moby/docker-image-spec/blob/main/spec.md#combined-image-json--filesystem-changeset-format.
 */
import { defined, list, platformOf, readDiffIds, record, string, strings } from './config.ts';
import { MAX_JSON, type Part, type Parts } from './parts.ts';
import { ArchiveProblem, type Content, type DigestState } from './types.ts';

/** An image, before its layers are read. */
export interface FoundImage {
  names: string[];
  platform: string;
  config: Part | undefined;
  /** The parsed config. */
  settings: unknown;
  layers: { content: Content; part: Part | undefined; diffId: string | undefined }[];
  /** What names the config, and so on up to the first index: each with its content and its bytes. */
  trail: Content[];
}

export interface Layout {
  layouts: ('oci' | 'docker')[];
  root: Content;
  images: FoundImage[];
  problems: string[];
}

/** How deep indexes may be nested, and the most contents that are shown. */
const MAX_DEPTH = 16;
const MAX_CONTENTS = 10_000;
/** The most JSON that is parsed, and configs that are shown, in bytes. Parsed, they can need 30 times the memory. */
const MAX_PARSED = 16 << 20;

const INDEX = 'index.json';
/** The list of images of docker save. */
const MANIFEST = 'manifest.json';
const DIGEST = /^([a-z0-9]+(?:[+._-][a-z0-9]+)*):([a-zA-Z0-9=_-]+)$/;

const utf8 = new TextDecoder();

/** The types of a config that belong to an image; any other config is for a Helm chart, a signature and so on. */
const IMAGE_CONFIG = /^(?:application\/vnd\.(?:oci\.image\.config\.v1|docker\.container\.image\.v1)\+json)?$/;

class LayoutReader {
  readonly problems: string[] = [];
  readonly images: FoundImage[] = [];
  readonly used = new Set<Part>();
  readonly #parts: Parts;
  /** The numbers of images by their manifests, because a manifest can have several names. */
  readonly #numbers = new Map<Part, number>();
  readonly #values = new Map<Part, unknown>();
  #contents = 0;
  #parsed = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The parsed JSON of a part; `undefined`, with a problem noted, if it isn't JSON. */
  parse(part: Part): unknown {
    if (!this.#values.has(part)) this.#values.set(part, this.#parse(part));
    return this.#values.get(part);
  }

  #parse(part: Part): unknown {
    const problem = (text: string) => void this.problems.push(`${part.path} ${text}`);
    if (!part.json) return problem(part.size > MAX_JSON ? 'is larger than 4 MB, so it wasn’t read.' : 'isn’t JSON.');
    if (!this.#admit(part)) return problem('wasn’t read: there is too much JSON before it.');
    try {
      return JSON.parse(utf8.decode(part.json)) as unknown;
    } catch {
      return problem('isn’t valid JSON.');
    }
  }

  /** Whether the bytes of one more part may be kept. */
  #admit({ size }: Part): boolean {
    return (this.#parsed += size) <= MAX_PARSED;
  }

  readIndex(part: Part): Content {
    const root = this.#contentOf('index', part, { mediaType: 'application/vnd.oci.image.index.v1+json' });
    root.children = this.#readManifests(this.parse(part), [root]);
    return root;
  }

  #contentOf(kind: Content['kind'], part: Part | undefined, descriptor: unknown): Content {
    const { mediaType, digest, size, annotations, platform } = record(descriptor);
    const named = string(digest);
    if (part) this.used.add(part);
    const labels = record(annotations);
    // The second is often only the tag of the first.
    const name = string(labels['io.containerd.image.name']) ?? string(labels['org.opencontainers.image.ref.name']);
    return {
      kind,
      path: part?.path ?? (named ? blobPath(named) : ''),
      mediaType: string(mediaType) ?? '',
      state: stateOf(part, named),
      names: name === undefined ? [] : [name],
      children: [],
      ...defined({
        digest: named,
        size: typeof size === 'number' ? size : undefined,
        actualDigest: part?.digest,
        actualSize: part?.size,
        platform: platformOf(platform),
      }),
    };
  }

  /** The contents that an index names. @param trail the indexes around them, the outermost first */
  #readManifests(index: unknown, trail: Content[]): Content[] {
    return this.#counted(list(record(index)['manifests'])).map((descriptor) => {
      const { digest, annotations } = record(descriptor);
      const part = this.#partOf(digest);
      const content = this.#contentOf('manifest', part, descriptor);
      const isAttestation = string(record(annotations)['vnd.docker.reference.type']) !== undefined;
      if (isAttestation) content.kind = 'other';
      const value = record(part && this.parse(part));
      if (Array.isArray(value['manifests'])) {
        content.kind = 'index';
        if (trail.length < MAX_DEPTH) content.children = this.#readManifests(value, [...trail, content]);
        else this.problems.push(`${content.path} is nested too deeply in other indexes, so it wasn’t read.`);
      } else if (part) this.#readManifest(value, part, content, [...trail, content]);
      return content;
    });
  }

  /** The first of some contents, as many as may be shown. */
  #counted(contents: unknown[]): unknown[] {
    const left = MAX_CONTENTS - this.#contents;
    if (contents.length > left && left > 0)
      this.problems.push('It has more than 10,000 parts, and the rest isn’t shown.');
    this.#contents = Math.min(MAX_CONTENTS, this.#contents + contents.length);
    return contents.slice(0, left);
  }

  #partOf(digest: unknown): Part | undefined {
    return typeof digest === 'string' && DIGEST.test(digest) ? this.#parts.get(blobPath(digest)) : undefined;
  }

  #readManifest(manifest: Record<string, unknown>, part: Part, content: Content, trail: Content[]): void {
    const { config: configDescriptor } = manifest;
    const config = this.#partOf(record(configDescriptor)['digest']);
    const layers = this.#counted(list(manifest['layers']));
    const parts = layers.map((layer) => this.#partOf(record(layer)['digest']));
    const isImage =
      content.kind === 'manifest' && IMAGE_CONFIG.test(string(record(configDescriptor)['mediaType']) ?? '');
    content.children = [
      ...(configDescriptor ? [this.#contentOf('config', config, configDescriptor)] : []),
      ...layers.map((layer, index) => this.#contentOf(isImage ? 'layer' : 'other', parts[index], layer)),
    ];
    if (!isImage || !configDescriptor) {
      content.kind = 'other';
      return;
    }
    const known = this.#numbers.get(part);
    if (known === undefined) {
      this.#numbers.set(part, this.images.length);
      this.#addImage(content, config, parts, [...trail, content.children[0]!]);
    } else {
      content.image = known;
      this.images[known]!.names = namesOf([this.images[known]!, ...trail]);
    }
  }

  /** @param content that has the layers among its children @param trail what names the config, and the config */
  #addImage(content: Content, found: Part | undefined, parts: (Part | undefined)[], trail: Content[]): void {
    const settings = found && this.parse(found);
    const config = found && this.#admit(found) ? found : undefined; // also if images share it
    const diffIds = readDiffIds(settings);
    const layers = content.children
      .filter(({ kind }) => kind === 'layer')
      .map((content, index) => ({ content, part: parts[index], diffId: diffIds[index] }));
    if (config && diffIds.length !== layers.length) {
      this.problems.push(`${config.path} lists ${diffIds.length} layers, but its manifest lists ${layers.length}.`);
    }
    content.platform ??= platformOf(settings) ?? 'unknown';
    content.image = this.images.length;
    this.images.push({ names: namesOf(trail), platform: content.platform, config, settings, layers, trail });
  }

  /** The list of images in manifest.json of docker save. */
  readDockerManifest(part: Part): Content {
    const root = this.#contentOf('other', part, { mediaType: 'application/json' });
    root.children = this.#counted(list(this.parse(part))).flatMap((item) => {
      const { Config: path, RepoTags: tags, Layers: layers } = record(item);
      const config = this.#parts.get(string(path) ?? '');
      if (typeof path !== 'string') return [];
      const content = this.#named('config', config, path, 'application/vnd.docker.container.image.v1+json');
      content.names = strings(tags);
      const paths = strings(this.#counted(list(layers)));
      const parts = paths.map((path) => this.#parts.get(path));
      content.children = paths.map((path, index) => {
        const suffix = parts[index]?.compression === 'gzip' ? '.gzip' : '';
        return this.#named('layer', parts[index], path, `application/vnd.docker.image.rootfs.diff.tar${suffix}`);
      });
      this.#addImage(content, config, parts, [root, content]);
      return [content];
    });
    return root;
  }

  /** A content that is named by a path, and not by a digest. The path may contain one. */
  #named(kind: Content['kind'], part: Part | undefined, path: string, mediaType: string): Content {
    const [, hex] = /(?:^|\/)([0-9a-f]{64})(?:\.json|\.tar)?$/.exec(path) ?? [];
    const content = this.#contentOf(kind, part, { mediaType, digest: hex && `sha256:${hex}` });
    return { ...content, path };
  }

  /** Adds the names of manifest.json to the images that have none. */
  addDockerNames(part: Part): void {
    this.used.add(part);
    for (const item of list(this.parse(part))) {
      const { Config: path, RepoTags: tags } = record(item);
      const config = this.#parts.get(string(path) ?? '');
      const image = config && this.images.find((image) => image.config === config);
      if (image && !image.names.length) image.names = strings(tags);
    }
  }
}

function stateOf(part: Part | undefined, digest: string | undefined): DigestState {
  if (!part) return 'absent';
  if (!digest || DIGEST.exec(digest)?.[1] !== 'sha256') return 'unchecked';
  return part.digest === digest ? 'matches' : 'differs';
}

/** https://github.com/containers/ocicrypt/blob/v1.2.1/docs/encryption.md */
export const isEncrypted = ({ mediaType }: Content): boolean => mediaType.endsWith('+encrypted');

/** All names, each once. */
const namesOf = (named: { names: string[] }[]): string[] => [...new Set(named.flatMap(({ names }) => names))];

const blobPath = (digest: string) => `blobs/${digest.replace(':', '/')}`;

/** Whether a part is a file that every archive has, or is there for Docker before 1.10, as docker save still writes it. */
function isLegacy({ path, json }: Part): boolean {
  if (/^(?:oci-layout|repositories|[0-9a-f]{64}\/(?:json|VERSION|layer\.tar))$/.test(path)) return true;
  return json !== undefined && /^\{"id":"[0-9a-f]{64}"/.test(utf8.decode(json.subarray(0, 80)));
}

/**
 * Finds the images.
 * @throws ArchiveProblem if there are none
 */
export function readLayout(parts: Parts): Layout {
  const reader = new LayoutReader(parts);
  const index = parts.get(INDEX);
  const manifest = parts.get(MANIFEST);
  const first = index ?? manifest;
  if (!first) throw new ArchiveProblem(whyNoImage(parts));
  const root = index ? reader.readIndex(index) : reader.readDockerManifest(first);
  if (index && manifest) reader.addDockerNames(manifest);
  const { images, problems, used } = reader;
  if (!images.length) throw new ArchiveProblem(['There is no image in it.', ...problems].join(' '));
  const unnamed = parts.all.filter((part) => !used.has(part) && !isLegacy(part));
  if (unnamed.length)
    problems.push(`Parts that belong to no image: ${unnamed.length}. The first is ${unnamed[0]!.path}.`);
  const layouts = [...(index ? ['oci' as const] : []), ...(manifest ? ['docker' as const] : [])];
  return { layouts, root, images, problems };
}

function whyNoImage(parts: Parts): string {
  if (!parts.all.length) return 'It is an empty archive.';
  const isFileSystem = ['etc', 'bin', 'usr', 'dev'].some((name) =>
    parts.all.some(({ path }) => path.startsWith(`${name}/`)),
  );
  return isFileSystem
    ? 'It is the file system of a container, as docker export writes it. To make an archive of an image, use docker save.'
    : 'It isn’t an image archive: it has neither index.json nor manifest.json.';
}
