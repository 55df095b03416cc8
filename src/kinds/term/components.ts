import Glossary from './Glossary.astro';
import Term from './Term.astro';
import TermList from './TermList.astro';
import jumpList from '../jump-list.css?inline';
import glossary from './glossary.css?inline';

/** The components that pages use without importing them. */
export const components: Record<string, unknown> = { Glossary, Term, TermList };

/** The style sheets of pages that use a component. */
export const sheets: Record<string, string[]> = { Glossary: [glossary, jumpList] };
