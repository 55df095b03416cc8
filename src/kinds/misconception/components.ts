import Misconceptions from './Misconceptions.astro';
import entry from '../entry.css?inline';

/** The components that pages use without importing them. */
export const components = { Misconceptions };

/** The style sheets of pages that use a component. */
export const sheets = { Misconceptions: [entry] };
