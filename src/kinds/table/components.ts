import LiveEmbed from './LiveEmbed.astro';
import Table from './Table.astro';
import liveEmbed from './live-embed.css?inline';

/** What pages may use without importing it. */
export const components = { LiveEmbed, Table };

/** What only those pages carry that use the component. */
export const sheets = { LiveEmbed: [liveEmbed] };
