/** Makes the components of `mdx-components.ts` available on every page, so that authors import nothing. */
import type { Plugin } from 'vite';

export const mdxComponents = (): Plugin => ({
  name: 'mdx-components',
  enforce: 'pre',
  transform: {
    filter: { id: /\.mdx$/ },
    // MDX takes components from an export of this name, added at the end so line numbers stay right. Without the
    // replacement, code blocks would keep Windows line endings.
    handler: (code) =>
      `${code.replaceAll('\r\n', '\n')}\n\nimport { components } from '/src/layouts/mdx-components.ts';\n\nexport { components };\n`,
  },
});
