/** The service worker lies at the site's root, or it could not answer for all of the site. */
export const WORKER_FILE = 'sw.js';
