/**
 * Merges the layers of an image into its file system: https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#changeset-over-existing-files
 * and the sections after it. Every path has a history, the entries and whiteouts of all layers in their order. A folder that is
 * deleted, or replaced by something else, ends the history of what is in it. Since a folder is known before what is in it,
 * one pass over all paths finds what is left, what is hidden, and what each layer changes.
 */
import type { Entries, LayerFiles } from './layer-files.ts';
import { ROOT } from './paths.ts';

/** In a column: no entry, no path. */
export const NONE = -1;
/** Events that are no entry. */
const WHITEOUT = -1;
const OPAQUE = -2;

type ChangeKind = 'added' | 'changed' | 'deleted';

export interface LayerChanges {
  entries: number[];
  kinds: ChangeKind[];
  /** For each, the layer of the entry: for a deleted entry, one of the layers below. */
  layers: number[];
}

interface HiddenEntry {
  entry: number;
  layer: number;
  hiddenBy: number;
  how: 'deleted' | 'replaced';
}

/** The merged file system of an image. */
export interface FileSystem {
  /** The visible entry of each path, or -1, and its layer. */
  visible: Int32Array;
  layerOf: Int32Array;
  changes: LayerChanges[];
  /** Files only, the largest first. */
  hidden: HiddenEntry[];
  hiddenBytes: number;
  files: number;
  bytes: number;
}

/** An entry that is gone, until it is known whether the same layer has another in its place. */
interface Gone {
  event: number;
  by: number;
  /** Whether it is listed as deleted, and not only a folder around it. */
  isListed: boolean;
}

/** How far the history of a path has come. */
interface State {
  path: number;
  /** The event of the visible entry, and its number in the changes of its layer. */
  current: number;
  listed: number;
  gone?: Gone | undefined;
  /** The events here that end what was in the folder. */
  ends: number[];
}

class Merger {
  readonly result: FileSystem;
  readonly #entries: Entries;
  /** The events: what happens, in which layer, at which path, and the next event at that path. */
  readonly #what: Int32Array;
  readonly #layers: Int32Array;
  readonly #paths: Int32Array;
  readonly #next: Int32Array;
  #count = 0;
  /** The first and the last event of each path. */
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  /** The events that end what was in a folder, and for each path the nearest folder that has some: itself, or one around it. */
  readonly #ends = new Map<number, number[]>();
  readonly #ending: Int32Array;

