/** `content/synonyms.yaml`: words that mean the same when somebody searches. */
import { z } from 'astro/zod';

export const SYNONYMS_FILE = 'content/synonyms.yaml';

const wording = z.string({ error: 'must be a word or a few; put it in quotes' }).min(1);

export const synonymsSchema = z.array(
  z.array(wording, { error: 'must be a list such as [vm, virtual machine]' }).min(2, {
    error: 'needs at least two wordings that mean the same',
  }),
);
