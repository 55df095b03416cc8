/**
 * The value of `Content-Type` for each kind of file, by its extension. Scripts, style sheets and pages are UTF-8 even where a
 * host does not say so; a browser shows plain text, Markdown and CSV in whatever charset it guesses.
 */
export const MEDIA_TYPES: Record<string, string> = {
  atom: 'application/atom+xml',
  css: 'text/css; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
  imscc: 'application/octet-stream', // a course package, which nothing but a learning platform opens
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  md: 'text/markdown; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  tar: 'application/x-tar',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json',
  xml: 'application/xml',
};

/** The extensions that some servers do not know. */
export const UNCOMMON_EXTENSIONS = ['atom', 'csv', 'imscc', 'md', 'tar', 'webmanifest'];

/** The value of `Content-Type` for a path; undefined if its extension is none of the site's. */
export const mediaType = (path: string): string | undefined =>
  MEDIA_TYPES[path.endsWith('/') ? 'html' : path.slice(path.lastIndexOf('.') + 1)];
