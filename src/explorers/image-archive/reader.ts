/** The page's side of the worker that reads an archive. */
import { workerStarter } from '../../client/start-worker.ts';
import type { Answer, Method, Methods, Question, Reply } from './messages.ts';

interface Waiting {
  resolve: (answer: unknown) => void;
  reject: (error: Error) => void;
}

const STOPPED = 'Reading stopped. The archive may be too large for this browser.';

let worker: Worker | undefined;
let startWorker: (() => Worker) | undefined;
let questions = 0;
const waiting = new Map<number, Waiting>();

/** Ends the worker. Questions that it hasn't answered stay open. */
export function stop(): void {
  worker?.terminate();
  worker = undefined;
  waiting.clear();
}

/**
 * Starts a worker, which reads one archive.
 * @param policyName the name of the policy by which the page may start it, see src/pipeline/security-policy.ts
 * @param address of the worker; the policy accepts no other
 * @param onProgress is told the share read so far, 0 to 1
 */
export function start(policyName: string, address: string, onProgress: (share: number) => void): void {
  stop();
  startWorker ??= workerStarter(policyName, address);
  worker = startWorker();
  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    if ('share' in data) return onProgress(data.share);
    const { resolve, reject } = waiting.get(data.id)!;
    waiting.delete(data.id);
    if ('problem' in data) reject(new Error(data.problem));
    else resolve(data.answer);
  };
  worker.onerror = () => {
    for (const { reject } of waiting.values()) reject(new Error(STOPPED));
    stop();
  };
}

/** Asks the worker. @throws with a sentence for the reader */
export function ask<M extends Method>(method: M, ...values: Parameters<Methods[M]>): Promise<Answer<M>> {
  const id = questions++;
  const question: Question = { id, method, values };
  return new Promise<Answer<M>>((resolve, reject) => {
    if (!worker) throw new Error(STOPPED);
    waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
    worker.postMessage(question);
  });
}
