import Glossary from './Glossary.astro';
import Term from './Term.astro';
import TermList from './TermList.astro';
import glossary from './glossary.css?inline';

/** The components that pages use without importing them. */
export const components = { Glossary, Term, TermList };

/** The style sheets of pages that use a component. */
export const sheets = { Glossary: [glossary] };
