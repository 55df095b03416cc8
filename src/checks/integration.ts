/**
 * Hands the content to the pages as the module `virtual:content`, so that they parse nothing again. A build stops at an
 * author's mistakes; while writing (`npm run dev`), they are named and it goes on.
 */
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin, ViteDevServer } from 'vite';
import { KINDS } from '../kinds/registry.ts';
import type { SiteContent } from '../model/content.ts';
import { readContent } from '../model/read.ts';
import { formatProblems, problemsError } from '../model/problems.ts';
import { findProblems } from './validate.ts';

const MODULE = 'virtual:content';

export function contentChecks(content: SiteContent): AstroIntegration {
  let root = process.cwd();
  let current = content;
  const plugin: Plugin = {
    name: 'content',
    resolveId: { filter: { id: /^virtual:content$/ }, handler: () => `\0${MODULE}` },
    load: {
      filter: { id: /^\0virtual:content$/ },
      handler: () => `export default JSON.parse(${JSON.stringify(JSON.stringify(current))});`,
    },
  };
  return {
    name: 'content-checks',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        root = fileURLToPath(config.root);
        updateConfig({ vite: { plugins: [plugin] } });
        const problems = command === 'build' ? findProblems(current, root) : [];
        if (problems.length) throw problemsError(problems);
      },
      'astro:server:setup': ({ server, logger }) => {
        let last = '';
        const report = () => {
          const problems = findProblems(current, root);
          const message = problems.length ? formatProblems(problems) : 'The content has no mistakes.';
          if (message !== last) logger[problems.length ? 'error' : 'info'](message);
          last = message;
        };
        const folder = resolve(root, 'content');
        server.watcher.add(folder);
        server.watcher.on('all', (_event, file) => {
          if (relative(folder, file).startsWith('..')) return;
          current = readContent(root, KINDS);
          report();
          if (!current.parsed.problems.length) refresh(server); // else the pages keep what could be read last
        });
        report();
      },
    },
  };
}

/** Lets the next request have the new content. */
function refresh(server: ViteDevServer): void {
  for (const environment of Object.values(server.environments)) {
    const module = environment.moduleGraph.getModuleById(`\0${MODULE}`);
    if (!module) continue;
    environment.moduleGraph.invalidateModule(module);
    environment.hot.send({ type: 'full-reload' });
  }
  server.environments.client.hot.send({ type: 'full-reload' });
}
