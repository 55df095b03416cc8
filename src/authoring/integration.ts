/** Stops the build at an author's mistakes; while writing (`npm run dev`), names them and goes on. */
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { formatProblems, type Problem } from './problems.ts';
import { assertValidContent, validateContent } from './validate.ts';

export function authoring(): AstroIntegration {
  let root = process.cwd();
  return {
    name: 'authoring',
    hooks: {
      'astro:config:setup': ({ command, config }) => {
        root = fileURLToPath(config.root);
        if (command === 'build') assertValidContent(root);
      },
      'astro:server:setup': ({ server, logger }) => {
        let last = '';
        const report = () => {
          const problems: Problem[] = validateContent(root);
          const message = problems.length ? formatProblems(problems) : 'The content has no mistakes.';
          if (message !== last) logger[problems.length ? 'error' : 'info'](message);
          last = message;
        };
        const content = resolve(root, 'content');
        server.watcher.add(content);
        server.watcher.on('all', (_event, file) => {
          if (!relative(content, file).startsWith('..')) report();
        });
        report();
      },
    },
  };
}
