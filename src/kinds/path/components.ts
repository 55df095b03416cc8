import Path from './Path.astro';

/** The components that pages use without importing them. */
export const components: Record<string, unknown> = { Path };
