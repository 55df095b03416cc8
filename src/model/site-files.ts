/** The files of the site, by their paths from its root, except the files of pages and tables. Their addresses stay. */
import { CHANGES_FILE } from './changes.ts';
import { PACKAGE_FORMATS, PACKAGE_ITEMS, packagePath, PACKAGE_SCRIPT } from './package-files.ts';
import {
  BUILD_FILE,
  EXAMPLE_IMAGE,
  FEED_FILE,
  LLMS_FILE,
  OPENSEARCH_FILE,
  SINGLE_FILE,
  WORKER_FILE,
} from './published-files.ts';

/** The files that pages may link. */
export const LINKED_FILES: string[] = [
  ...[
    SINGLE_FILE,
    EXAMPLE_IMAGE,
    LLMS_FILE,
    FEED_FILE,
    CHANGES_FILE,
    'data/index.json',
    'data/schema.json',
    'links.json',
  ].map((file) => `/${file}`),
  ...PACKAGE_FORMATS.map(packagePath),
];

/** The files that only browsers and programs ask for. Some exist only with SITE_URL. */
export const OTHER_FILES: string[] = [
  ...[OPENSEARCH_FILE, BUILD_FILE, WORKER_FILE, PACKAGE_ITEMS, PACKAGE_SCRIPT],
  ...['pages.json', 'terms.json', 'errors.json'],
  ...['404.html', 'favicon.svg', 'robots.txt', 'sitemap.xml'],
].map((file) => `/${file}`);
