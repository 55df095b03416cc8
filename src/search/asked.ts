/** `content/asked.yaml`: what readers type who look for a place and do not know its words. */
import { z } from 'astro/zod';

export const ASKED_FILE = 'content/asked.yaml';

export const askedSchema = z.record(
  z.string().regex(/^\//, { error: 'must be an address of this site, such as /registries/docker-hub/#pull-limits' }),
  z
    .array(z.string({ error: 'must be a phrase; put it in quotes' }).min(1))
    .min(1, { error: 'needs at least one phrase' }),
);
