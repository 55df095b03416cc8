import Errors from './Errors.astro';
import entry from '../entry.css?inline';
import finder from './finder.css?inline';

/** The components that pages use without importing them. */
export const components: Record<string, unknown> = { Errors };

/** The style sheets of pages that use a component. */
export const sheets: Record<string, string[]> = { Errors: [entry, finder] };
