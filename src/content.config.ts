/** Composes the collections: each capability brings its schema, `content/` holds the data. */
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { errorSchema } from './errors/schema.ts';
import { factsSchema } from './facts/schema.ts';
import { termSchema } from './glossary/schema.ts';
import { misconceptionSchema } from './misconceptions/schema.ts';
import { questionSchema } from './questions/schema.ts';
import { pageSchema } from './site/page-schema.ts';
import { sourceSchema } from './sources/schema.ts';
import { statementSchema } from './statements/schema.ts';
import { tableSchema } from './tables/schema.ts';

export const collections = {
  docs: defineCollection({
    loader: glob({ base: './content', pattern: '**/*.mdx' }),
    // Not strict, unlike the rest: Starlight adds keys of its own. `authoring/` has held it against the strict one.
    schema: docsSchema({ extend: z.object(pageSchema.omit({ title: true, slug: true }).shape) }),
  }),
  tables: defineCollection({ loader: glob({ base: './content/tables', pattern: '*.yaml' }), schema: tableSchema }),
  sources: defineCollection({ loader: file('content/sources.yaml'), schema: sourceSchema }),
  statements: defineCollection({ loader: file('content/statements.yaml'), schema: statementSchema }),
  glossary: defineCollection({ loader: file('content/glossary.yaml'), schema: termSchema }),
  questions: defineCollection({ loader: file('content/questions.yaml'), schema: questionSchema }),
  errors: defineCollection({ loader: file('content/errors.yaml'), schema: errorSchema }),
  misconceptions: defineCollection({
    loader: file('content/misconceptions.yaml'),
    schema: misconceptionSchema,
  }),
  facts: defineCollection({ loader: glob({ base: './content/facts', pattern: '*.yaml' }), schema: factsSchema }),
};
