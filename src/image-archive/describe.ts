/** Puts together what the page shows of an image. */
import { defined, readHistory, readRunSettings } from './config.ts';
import { isEncrypted, type FoundImage } from './layout.ts';
import type { FileSystem, LayerChanges } from './merge.ts';
import type { ReadLayer } from './read-layers.ts';
import type { Change, Image, Layer } from './types.ts';

const utf8 = new TextDecoder();

/** An image as the page sees it. */
export function describeImage(found: FoundImage, layers: (ReadLayer | undefined)[], files: FileSystem): Image {
  const { names, platform, config, settings } = found;
  return {
    names,
    platform,
    config: config?.json && settings !== undefined ? utf8.decode(config.json) : '',
    run: readRunSettings(settings),
    history: readHistory(settings, layers.length),
    layers: layers.map((layer, index) => describeLayer(found.layers[index]!, layer, files.changes[index]!)),
    files: files.files,
    bytes: files.bytes,
    hiddenFiles: files.hidden.length,
    hiddenBytes: files.hiddenBytes,
  };
}

function describeLayer(
  { content, part, diffId }: FoundImage['layers'][number],
  layer: ReadLayer | undefined,
  changes: LayerChanges,
): Layer {
  const count = (kind: Change['change']) => changes.kinds.filter((other) => other === kind).length;
  const problem = isEncrypted(content) ? ENCRYPTED : layer?.problem;
  return {
    mediaType: content.mediaType,
    compression: part?.compression ?? 'none',
    state: content.state,
    diffIdState: !layer
      ? 'absent'
      : !layer.diffId || !diffId
        ? 'unchecked'
        : layer.diffId === diffId
          ? 'matches'
          : 'differs',
    size: content.actualSize ?? content.size ?? 0,
    unpackedSize: layer?.unpackedSize ?? 0,
    added: count('added'),
    changed: count('changed'),
    deleted: count('deleted'),
    ...defined({ digest: content.digest, diffId, problem }),
  };
}

const ENCRYPTED = 'It is encrypted, so its files can’t be read.';
