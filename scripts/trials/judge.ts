/** Compares what an engine did with what a trial claims. */
import { matchError } from '../../src/kinds/error/match.ts';
import type { ErrorMessage } from '../../src/kinds/error/index.ts';
import type { TrialStep } from '../../src/kinds/trial/index.ts';

/** What came of a command. */
export interface StepResult {
  /** The exit code; `null` if time ran out. */
  exit: number | null;
  /** Everything that the command printed, on standard output and standard error. */
  output: string;
}

/** The exit codes that a step may have. */
export const exitCodesOf = ({ exit = 0 }: TrialStep): number[] => [exit].flat();

/** How the result of a step contradicts what the step says, one sentence for each contradiction. */
export function contradictionsOf(step: TrialStep, { exit, output }: StepResult): string[] {
  const expected = exitCodesOf(step);
  if (exit === null) return ['It took too long and was stopped.'];
  return [
    ...(expected.includes(exit) ? [] : [`Its exit code is ${exit}, not ${expected.join(' or ')}.`]),
    ...(step.prints ?? []).flatMap((text) => (output.includes(text) ? [] : [`It doesn't print ${quote(text)}.`])),
    ...(step.printsNot ?? []).flatMap((text) => (output.includes(text) ? [`It prints ${quote(text)}.`] : [])),
    ...(step.matches ?? []).flatMap((pattern) =>
      new RegExp(pattern).test(output.trimEnd()) ? [] : [`Its output doesn't match ${pattern}`],
    ),
  ];
}

const quote = (text: string) => `"${text.trim()}"`;

/**
 * How the engine contradicts the entry of an error message: the message must lead to the entry when it is pasted, and be
 * worded like the entry's text.
 * @param errors the patterns of all messages, in their order
 * @param isWorded whether the engine uses the words of the text
 */
export function messageContradictions(
  [id, { text }]: [id: string, error: Pick<ErrorMessage, 'text'>],
  errors: [id: string, pattern: string][],
  outputs: string[],
  isWorded: boolean,
): string[] {
  const found = outputs.some((output) => matchError(output, errors) === id);
  return [
    ...(found ? [] : [`No message from these commands leads to the error "${id}" when it is pasted.`]),
    ...(!isWorded || outputs.some((output) => wordingOf(text).test(output))
      ? []
      : [`No message from these commands reads ${quote(text)}.`]),
  ];
}

/** A pattern for the text of a message, in which `…` matches anything. */
export const wordingOf = (text: string): RegExp =>
  new RegExp(
    text
      .trim()
      .split(/\s*…\s*/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'))
      .join('[^]*?'),
  );
