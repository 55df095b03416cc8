/** Hands `page-components.ts` to every page, so that authors import nothing. */
import type { Plugin } from 'vite';

export const pageComponents = (): Plugin => ({
  name: 'page-components',
  enforce: 'pre',
  transform: {
    filter: { id: /\.mdx$/ },
    // MDX reads its components from an export of this name. At the end, so that no line moves.
    handler: (code) =>
      `${code}\n\nimport { components } from '/src/layouts/page-components.ts';\n\nexport { components };\n`,
  },
});
