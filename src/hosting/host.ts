/** What a host is told: the headers, the redirects, and where the site lies on it. */
import { readRedirects } from '../model/redirects.ts';
import { HEADER_RULES, type HeaderRule } from './headers.ts';
import { hostRedirects } from './redirects.ts';

export interface Host {
  rules: HeaderRule[];
  redirects: { from: string; to: string }[];
  /** The path of the site, with a slash at both ends. */
  base: string;
  /** The folder in which the site lies, at its path: that of `/docs/` is the folder `docs` in it. */
  root: string;
  port: number;
}

/** @param settings what differs from the usual: a site of its own, at the root */
export const hostOf = (settings: Partial<Host> = {}): Host => ({
  rules: HEADER_RULES,
  redirects: hostRedirects(readRedirects()),
  base: '/',
  root: '/srv/www',
  port: 8080,
  ...settings,
});

/** Media types that not every server knows, by the ending of the file. */
export const MEDIA_TYPES: Record<string, string> = {
  csv: 'text/csv',
  md: 'text/markdown',
  webmanifest: 'application/manifest+json',
};

/** A path of the site as it is on the host. */
export const onHost = (path: string, { base }: Host): string => base + path.slice(1);

/** Stands at the top of what is generated. */
export const GENERATED =
  'Written by "npm run deploy:files" from src/hosting/ and content/redirects.yaml. Change it there, and write it anew.';

/** The operator's choice, since it binds the host's name to https for as long as it says. */
export const HSTS = 'max-age=31536000';
