import Misconceptions from './Misconceptions.astro';
import entry from '../entry.css?inline';

/** What pages may use without importing it. */
export const components = { Misconceptions };

/** What only those pages carry that use the component. */
export const sheets = { Misconceptions: [entry] };
