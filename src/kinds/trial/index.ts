/**
 * `content/trials/*.yaml`: what a real Docker Engine was seen to do. A trial runs commands, says what their result must be,
 * and names the places of the site that this proves. `npm run trials` runs the trials; `trials.lock.json` keeps the results.
 */
import { createHash } from 'node:crypto';
import { z } from 'astro/zod';
import { formatDate } from '../../model/dates.ts';
import {
  distinct,
  exportedAddress,
  exportedDate,
  inlineMarkdown,
  mustBeThere,
  mustNotBeThere,
  refineRegExp,
  text,
} from '../../model/fields.ts';
import type { Content, Entry, Kind, Page } from '../../model/kind.ts';
import { plainText } from '../../model/markdown.ts';
import { pathOf } from '../../model/paths.ts';
import { didYouMean, type Problem } from '../../model/problems.ts';
import { TRIALS_FILE, type TrialRun } from '../../model/trial-record.ts';
import { errorFragment, errorMessage, type ErrorMessage } from '../error/index.ts';
import { trialFiles } from './files.ts';
import { standInNames } from './stand-in.ts';

/** What a trial may need of an engine, besides a version. */
export const NEEDS = {
  buildx: 'the Buildx plugin',
  compose: 'the Compose plugin',
  'containerd-store': 'the containerd image store',
  curl: 'curl',
  linux: 'a local Docker Engine on Linux',
  'older-store': 'the older image store',
  openssl: 'OpenSSL',
  registry: 'a registry at localhost:5000 that also answers for Docker Hub',
} as const;
export type Need = keyof typeof NEEDS;

/** One text, or a list of them. */
const oneOrMore = (item: z.ZodString, error: string) =>
  z.union([item, distinct(item).min(1)], { error }).transform((value): string[] => [value].flat());

