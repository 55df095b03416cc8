// Composes the site: reads the content, and lists the integrations and the steps of the build.
import { fileURLToPath } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import yaml from 'shiki/langs/yaml.mjs';
import { contentChecks } from './src/checks/integration.ts';
import { insertHandoutPages } from './src/exports/handout/insert-pages.ts';
import { writeMarkdownPages } from './src/exports/markdown-pages.ts';
import { writeSingleFile } from './src/exports/single-file.ts';
import { writeSitemap } from './src/exports/sitemap.ts';
import { writeHostFiles } from './src/hosting/step.ts';
import { KINDS } from './src/kinds/registry.ts';
import { codeBlocks } from './src/layouts/code-blocks.ts';
import { headingLinks } from './src/layouts/heading-links.ts';
import { joinedCitations } from './src/layouts/joined-citations.ts';
import { lessonClock } from './src/layouts/lesson-clock.ts';
import { mdxComponents } from './src/layouts/mdx-components-plugin.ts';
import { plainNotes } from './src/layouts/plain-notes.ts';
import { writeSocialPictures } from './src/layouts/social-picture/step.ts';
import { trialMarks } from './src/layouts/trial-marks.ts';
import { writeChanges } from './src/links/changes/step.ts';
import { writePromises } from './src/links/course/promises.ts';
import { checkPromisedAddresses } from './src/links/promised.ts';
import { codeBreaks } from './src/model/inline-code.ts';
import { sidebarOf } from './src/model/navigation.ts';
import { MARKDOWN_FEATURES } from './src/model/outline.ts';
import { readContent } from './src/model/read.ts';
import { parsePort } from './src/model/settings.ts';
import { writeOfflineWorker } from './src/offline/build.ts';
import { afterAstro, makePagesPortable, writePages } from './src/pipeline/after-astro.ts';
import { writeOpenSearch } from './src/search/opensearch.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1'; // a build makes no network requests

const { PORT, HOST } = process.env;
const content = readContent(process.cwd(), KINDS);
// A file that cannot be read is missing here; contentChecks reports it.
const { site, navigation } = /** @type {Partial<typeof content.parsed>} */ (content.parsed);

export default defineConfig({
  // PORT and HOST choose where `npm run dev` serves, as they do for `npm start`.
  server: ({ command }) => ({
    ...(command === 'dev' && PORT && { port: parsePort(PORT) }),
    ...(command === 'dev' && HOST && { host: HOST }),
  }),
  logger: { entrypoint: './src/pipeline/astro-log.ts' },
  cacheDir: './.astro/cache', // not in node_modules, which copies of the project share
  trailingSlash: 'always',
  build: { inlineStylesheets: 'always' }, // saves the round trip before the first paint
  prefetch: false, // Starlight would add its script to every page
  markdown: {
    processor: satteri({
      features: MARKDOWN_FEATURES,
      hastPlugins: [trialMarks(content), lessonClock(content), headingLinks, joinedCitations, plainNotes, codeBreaks],
    }),
    shikiConfig: {
      // Markdown's grammar colors the settings at the beginning of a file only if YAML's is there already.
      langs: yaml,
      theme: 'css-variables',
      transformers: [codeBlocks()],
    },
  },
  vite: {
    worker: {
      format: 'es', // lets a worker load what only some files need
      rolldownOptions: { output: { comments: { annotation: false } } }, // only bundlers read them
    },
    // Replaces Starlight's page, which Starlight's only route imports by this name.
    resolve: {
      alias: { '../components/Page.astro': fileURLToPath(new URL('./src/layouts/Page.astro', import.meta.url)) },
    },
    plugins: [
      mdxComponents(),
      {
        // Assumes that browsers support modulepreload, so that no page's script has to check. Vite adds the polyfill of
        // this name only to its own HTML files. Astro drops the option when it is set in the usual place.
        name: 'modulepreload',
        configEnvironment: (name) => (name === 'client' ? { build: { modulePreload: { polyfill: true } } } : undefined),
      },
      {
        // A script that a worker loads later is an asset. Astro publishes only the assets that a page's code names.
        name: 'worker-chunks',
        enforce: 'post',
        applyToEnvironment: ({ name }) => name === 'prerender',
        generateBundle(_, bundle) {
          const files = Object.values(bundle);
          const [named] = files.flatMap((file) =>
            file.type === 'chunk' ? (file.viteMetadata?.importedAssets ?? []) : [],
          );
          for (const { type, fileName } of files)
            if (type === 'asset' && fileName.endsWith('.js')) named?.add(fileName);
        },
      },
    ],
    // The script of every page has a short name, which counts toward each page's byte budget.
    environments: { client: { build: { rolldownOptions: { output: { entryFileNames: '_astro/[hash].js' } } } } },
  },
  integrations: [
    contentChecks(content), // first, so that an author's mistakes are reported before anything is built
    starlight({
      // If the content could not be read, the checks stop the build, and these values do not matter.
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
      writeSitemap,
      writeOpenSearch,
      checkPromisedAddresses, // stops the build if a published address has vanished
      writePromises,
      writeChanges,
      writeMarkdownPages,
      writeSocialPictures,
      writeHostFiles,
      makePagesPortable,
      writeSingleFile,
      insertHandoutPages,
      writePages,
      writeOfflineWorker, // last: it lists the hashes of all other files
    ]),
  ],
});
