import Statements from './Statements.astro';

/** What pages may use without importing it. */
export const components = { Statements };