const texts = () => oneOrMore(text, 'must be text, or a list of texts');
const addresses = () =>
  oneOrMore(
    z.string().regex(/^\/.*#/),
    'must be an address of this site with a "#", such as /concepts/page/#heading, or a list of them',
  );
const version = () =>
  z
    .string({ error: 'must be a version in quotes' })
    .regex(/^\d+(\.\d+)*$/, { error: "must be a version, such as '28.0'" });

const stepSchema = z.strictObject({
  run: text.describe('a shell command'),
  exit: z
    .union([z.int(), z.array(z.int()).min(2)], { error: 'must be a number, or a list of numbers if versions differ' })
    .optional()
    .describe('its exit code, if that is not 0; a list if it depends on the version'),
  prints: texts().optional().describe('what its output must contain'),
  printsNot: texts().optional().describe('what its output must not contain'),
  matches: texts()
    .superRefine(refineRegExp)
    .optional()
    .describe("a regular expression that its output must match; '^$' if it must print nothing"),
});
export type TrialStep = z.infer<typeof stepSchema>;

const trialSchema = z
  .strictObject({
    page: z.string().default('reference/trials').describe('the slug of the page that lists the trial'),
    proves: addresses().optional().describe('the addresses that the trial proves'),
    claim: inlineMarkdown.optional().describe('what the trial proves, in a sentence'),
    needs: distinct(z.enum(Object.keys(NEEDS) as Need[], { error: `must be one of: ${Object.keys(NEEDS).join(', ')}` }))
      .optional()
      .describe('what the trial needs besides an engine'),
    from: version()
      .optional()
      .describe("the first version of Docker Engine of which the claim is true, such as '28.0'"),
    before: version().optional().describe('the first version of Docker Engine of which it is no longer true'),
    images: distinct(text).optional().describe('the images that the engine has when the trial begins'),
    files: trialFiles.optional().describe('the files that the steps use'),
    steps: z
      .array(stepSchema)
      .min(1, { error: 'needs at least one step' })
      .optional()
      .describe('the commands, in order'),
    otherWords: z
      .literal(true)
      .optional()
      .describe('true if the engine words the error message differently from the text of its entry'),
    readOnly: addresses().optional().describe('the addresses of what cannot be run, in place of "proves"'),
    why: inlineMarkdown.optional().describe('why it cannot be run, in a sentence'),
  })
  .superRefine(checkForm);
export type Trial = z.infer<typeof trialSchema>;

/** The keys of a trial that can be run, and of one that can't. The first key of each form says what the trial is about. */
const FORMS = [
  ['proves', 'claim', 'steps'],
  ['readOnly', 'why'],
] as const;

/** A trial either proves something with commands, or says why it can't. */
function checkForm(trial: Partial<Record<(typeof FORMS)[number][number], unknown>>, context: z.RefinementCtx): void {
  const has = (key: (typeof FORMS)[number][number]) => trial[key] !== undefined;
  const form = FORMS.find(([about]) => has(about)) ?? FORMS.find((keys) => keys.some(has));
  if (!form) {
    const message = 'needs "proves", "claim" and "steps"; or, for what cannot be run, "readOnly" and "why"';
    return context.addIssue({ code: 'custom', message, params: { fix: 'Add these keys.' } });
  }
  for (const key of form) if (!has(key)) mustBeThere(context, key);
  for (const key of FORMS.flat()) {
    if (!(form as readonly string[]).includes(key) && has(key)) mustNotBeThere(context, key, `with "${form[0]}"`);
  }
}

/** A trial that can be run. */
export type RunnableTrial = Trial & { proves: string[]; claim: string; steps: TrialStep[] };
export const isRunnable = (trial: Trial): trial is RunnableTrial => trial.steps !== undefined;

/** The addresses that an entry is about. */
export const placesOf = ({ proves, readOnly }: Trial): string[] => proves ?? readOnly ?? [];

/** The fragment of a trial's address: `trial-container-is-a-small-vm`. */
export const trialFragment = (id: string): string => `trial-${id}`;

/** The address of a trial, from the site's root. */
const trialHref = (id: string, { page }: Trial): string => `${pathOf(page)}#${trialFragment(id)}`;

/** The error messages that a trial proves, by their ids. */
export const errorsOf = (trial: Trial, content: Content): [id: string, error: ErrorMessage][] =>
  [...content.byId(errorMessage)].filter(([id]) =>
    placesOf(trial).some((address) => address.endsWith(`#${errorFragment(id)}`)),
  );

/** A hash of what a trial claims and runs. If it changes, the last run proves nothing any longer. */
export function trialHash(trial: Trial, content: Content): string {
  const { claim, needs, from, before, images, files, steps, otherWords } = trial;
  const messages = errorsOf(trial, content).map(([, { text, pattern }]) => [text, pattern]);
  const claimed = JSON.stringify([claim, needs, from, before, images, files, steps, otherWords, messages]);
  return createHash('sha256').update(claimed).digest('hex').slice(0, 12);
}

/** A run of a trial, with the engine that did it. */
export interface EngineRun extends TrialRun {
  /** The version of Docker Engine: `26.1.5`. */
  version: string;
  /** The store of its images: `containerd`, or the storage driver of the older store. */
  store: string;
}

/** The runs of a trial, newest engine first. */
export const runsOf = (id: string, content: Content): EngineRun[] =>
  Object.entries(content.runs.data[id] ?? {})
    .map(([engine, run]) => {
      const [version = '', store = ''] = engine.split(' ');
      return { ...run, version, store };
    })
    .sort(newestFirst);

const newestFirst = (a: EngineRun, b: EngineRun): number =>
  compareVersions(b.version, a.version) || a.store.localeCompare(b.store);

/** Compares versions such as `9.0` and `26.1.5` by their numbers: below 0 if the first is older. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number)) as [number[], number[]];
  const differences = Array.from(
    { length: Math.max(left.length, right.length) },
    (_, index) => (left[index] ?? 0) - (right[index] ?? 0),
  );
  return differences.find((difference) => difference !== 0) ?? 0;
}

/** Lists as sentences have them: "29.1.0, 28.5.2 and 26.1.5". */
export const LIST = new Intl.ListFormat('en-GB');

/** What the engine was seen to do must be what the trial claims, and what was run must be what the trial says now. */
function checkRuns({ id, data, file, lineOf }: Entry<Trial>, content: Content): Problem[] {
  if (!isRunnable(data)) return [];
  const hash = trialHash(data, content);
  const runs = runsOf(id, content);
  const wrong = runs.filter(({ agrees }) => !agrees);
  const old = runs.filter(({ agrees, trial }) => agrees && trial !== hash);
  const problems: Problem[] = wrong.map(({ version, store, day }) => ({
    file: TRIALS_FILE,
    line: content.runs.lineOf([id, `${version} ${store}`]),
    message: `Docker Engine ${version} (${store}) contradicts the trial "${id}": on ${day}, it didn't do what the trial claims.`,
    fix: `Correct the text at ${data.proves.join(' and ')}, then the trial in ${file}. Run "npm run trials -- --record ${id}".`,
  }));
  if (!old.length) return problems;
  const engines = LIST.format(old.map(({ version, store, day }) => `${version} (${store}) on ${day}`));
  return [
    ...problems,
    {
      file,
      line: lineOf(['claim']),
      message: `The trial "${id}" has changed since it ran with Docker Engine ${engines}: its claim, a step, an image, a file, or the message that it proves.`,
      fix: `Run "npm run trials -- --record ${id}". If you have no Docker Engine, delete the trial's entry in ${TRIALS_FILE}: then the site says that it has not been run.`,
    },
  ];
}

/** The prompt before a command in a block of code. */
export const COMMAND = /^\$ /m;

/** The address of the heading above a block of code. */
function sectionOf({ slug, headings }: Page, block: Page['codeBlocks'][number]): string | undefined {
  const id = headings.findLast(({ line }) => line < block.line)?.id;
  return id && `${pathOf(slug)}#${id}`;
}

/** The addresses of the sections of a page in which there is a console block. */
export const consoleHeadings = (page: Page): string[] => [
  ...new Set(page.codeBlocks.flatMap((block) => (block.language === 'console' ? (sectionOf(page, block) ?? []) : []))),
];

/** A page says below the commands of a section whether they were run. Without commands, it could not say so. */
function checkSections({ data, file, lineOf }: Entry<Trial>, content: Content): Problem[] {
  return (data.proves ?? []).flatMap((address, index) => {
    const page = content.pages.find(({ slug, headings }) =>
      headings.some(({ id }) => address === `${pathOf(slug)}#${id ?? ''}`),
    );
    if (!page || consoleHeadings(page).includes(address)) return [];
    const commands = page.codeBlocks.find((block) => sectionOf(page, block) === address && COMMAND.test(block.text));
    if (commands) {
      const { language, line } = commands;
      const message = `A trial proves these commands, but their block ${language ? `has the language "${language}"` : 'names no language'}.`;
      return { file: page.file, line, message, fix: 'Start the block with ```console.' };
    }
    return {
      file,
      line: lineOf(['proves', index]),
      message: `The section ${address} has no commands, so its page wouldn't say that it was tested.`,
      fix: 'Put the commands into a block of the language "console" in that section, or name a row, a misconception or an error.',
    };
  });
}

function checkTrial(entry: Entry<Trial>, content: Content): Problem[] {
  const { data, file, lineOf } = entry;
  const known = standInNames(content);
  const unknown = (data.images ?? [])
    .map((name, index) => ({ name, index }))
    .filter(({ name }) => !known.includes(name));
  // Such a trial never ran, so a message about its last run would hide the mistake.
  if (!unknown.length) return [...checkSections(entry, content), ...checkRuns(entry, content)];
  return unknown.map(({ name, index }) => ({
    file,
    line: lineOf(['images', index]),
    message: `There is no image "${name}" to run trials with.${didYouMean(name, known)}`,
    fix: 'Add the name to a file in content/stand-ins/, or add a file there.',
  }));
}

/** How a place of the site was verified. */
interface Mark {
  /** The address of the trial. */
  href: string;
  /** The runs that prove it, newest engine first. */
  runs: EngineRun[];
  /** Whether it cannot be run. */
  isReadOnly: boolean;
}

/** How a place was verified: by running trials, or only by reading. `undefined` if no trial is about it. */
export function markOf(address: string, content: Content): Mark | undefined {
  const marks = content
    .entries(trial)
    .filter(({ data }) => placesOf(data).includes(address))
    .map(({ id, data }) => ({ href: trialHref(id, data), runs: runsOf(id, content), isReadOnly: !isRunnable(data) }));
  const mark = marks.find(({ runs }) => runs.length) ?? marks[0];
  return mark && { ...mark, runs: marks.flatMap(({ runs }) => runs).sort(newestFirst) };
}

/** How a place on a page was verified. @param id the fragment of the place */
export const markOn = ({ slug }: Page, id: string, content: Content): Mark | undefined =>
  markOf(`${pathOf(slug)}#${id}`, content);

/** A mark as readers see it: "Tested with Docker Engine 28.5.2 and 26.1.5 on 29 November 2026". */
export function markText({ runs, isReadOnly }: Mark): string {
  if (!runs.length) return isReadOnly ? 'Not tested by us' : 'Not tested yet';
  const versions = [...new Set(runs.map(({ version }) => version))];
  const days = [...new Set(runs.map(({ day }) => day))].sort();
  return `Tested with Docker Engine ${LIST.format(versions)}${days.length > 1 ? ', last' : ''} on ${formatDate(days.at(-1)!)}`;
}

/** A store of images in the words of readers. */
export const storeName = (store: string): string =>
  store === 'containerd' ? 'containerd image store' : `older image store (${store})`;

const exportedTrial = z.strictObject({
  id: z.string(),
  address: exportedAddress,
  places: z.array(exportedAddress).describe('what the trial proves, or what cannot be run'),
  claim: z.string().optional().describe('what the trial claims'),
  readOnly: z.string().optional().describe('why it cannot be run'),
  runs: z
    .array(
      z.strictObject({
        engine: z.string().describe('the version of Docker Engine'),
        with: z.string().optional().describe('the versions of the plugins that took part'),
        store: z.string().describe("containerd, or the storage driver of the engine's older image store"),
        day: exportedDate,
      }),
    )
    .describe('the engines that did what the trial claims'),
});

export const trial: Kind<Trial> = {
  name: 'trial',
  origin: { folder: 'content/trials/', each: 'entries' },
  schema: trialSchema,
  fix: 'Use the id of an entry in content/trials/.',
  components: {
    Trials: {
      shows: (_, { slug }, content) =>
        content.entries(trial).flatMap(({ id, data }) => (data.page === slug ? [id] : [])),
      addressed: true,
    },
    TrialTally: {},
  },
  home: ({ page }) => page,
  targets: (id) => [{ id: trialFragment(id), label: `the trial "${id}"` }],
  texts: ({ claim, why, proves, readOnly }) => [
    ...(claim ? [{ text: claim, at: ['claim'] }] : []),
    ...(why ? [{ text: why, at: ['why'] }] : []),
    // As links, so that a place that does not exist is a mistake with a line.
    ...(proves ?? []).map((address, index) => ({ text: `[proves](${address})`, at: ['proves', index] })),
    ...(readOnly ?? []).map((address, index) => ({ text: `[readOnly](${address})`, at: ['readOnly', index] })),
  ],
  check: checkTrial,
  exported: {
    key: 'trials',
    schema: exportedTrial,
    write: (id, data, { content, addressAt }) => ({
      id,
      address: addressAt(trialHref(id, data)),
      places: placesOf(data).map(addressAt),
      ...(data.claim && { claim: plainText(data.claim) }),
      ...(data.why && { readOnly: plainText(data.why) }),
      runs: runsOf(id, content).map(({ version, with: plugins, store, day }) => ({
        engine: version,
        ...(plugins && { with: plugins }),
        store,
        day,
      })),
    }),
  },
};
