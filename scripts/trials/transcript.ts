/** The lines of a transcript that matter to readers, without what differs from run to run and from machine to machine. */
import { release } from 'node:os';
import { stripVTControlCharacters } from 'node:util';
import type { TrialStep } from '../../src/kinds/trial/index.ts';
import { exitCodesOf, type StepResult } from './judge.ts';

/** The most lines of the output to keep if there are no lines to look for. */
const MAX_LINES = 4;

/** A command with the lines of its output that matter: those that the trial looks for, or the message of a failure. */
export function linesThatMatter(step: TrialStep, { exit, output }: StepResult, messages: RegExp[] = []): string[] {
  const lines = output
    .split('\n')
    .map((line) => line.trimEnd())
    .filter(Boolean);
  const matters = wanted(step, messages, output);
  const kept = lines.map((line) => matters.some((isWanted) => isWanted(line)));
  const isQuiet = !matters.length && !step.printsNot && !step.exit;
  const shown = isQuiet ? [] : kept.includes(true) ? shorten(lines, kept) : lines.slice(0, MAX_LINES);
  const [first = '', ...rest] = step.run.trim().split('\n');
  const ended = exitCodesOf(step).length > 1 ? [`(exit code ${String(exit)})`] : [];
  return [`$ ${first}`, ...rest, ...shown, ...ended];
}

/** The tests of a line: whether it has a text, or the beginning of one with several lines, or a match. */
function wanted({ prints = [], matches = [] }: TrialStep, messages: RegExp[], output: string) {
  const patterns = [...matches.map((pattern) => new RegExp(pattern)), ...messages];
  const matched = patterns.flatMap((pattern) => pattern.exec(output.trimEnd())?.[0].split('\n') ?? []);
  const parts = [...prints.flatMap((text) => text.split('\n')), ...matched].map((text) => text.trim()).filter(Boolean);
  return parts.map((part) => (line: string) => line.includes(part));
}

/** The kept lines, with `…` for those between them. */
function shorten(lines: string[], kept: boolean[]): string[] {
  const shown: string[] = [];
  lines.forEach((line, index) => {
    if (kept[index]) shown.push(line);
    else if (shown.at(-1) !== '…') shown.push('…');
  });
  return shown;
}

/**
 * Replaces ids, times and what belongs to a machine, so that the next run gives the same lines.
 * @param folder the folder of the trial
 */
export function makeStable(lines: string[], folder: string): string[] {
  const ids: string[] = [];
  /** The ids of a run in the order of their appearance. A short one is the beginning of a long one. */
  const nameOf = (id: string) => {
    const index = ids.findIndex((known) => known.startsWith(id) || id.startsWith(known));
    return `ID-${(index < 0 ? ids.push(id) : index + 1).toString()}`;
  };
  return lines.map((line) =>
    line.startsWith('$ ')
      ? line
      : stripVTControlCharacters(line)
          .replace(/\p{Cc}/gu, '')
          .replaceAll(folder, '~/demo')
          .replaceAll(release(), release().replace(/-.*/, ''))
          .replace(/([\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|\b\w{25})::\w+/g, 'REF')
          .replace(/:\d+(?=->)/g, ':PORT')
          .replace(/(?<=on endpoint )\S+/g, 'NAME')
          .replace(/\b(?:[0-9a-f]{64}|(?=[0-9a-f]*\d)[0-9a-f]{12})\b/g, nameOf)
          .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[\d.]*Z?( [+-]\d{4} \w+)?/g, 'TIME')
          .replace(/\b[A-Z][a-z]{2} [A-Z][a-z]{2} +\d+ [\d:]{8} UTC \d{4}/g, 'TIME')
          .replace(/(Less than a|About an?|\d+) (second|minute|hour)s?( ago)?/gi, 'moments$3')
          .replace(/\b\d+\.\d+s\b/g, '0.1s')
          .replace(/ {3,}/g, '   ')
          .slice(0, 600),
  );
}
