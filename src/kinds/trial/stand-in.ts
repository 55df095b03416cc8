/** `content/stand-ins/*.yaml`: small images that the runner builds from BusyBox, under the names of images on the site. */
import { z } from 'astro/zod';
import { distinct, text } from '../../model/fields.ts';
import type { Content, Kind } from '../../model/kind.ts';
import { trialFiles } from './files.ts';

const standInSchema = z.strictObject({
  names: distinct(text)
    .min(1, { error: 'needs at least one name' })
    .describe('the names of the image: [alpine, alpine:3.23]'),
  files: trialFiles.optional().describe('the files that it has besides BusyBox, by their paths'),
  changes: z
    .array(text)
    .optional()
    .describe('instructions of a Dockerfile for its configuration, such as CMD ["httpd", "-f"]'),
});
export type StandIn = z.infer<typeof standInSchema>;

export const standIn: Kind<StandIn> = {
  name: 'stand-in',
  origin: { folder: 'content/stand-ins/', each: 'entry' },
  schema: standInSchema,
  fix: 'Use a name of an image in content/stand-ins/, or add one there.',
  components: {},
};

/** The names of all stand-ins. */
export const standInNames = (content: Content): string[] =>
  [...content.byId(standIn).values()].flatMap(({ names }) => names);
