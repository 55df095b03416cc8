/** The addresses of packages for learning platforms. They are published, so they stay. */

/** The formats of packages for learning platforms, with the endings of their files and the names that pages give them. */
export const PACKAGES = {
  gift: ['.gift.txt', 'GIFT'],
  moodle: ['.moodle.xml', 'Moodle XML'],
  glossary: ['.glossary.xml', 'Moodle glossary'],
  cartridge: ['.imscc', 'Common Cartridge'],
  anki: ['.anki.txt', 'Anki'],
  csv: ['.questions.csv', 'CSV'],
} as const;
export type PackageFormat = keyof typeof PACKAGES;
export const PACKAGE_FORMATS = Object.keys(PACKAGES) as PackageFormat[];

/** The path of the ready package of the whole site, from the site's root. */
export const packagePath = (format: PackageFormat): string => `/packages/docker-basics${PACKAGES[format][0]}`;

/** What packages can contain, and the script that builds a package from what a reader chooses. */
export const PACKAGE_ITEMS = 'packages/items.json';
export const PACKAGE_SCRIPT = 'packages/download.js';
