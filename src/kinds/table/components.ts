import LiveEmbed from './LiveEmbed.astro';
import Proof from './Proof.astro';
import Table from './Table.astro';
import Topics from './Topics.astro';
import jumpList from '../jump-list.css?inline';
import liveEmbed from './live-embed.css?inline';
import course from '../course.css?inline';
import proof from './proof.css?inline';
import table from './table.css?inline';
import wideTable from './wide-table.css?inline';
import { content } from '../../model/site.ts';
import { columnRule } from './columns.ts';
import { table as tableKind } from './index.ts';
import { isWide, showsVerdicts } from './schema.ts';

/** The components that pages use without importing them. */
export const components: Record<string, unknown> = { LiveEmbed, Proof, Table, Topics };

/** The style sheets of pages that use a component. */
export const sheets: Record<string, string[]> = {
  LiveEmbed: [liveEmbed],
  Proof: [course, proof],
  Topics: [jumpList],
  ...Object.fromEntries(
    [...content.byId(tableKind)].map(([name, data]) => [
      `Table ${name}`,
      [
        ...(showsVerdicts(data) ? [course] : []),
        table,
        ...(isWide(data) ? [wideTable, columnRule(name, data, content)] : []),
      ],
    ]),
  ),
};
