/**
 * The HTTP headers that a host should send. The files for all hosts are written from them. The site also works without
 * them: they add what a page cannot say in its HTML, and how long a browser may keep a file.
 */

export interface HeaderRule {
  /** A path from the site's root. With `*` at its end, it matches every path that begins so. */
  path: string;
  headers: Record<string, string>;
  /** Whether the rule is for files that are there, and not for the answer that there is none. */
  foundOnly?: boolean;
}

/**
 * The policy that every response carries. A server's settings outlive a build, so it cannot contain the hashes of scripts:
 * those are in the policy of each page. A browser enforces both.
 */
const POLICY = ["object-src 'none'", "base-uri 'none'", "form-action 'self'"].join('; ');

/** Browser features that no page uses. */
const UNUSED_FEATURES = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb'];

/** The rules in order. Where two set the same header, the later one wins. The first rule covers the whole site. */
export const HEADER_RULES: HeaderRule[] = [
  {
    path: '/*',
    headers: {
      'Content-Security-Policy': `${POLICY}; frame-ancestors 'none'`,
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Permissions-Policy': UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', '),
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'X-Content-Type-Options': 'nosniff',
      // The browser asks each time whether the file has changed, and mostly gets "304 Not Modified".
      'Cache-Control': 'no-cache',
    },
  },
  // Embeds, which other sites may frame.
  { path: '/embed/*', headers: { 'Content-Security-Policy': POLICY } },
  // The names of these files contain a hash of their content, so a file never changes. A missing one may still come.
  { path: '/_astro/*', headers: { 'Cache-Control': 'public, max-age=31536000, immutable' }, foundOnly: true },
];

/**
 * The rules for hosts that go by the path alone. Cloudflare Pages, Vercel and others send these headers with a 404, too: a
 * browser that asks for a file in the middle of an update would remember for a year that it is missing. So it keeps all files
 * of that folder for a day.
 */
export const HEADER_RULES_BY_PATH: HeaderRule[] = HEADER_RULES.map(({ path, headers, foundOnly }) =>
  foundOnly ? { path, headers: { ...headers, 'Cache-Control': 'public, max-age=86400' } } : { path, headers },
);

/**
 * The regular expression, for any case, of an `Accept` header that asks for the Markdown of a page: it names the type with
 * its full weight. Browsers do not name it.
 */
export const ASKS_FOR_MARKDOWN = String.raw`text/markdown\s*(;\s*q=1(\.0+)?\s*)?(,|$)`;

/** The headers for a path from the site's root, such as `/_astro/page.js`. */
export function headersFor(path: string, rules = HEADER_RULES): Record<string, string> {
  const matching = rules.filter((rule) => path.startsWith(rule.path.replace(/\*$/, '')));
  return Object.fromEntries(matching.flatMap(({ headers }) => Object.entries(headers)));
}

/**
 * Writes `_headers`, which Netlify and Cloudflare Pages read: https://docs.netlify.com/manage/routing/headers/
 *
 * Cloudflare joins the values of all rules that match. So a header that differs within the site is not in the rule for
 * everything: each file and folder at the root has a rule with its value.
 * @param parts the names of the files and folders at the site's root; the name of a folder ends in a slash
 */
export function headersFile(parts: string[]): string {
  const [siteWide, ...special] = HEADER_RULES_BY_PATH;
  const varying = new Set(special.flatMap(({ headers }) => Object.keys(headers)));
  const block = (path: string, headers: [string, string][]) =>
    `${path}\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`;
  // Some hosts serve an HTML file without its extension.
  const paths = parts.flatMap((part) =>
    part.endsWith('.html') ? [`/${part}`, `/${part.slice(0, -'.html'.length)}`] : `/${part.replace(/\/$/, '/*')}`,
  );
  return [
    block(
      siteWide!.path,
      Object.entries(siteWide!.headers).filter(([name]) => !varying.has(name)),
    ),
    ...['/', ...paths].map((path) =>
      block(
        path,
        // These hosts behave like "no-cache" by default.
        Object.entries(headersFor(path, HEADER_RULES_BY_PATH)).filter(
          ([name, value]) => varying.has(name) && value !== 'no-cache',
        ),
      ),
    ),
  ].join('\n');
}
