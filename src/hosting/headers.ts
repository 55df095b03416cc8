/**
 * The HTTP headers that a host should send, from which the files of all hosts are written. What the site needs stands
 * in the pages themselves; these add what a page cannot say of itself, and how long a browser may keep a file.
 */

export interface HeaderRule {
  /** The paths below the site's root; `*` at the end stands for everything below. */
  path: string;
  headers: Record<string, string>;
}

/**
 * A page's own policy allows its scripts by their hashes. Those are of one build, a server's settings outlive it, so the
 * policy in the header says only what does not change. Both hold.
 */
const POLICY = ["object-src 'none'", "base-uri 'none'", "form-action 'none'"].join('; ');

/** Features of browsers that no page uses. */
const UNUSED = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb'];

/** Later rules win. */
export const HEADER_RULES: HeaderRule[] = [
  {
    path: '/*',
    headers: {
      'Content-Security-Policy': `${POLICY}; frame-ancestors 'none'`,
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Permissions-Policy': UNUSED.map((feature) => `${feature}=()`).join(', '),
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'X-Content-Type-Options': 'nosniff',
      // Asked for again each time, and answered "304 Not Modified" as long as it is the same.
      'Cache-Control': 'no-cache',
    },
  },
  // What is made to be framed by others.
  { path: '/embed/*', headers: { 'Content-Security-Policy': POLICY } },
  // A file whose name holds the hash of its content never changes.
  { path: '/_astro/*', headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } },
];

/** The headers of what is at a path below the site's root, such as `/_astro/page.js`. */
export function headersFor(path: string): Record<string, string> {
  const matching = HEADER_RULES.filter((rule) => path.startsWith(rule.path.replace(/\*$/, '')));
  return Object.assign({}, ...matching.map(({ headers }) => headers));
}

/**
 * `_headers`, which Netlify and Cloudflare Pages read: https://docs.netlify.com/manage/routing/headers/
 *
 * Cloudflare joins the values of all rules that match, so a header that a later rule has stands in no rule for
 * everything, but in one for each part of the site that the later rule leaves.
 * @param parts the names of the files and folders at the site's root; a folder's ends in a slash
 */
export function headersFile(parts: string[]): string {
  const [all, ...special] = HEADER_RULES;
  const joined = new Set(special.flatMap(({ headers }) => Object.keys(headers)));
  const block = (path: string, headers: [string, string][]) =>
    `${path}\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`;
  // Some hosts serve a page without its ending.
  const paths = parts.flatMap((part) =>
    part.endsWith('.html') ? [`/${part}`, `/${part.slice(0, -'.html'.length)}`] : `/${part.replace(/\/$/, '/*')}`,
  );
  return [
    block(
      all!.path,
      Object.entries(all!.headers).filter(([name]) => !joined.has(name)),
    ),
    ...['/', ...paths].map((path) =>
      block(
        path,
        // "no-cache" is what these hosts do of themselves.
        Object.entries(headersFor(path)).filter(([name, value]) => joined.has(name) && value !== 'no-cache'),
      ),
    ),
  ].join('\n');
}
