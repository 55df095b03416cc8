/** Makes the images of `content/stand-ins/` out of BusyBox, and gives an engine those that a trial names. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { StandIn } from '../../src/kinds/trial/stand-in.ts';
import { clear, docker, type Engine } from './engine.ts';

/** Where the registry of the trials answers. */
export const REGISTRY = 'localhost:5000';

const CANDIDATES = ['/bin/busybox', '/usr/bin/busybox', '/usr/local/bin/busybox', '/bin/busybox.static'];

/** A BusyBox that needs no library, since others would not run in an image; `undefined` if there is none. */
export const findBusybox = (): string | undefined =>
  CANDIDATES.find((path) => {
    try {
      return !/\/ld-(linux|musl)/.test(readFileSync(path, 'latin1').slice(0, 4096));
    } catch {
      return false;
    }
  });

/** Writes small files. One that begins with `#!` can be run. @param files texts by paths */
export function writeFiles(folder: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    rmSync(file, { force: true }); // It may be a link to BusyBox.
    writeFileSync(file, text);
    if (text.startsWith('#!')) chmodSync(file, 0o755);
  }
}

export class Images {
  /** The ids of the images that the engine has been given, by their names. */
  readonly #known = new Map<string, string>();
  readonly #engine: Engine;
  readonly #standIns: StandIn[];
  readonly #folder: string;
  readonly #archives = new Map<StandIn, Buffer>();

  /** @param folder in which the file systems of the images are made */
  constructor(engine: Engine, standIns: StandIn[], folder: string) {
    this.#engine = engine;
    this.#standIns = standIns;
    this.#folder = folder;
  }

  /** Puts images into the registry, from which trials pull them under their own names. */
  publish(names: string[]): void {
    const { host } = this.#engine;
    for (const standIn of this.#standIns.filter((standIn) => standIn.names.some((name) => names.includes(name)))) {
      const [first, ...others] = standIn.names.map(nameInRegistry) as [string, ...string[]];
      this.#import(standIn, first);
      for (const name of others) docker(host, ['tag', first, name]);
      for (const name of [first, ...others]) docker(host, ['push', '--quiet', name]);
      docker(host, ['image', 'rm', '--force', first, ...others]);
    }
  }

  /** Resets the engine to these images and nothing else. */
  provide(names: string[]): void {
    const { host, has } = this.#engine;
    const wanted = names.map(fullName);
    for (const name of this.#known.keys()) if (!wanted.includes(name)) this.#known.delete(name);
    clear(this.#engine, this.#known);
    for (const name of wanted) {
      const id = this.#idOf(name);
      if (id && this.#known.get(name) === id) continue;
      if (has.includes('registry') && isOnHub(name)) docker(host, ['pull', '--quiet', name]);
      else
        this.#import(
          this.#standIns.find(({ names }) => names.map(fullName).includes(name))!,
          name,
        );
      this.#known.set(name, this.#idOf(name)!);
    }
  }

  #idOf(name: string): string | undefined {
    const id = docker(this.#engine.host, ['image', 'ls', '--quiet', '--no-trunc', name]);
    return id || undefined;
  }

  #import(standIn: StandIn, name: string): void {
    let archive = this.#archives.get(standIn);
    if (!archive) this.#archives.set(standIn, (archive = archiveOf(standIn, this.#folder)));
    const changes = (standIn.changes ?? ['CMD ["sh"]']).flatMap((change) => ['--change', change]);
    docker(this.#engine.host, ['import', ...changes, '-', name], archive);
  }
}

/** A name with its tag, as `docker image ls` shows it. */
const fullName = (name: string) => (/:[^/]*$/.test(name) ? name : `${name}:latest`);

/** Whether the part before the first slash isn't a registry. */
const isOnHub = (name: string) => !/^([^/]*[.:][^/]*|localhost)\//.test(name);

/** The registry's name for a Docker Hub image. */
const nameInRegistry = (name: string) => `${REGISTRY}/${name.includes('/') ? '' : 'library/'}${name}`;

/** The file system of an image as a tar archive: BusyBox, a link for each of its commands, and the stand-in's own files. */
function archiveOf({ files = {} }: StandIn, folder: string): Buffer {
  const root = join(folder, 'root');
  rmSync(root, { recursive: true, force: true });
  for (const path of ['bin', 'etc', 'root', 'tmp', 'usr/bin', 'var']) mkdirSync(join(root, path), { recursive: true });
  chmodSync(join(root, 'tmp'), 0o1777);
  const busybox = findBusybox()!;
  cpSync(busybox, join(root, 'bin/busybox'));
  for (const applet of spawnSync(busybox, ['--list'], { encoding: 'utf8' }).stdout.split('\n')) {
    if (applet && applet !== 'busybox') symlinkSync('busybox', join(root, 'bin', applet));
  }
  symlinkSync('../../bin/busybox', join(root, 'usr/bin/env'));
  writeFiles(root, { 'etc/passwd': 'root:x:0:0:root:/root:/bin/sh\n', 'etc/group': 'root:x:0:\n', ...files });
  const args = ['--create', '--sort=name', '--owner=0', '--group=0', '--mtime=@0', `--directory=${root}`, '.'];
  return spawnSync('tar', args, { maxBuffer: 64 << 20 }).stdout;
}
