/** File systems as Node.js sees them and as the reader of archives does, in one form that can be compared. */
import { spawnSync } from 'node:child_process';
import { lstatSync, mkdtempSync, readdirSync, readlinkSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import type { Entry, OpenArchive } from '../../src/image-archive/types.ts';

/** By its path: what an entry is, in words. */
export type Files = Record<string, string>;

const describe = (type: string, mode: number, size: number, target: string, names: string[]) =>
  // Links have no mode of their own.
  type === 'link' ? `link to ${target}` : `${type} ${mode.toString(8)} ${size} ${names.sort().join(' = ')}`;

function typeOf(stats: Stats): string {
  if (stats.isDirectory()) return 'folder';
  if (stats.isSymbolicLink()) return 'link';
  if (stats.isFIFO()) return 'pipe';
  return stats.isFile() ? 'file' : 'device';
}

/** Unpacks an archive with the tar of the system. @returns the new folder */
export function unpackWithTar(archive: string, folder: string): string {
  const target = mkdtempSync(join(folder, 'unpacked-'));
  const { status, stderr } = spawnSync('tar', ['-xpf', archive, '-C', target], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return target;
}

/** What is in a folder. */
export function walk(root: string): Files {
  const stats = new Map<string, Stats>();
  const list = (folder: string) => {
    for (const name of readdirSync(join(root, folder))) {
      const path = join(folder, name);
      stats.set(path, lstatSync(join(root, path)));
      if (stats.get(path)!.isDirectory()) list(path);
    }
  };
  list('');
  /** Names of one file. */
  const names = new Map<number, string[]>();
  for (const [path, stat] of stats)
    if (stat.nlink > 1 && stat.isFile()) names.set(stat.ino, [...(names.get(stat.ino) ?? []), path]);
  return Object.fromEntries(
    [...stats].map(([path, stat]) => {
      const target = stat.isSymbolicLink() ? readlinkSync(join(root, path)) : '';
      const size = stat.isFile() ? stat.size : 0;
      return [path, describe(typeOf(stat), stat.mode & 0o7777, size, target, names.get(stat.ino) ?? [])];
    }),
  );
}

/** The merged file system of an image. */
export function filesOf(open: OpenArchive, image: number): Files {
  const entries: Entry[] = [];
  const list = (folder: string) => {
    for (const entry of open.list(image, folder, 0, 1e6).items) {
      entries.push(entry);
      if (entry.type === 'folder') list(entry.path);
    }
  };
  list('');
  const names = new Map<string, string[]>();
  for (const { type, path, target } of entries) {
    if (type === 'hardlink') names.set(target!, [...(names.get(target!) ?? [target!]), path]);
  }
  return Object.fromEntries(
    entries.map(({ path, type, mode, size, target }) => {
      const others = names.get(type === 'hardlink' ? target! : path) ?? [];
      return [path, describe(type === 'hardlink' ? 'file' : type, mode, size, target ?? '', others)];
    }),
  );
}
