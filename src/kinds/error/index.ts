/**
 * `content/errors.yaml`: error messages, each with its cause and its fix. A pasted message reports the first error whose pattern
 * matches, so the more specific patterns come first.
 */
import { z } from 'astro/zod';
import { inlineMarkdown, refineRegExp, sourceIds, text, topic } from '../../model/fields.ts';
import type { Content, Entry, Kind, Page } from '../../model/kind.ts';
import { searchText } from '../../model/markdown.ts';
import type { Problem } from '../../model/problems.ts';
import { sourceReferences } from '../source/index.ts';
import { matchError } from './match.ts';

const errorSchema = z.strictObject({
  topic,
  text: text.describe('the part of the message that is always the same, exactly as printed'),
  pattern: z
    .string()
    .superRefine(refineRegExp)
    .describe('a regular expression that finds the error anywhere in a pasted message; case is ignored'),
  cause: inlineMarkdown.describe('what the message means and why it appears'),
  cure: inlineMarkdown.describe('what to do'),
  commands: z
    .array(
      text.refine((command) => !/^[A-Z]+ /.test(command), {
        error: 'is a line of a Dockerfile: write it under "dockerfile:"',
      }),
    )
    .min(1, { error: 'needs at least one command' })
    .optional()
    .describe('the commands that are too long for the sentences of the cure, each a block below it'),
  dockerfile: z
    .array(text)
    .min(1, { error: 'needs at least one line' })
    .optional()
    .describe('instructions for a Dockerfile, each a block below the cure'),
  sources: sourceIds,
});
export type ErrorMessage = z.infer<typeof errorSchema>;

/** The fragment of an error's address: `error-toomanyrequests`. */
export const errorFragment = (id: string): string => `error-${id}`;

/** The lines of a block as code in a sentence, with continued lines joined. */
const linesInText = (block: string): string =>
  block
    .trim()
    .replace(/ \\\n */g, ' ')
    .split('\n')
    .map((line) => `\`${line}\``)
    .join(' ');

export const errorMessage: Kind<ErrorMessage> = {
  name: 'error',
  origin: { file: 'content/errors.yaml' },
  schema: errorSchema,
  fix: 'Use the id of an entry in content/errors.yaml.',
  components: { ErrorField: {}, ErrorFinder: {}, Errors: { shows: 'all', addressed: true, cited: true } },
  targets: (id) => [{ id: errorFragment(id), label: `the error "${id}"` }],
  references: ({ sources }) => sourceReferences(sources),
  texts: ({ cause, cure }) => [
    { text: cause, at: ['cause'] },
    { text: cure, at: ['cure'] },
  ],
  check: (entry, content) => [...checkPattern(entry, content), ...checkCure(entry)],
  checkPage: checkFinder,
  searchKinds: { error: { label: 'Error message', whole: true, weight: 0.7 } },
  searchEntries: ({ id, data: { text, pattern, cause, cure, commands = [], dockerfile = [] } }, page) => [
    {
      kind: 'error',
      page,
      fragment: errorFragment(id),
      title: text, // The output of a program, not Markdown.
      pattern,
      parts: [['Cause', searchText(cause)]],
      aside: [['Fix', searchText([cure, ...[...commands, ...dockerfile].map(linesInText)].join(' '))]],
    },
  ],
};

/** What no error message says. A pattern that matches it, or the empty text, would match every pasted message. */
const UNRELATED = ['', 'Completely unrelated words, 123'];

const isTooBroad = (pattern: string) => UNRELATED.some((text) => matchError(text, [['', pattern]]) !== undefined);

/** The message of an entry, pasted, must lead to this entry. */
function checkPattern({ id, data, file, lineOf }: Entry<ErrorMessage>, content: Content): Problem[] {
  const problem = (message: string, fix: string): Problem[] => [{ file, line: lineOf(['pattern']), message, fix }];
  if (isTooBroad(data.pattern)) {
    return problem(
      `The pattern '${data.pattern}' also matches messages that have nothing to do with this error.`,
      'Write the words that only this message has. Check that no side of a "|" is empty.',
    );
  }
  if (matchError(data.text, [[id, data.pattern]]) === undefined) {
    return problem(
      'The pattern does not match the text of its own entry.',
      /^\/.*\/\w*$/.test(data.pattern) ? 'Write it without slashes around it.' : 'Correct one of the two.',
    );
  }
  const patterns = [...content.byId(errorMessage)]
    .map(([id, { pattern }]): [string, string] => [id, pattern])
    .filter(([, pattern]) => !isTooBroad(pattern));
  const found = matchError(data.text, patterns)!;
  if (found === id) return [];
  return problem(
    `The pattern of "${found}", which comes first, matches this text, too.`,
    'Move the entry with the more specific pattern up, or make the other pattern more specific.',
  );
}

/** The length of the longest command that a sentence of a cure may contain. */
const MAX_COMMAND = 40;

/** A command in a sentence has no Copy button, and a long one breaks. */
function checkCure({ data: { cure }, file, lineOf }: Entry<ErrorMessage>): Problem[] {
  const commands = Array.from(cure.matchAll(/`((?:aws|curl|docker|sudo) [^`]*)`/g), ([, code = '']) =>
    code.replace(/\s+/g, ' '),
  );
  const long = commands.find((command) => command.length > MAX_COMMAND);
  if (!long) return [];
  const message = `The command "${long}" has more than ${MAX_COMMAND} characters.`;
  return [{ file, line: lineOf(['cure']), message, fix: 'Move it to "commands:", where it gets a Copy button.' }];
}

/** The finder looks through the errors of its own page. */
function checkFinder({ components, file }: Page): Problem[] {
  const finder = components.find(({ name }) => name === 'ErrorFinder');
  if (!finder || components.some(({ name }) => name === 'Errors')) return [];
  const message = "<ErrorFinder> has nothing to search: this page doesn't list error messages.";
  return [{ file, line: finder.line, message, fix: 'Add <Errors /> to the page, or remove <ErrorFinder />.' }];
}
