/** The small files that trials and their images have. */
import { z } from 'astro/zod';

/** Texts by the paths of their files. One that begins with `#!` can be run. */
export const trialFiles = z.record(
  z.string().regex(/^(?!.*\.\.)[\w.-]+(\/[\w.-]+)*$/, {
    error: 'must be a path without a slash at its beginning, such as app/Dockerfile',
  }),
  z.string({ error: 'must be the text of the file' }),
);
