/** `content/facts/*.yaml`: each value that its vendor may change, with its date, its sources and its next review. */
import { z } from 'astro/zod';
import { breakableHtml } from '../../model/code-breaks.ts';
import { formatDate } from '../../model/dates.ts';
import {
  exportedAddress,
  exportedChange,
  exportedDate,
  inlineMarkdown,
  isoDate,
  pastDate,
  sourceIds,
} from '../../model/fields.ts';
import type { Content, Entry, Kind } from '../../model/kind.ts';
import { plainText, searchText } from '../../model/markdown.ts';
import { pathOf } from '../../model/paths.ts';
import type { Problem } from '../../model/problems.ts';
import { exportedSource, exportSource, source, sourceReferences } from '../source/index.ts';

const factSchema = z.strictObject({
  value: z
    .string({
      error: ({ input }) =>
        // With no message from here, a missing value is reported as missing.
        input === null || input === undefined
          ? undefined
          : `must be text: put it in quotes${typeof input === 'number' ? ', or YAML turns 1.10 into 1.1' : ''}`,
    })
    .min(1, { error: 'must not be empty' })
    .describe("the value in quotes, such as '100000', which readers see as 100,000"),
  unit: z.string().optional().describe('what the value counts, such as "pulls per 6 hours"'),
  meaning: inlineMarkdown.describe('what the value means, in one sentence'),
  page: z.string().describe('the slug of the page that lists the value at its end'),
  asOf: pastDate.describe('the day on which the value was correct: the date of the source, or the day you read it'),
  sources: sourceIds,
  reviewBy: isoDate.describe('the day by which somebody should check it again'),
});
export type Fact = z.infer<typeof factSchema>;

/** The value as a number if it is a whole one. Others stay text, as they are published: of '1.10', the zero counts. */
const parseValue = ({ value }: Fact): number | string => (/^(0|[1-9]\d*)$/.test(value) ? Number(value) : value);

const writeOutDate = (value: string): string => (isoDate.safeParse(value).success ? formatDate(value) : value);

/** The value with its unit, as prose and cells show it: a date is written out. */
export const factText = (fact: Fact): string => {
  const value = parseValue(fact);
  return [typeof value === 'number' ? value.toLocaleString('en-US') : writeOutDate(value), fact.unit]
    .filter(Boolean)
    .join(' ');
};

/** The same as HTML. In a cell, 16 characters of a path such as `/var/lib/containerd` may be too wide for a line. */
export const factHtml = (fact: Fact): string => breakableHtml(factText(fact), 16);

/** The fragment of a fact's address: `fact-hub-pull-limit-anonymous`. */
export const factFragment = (id: string): string => `fact-${id}`;

/** The address of a fact's record on the page where it lives, from the site's root. */
export const factHref = (id: string, { page }: Fact): string => `${pathOf(page)}#${factFragment(id)}`;

const exportedFact = z.strictObject({
  id: z.string(),
  value: z.union([z.string(), z.number()]).describe('a number if the value is a whole one, otherwise text'),
  unit: z.string().optional(),
  meaning: z.string(),
  address: exportedAddress,
  asOf: exportedDate,
  reviewBy: exportedDate,
  sources: z.array(exportedSource),
  changed: exportedChange,
});

/** After this many years, nobody remembers that a value was due for a check. */
const MAX_YEARS = 5;

/** A value due for review before it was known would be due forever, or never. */
function checkDates({ data: { asOf, reviewBy }, file, lineOf }: Entry<Fact>): Problem[] {
  const years = Number(reviewBy.slice(0, 4)) - Number(asOf.slice(0, 4));
  if (reviewBy > asOf && years <= MAX_YEARS) return [];
  const relation = reviewBy > asOf ? `${years} years after` : 'not after';
  return [
    {
      file,
      line: lineOf(['reviewBy']),
      message: `"reviewBy" is ${reviewBy}, which is ${relation} "asOf", ${asOf}.`,
      fix: `Give the day by which somebody should check the value again, at most ${MAX_YEARS} years later.`,
    },
  ];
}

export const fact: Kind<Fact> = {
  check: checkDates,
  name: 'fact',
  origin: { folder: 'content/facts/', each: 'entries' },
  schema: factSchema,
  mustBeNamed: true,
  fix: 'Use the id of an entry in content/facts/, or add the fact there.',
  components: {
    Fact: {
      idAttribute: 'id',
      isLink: true,
      shows: 'named',
      cited: true,
      textOf: ({ props }, content) => factText(content.byId(fact).get(props['id'] ?? '')!),
    },
    FactIndex: { shows: 'all' },
    KeyFacts: { idAttribute: 'ids', shows: 'named' },
    FactList: {
      onEveryPage: true,
      shows: (_, { slug }, content) => factsOf(slug, content).map(([id]) => id),
      addressed: true,
      cited: true,
      target: { id: 'facts', label: 'the list of values' },
    },
  },
  home: ({ page }) => page,
  targets: (id) => [{ id: factFragment(id), label: `the fact "${id}"` }],
  references: ({ sources }) => sourceReferences(sources),
  texts: ({ meaning }) => [{ text: meaning, at: ['meaning'] }],
  searchKinds: { fact: { label: 'Value', whole: true, weight: 0.85 } },
  searchEntries: ({ id, data }, page) => [
    {
      kind: 'fact',
      page,
      fragment: factFragment(id),
      title: searchText(factText(data)),
      parts: [['', searchText(data.meaning)]],
      aside: [['As of', formatDate(data.asOf)]],
    },
  ],
  exported: {
    key: 'facts',
    schema: exportedFact,
    write(id, data, { content, addressAt, changedOn }) {
      const changed = changedOn(factHref(id, data));
      const { unit, meaning, asOf, reviewBy, sources } = data;
      return {
        id,
        value: parseValue(data),
        ...(unit && { unit }),
        meaning: plainText(meaning),
        address: addressAt(factHref(id, data)),
        asOf,
        reviewBy,
        sources: sources.map((id) => exportSource(id, content.byId(source))),
        ...(changed && { changed }),
      };
    },
  },
};

/** The facts whose records are on a page. */
export const factsOf = (slug: string, content: Content): [id: string, fact: Fact][] =>
  [...content.byId(fact)].filter(([, { page }]) => page === slug);
