import { fileURLToPath } from 'node:url';
import starlight from '@astrojs/starlight';
import { satteri } from '@astrojs/markdown-satteri';
import { defineConfig } from 'astro/config';
import { authoring } from './src/authoring/integration.ts';
import { afterAstro } from './src/build/steps.ts';
import { MARKDOWN_FEATURES } from './src/authoring/outline.ts';
import { codeBlocks } from './src/site/code-blocks.ts';
import { headingLinks } from './src/links/heading-links.ts';
import { withoutNoise } from './src/site/build-warnings.ts';
import { KINDS } from './src/kinds/registry.ts';
import { readContent } from './src/model/read.ts';
import { sidebarOf } from './src/site/navigation.ts';
import { pageComponents } from './src/site/page-components-plugin.ts';
import { plainNotes } from './src/site/plain-notes.ts';

const content = readContent(process.cwd(), KINDS);
const { site, navigation } = content.parsed;

export default defineConfig({
  outDir: process.env['OUT_DIR'] ?? './dist',
  cacheDir: './.astro/cache', // not in node_modules, which copies of the project share
  trailingSlash: 'always',
  build: { inlineStylesheets: 'always' }, // saves the round trip before the first paint
  prefetch: false, // Starlight would add its script to every page
  markdown: {
    processor: satteri({ features: MARKDOWN_FEATURES, hastPlugins: [headingLinks, plainNotes] }),
    shikiConfig: { theme: 'css-variables', transformers: [codeBlocks()] },
  },
  vite: {
    // Our page in place of Starlight's, which its only route, routes/common.astro, imports by this name.
    resolve: {
      alias: { '../components/Page.astro': fileURLToPath(new URL('./src/site/Page.astro', import.meta.url)) },
    },
    plugins: [pageComponents()],
    build: { rolldownOptions: { onLog: withoutNoise } },
  },
  integrations: [
    authoring(content), // first: an author's mistake is named before anything is built
    starlight({
      title: site?.data.title ?? '',
      description: site?.data.description ?? '',
      sidebar: navigation ? sidebarOf(navigation.data) : [],
      markdown: { headingLinks: false, processedDirs: ['./content/'] },
      expressiveCode: false,
      pagefind: false,
      disable404Route: true,
      credits: false,
    }),
    afterAstro(content),
  ],
});
