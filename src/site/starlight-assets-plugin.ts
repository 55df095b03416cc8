/**
 * Leaves Starlight's own sheets out: `site.css` is the whole look, and none of the parts that they belong to is left.
 * Starlight's page imports them, and has one of its own, with no option not to. The two things that it loads besides,
 * a print sheet and a script, are where ours go in. Should their paths change in a later version, the sheets come back
 * and the tests of weight and of the copy buttons say so.
 */
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const UNUSED =
  /@astrojs\/starlight\/dist\/(style\/(layers|props|reset|asides|util)\.css|components\/Page\.astro\?.*type=style)/;
const path = (file: string) => fileURLToPath(new URL(file, import.meta.url));

export const ownAssets = (): Plugin => ({
  name: 'own-assets',
  enforce: 'pre',
  transform: { filter: { id: UNUSED }, handler: () => '' },
  resolveId: {
    filter: { id: /style\/print\.css\?url|components-internals\/SidebarPersistState$/ },
    handler: (id) =>
      id.endsWith('SidebarPersistState') ? path('page-script.ts') : `${path('print.css')}?url&no-inline`,
  },
});
