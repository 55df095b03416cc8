/** What the page shows until a reader chooses an archive: the example, as the explorer shows it. */
import type { Tree } from '../tree.ts';
import { EXAMPLE_IMAGE } from '../../model/published-files.ts';
import { exampleArchive } from '../../image-archive/example.ts';
import type { Unfold } from './elements.ts';
import { ITEMS, showFile, showItems, showList, SHOWN_BYTES } from './lists.ts';
import { openArchive } from '../../image-archive/open.ts';
import { showImage, summarize } from './view.ts';
import { changeOneByte } from './words.ts';

/** The first of its two images. */
const IMAGE = 0;

export async function exampleView(): Promise<{ status: string; details: Tree[] }> {
  const reader = await openArchive(new Blob([exampleArchive()]));
  const { archive } = reader;
  const hidden = reader.hidden(IMAGE, 0, ITEMS);
  const texts = new Map(
    await Promise.all(
      hidden.items.map(async ({ path, layer, size }) => {
        const bytes = await reader.read(IMAGE, layer, path, SHOWN_BYTES);
        return [`${layer} ${path}`, showFile(bytes, size, false)] as const;
      }),
    ),
  );
  const unfold: Unfold = (place) => {
    if (place.show === 'folder')
      return [showList(showItems('folder', reader.list(IMAGE, place.path, 0, ITEMS), 0, unfold))];
    if (place.show === 'layer')
      return [showList(showItems('layer', reader.changes(IMAGE, place.layer, 0, ITEMS), 0, () => undefined))];
    return texts.get(`${place.layer} ${place.path}`);
  };
  const changed = new TextEncoder().encode(changeOneByte(archive.images[IMAGE]!.config));
  const beginning = {
    root: reader.list(IMAGE, '', 0, ITEMS),
    hidden,
    chain: await reader.chain(IMAGE, changed),
  };
  const status = `This is what the tool on this page shows for ${summarize(EXAMPLE_IMAGE, archive)}`;
  return { status, details: showImage(archive, IMAGE, beginning, unfold) };
}
