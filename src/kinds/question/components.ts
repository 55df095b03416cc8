import SelfCheck from './SelfCheck.astro';

/** What pages may use without importing it. */
export const components = { SelfCheck };
