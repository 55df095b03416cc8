/** The service worker lies at the site's root, or it could not answer for all of the site. */
export const WORKER_FILE = 'sw.js';

/** Stands in the pages where the size of what is saved goes, which is known when they are finished. */
export const SIZE_MARK = '%OFFLINE-SIZE%';
