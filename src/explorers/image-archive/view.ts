/** How the explorer shows an archive. The build uses the same code to show the page's example. */
import { element, type Tree } from '../tree.ts';
import {
  folding,
  item,
  limited,
  link,
  section,
  showDigest,
  shown,
  small,
  type Children,
  type Unfold,
} from './elements.ts';
import { showItems, showList, type Items } from './lists.ts';
import { showStart } from './run.ts';
import type {
  Archive,
  ChainLink,
  Content,
  DigestState,
  Hidden,
  Image,
  Layer,
  Part,
} from '../../image-archive/types.ts';
import { changeOneByte, differenceOf, count, formatSize, visible } from './words.ts';

const CONCEPTS = '/concepts/images-and-containers/';

const STATES: Record<DigestState, string> = {
  matches: 'digest matches',
  differs: 'digest differs',
  absent: 'not in this archive',
  unchecked: 'digest not checked',
};
const showState = (state: DigestState) => element('span', { class: `image-state ${state}` }, STATES[state]);

/** Whether content has a different size from the one that its descriptor gives. */
const hasOtherSize = ({ size, actualSize }: Content) =>
  size !== undefined && actualSize !== undefined && size !== actualSize;

/** An alert for bytes or a size that differ from what another part says. @param actual the digest of the bytes */
const showDifference = (sentence: string, actual?: string) =>
  element('div', { role: 'alert' }, sentence, ...(actual ? [' They hash to ', showDigest(actual)] : []));

const KINDS: Record<Content['kind'], string> = {
  index: 'Index',
  manifest: 'Manifest',
  config: 'Config',
  layer: 'Layer',
  other: 'Other content',
};

/** A part of the archive, above the parts that it names. @param number of a layer, from 1 */
function showContent(content: Content, image: number, number = 0): Tree {
  const { kind, digest, state, path, mediaType, platform, names, children } = content;
  const size = content.actualSize ?? content.size;
  const isNamedByDigest = digest && path.endsWith(digest.split(':')[1]!);
  let layers = 0;
  const below = limited(children, (child) => showContent(child, image, child.kind === 'layer' ? ++layers : 0));
  const facts = [...(size === undefined ? [] : [formatSize(size)]), ...(mediaType ? [visible(mediaType)] : [])];
  const list = element('ul', {}, ...below);
  const others = children.length - layers;
  return element(
    'li',
    { class: `image-part ${kind}` },
    item(
      element('b', {}, KINDS[kind], kind === 'layer' ? ` ${number}` : ''),
      ...[...(platform ? [platform] : []), ...names, ...(isNamedByDigest ? [] : [path])].map(shown),
      ...(digest ? [showDigest(digest), showState(state)] : []),
      small(facts.join(' · ')),
    ),
    ...(state === 'differs' ? [showDifference('These bytes don’t match the digest.', content.actualDigest)] : []),
    ...(hasOtherSize(content)
      ? [
          showDifference(
            `It has ${count(content.actualSize!, 'byte')}, but its descriptor says ${content.size!.toLocaleString('en')}.`,
          ),
        ]
      : []),
    // The parts of other images are folded.
    ...(content.image === undefined || !children.length
      ? below.length
        ? [list]
        : []
      : [
          element(
            'details',
            content.image === image ? { open: 'open' } : {},
            element(
              'summary',
              {},
              others === 1 ? `config and ${count(layers, 'layer')}` : count(children.length, 'part'),
            ),
            list,
          ),
        ]),
  );
}

const showParts = ({ root, problems }: Archive, image: number): Tree =>
  section(
    'Parts and digests',
    [
      'Each part lists the digests of the parts below it. See ',
      link('what the parts are', `${CONCEPTS}#image-parts`),
      ' and ',
      link('what each digest covers', `${CONCEPTS}#image-hashes`),
      '.',
    ],
    element('ul', { class: 'image-parts' }, showContent(root, image)),
    ...(problems.length
      ? [element('ul', { class: 'image-problems' }, ...limited(problems, (text) => element('li', {}, visible(text))))]
      : []),
  );

