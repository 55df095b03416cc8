import SelfCheck from './SelfCheck.astro';

/** The components that pages use without importing them. */
export const components: Record<string, unknown> = { SelfCheck };
