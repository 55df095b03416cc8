/** What the page and its worker say to each other. */
import type { Archive, OpenArchive } from '../../image-archive/types.ts';

/** What the page asks for: to open an archive first, then parts of it. */
export interface Methods extends Omit<OpenArchive, 'archive'> {
  open: (file: Blob) => Archive;
}
export type Method = keyof Methods;
export type Answer<M extends Method> = Awaited<ReturnType<Methods[M]>>;

export interface Question<M extends Method = Method> {
  /** Says which answer belongs to the question. */
  id: number;
  method: M;
  values: Parameters<Methods[M]>;
}

/** Either the share that was read, or the answer to a question, or why there is none. */
export type Reply = { share: number } | { id: number; answer: Answer<Method> } | { id: number; problem: string };
