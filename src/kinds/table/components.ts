import LiveEmbed from './LiveEmbed.astro';
import Table from './Table.astro';
import liveEmbed from './live-embed.css?inline';

/** The components that pages use without importing them. */
export const components: Record<string, unknown> = { LiveEmbed, Table };

/** The style sheets of pages that use a component. */
export const sheets: Record<string, string[]> = { LiveEmbed: [liveEmbed] };
