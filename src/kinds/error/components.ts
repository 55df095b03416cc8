import ErrorField from './ErrorField.astro';
import ErrorFinder from './ErrorFinder.astro';
import Errors from './Errors.astro';
import jumpList from '../jump-list.css?inline';
import entry from '../entry.css?inline';
import field from './field.css?inline';
import finder from './finder.css?inline';

/** The components that pages use without importing them. */
export const components: Record<string, unknown> = { ErrorField, ErrorFinder, Errors };

/** The style sheets of pages that use a component. */
export const sheets: Record<string, string[]> = {
  ErrorField: [field],
  ErrorFinder: [finder],
  Errors: [entry, jumpList],
};
