/** What every server answers, wherever the site is: the promises, each with its requests. */

export interface Expectation {
  /** From the site's root, or from the root of the host if it begins with a slash. It is sent as it stands here. */
  path: string;
  method?: string;
  /** Of the request. */
  headers?: Record<string, string>;
  /** One of several, if servers may differ. */
  status: number | number[];
  /** Headers of the response, by their names in lower case; `null` if there must be none. */
  answer?: Record<string, string | RegExp | null>;
  /** Where the answer leads, from the site's root. */
  location?: string;
  /** The length of the body in bytes. */
  length?: number;
  /** What the body begins with. */
  begins?: RegExp;
}

export const PAGE = 'registries/docker-hub/';
export const REDIRECT = { from: '/old/page/', to: `/${PAGE}` };

const HTML = /^text\/html; ?charset=utf-8$/i;
const SECURE = {
  'content-security-policy': /frame-ancestors 'none'/,
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': /camera=\(\)/,
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
};
const FRAMABLE = { 'content-security-policy': /^(?=.*object-src 'none')(?!.*frame-ancestors)/ };
const WITHOUT_SLASH = PAGE.slice(0, -1);
const notFound = (path: string): Expectation => ({ path, status: 404 });

/** @param script the name of a file in `_astro/` */
export const expectations = (script: string): Record<string, Expectation[]> => ({
  'pages and files come with their types': [
    { path: '', status: 200, answer: { 'content-type': HTML } },
    { path: PAGE, status: 200, answer: { 'content-type': HTML } },
    { path: 'favicon.svg', status: 200, answer: { 'content-type': /^image\/svg\+xml/ } },
    { path: 'search/index.json', status: 200, answer: { 'content-type': /^application\/json/ } },
    { path: `_astro/${script}`, status: 200, answer: { 'content-type': /^(text|application)\/javascript/ } },
    { path: 'notes.md', status: 200, answer: { 'content-type': /^text\/markdown; ?charset=utf-8$/i } },
    { path: 'table.csv', status: 200, answer: { 'content-type': /^text\/csv; ?charset=utf-8$/i } },
    { path: 'robots.txt', status: 200, answer: { 'content-type': /^text\/plain; ?charset=utf-8$/i } },
    { path: 'course.imscc', status: 200, answer: { 'content-type': /^application\/octet-stream$/ } },
    { path: 'app.webmanifest', status: 200, answer: { 'content-type': /^application\/manifest\+json/ } },
  ],

  'a page is Markdown for programs that ask for it, and HTML for all others': [
    ...['', PAGE].flatMap((path) => [
      ...['text/markdown', 'text/markdown, text/html, */*', 'text/html;q=0.9, Text/Markdown;q=1.0'].map((accept) => ({
        path,
        headers: { accept },
        status: 200,
        answer: { 'content-type': /^text\/markdown; ?charset=utf-8$/i, vary: /\bAccept\b(?!-)/i, ...SECURE },
        begins: /^# /,
      })),
      ...['text/html,application/xhtml+xml,*/*;q=0.8', 'text/html, text/markdown;q=0.5', 'text/markdown;q=0'].map(
        (accept) => ({
          path,
          headers: { accept },
          status: 200,
          answer: { 'content-type': HTML, vary: /\bAccept\b(?!-)/i },
          begins: /^<!DOCTYPE html>/i,
        }),
      ),
    ]),
    // What has no Markdown is HTML.
    {
      path: 'embed/tables/docker-features/',
      headers: { accept: 'text/markdown' },
      status: 200,
      answer: { 'content-type': HTML },
    },
    { path: 'no/such/page/', headers: { accept: 'text/markdown' }, status: 404 },
  ],

  'pages, files and scripts have the headers of the project': [
    ...['', PAGE, 'search/index.json'].map((path) => ({
      path,
      status: 200,
      answer: { ...SECURE, 'cache-control': 'no-cache' },
    })),
    {
      path: `_astro/${script}`,
      status: 200,
      answer: { ...SECURE, 'cache-control': 'public, max-age=31536000, immutable' },
    },
  ],

  'other sites can frame an embed, also one that is missing': [
    { path: 'embed/tables/docker-features/', status: 200, answer: FRAMABLE },
    { path: 'embed/tables/no-such-table/', status: 404, answer: FRAMABLE },
  ],

  'a wrong address gets the error page': [
    ...['no/such/page/', 'no-such-file.js', `${PAGE}no`, '_astro/missing.js', 'missing.csv'].map(notFound),
    { path: 'no/such/page/', method: 'HEAD', status: 404, length: 0 },
    // Whole, whatever a program asks for: the error page isn't what it has of this address.
    ...[{ range: 'bytes=0-9' }, { 'if-none-match': '*' }].map((headers) => ({ ...notFound('no/such/page/'), headers })),
  ],

  'a name that is too long for a file is a wrong address': [
    notFound('a'.repeat(256)),
    notFound(`${'a'.repeat(1000)}/`),
    notFound('a/'.repeat(3000)),
  ],

  'a path with a zero byte is refused': [
    { path: 'index.html%00.txt', status: 400 },
    { path: '%00', status: 400 },
    { path: '_astro/%00', status: 400, answer: { 'cache-control': 'no-cache' } },
  ],

  'it adds a missing slash at the end, and keeps the query': [
    { path: WITHOUT_SLASH, status: 301, location: PAGE },
    { path: `${WITHOUT_SLASH}?a=1&b=2`, status: 301, location: `${PAGE}?a=1&b=2` },
    { path: `${WITHOUT_SLASH}?to=//example.org/`, status: 301, location: `${PAGE}?to=//example.org/` },
  ],

  'each address is written in one way': [
    ...['registries//docker-hub/', `${PAGE}/`, 'registries%2Fdocker-hub/'].map(notFound),
    ...['registries/./docker-hub/', 'registries/%2e/docker-hub/', `x/../${PAGE}`, 'favicon.svg/'].map(notFound),
    // A query is no part of the path.
    { path: `${PAGE}?from=https://example.org/../.x`, status: 200 },
  ],

  'no path leads to another host': [
    // At the root of a host, "//registries/docker-hub/" as a Location would lead to the host "registries".
    notFound(`//${WITHOUT_SLASH}`),
    ...['//example.org', '//example.org/registries', '/\\example.org/registries', '/%5cexample.org/registries'].map(
      notFound,
    ),
    // Nor one whose last part is the name of the error page.
    ...['/%5cexample.org', '/%09/example.org', '/example.org', ''].map((up) => notFound(`${up}/404.html/`)),
    ...['%5cexample.org/404.html/', '%09/example.org/404.html/', '404.html/', 'x/404.html/'].map(notFound),
    ...['%0d%0aLocation:%20//example.org/', `${WITHOUT_SLASH}%0d%0aX:%20y`].map(notFound),
  ],

  'it answers GET and HEAD alone, and says so': [
    ...['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'].flatMap((method) =>
      [PAGE, 'no/such/page/', WITHOUT_SLASH].map((path) => ({
        path,
        method,
        status: 405,
        answer: { allow: 'GET, HEAD', 'x-content-type-options': 'nosniff' },
      })),
    ),
    { path: `_astro/${script}`, method: 'POST', status: 405, answer: { 'cache-control': 'no-cache' } },
    { path: PAGE, method: 'FOO', status: [400, 405] }, // Node.js refuses a method that it does not know
    { path: PAGE, status: 200, answer: { allow: null } },
    { path: PAGE, method: 'HEAD', status: 200, length: 0 },
  ],

  'it sends parts of a file': [
    { path: 'favicon.svg', headers: { range: 'bytes=0-9' }, status: 206, length: 10 },
    { path: 'favicon.svg', headers: { range: 'bytes=99999999-' }, status: 416 },
    { path: 'favicon.svg', headers: { range: 'bytes=5-2' }, status: [200, 416] },
    // The first byte, or the whole file.
    {
      path: 'favicon.svg',
      headers: { range: 'bytes=0-0' },
      status: [200, 206],
      answer: { 'content-range': /^(bytes 0-0\/\d+)?$/ },
    },
    // Up to a byte whose number is too large for JavaScript, for 64 bits, and for any machine.
    ...['9007199254740993', '18446744073709551616', '9'.repeat(400)].map((last) => ({
      path: 'favicon.svg',
      headers: { range: `bytes=0-${last}` },
      status: [200, 206, 416],
    })),
    // Of another version of the file, a part is of no use.
    {
      path: 'favicon.svg',
      headers: { range: 'bytes=0-9', 'if-range': '"other"' },
      status: 200,
      begins: /^<svg [^]{100}/,
    },
    // The last five bytes, or the whole file.
    { path: 'favicon.svg', headers: { range: 'bytes=-5' }, status: [200, 206], begins: /^(svg>\n$|<svg [^]{100})/ },
  ],

  'no folder listings, no files that begin with a dot, nothing outside the folder': [
    ...['_astro/', 'empty/', '.secret', '%2esecret', 'empty/.keep', 'x/.well-known/.secret'].map(notFound),
    ...['../', '../../', '%2e%2e/', '%2E./', '..%2f', '..%5c', `${PAGE}../../../`].map((up) => ({
      path: `${up}outside.txt`,
      status: [400, 404],
    })),
    { path: '.well-known/security.txt', status: 200, answer: { 'content-type': /^text\/plain/ } },
  ],
});
