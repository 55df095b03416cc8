import CourseTally from './CourseTally.astro';
import Statements from './Statements.astro';
import tally from './tally.css?inline';
import course from '../course.css?inline';

/** The components that pages use without importing them. */
export const components: Record<string, unknown> = { CourseTally, Statements };

/** The style sheets of pages that use a component. */
export const sheets: Record<string, string[]> = { CourseTally: [course, tally], Statements: [course] };
