/** The whole site as one file lies at the site's root, under this name. */
export const SINGLE_FILE = 'whole-site.html';