const row = (name: string, values: string[]): Tree[] =>
  values.length ? [element('dt', {}, name), ...limited(values, (value) => element('dd', {}, shown(value)), 'dd')] : [];

function showRun(image: Image): Tree {
  const { run, config } = image;
  if (!config) return section('What it starts', ['The config is missing or can’t be read, so this isn’t known.']);
  const values = element(
    'dl',
    {},
    ...row('Entrypoint', run.entrypoint.length ? [JSON.stringify(run.entrypoint)] : []),
    ...row('Command', run.command.length ? [JSON.stringify(run.command)] : []),
    ...row('User', run.user ? [run.user] : []),
    ...row('Working directory', run.workingDirectory ? [run.workingDirectory] : []),
    ...row('Environment', run.environment),
    ...row('Ports', run.ports),
    ...row('Volumes', run.volumes),
    ...row('Stop signal', run.stopSignal ? [run.stopSignal] : []),
    ...row('Health check', run.healthcheck ? [JSON.stringify(run.healthcheck)] : []),
    ...row('Shell', run.shell ? [JSON.stringify(run.shell)] : []),
    ...row(
      'Labels',
      Object.entries(run.labels).map(([name, value]) => `${name}=${value}`),
    ),
    ...row('Created', run.created ? [run.created] : []),
    ...row('Author', run.author ? [run.author] : []),
  );
  return section('What it starts', showStart(image), values);
}

/** The layers as a bar. Even the smallest can be seen. */
function showBar(layers: Layer[]): Tree {
  const WIDTH = 1000;
  const sizes = layers.map(({ size }) => size);
  const total = sizes.reduce((sum, size) => sum + size, 0) || 1;
  const widths = sizes.map((size) => 4 + (WIDTH * size) / total);
  let x = 0;
  const bars = widths.map((width) => {
    const bar = element('rect', { x: x.toFixed(1), width: width.toFixed(1), height: '10' });
    x += width;
    return bar;
  });
  const properties = { viewBox: `0 0 ${x.toFixed(1)} 10`, preserveAspectRatio: 'none', 'aria-hidden': 'true' };
  return element('svg', { class: 'image-bar', ...properties }, ...bars);
}

function showLayer(layer: Layer, index: number, unfold?: Unfold): Tree[] {
  const { added, changed, deleted, size, unpackedSize, compression, diffIdState, problem } = layer;
  const facts = [
    compression === 'none' ? formatSize(size) : `${formatSize(size)}, ${compression}`,
    ...(compression === 'none' ? [] : [`${formatSize(unpackedSize)} unpacked`]),
    ...(added ? [`${added.toLocaleString('en')} added`] : []),
    ...(changed ? [`${changed.toLocaleString('en')} changed`] : []),
    ...(deleted ? [`${deleted.toLocaleString('en')} deleted`] : []),
  ];
  return [
    folding(
      [element('b', {}, `Layer ${index + 1}`), small(facts.join(' · '))],
      { show: 'layer', layer: index },
      unfold,
    ),
    ...(problem ? [element('div', { role: 'alert' }, visible(problem))] : []),
    ...(diffIdState === 'differs' ? [showDifference('The unpacked bytes don’t match the digest in the config.')] : []),
  ];
}

