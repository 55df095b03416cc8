/** All paths of an archive, each a number: a million entries share the names of their folders, and layers their paths. */

import { Column } from './column.ts';
import { ArchiveProblem } from './types.ts';

/** The most characters of all names and link targets together. */
const MAX_CHARACTERS = 200e6;

/** The number of the root. */
export const ROOT = 0;

export class Paths {
  readonly #parents = new Column(Int32Array);
  readonly #names: string[] = [''];
  readonly #children = new Map<number, Map<string, number>>();

  #characters = 0;

  get count(): number {
    return this.#names.length;
  }

  /** The folder of a path; it always has a smaller number. */
  parentOf(path: number): number {
    return this.#parents.values[path]!;
  }

  nameOf(path: number): string {
    return this.#names[path]!;
  }

  /** What was ever named in a folder. */
  childrenOf(folder: number): Iterable<number> {
    return this.#children.get(folder)?.values() ?? [];
  }

  /** @throws ArchiveProblem if too much text would be in memory */
  countCharacters({ length }: string): void {
    this.#characters += length;
    if (this.#characters > MAX_CHARACTERS) throw new ArchiveProblem('The names in it are too long to be read.');
  }

  /** The number of a name in a folder, which it gets now if it has none. @throws ArchiveProblem if there are too many */
  add(folder: number, name: string): number {
    let children = this.#children.get(folder);
    if (!children) this.#children.set(folder, (children = new Map<string, number>()));
    let path = children.get(name);
    if (path === undefined) {
      this.countCharacters(name);
      path = this.#names.length;
      const own = copyOf(name);
      children.set(own, path);
      this.#parents.set(path, folder);
      this.#names.push(own);
    }
    return path;
  }

  /** The number of a path; `undefined` if it was never named. */
  find(text: string): number | undefined {
    let path: number | undefined = ROOT;
    for (const name of partsOf(text)) path = path === undefined ? undefined : this.#children.get(path)?.get(name);
    return path;
  }

  /** A path as text, without a slash at its beginning or end. */
  textOf(path: number): string {
    const names: string[] = [];
    for (let at = path; at !== ROOT; at = this.parentOf(at)) names.push(this.#names[at]!);
    return names.reverse().join('/');
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
/** The same text without the longer one that it was cut from, which engines of JavaScript otherwise keep in memory. */
const copyOf = (text: string) => (text.length > 12 ? decoder.decode(encoder.encode(text)) : text);

/** The names in a path. `a/../b` is `b`, as engines clean paths; a `..` that leads out of the root stays as it is. */
export function partsOf(text: string): string[] {
  const parts: string[] = [];
  for (const part of text.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts;
}
