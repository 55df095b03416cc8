/**
 * Code that the handout page loads when a reader needs it, such as the package builder. It has its own address, because a
 * script of the handout that imported it would split the script of every page in two, for what they share.
 */
import type { APIRoute } from 'astro';
import { build, type Rolldown } from 'vite';

export const GET: APIRoute = async () => {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: 'src/exports/handout/on-demand.ts', preserveEntrySignatures: 'strict' },
    },
  });
  return new Response((result as Rolldown.RolldownOutput).output[0].code);
};
