import Glossary from './Glossary.astro';
import Term from './Term.astro';
import TermList from './TermList.astro';
import glossary from './glossary.css?inline';

/** What pages may use without importing it. */
export const components = { Glossary, Term, TermList };

/** What only those pages carry that use the component. */
export const sheets = { Glossary: [glossary] };
