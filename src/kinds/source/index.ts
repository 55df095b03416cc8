/** `content/sources.yaml`: every source, by the id that citations, rows, facts and corrections name. */
import { z } from 'astro/zod';
import { exportedDate, mustNotBeThere, pastDate, text, webAddress } from '../../model/fields.ts';
import type { Kind, Path, Reference } from '../../model/kind.ts';

const sourceSchema = z
  .strictObject({
    title: text.describe('the title of the document'),
    publisher: text.describe('who publishes it'),
    url: webAddress.describe('where it is published'),
    read: pastDate.optional().describe('the day on which it was read'),
    dated: text
      .optional()
      .describe('its own date or version, if it has one, such as "2025-03-03" or "v29.7.2, 2026-08-05"'),
    note: z.string().optional().describe('what a reader should know about the copy that was read'),
    linkOnly: z.literal(true).optional().describe("true for a website that pages link to but don't cite"),
    secondary: z.literal(true).optional().describe('true if the source reports what another source says'),
  })
  .superRefine(({ read, linkOnly }, context) => {
    if (read && linkOnly) mustNotBeThere(context, 'linkOnly', 'with "read"', 'Remove one of the two.');
    if (read ?? linkOnly) return;
    const fix = 'Add "read:", the day on which it was read. For a website that nobody cites, add "linkOnly: true".';
    context.addIssue({ code: 'custom', message: 'needs "read", or "linkOnly"', params: { fix } });
  })
  .refine(({ dated, read }) => !read || (/\d{4}-\d{2}-\d{2}$/.exec(dated ?? '')?.[0] ?? read) <= read, {
    path: ['dated'],
    error: 'must not end with a date after "read", the day on which it was read',
  });
export type Source = z.infer<typeof sourceSchema>;

export const source: Kind<Source> = {
  name: 'source',
  origin: { file: 'content/sources.yaml' },
  schema: sourceSchema,
  mustBeNamed: true,
  fix: 'Use the id of an entry in content/sources.yaml without linkOnly, or add the source there.',
  components: {
    Cite: { idAttribute: 'id', isLink: true, shows: 'named', cited: true },
    SourceIndex: { shows: 'all', addressed: true },
  },
  isReferable: ({ linkOnly }) => !linkOnly,
  targets: (id) => [{ id, label: `the source "${id}"` }],
};

/** The references of an entry to its sources. @param at the path of the list in the entry */
export const sourceReferences = (ids: string[], at: Path = ['sources']): Reference[] =>
  ids.map((id, index) => ({ to: source, id, at: [...at, index] }));

/** The references of a correction, if there is one, to its sources. @param at the path of the value that has it */
export const correctionReferences = (
  { correction }: { correction?: { sources: string[] } | undefined },
  at: Path = [],
): Reference[] => sourceReferences(correction?.sources ?? [], [...at, 'correction', 'sources']);

/** A source in exported data. */
export const exportedSource = z.strictObject({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  url: z.string().describe('where it is published'),
  dated: z.string().optional().describe('its own date or version'),
  read: exportedDate.optional().describe('the day on which it was read'),
});

/** @param id of an entry in content/sources.yaml */
export function exportSource(id: string, sources: ReadonlyMap<string, Source>): z.infer<typeof exportedSource> {
  const { title, publisher, url, dated, read } = sources.get(id)!;
  return { id, title, publisher, url, ...(dated && { dated }), ...(read && { read }) };
}
