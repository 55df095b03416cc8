import Trials from './Trials.astro';
import TrialTally from './TrialTally.astro';
import trials from './trials.css?inline';

/** The components that pages use without importing them. */
export const components: Record<string, unknown> = { Trials, TrialTally };

/** The style sheets of pages that use a component. */
export const sheets: Record<string, string[]> = { Trials: [trials] };
