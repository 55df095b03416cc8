import Cite from './Cite.astro';
import SourceIndex from './SourceIndex.astro';
import jumpList from '../jump-list.css?inline';
import sourceIndex from './source-index.css?inline';

/** The components that pages use without importing them. */
export const components: Record<string, unknown> = { Cite, SourceIndex };

/** The style sheets of pages that use a component. */
export const sheets: Record<string, string[]> = { SourceIndex: [jumpList, sourceIndex] };
