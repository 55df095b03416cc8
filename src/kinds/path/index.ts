/**
 * `content/paths.yaml`: the learning paths, each with its pages in the order in which they are read. The page that
 * introduces a path lists its steps, and each of its pages leads to the next one.
 */
import { z } from 'astro/zod';
import { inlineMarkdown, SLUG_ERROR, SLUG_PATTERN, text } from '../../model/fields.ts';
import type { Content, Kind } from '../../model/kind.ts';
import { searchText } from '../../model/markdown.ts';
import { pathOf } from '../../model/paths.ts';

/** Levels, the lowest first. A page has the lowest level of the paths that it is on. */
const LEVELS = ['beginner', 'practitioner'] as const;

const learningPathSchema = z.strictObject({
  readers: text.describe('who it is for, in the plural, as after "Next for": beginners'),
  level: z.enum(LEVELS).describe('what its pages expect of their readers'),
  steps: z
    .record(
      z.string().regex(SLUG_PATTERN, { error: SLUG_ERROR }),
      inlineMarkdown
        .regex(/[.!?][^\p{L}\d]*$/u, { error: "must end with a period: with the page's title, it makes a sentence" })
        .describe('what readers get from the page: the rest of a sentence that begins with its title'),
    )
    .refine((steps) => Object.keys(steps).length > 0, { error: 'needs at least one page' })
    .describe('the slug of each page, in order, and the rest of a sentence that begins with its title'),
});
export type LearningPath = z.infer<typeof learningPathSchema>;

export const learningPath: Kind<LearningPath> = {
  name: 'learning path',
  origin: { file: 'content/paths.yaml' },
  schema: learningPathSchema,
  mustBeNamed: true,
  fix: 'Use the id of an entry in content/paths.yaml.',
  components: {
    Path: {
      idAttribute: 'id',
      shows: 'named',
      textOf: ({ props }, content) => stepsText(content.byId(learningPath).get(props['id'] ?? ''), content),
    },
  },
  // As links, so that a page that does not exist is a mistake with a line.
  texts: ({ steps }) =>
    Object.entries(steps).map(([slug, reason]) => ({
      text: `[${slug}](${pathOf(slug)}) ${reason}`,
      at: ['steps', slug],
    })),
};

const stepsText = (path: LearningPath | undefined, content: Content): string =>
  Object.entries(path?.steps ?? {})
    .map(([slug, reason]) => `${content.page(slug)?.frontmatter.title ?? ''} ${searchText(reason)}`)
    .join(' ');

/** A step that follows a page on one of its paths. */
interface NextStep {
  /** The slug of the page to read next. */
  slug: string;
  readers: string;
  /** The number of the step, from 1. */
  number: number;
  count: number;
}

/** The steps that follow a page, one for each path that it is on and does not end. */
export const nextSteps = (slug: string, content: Content): NextStep[] =>
  [...content.byId(learningPath).values()].flatMap(({ readers, steps }) => {
    const slugs = Object.keys(steps);
    const index = slugs.indexOf(slug) + 1;
    const next = index > 0 ? slugs[index] : undefined;
    return next === undefined ? [] : { slug: next, readers, number: index + 1, count: slugs.length };
  });

/** The readers of the paths that a page ends. */
export const endsFor = (slug: string, content: Content): string[] =>
  [...content.byId(learningPath).values()]
    .filter(({ steps }) => Object.keys(steps).at(-1) === slug)
    .map(({ readers }) => readers);

/** The level of a page: the lowest of the paths that it is on; `undefined` if it is on none. */
export function levelOf(slug: string, content: Content): (typeof LEVELS)[number] | undefined {
  const paths = [...content.byId(learningPath).values()].filter(({ steps }) => slug in steps);
  return LEVELS.find((level) => paths.some((path) => path.level === level));
}
