/** The pages, which Starlight reads from here; all other content comes by `virtual:content`, see `src/model/`. */
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { pageSchema } from './model/frontmatter.ts';

export const collections = {
  docs: defineCollection({
    loader: glob({ base: './content', pattern: '**/*.mdx' }),
    // Not strict: Starlight adds keys of its own. The checks have held it against the strict one.
    schema: docsSchema({ extend: z.object(pageSchema.omit({ title: true, slug: true }).shape) }),
  }),
};
