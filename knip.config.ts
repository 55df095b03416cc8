/** What `npm run check` finds: unused files, exports and packages, and packages that package.json does not name. */
import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  project: ['{content,src,scripts,tests}/**/*.{ts,mjs,astro,css,mdx}', '*.{ts,js,mjs}'],
  entry: [
    'scripts/*.{ts,mjs}',
    'tests/**/*.test.ts',
    'tests/images/make-archives.ts', // runs with an engine of its own
    'content/**/*.mdx',
    'src/layouts/Page.astro', // replaces Starlight's page by an alias
    'src/layouts/mdx-components.ts', // a Vite plugin imports it into pages
    'src/layouts/{page-script,print-link-list}.ts', // the scripts of Page.astro
    'src/pipeline/astro-log.ts', // astro.config.mjs names it
    'src/offline/{worker,kill-switch}.ts', // build.ts reads them as text
  ],
  compilers: { css: (text: string) => [...text.matchAll(/(?<=@)import '[^']+'/g)].join('\n') },
  // `astro check` loads the first, scripts/check.ts runs the second, Java the third, and draw.ts reads files of the last.
  ignoreDependencies: ['@astrojs/check', 'cspell', 'vnu-jar', /^@fontsource\//],
  exclude: [
    'binaries', // tests run programs of the system, if they are installed
    'duplicates', // two names of one schema can say two things
  ],
};
export default config;
