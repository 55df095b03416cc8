import Figure from './Figure.astro';
import figure from './figure.css?inline';

/** The components that pages use without importing them. */
export const components = { Figure };

/** The style sheets of pages that use a component. */
export const sheets = { Figure: [figure] };
