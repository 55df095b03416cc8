import { fileURLToPath } from 'node:url';
import starlight from '@astrojs/starlight';
import { satteri } from '@astrojs/markdown-satteri';
import { defineConfig } from 'astro/config';
import { authoring } from './src/checks/integration.ts';
import { afterAstro, portablePages, writePages } from './src/pipeline/after-astro.ts';
import { insertPages } from './src/exports/handout/insert-pages.ts';
import { markdownPages } from './src/exports/markdown-pages.ts';
import { singleFile } from './src/exports/single-file.ts';
import { sitemap } from './src/exports/sitemap.ts';
import { hostFiles } from './src/hosting/step.ts';
import { promisedAddresses } from './src/links/promised.ts';
import { writeOfflineWorker } from './src/offline/build.ts';
import { openSearch } from './src/search/opensearch.ts';
import { MARKDOWN_FEATURES } from './src/model/outline.ts';
import { codeBlocks } from './src/layouts/code-blocks.ts';
import { headingLinks } from './src/layouts/heading-links.ts';
import { ignoreKnownWarnings } from './src/layouts/ignore-known-warnings.ts';
import { KINDS } from './src/kinds/registry.ts';
import { readContent } from './src/model/read.ts';
import { sidebarOf } from './src/model/navigation.ts';
import { pageComponents } from './src/layouts/page-components-plugin.ts';
import { plainNotes } from './src/layouts/plain-notes.ts';

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
      alias: { '../components/Page.astro': fileURLToPath(new URL('./src/layouts/Page.astro', import.meta.url)) },
    },
    plugins: [pageComponents()],
    build: { rolldownOptions: { onLog: ignoreKnownWarnings } },
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
    afterAstro(content, [
      sitemap,
      openSearch,
      promisedAddresses, // a published address that has vanished stops the build
      markdownPages,
      hostFiles,
      portablePages,
      singleFile,
      insertPages,
      writePages,
      writeOfflineWorker, // last: it has to know every byte of the rest
    ]),
  ],
});
