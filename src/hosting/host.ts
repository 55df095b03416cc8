/** The settings of a host: its redirects, and where it serves the site. */
import { readRedirects } from '../model/redirects.ts';
import { hostRedirects } from './host-redirects.ts';

export interface Host {
  redirects: { from: string; to: string }[];
  /** The path under which the site is served, with a slash at both ends. */
  base: string;
  /** The folder that the host serves at `/`. A site at `/docs/` is in its subfolder `docs`. */
  root: string;
  port: number;
}

/** @param settings replace the defaults, which serve the site at the root of a host */
export const hostOf = (settings: Partial<Host> = {}): Host => ({
  redirects: hostRedirects(readRedirects()),
  base: '/',
  root: '/srv/www',
  port: 8080,
  ...settings,
});

/** The path on the host for a path from the site's root. */
export const onHost = (path: string, { base }: Host): string => base + path.slice(1);

/** The comment at the top of a generated file. */
export const GENERATED =
  'Written by "npm run deploy:files" from src/hosting/ and content/redirects.yaml. Change it there, then run that again.';

/** Only a suggestion, in a comment: it would bind the domain to HTTPS for a year, which the operator must choose. */
export const HSTS = 'max-age=31536000';
