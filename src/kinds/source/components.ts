import Cite from './Cite.astro';
import SourceIndex from './SourceIndex.astro';
import sourceIndex from './source-index.css?inline';

/** What pages may use without importing it. */
export const components = { Cite, SourceIndex };

/** What only those pages carry that use the component. */
export const sheets = { SourceIndex: [sourceIndex] };