function showSteps({ history, layers }: Image, unfold?: Unfold): Tree {
  const named = new Set(history.map(({ layer }) => layer));
  const steps = limited(history, ({ createdBy, comment, layer }) =>
    element(
      'li',
      layer === undefined ? {} : { class: 'image' },
      shown(createdBy || comment || 'A step without a description'),
      ...(layer === undefined
        ? [' ', small('no layer')]
        : layers[layer]
          ? showLayer(layers[layer], layer, unfold)
          : []),
    ),
  );
  const others = layers.flatMap((layer, index) =>
    named.has(index)
      ? []
      : [
          element(
            'li',
            { class: 'image' },
            'The history doesn’t mention this layer.',
            ...showLayer(layer, index, unfold),
          ),
        ],
  );
  return section(
    'Steps and layers',
    [
      'The history in the config says how the image was built. The bar shows how large each layer is. See ',
      link('which steps make a layer', `${CONCEPTS}#instructions`),
      '.',
    ],
    showBar(layers),
    element('ol', { class: 'image-steps' }, ...steps, ...others),
  );
}

/** Says which byte of the config has changed. @param path of the config in the archive */
function showChange(path: string, before: string, after: string): Tree {
  const { byte, bytes, words } = differenceOf(before, after);
  const number = byte.toLocaleString('en');
  const file = shown(path.replace(/([0-9a-f]{12})[0-9a-f]{52}/, '$1…')); // the list has its whole digest
  if (!bytes || !words) return element('p', {}, `From byte ${number} on, the config, `, file, ', is different.');
  const [[was = '', is = ''], [wordBefore = '', wordAfter = '']] = [bytes, words];
  return element(
    'p',
    {},
    ...[`Byte ${number} of the config, `, file, ', was ', shown(was), ' and is now ', shown(is)],
    ...[': ', shown(wordBefore), ' became ', shown(wordAfter), '.'],
  );
}

/** The digests that a changed config changes. @param before the text of the config @param after the changed text */
export function showChain(chain: ChainLink[], before: string, after: string): Tree[] {
  const [config] = chain;
  if (!config || before === after) return [element('p', {}, 'Nothing has changed yet.')];
  return [
    showChange(config.path, before, after),
    element(
      'ol',
      { class: 'image-chain' },
      ...chain.map(({ kind, path, before, after }) =>
        element(
          'li',
          { class: kind },
          element('b', {}, KINDS[kind]),
          ...(/[0-9a-f]{64}$/.test(path) ? [] : [' ', shown(path)]),
          element('div', {}, small('Before:'), ' ', element('del', {}, showDigest(before))),
          ' ',
          element('div', {}, small('Now:'), ' ', element('ins', {}, showDigest(after))),
        ),
      ),
    ),
  ];
}

/** @param chain what the example of the page shows; a reader changes the config instead */
function showBytes({ config }: Image, chain?: ChainLink[]): Tree {
  const lead: Children = [
    'Change one byte of the config, and its digest changes. So does the digest of every part above it. See ',
    link('what that’s good for', '/registries/tags-and-digests/#pinning'),
    '.',
  ];
  if (chain) {
    const example = element('p', {}, 'In this example, one byte was changed.');
    return section('Change one byte', lead, example, ...showChain(chain, config, changeOneByte(config)));
  }
  return section(
    'Change one byte',
    lead,
    element(
      'div',
      { class: 'field' },
      element('label', { for: 'image-config' }, 'Config'),
      element('textarea', { id: 'image-config', rows: '6', spellcheck: 'false', autocomplete: 'off' }, config),
      element('button', { type: 'button', class: 'change' }, 'Change one byte'),
    ),
    element('div', { class: 'image-changed', role: 'status' }),
  );
}

/** What is shown of an image at first. */
export interface Beginning {
  root: Part<Items['folder']>;
  hidden: Part<Hidden>;
  /** What a changed byte of the config does, in the example of the page. */
  chain?: ChainLink[];
}

/** The numbers of an image. */
function tally({ layers, files, bytes, hiddenFiles, hiddenBytes }: Image): Tree {
  const facts: [number: number, noun: string, size?: number][] = [
    [layers.length, layers.length === 1 ? 'layer' : 'layers'],
    [files, files === 1 ? 'file' : 'files', bytes],
    [hiddenFiles, 'hidden', hiddenBytes],
  ];
  const items = facts.map(([number, noun, size]) =>
    element(
      'li',
      {},
      element('b', {}, number.toLocaleString('en')),
      ` ${noun} `,
      ...(size ? [small(formatSize(size))] : []),
    ),
  );
  return element('ul', { class: 'image-tally' }, ...items);
}

