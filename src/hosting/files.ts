/** Writes the files for hosts. */
import { caddyConfig } from './caddy.ts';
import { cloudFrontFunction, cloudFrontPolicies } from './cloudfront.ts';
import { firebaseConfig } from './firebase.ts';
import type { Host } from './host.ts';
import { nginxConfig } from './nginx.ts';
import { vercelConfig } from './vercel.ts';

const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;

/** The text of each file in `deploy/`, by the name of the file. */
export const deployFiles = (host: Host): Record<string, string> => ({
  Caddyfile: caddyConfig(host),
  'cloudfront-function.js': cloudFrontFunction(host),
  'cloudfront-headers.json': json(cloudFrontPolicies()),
  'firebase.json': json(firebaseConfig(host)),
  'nginx.conf': nginxConfig(host),
  'vercel.json': json(vercelConfig(host)),
});
