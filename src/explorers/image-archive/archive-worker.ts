/** Reads an archive in a worker, so that the page stays usable, and answers what the page asks about it. */
/// <reference lib="webworker" />
import type { Question, Reply } from './messages.ts';
import { openArchive } from '../../image-archive/open.ts';
import { ArchiveProblem, type OpenArchive } from '../../image-archive/types.ts';

const worker = self as unknown as DedicatedWorkerGlobalScope;
const send = (reply: Reply) => worker.postMessage(reply);

let opened: OpenArchive | undefined;

async function answer({ method, values }: Question): Promise<unknown> {
  if (method === 'open') {
    opened = await openArchive(values[0] as Blob, { onProgress: (share) => send({ share }) });
    return opened.archive;
  }
  return (opened![method] as (...values: unknown[]) => unknown)(...values);
}

/** Why an archive can't be read. A browser has an error of its own for a folder, or a file that has changed. */
function sentence(error: unknown): string {
  if (error instanceof ArchiveProblem) return error.message;
  if (error instanceof DOMException)
    return 'The browser can’t read it. It may be a folder, or have changed since you chose it.';
  return 'It couldn’t be read. It may be damaged, or too large for this browser.';
}

worker.onmessage = ({ data }: MessageEvent<Question>) =>
  answer(data).then(
    (answer) => send({ id: data.id, answer } as Reply),
    (error: unknown) => send({ id: data.id, problem: sentence(error) }),
  );