/**
 * Shows an image of an archive.
 * @param number of the image in the archive
 */
export function showImage(archive: Archive, number: number, beginning: Beginning, unfold?: Unfold): Tree[] {
  const image = archive.images[number]!;
  const { root, hidden, chain } = beginning;
  return [
    element('p', { class: 'image-name' }, shown([...image.names, image.platform].join(', '))),
    tally(image),
    showRun(image),
    showParts(archive, number),
    showSteps(image, unfold),
    section(
      'Hidden, but still in there',
      image.hiddenFiles
        ? [
            'Later layers delete or replace these files, so a container doesn’t see them. Their bytes are still in the archive. See ',
            link('why', `${CONCEPTS}#deleted-files`),
            '.',
          ]
        : ['No layer deletes or replaces a file from a layer below it.'],
      showList(showItems('hidden', hidden, 0, unfold), { 'data-show': 'hidden' }),
    ),
    section(
      'Files',
      ['This is what a container sees, with the layer that each file comes from.'],
      showList(showItems('folder', root, 0, unfold), { 'data-show': 'folder', 'data-path': '' }),
    ),
    ...(image.config ? [showBytes(image, chain)] : []),
  ];
}

/**
 * What a list of several images calls them. A name that all share is left out: on a phone, it would hide the platform. Numbers
 * tell apart those that have the same name and platform.
 */
export function imageNames(images: Image[]): string[] {
  const isOne = new Set(images.map(({ names }) => names[0])).size === 1;
  const all = images.map(({ names, platform }) => visible([...(isOne ? [] : names.slice(0, 1)), platform].join(', ')));
  return all.map((name, index) => (all.indexOf(name) === all.lastIndexOf(name) ? name : `${index + 1}: ${name}`));
}

/** All parts of an archive that a digest names. */
const namedParts = (content: Content): Content[] => [
  ...(content.digest ? [content] : []),
  ...content.children.flatMap(namedParts),
];

/** What an archive contains: `3 layers`, `1 image for 2 platforms`, `2 images`. */
function summarizeImages(images: Image[]): string {
  if (images.length < 2) return count(images[0]?.layers.length ?? 0, 'layer');
  const names = new Set(images.map(({ names }) => names.join()));
  const platforms = new Set(images.map(({ platform }) => platform));
  const isOne = names.size === 1 && platforms.size === images.length;
  return isOne ? `1 image for ${platforms.size} platforms` : count(images.length, 'image');
}

/** A sentence about an archive that was read. @param name of its file */
export function summarize(name: string, archive: Archive): string {
  const parts = namedParts(archive.root);
  const number = (wanted: DigestState) =>
    new Set(parts.filter(({ state }) => state === wanted).map(({ digest }) => digest)).size;
  const layers = archive.images.flatMap(({ layers }) => layers);
  const differing =
    number('differs') +
    layers.filter(({ state, diffIdState }) => state !== 'differs' && diffIdState === 'differs').length;
  const wrongSizes = parts.filter(hasOtherSize).length;
  const digests = [
    ...(differing ? [`${count(differing, 'digest')} ${differing === 1 ? 'differs' : 'differ'}`] : []),
    ...(wrongSizes ? [`${count(wrongSizes, 'size')} ${wrongSizes === 1 ? 'is' : 'are'} wrong`] : []),
    ...(number('absent') ? [`${count(number('absent'), 'part')} missing`] : []),
    ...(number('unchecked') ? [`${count(number('unchecked'), 'digest')} not checked`] : []),
  ];
  const what = `${summarizeImages(archive.images)}, ${formatSize(archive.size)}`;
  return `${visible(name)}: ${what}. ${digests.join(', ') || 'All digests match'}.`;
}
