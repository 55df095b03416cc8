/**
 * Checks the content, and serves it to pages as the module `virtual:content`, so that they need not parse it again. A build
 * stops at mistakes; `npm run dev` reports them and goes on.
 */
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin, ViteDevServer } from 'vite';
import { KINDS } from '../kinds/registry.ts';
import type { SiteContent } from '../model/content.ts';
import { NAVIGATION_FILE } from '../model/navigation.ts';
import { formatProblems, problemsError } from '../model/problems.ts';
import { readContent } from '../model/read.ts';
import { isExampleRepository, SITE_FILE } from '../model/settings.ts';
import { findProblems } from './validate.ts';

/** Rollup's convention for modules that aren't files: the zero byte keeps other plugins away. */
const MODULE = '\0virtual:content';

export function contentChecks(content: SiteContent): AstroIntegration {
  let root = process.cwd();
  let current = content;
  const plugin: Plugin = {
    name: 'content',
    resolveId: { filter: { id: /^virtual:content$/ }, handler: () => MODULE },
    load: {
      filter: { id: /^\0virtual:content$/ },
      // JSON.parse of a string is faster than the same data as an object literal.
      handler: () => `export default JSON.parse(${JSON.stringify(JSON.stringify(current))});`,
    },
  };
  return {
    name: 'content-checks',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig, addWatchFile, logger }) => {
        root = fileURLToPath(config.root);
        updateConfig({ vite: { plugins: [plugin] } });
        // Starlight takes the menu and the title when it starts, so a change of these restarts `npm run dev`.
        for (const file of [NAVIGATION_FILE, SITE_FILE]) addWatchFile(new URL(file, config.root));
        if (command !== 'build') return;
        const problems = findProblems(current, root);
        if (problems.length) throw problemsError(problems);
        if (isExampleRepository(current.parsed.site.data.repository)) {
          logger.warn(
            `${SITE_FILE} still names the example repository. "Edit this page" won't work until you set your own.`,
          );
        }
      },
      'astro:server:setup': ({ server, logger }) => {
        let lastMessage = '';
        const report = () => {
          const problems = findProblems(current, root);
          const message = problems.length ? formatProblems(problems) : 'The content has no mistakes.';
          if (message !== lastMessage) logger[problems.length ? 'error' : 'info'](message);
          lastMessage = message;
        };
        const folder = resolve(root, 'content');
        server.watcher.add(folder);
        server.watcher.on('all', (_event, file) => {
          if (relative(folder, file).startsWith('..')) return;
          current = readContent(root, KINDS);
          report();
          // While a file cannot be read, the pages keep the last content that could.
          if (!current.parsed.problems.length) reloadContent(server);
        });
        report();
      },
    },
  };
}

/** Makes the next request load the content again, and makes open pages reload. */
function reloadContent(server: ViteDevServer): void {
  for (const environment of Object.values(server.environments)) {
    const module = environment.moduleGraph.getModuleById(MODULE);
    if (!module) continue;
    environment.moduleGraph.invalidateModule(module);
    environment.hot.send({ type: 'full-reload' });
  }
  server.environments.client.hot.send({ type: 'full-reload' });
}
