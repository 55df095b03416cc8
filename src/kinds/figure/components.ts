import Figure from './Figure.astro';
import figure from './figure.css?inline';

/** The components that pages use without importing them. */
export const components: Record<string, unknown> = { Figure };

/** The style sheets of pages that use a component. */
export const sheets: Record<string, string[]> = { Figure: [figure] };
