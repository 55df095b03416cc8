/** Layers that are allowed, and that no engine writes: others do. */
import type { TarEntry } from '../../src/image-archive/write-tar.ts';

const folder = (name: string, mode = 0o755): TarEntry => ({ name, type: '5', mode });
const file = (name: string, data = 'data'): TarEntry => ({ name, data });
const link = (name: string, target: string): TarEntry => ({ name, type: '2', target });

export const ODD_LAYERS: TarEntry[][] = [
  [
    ...[folder('./'), folder('./below/'), file('./below/a')],
    ...[file('without/its/folders')],
    ...[link('link-below', 'below')],
    ...[folder('opaque/', 0o711), file('opaque/a'), file('opaque/deep/b')],
    ...[folder('becomes-file/'), file('becomes-file/a'), file('becomes-folder')],
    ...[folder('implied/', 0o700), file('implied/a'), folder('emptied/', 0o710), file('emptied/a')],
    ...[file('twice', '1'), file('twice', '22')],
  ],
  [
    file('link-below/becomes-a-folder'), // engines unpack into a folder of this layer, where there is no such link
    ...[file('opaque/.wh..wh..opq', ''), file('opaque/new')],
    ...[file('becomes-file'), folder('becomes-folder/'), file('becomes-folder/a')],
    ...[folder('own/'), link('own-link', 'own'), file('own-link/in-own')],
    ...[file('implied/b'), file('emptied/.wh.a', ''), file('.wh.nothing', '')],
    ...[file('first-name'), { name: 'second-name', type: '1', target: 'first-name' }],
    ...[file('/absolute'), file('a/../with-dots')],
  ],
];
