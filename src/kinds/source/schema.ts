/** `content/sources.yaml`: every source, once, by the id that `Cite`, rows, facts and corrections name. */
import { z } from 'astro/zod';
import { isoDate, textOrDate } from '../../model/fields.ts';

export const sourceSchema = z
  .strictObject({
    title: z.string().min(1).describe('the title of the document'),
    publisher: z.string().min(1).describe('who publishes it'),
    url: z.url({ protocol: /^https$/, error: 'must be a full https address' }).describe('where it is published'),
    read: isoDate.optional().describe('the day on which it was read'),
    dated: textOrDate
      .optional()
      .describe('its own date or version where it carries one, such as "2025-03-03" or "v29.7.2, 2026-08-05"'),
    note: z.string().optional().describe('what a reader should know of the copy that was read'),
    linkOnly: z.literal(true).optional().describe('true for a website that pages link and nobody cites'),
    secondary: z.literal(true).optional().describe('true where the source reports what another one says'),
  })
  .refine(({ read, linkOnly }) => (read === undefined) === (linkOnly === true), {
    error: 'needs read: the day on which it was read; or, for a website that nobody cites, linkOnly: true',
  });
export type Source = z.infer<typeof sourceSchema>;
