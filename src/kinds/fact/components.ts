import Fact from './Fact.astro';
import FactIndex from './FactIndex.astro';
import FactList from './FactList.astro';

/** The components that pages use without importing them. */
export const components: Record<string, unknown> = { Fact, FactIndex, FactList };
