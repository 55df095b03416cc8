import Misconceptions from './Misconceptions.astro';
import jumpList from '../jump-list.css?inline';
import entry from '../entry.css?inline';
import course from '../course.css?inline';

/** The components that pages use without importing them. */
export const components: Record<string, unknown> = { Misconceptions };

/** The style sheets of pages that use a component. */
export const sheets: Record<string, string[]> = { Misconceptions: [course, entry, jumpList] };
