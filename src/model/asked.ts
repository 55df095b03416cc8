/** `content/asked.yaml`: what readers type who look for a place and do not know its words. */
import { z } from 'astro/zod';
import { address } from './redirects.ts';

export const ASKED_FILE = 'content/asked.yaml';

const asked = z.union([z.string().min(1), z.strictObject({ name: z.string().min(1) })], {
  error: 'must be a phrase, or { name: … } for what many call the thing; put it in quotes',
});
/** A phrase, of which each word counts a little; or a name, which counts as a title does. */
export type Asked = z.infer<typeof asked>;

export const askedSchema = z.record(address, z.array(asked).min(1, { error: 'needs at least one phrase' }));
