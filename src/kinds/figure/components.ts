import Figure from './Figure.astro';
import figure from './figure.css?inline';

/** What pages may use without importing it. */
export const components = { Figure };

/** What only those pages carry that use the component. */
export const sheets = { Figure: [figure] };