  constructor(entries: Entries, layers: readonly LayerFiles[]) {
    const { count } = entries.paths;
    const column = (length = count) => new Int32Array(length).fill(NONE);
    const sizes = layers.map(({ first, end, whiteouts, opaque }) => end - first + whiteouts.length + opaque.length);
    const events = sizes.reduce((sum, size) => sum + size, 0);
    [this.#what, this.#layers, this.#paths, this.#next] = [
      column(events),
      column(events),
      column(events),
      column(events),
    ];
    this.#entries = entries;
    [this.#first, this.#last, this.#ending] = [column(), column(), column()];
    const changes = layers.map((): LayerChanges => ({ entries: [], kinds: [], layers: [] }));
    this.result = { visible: column(), layerOf: column(), changes, hidden: [], hiddenBytes: 0, files: 0, bytes: 0 };
    for (const [layer, { first, end, whiteouts, opaque }] of layers.entries()) {
      // Whiteouts are for the layers below, wherever in the layer they are.
      for (const path of whiteouts) this.#addEvent(path, WHITEOUT, layer);
      for (const path of opaque) this.#addEvent(path, OPAQUE, layer);
      for (let entry = first; entry < end; entry++) this.#addEvent(entries.path.values[entry]!, entry, layer);
    }
    for (let path = ROOT; path < count; path++) this.#follow(path);
    this.#sum();
  }

  #addEvent(path: number, what: number, layer: number): void {
    const event = this.#count++;
    this.#what[event] = what;
    this.#layers[event] = layer;
    this.#paths[event] = path;
    if (this.#first[path] === NONE) this.#first[path] = event;
    else this.#next[this.#last[path]!] = event;
    this.#last[path] = event;
  }

  #follow(path: number): void {
    const state: State = { path, current: NONE, listed: NONE, ends: [] };
    for (let event = this.#first[path]!; event !== NONE; event = this.#next[event]!) {
      this.#endBefore(event, state);
      if (this.#what[event]! >= 0) this.#enter(event, state);
      else {
        if (this.#what[event] === WHITEOUT) this.#remove(event, true, state);
        state.ends.push(event);
      }
    }
    this.#endBefore(Infinity, state);
    this.#settle('deleted', state);
    if (state.current !== NONE) {
      this.result.visible[path] = this.#what[state.current]!;
      this.result.layerOf[path] = this.#layers[state.current]!;
    }
    if (state.ends.length) this.#ends.set(path, state.ends);
    this.#ending[path] = state.ends.length ? path : this.#endingAround(path);
  }

  #endingAround(path: number): number {
    return path === ROOT ? NONE : this.#ending[this.#entries.paths.parentOf(path)]!;
  }

  /** An entry appears. */
  #enter(event: number, state: State): void {
    const { current, gone } = state;
    const entry = this.#what[event]!;
    const layer = this.#layers[event]!;
    const isFolder = this.#isFolder(event);
    if (current !== NONE) {
      const wasFolder = this.#isFolder(current);
      if (wasFolder && this.#entries.isImplied(entry)) return;
      if (wasFolder && !isFolder) state.ends.push(event);
      if (this.#layers[current] === layer) this.result.changes[layer]!.entries[state.listed] = entry;
      else {
        this.#hide(current, layer, 'replaced');
        state.listed = this.#list(event, layer, 'changed');
      }
    } else if (gone && this.#layers[gone.by] === layer) {
      // Its folder is new, as if it were opaque.
      if (isFolder && this.#paths[gone.by] === state.path) this.#what[gone.by] = OPAQUE;
      this.#settle('replaced', state);
      state.listed = this.#list(event, layer, 'changed');
    } else {
      this.#settle('deleted', state);
      state.listed = this.#list(event, layer, 'added');
    }
    state.current = event;
  }

  /** Removes the visible entry if a folder around it ended before an event. */
  #endBefore(event: number, state: State): void {
    if (state.current === NONE) return;
    let end = Infinity;
    for (let folder = this.#endingAround(state.path); folder !== NONE; folder = this.#endingAround(folder)) {
      end = Math.min(end, firstAfter(this.#ends.get(folder)!, state.current));
    }
    if (end >= event) return;
    const isListed = this.#what[end] === OPAQUE && this.#paths[end] === this.#entries.paths.parentOf(state.path);
    this.#remove(end, isListed, state);
  }

  #remove(by: number, isListed: boolean, state: State): void {
    const { current } = state;
    if (current === NONE) return;
    this.#settle('deleted', state);
    state.current = NONE;
    const layer = this.#layers[current]!;
    if (layer === this.#layers[by]) this.result.changes[layer]!.entries[state.listed] = NONE;
    else state.gone = { event: current, by, isListed };
  }

  /** Says what became of an entry that is gone. */
  #settle(how: 'deleted' | 'replaced', state: State): void {
    const { gone } = state;
    if (!gone) return;
    state.gone = undefined;
    const layer = this.#layers[gone.by]!;
    this.#hide(gone.event, layer, this.#what[gone.by]! >= 0 ? 'replaced' : how);
    if (how === 'deleted' && gone.isListed) this.#list(gone.event, layer, 'deleted');
  }

  #isFolder(event: number): boolean {
    return this.#entries.isFolder(this.#what[event]!);
  }

  #list(event: number, layer: number, kind: ChangeKind): number {
    const { entries, kinds, layers } = this.result.changes[layer]!;
    kinds.push(kind);
    layers.push(this.#layers[event]!);
    return entries.push(this.#what[event]!) - 1;
  }

  #hide(event: number, hiddenBy: number, how: 'deleted' | 'replaced'): void {
    const entry = this.#what[event]!;
    if (!this.#entries.isFile(entry)) return;
    this.result.hidden.push({ entry, layer: this.#layers[event]!, hiddenBy, how });
  }

  /** Counts the files, and the bytes of those that have several names only once. */
  #sum(): void {
    const entries = this.#entries;
    const { result } = this;
    const linked = new Set<number>();
    for (const entry of result.visible) {
      const type = entry === NONE ? undefined : entries.typeOf(entry);
      if (type === 'file') result.bytes += entries.sizeOf(entry);
      else if (type === 'hardlink') linked.add(entries.content.values[entry]!);
      else continue;
      result.files++;
    }
    for (const entry of linked) {
      if (result.visible[entries.path.values[entry]!] !== entry) result.bytes += entries.sizeOf(entry);
    }
    result.hidden = result.hidden
      .filter(({ entry }) => !linked.has(entry))
      .sort((a, b) => entries.sizeOf(b.entry) - entries.sizeOf(a.entry));
    for (const { entry } of result.hidden) result.hiddenBytes += entries.sizeOf(entry);
    result.changes = result.changes.map((changes) => withoutRetracted(changes));
  }
}

/** Without what the same layer took back. */
function withoutRetracted(changes: LayerChanges): LayerChanges {
  const { entries, kinds, layers } = changes;
  if (!entries.includes(NONE)) return changes;
  const isKept = (_: unknown, index: number) => entries[index] !== NONE;
  return { entries: entries.filter(isKept), kinds: kinds.filter(isKept), layers: layers.filter(isKept) };
}

/** The first of some rising numbers that is larger than a given one; infinity if none is. */
function firstAfter(numbers: readonly number[], than: number): number {
  let from = 0;
  for (let to = numbers.length; from < to;) {
    const middle = (from + to) >> 1;
    if (numbers[middle]! > than) to = middle;
    else from = middle + 1;
  }
  return numbers[from] ?? Infinity;
}

/** Merges layers, the lowest first. */
export const merge = (entries: Entries, layers: readonly LayerFiles[]): FileSystem =>
  new Merger(entries, layers).result;
