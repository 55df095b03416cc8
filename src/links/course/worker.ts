/** Reads, judges and repairs the files of a course in a worker, so that the page stays usable. It keeps nothing. */
/// <reference lib="webworker" />
import { FileProblem, Limits } from './archives.ts';
import { CHANGES_FILE, changesSince, type Changes } from '../../model/changes.ts';
import { atFormerRoot, inFrame, judge, type ChangesSince, type Judgment, type Promises } from './judge.ts';
import { likelyRoots } from './likely-roots.ts';
import { findLinks, repair, type Link } from './links.ts';
import type { CheckedLink, Report, Task } from './messages.ts';
import { readFile } from './read-file.ts';
import type { Problem } from './texts.ts';

const worker = self as unknown as DedicatedWorkerGlobalScope;
const send = (report: Report, transfer: Transferable[] = []) => worker.postMessage(report, transfer);

/** A browser gives a page about two gigabytes, and a file is in memory more than once. */
const MAX_BYTES = 500e6;

async function read(file: File, onProgress?: (share: number) => void) {
  if (file.size > MAX_BYTES) throw new FileProblem('huge');
  return readFile(file.name, new Uint8Array(await file.arrayBuffer()), new Limits(), onProgress);
}

const problemOf = (error: unknown): Problem => (error instanceof FileProblem ? error.problem : 'unread');

/** Reading, finding and judging, which take about equally long. */
const STEPS = 3;

/** Reports the progress of a check's step, a hundred times at most. */
function stepProgress(file: number, step: number): (share: number) => void {
  let reported = 0;
  return (share) => {
    if (share - reported < 0.01) return;
    reported = share;
    send({ report: 'progress', file, share: (step + share) / STEPS });
  };
}

/**
 * Joins links that a reader can't tell apart. Word keeps a link twice, and several on one slide have the same place.
 * @returns the links of each line of the result
 */
const linesOf = (links: Link[]): Link[][] => [
  ...Map.groupBy(links, ({ place, address, isFramed, fixed }) => [place, address, isFramed, fixed].join('\n')).values(),
];

async function checkFile(
  file: File,
  number: number,
  { roots, present }: CheckTask,
  promises: Promises,
  judge: (rest: string) => Judgment,
): Promise<void> {
  try {
    const course = await read(file, stepProgress(number, 0));
    const lines = linesOf(findLinks(course, roots, stepProgress(number, 1)));
    const onJudged = stepProgress(number, 2);
    const judgments = new Map<string, Judgment>(); // courses repeat their links
    const links = lines.map(([link, ...others], index): CheckedLink => {
      const { address, root, rest, fixed, isFramed } = link!;
      const place = link!.place + (others.length ? ` (${others.length + 1} times)` : '');
      const judgment = judgments.get(rest) ?? judge(rest);
      judgments.set(rest, judgment);
      const atRoot = root < present ? judgment : atFormerRoot(judgment, rest);
      onJudged(index / lines.length);
      return { place, address, root, rest, fixed, ...(isFramed ? inFrame(atRoot, rest, promises) : atRoot) };
    });
    const likely = course.parts.flatMap(({ text }) => likelyRoots(text, roots, promises));
    send({ report: 'file', file: number, format: course.format, notes: course.notes, links, likely });
  } catch (error) {
    send({ report: 'file', file: number, notes: [[problemOf(error)]], links: [], likely: [] });
  }
}

/** The content of a JSON file of the site, or nothing if it cannot be loaded. */
const load = <T>(address: string): Promise<T | undefined> =>
  fetch(address)
    .then((response) => (response.ok ? (response.json() as Promise<T>) : undefined))
    .catch(() => undefined);

type CheckTask = Extract<Task, { task: 'check' }>;

async function check(task: CheckTask): Promise<void> {
  const { files, day, promises: address } = task;
  const [promises, record] = await Promise.all([
    load<Promises>(address),
    day ? load<Changes>(new URL(CHANGES_FILE, address).href) : undefined,
  ]);
  if (!promises || (day && !record)) {
    return send({ report: 'failed', problem: 'offline' });
  }
  const since: ChangesSince | undefined = record && ((address, day) => changesSince(record, address, day));
  for (const [number, file] of files.entries()) {
    send({ report: 'progress', file: number, share: 0 });
    await checkFile(file, number, task, promises, (rest) => judge(rest, promises, day, since));
  }
  send({ report: 'done', began: record?.first });
}

async function repairFile({ file, roots, addresses }: Extract<Task, { task: 'repair' }>): Promise<void> {
  try {
    const course = await read(file);
    const links = findLinks(course, roots);
    const lineOf = new Map(linesOf(links).flatMap((line, index) => line.map((link) => [link, index])));
    const chosen = links.map((link) => addresses[lineOf.get(link)!]);
    const bytes = new Uint8Array(await repair(course, links, chosen, roots));
    send({ report: 'repaired', bytes }, [bytes.buffer]);
  } catch (error) {
    send({ report: 'failed', problem: problemOf(error) });
  }
}

worker.onmessage = ({ data }: MessageEvent<Task>) => void (data.task === 'check' ? check(data) : repairFile(data));
