import Fact from './Fact.astro';
import FactIndex from './FactIndex.astro';

/** What pages may use without importing it. */
export const components = { Fact, FactIndex };
