import Fact from './Fact.astro';
import FactIndex from './FactIndex.astro';
import FactList from './FactList.astro';
import KeyFacts from './KeyFacts.astro';
import jumpList from '../jump-list.css?inline';
import index from './fact-index.css?inline';
import keyFacts from './key-facts.css?inline';

/** The components that pages use without importing them. */
export const components: Record<string, unknown> = { Fact, FactIndex, FactList, KeyFacts };

/** The style sheets of pages that use a component. */
export const sheets: Record<string, string[]> = { FactIndex: [jumpList, index], KeyFacts: [keyFacts] };
