/** Writes `firebase.json`, for a site at the root of its host: https://firebase.google.com/docs/hosting/full-config */
import type { Host } from './host.ts';

export const firebaseConfig = ({ rules, redirects }: Host): object => ({
  hosting: {
    public: 'dist',
    ignore: ['**/.*'],
    trailingSlash: true,
    headers: rules.map(({ path, headers }) => ({
      source: path.replace(/\*$/, '**'),
      headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
    })),
    redirects: redirects.map(({ from, to }) => ({ source: from, destination: to, type: 301 })),
  },
});
