/** Writes `firebase.json`, for a site at the root of its host: https://firebase.google.com/docs/hosting/full-config */
import { HEADER_RULES_BY_PATH } from './headers.ts';
import type { Host } from './host.ts';

export const firebaseConfig = ({ redirects }: Host): object => ({
  hosting: {
    public: 'dist',
    ignore: ['**/.*'],
    trailingSlash: true,
    headers: HEADER_RULES_BY_PATH.map(({ path, headers }) => ({
      source: path.replace(/\*$/, '**'),
      headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
    })),
    redirects: redirects.map(({ from, to }) => ({ source: from, destination: to, type: 301 })),
  },
});
