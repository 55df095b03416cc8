import Errors from './Errors.astro';
import entry from '../entry.css?inline';
import finder from './finder.css?inline';

/** What pages may use without importing it. */
export const components = { Errors };

/** What only those pages carry that use the component. */
export const sheets = { Errors: [entry, finder] };
