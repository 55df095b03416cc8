/** The small files that trials and their images have. */
import { z } from 'astro/zod';

/** Texts by the paths of their files. One that begins with `#!` can be run. */
export const trialFiles = z.record(
  z.string().regex(/^(?!.*\.\.)[\w.-]+(\/[\w.-]+)*$/, {
    error: 'must be a path within the folder, such as app/Dockerfile, with neither ".." nor a slash at its beginning',
  }),
  z.string({ error: 'must be the text of the file' }),
);
