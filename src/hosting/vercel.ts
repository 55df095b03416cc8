/** Writes `vercel.json`, for a site at the root of its host: https://vercel.com/docs/project-configuration */
import { HEADER_RULES_BY_PATH } from './headers.ts';
import type { Host } from './host.ts';

export const vercelConfig = ({ redirects }: Host): object => ({
  framework: null,
  buildCommand: 'npm run build',
  outputDirectory: 'dist',
  trailingSlash: true,
  headers: HEADER_RULES_BY_PATH.map(({ path, headers }) => ({
    source: path.replace(/\*$/, '(.*)'),
    headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
  })),
  redirects: redirects.map(({ from, to }) => ({ source: from, destination: to, permanent: true })),
});
