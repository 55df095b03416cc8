/** Makes the components of `mdx-components.ts` available on every page, so that authors import nothing. */
import type { Plugin } from 'vite';

export const mdxComponents = (): Plugin => ({
  name: 'mdx-components',
  enforce: 'pre',
  transform: {
    filter: { id: /\.mdx$/ },
    // MDX takes components from an export of this name. It is added at the end, so that the line numbers stay right. And code
    // blocks would keep the line ends of Windows.
    handler: (code) =>
      `${code.replaceAll('\r\n', '\n')}\n\nimport { components } from '/src/layouts/mdx-components.ts';\n\nexport { components };\n`,
  },
});
