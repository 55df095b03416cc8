/** The data of `data/index.json` and its schema: every entry of the exported kinds, as plain text. */
import { z } from 'astro/zod';
import { KINDS } from '../kinds/registry.ts';
import type { ExportContext } from '../model/kind.ts';
import { LICENSE } from '../model/settings.ts';

const exportedKinds = KINDS.flatMap((kind) => (kind.exported ? { kind, exported: kind.exported } : []));

/** The schema of what {@link exportData} returns, published as `data/schema.json`. */
export const exportSchema = z
  .strictObject({
    license: z.string(),
    ...Object.fromEntries(exportedKinds.map(({ exported: { key, schema } }) => [key, z.array(schema)])),
  })
  .describe('All tables and dated values of the site, with their corrections and sources');

/** Exports the entries of all exported kinds, in a list for each kind. */
export function exportData(context: ExportContext): Record<string, unknown> {
  const lists = exportedKinds.map(({ kind, exported }): [string, unknown] => [
    exported.key,
    [...context.content.byId(kind)].map(([id, data]) => exported.write(id, data, context)),
  ]);
  return { license: LICENSE, ...Object.fromEntries(lists) };
}
