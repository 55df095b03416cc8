/** The addresses of files that the build writes. They are published, so they stay. Browsers use this module too. */

/** The formats of a table's files, with the names that links give them. */
export const FORMATS = { csv: 'CSV', json: 'JSON', md: 'Markdown' } as const;
export type Format = keyof typeof FORMATS;

/** The path of a table's file, from the site's root. */
export const exportPath = (table: string, format: Format): string => `/data/tables/${table}.${format}`;

/** The name of a page's Markdown copy, in the folder of the page. */
export const MARKDOWN_FILE = 'index.md';

/** The name of the picture that previews of a page show, in the folder of the page. */
export const SOCIAL_PICTURE_FILE = 'social.png';

/** The list of the Markdown copies: https://llmstxt.org/ */
export const LLMS_FILE = 'llms.txt';

/** The feed of changes: of the site at its root, and of a page in the folder of the page. https://www.rfc-editor.org/rfc/rfc4287 */
export const FEED_FILE = 'changes.atom';

/** The whole site as one file. */
export const SINGLE_FILE = 'whole-site.html';

/** The description of the search for browsers: https://developer.mozilla.org/docs/Web/XML/Guides/OpenSearch */
export const OPENSEARCH_FILE = 'opensearch.xml';

/** Which commit was built, and when it was committed. */
export const BUILD_FILE = 'build.json';

/** The service worker. It is at the site's root, or it could not answer for the whole site. */
export const WORKER_FILE = 'sw.js';

/** Takes the place, in pages, of the size of the offline copy, which is known only when all pages are finished. */
export const SIZE_PLACEHOLDER = '%OFFLINE-SIZE%';

/** The image that the page on image archives takes apart. */
export const EXAMPLE_IMAGE = 'example-image.tar';
