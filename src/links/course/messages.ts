/** What the page of the checker and its worker say to each other. */
import type { Judgment } from './judge.ts';
import type { Root } from './roots.ts';
import type { Format, Note, Obstacle, Problem } from './texts.ts';

export type Task =
  | {
      task: 'check';
      files: File[];
      roots: Root[];
      /** How many of the roots are current. They come first. */
      present: number;
      /** The day from which changes count, YYYY-MM-DD, or empty. */
      day: string;
      /** The address of `links.json`. */
      promises: string;
    }
  | {
      task: 'repair';
      file: File;
      roots: Root[];
      /** The new address of each line of the result. */
      addresses: (string | undefined)[];
    };

/** A line of the result: a link that was found in a file, or several that have the same place and address. */
export interface CheckedLink extends Judgment {
  place: string;
  address: string;
  /** The number of the root with which it begins. */
  root: number;
  /** What follows the root. */
  rest: string;
  /** Why a repaired file can't change it, if it can't. */
  fixed?: Obstacle | undefined;
}

export type Report =
  | { report: 'progress'; file: number; share: number }
  /**
   * `format`: none if the file could not be read. A note says why. `likely`: for each link that may lead to the site, the
   * address that the site would have.
   */
  | { report: 'file'; file: number; format?: Format; notes: Note[]; links: CheckedLink[]; likely: string[] }
  | { report: 'repaired'; bytes: Uint8Array<ArrayBuffer> }
  | { report: 'failed'; problem: Problem }
  /** `began`: the day on which the record of changes began, if it was asked. */
  | { report: 'done'; began?: string | undefined };
