/** The `docs` collection, which Starlight requires. All other content comes from `virtual:content`, see `src/model/`. */
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { pageSchema } from './model/frontmatter.ts';

export const collections = {
  docs: defineCollection({
    loader: glob({ base: './content', pattern: '**/*.mdx' }),
    // Not strict, because Starlight adds keys. The content checks have already applied the strict schema.
    schema: docsSchema({ extend: z.object(pageSchema.omit({ title: true, slug: true }).shape) }),
  }),
};
