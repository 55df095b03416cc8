/**
 * Leaves Starlight's own sheets out: `site.css` is the whole look, and none of the parts that they belong to is left.
 * Starlight's page imports them, and has one of its own, with no option not to, and with attributes for them. The two
 * things that it loads besides, a print sheet and a script, are where ours go in. Should all that be called otherwise in a
 * later version, the sheets come back and the tests of weight and of the copy buttons say so.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const SHEETS = /@astrojs\/starlight\/dist\/style\/(layers|props|reset|asides|util)\.css/;
const PAGE = /@astrojs\/starlight\/dist\/components\/Page\.astro$/;
const IN_PAGE = /<style>[^]*?<\/style>|\{\.\.\.(html|main)DataAttributes\}/g;
const path = (file: string) => fileURLToPath(new URL(file, import.meta.url));

export const ownAssets = (): Plugin => ({
  name: 'own-assets',
  enforce: 'pre',
  load: { filter: { id: PAGE }, handler: async (id) => (await readFile(id, 'utf8')).replace(IN_PAGE, '') },
  transform: { filter: { id: SHEETS }, handler: () => '' },
  resolveId: {
    filter: { id: /style\/print\.css\?url|components-internals\/SidebarPersistState$/ },
    handler: (id) =>
      id.endsWith('SidebarPersistState') ? path('page-script.ts') : `${path('print.css')}?url&no-inline`,
  },
});
