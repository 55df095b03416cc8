/** The Docker Engine that runs trials: what it is, what it can do, and how to make it as empty as it was. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { compareVersions, NEEDS, type Need, type Trial } from '../../src/kinds/trial/index.ts';

export interface Engine {
  /** The version without a distributor's suffix: `26.1.5`. */
  version: string;
  /** `containerd`, or the storage driver of the older image store. */
  store: string;
  /** What trials may need and the engine has. */
  has: Need[];
  /** The client's plugins with their versions, by what trials need: `Buildx 0.13.1`. */
  plugins: Map<Need, string>;
  /** The address that the commands of a trial need; `undefined` if the engine is at the client's default address. */
  host: string | undefined;
}

/** Where programs are: the system's, without those of this project's packages, which npm adds. */
const programFolders = () => [
  ...(process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules')),
  '/usr/local/sbin',
  '/usr/sbin',
  '/sbin',
];

/** The environment of commands. None of the user's settings reach them. @param home the folder of the user */
export const environmentOf = (host: string | undefined, home: string): NodeJS.ProcessEnv => ({
  PATH: programFolders().join(delimiter),
  HOME: home,
  LANG: 'C.UTF-8',
  TERM: 'dumb',
  BUILDKIT_PROGRESS: 'plain',
  DOCKER_CLI_HINTS: 'false',
  ...(host && { DOCKER_HOST: host }),
});

/** The plugins of the client that trials may need, with the names that readers know. */
const PLUGINS = [
  ['buildx', 'Buildx'],
  ['compose', 'Compose'],
] as const;

/** Whether a program is on the PATH. */
export const isInstalled = (program: string): boolean =>
  programFolders().some((folder) => existsSync(join(folder, program)));

/** Runs the Docker client. @returns what it printed @throws if it fails, with its message */
export function docker(host: string | undefined, args: string[], input?: Buffer): string {
  const { status, stdout, stderr } = spawnSync('docker', args, {
    env: environmentOf(host, '/nonexistent'),
    encoding: 'utf8',
    maxBuffer: 64 << 20,
    ...(input && { input }),
  });
  if (status !== 0)
    throw new Error(`"docker ${args.join(' ')}" failed: ${(stderr || 'the program is missing').trim()}`);
  return stdout.trim();
}

/**
 * Asks an engine what it is.
 * @param hasRegistry whether the registry of the trials answers for it
 * @throws if it doesn't answer
 */
export function describeEngine(host: string | undefined, hasRegistry: boolean): Engine {
  const info = docker(host, [
    'info',
    '--format',
    '{{.ServerVersion}}|{{.Driver}}|{{.DriverStatus}}|{{.OperatingSystem}}',
  ]);
  const [version = '', driver = '', status = '', system = ''] = info.split('|');
  const isContainerd = status.includes('io.containerd.snapshotter');
  const plugins = new Map(
    PLUGINS.flatMap(([need, name]): [Need, string][] => {
      const env = environmentOf(host, '/nonexistent');
      const { status, stdout } = spawnSync('docker', [need, 'version'], { env, encoding: 'utf8' });
      return status === 0 ? [[need, `${name} ${/\d+(\.\d+)+/.exec(stdout)?.[0] ?? '(unknown version)'}`]] : [];
    }),
  );
  const available: Record<Need, boolean> = {
    buildx: plugins.has('buildx'),
    compose: plugins.has('compose'),
    'containerd-store': isContainerd,
    curl: isInstalled('curl'),
    linux: process.platform === 'linux' && !system.includes('Docker Desktop'),
    'older-store': !isContainerd,
    openssl: isInstalled('openssl'),
    registry: hasRegistry,
  };
  const has = (Object.keys(NEEDS) as Need[]).filter((need) => available[need]);
  return { version: version.replace(/[+-].*/, ''), store: isContainerd ? 'containerd' : driver, has, plugins, host };
}

/** Why an engine can't run a trial; `undefined` if it can. */
export function reasonAgainst({ needs = [], from, before }: Trial, { version, has }: Engine): string | undefined {
  const missing = needs.filter((need) => !has.includes(need));
  if (missing.length) return `needs ${missing.map((need) => NEEDS[need]).join(' and ')}`;
  if (from && compareVersions(version, from) < 0) return `needs Docker Engine ${from} or later`;
  if (before && compareVersions(version, before) >= 0) return `needs Docker Engine before ${before}`;
  return undefined;
}

/** What an engine has besides images: lines that `docker` prints for containers, volumes and networks. */
const LISTS = [
  { list: ['ps', '--all', '--quiet'], remove: ['rm', '--force', '--volumes'] },
  { list: ['volume', 'ls', '--quiet'], remove: ['volume', 'rm', '--force'] },
  { list: ['network', 'ls', '--quiet', '--filter', 'type=custom'], remove: ['network', 'rm'] },
];

const linesOf = (text: string) => text.split('\n').filter(Boolean);

/** The images of an engine: their ids by their names. One without a name has `<none>:<none>`. */
const imagesOf = (host: string | undefined): [name: string, id: string][] =>
  linesOf(docker(host, ['image', 'ls', '--no-trunc', '--format', '{{.Repository}}:{{.Tag}} {{.ID}}'])).map(
    (line) => line.split(' ') as [string, string],
  );

/** Whether an engine has nothing that somebody could miss. */
export const isEmpty = (host: string | undefined): boolean =>
  LISTS.every(({ list }) => docker(host, list) === '') && imagesOf(host).length === 0;

/** Removes all containers, volumes and networks, and the images that are not what they should be. @param known ids by names */
export function clear({ host }: Engine, known: ReadonlyMap<string, string>): void {
  for (const { list, remove } of LISTS) {
    const found = linesOf(docker(host, list));
    if (found.length) docker(host, [...remove, ...found]);
  }
  for (const [name, id] of imagesOf(host)) {
    if (known.get(name) === id) continue;
    const target = name.includes('<none>') ? id : name;
    spawnSync('docker', ['image', 'rm', '--force', target], { env: environmentOf(host, '/nonexistent') });
  }
}

/** Removes the cache of builds. */
export const clearBuildCache = ({ host }: Engine): void => void docker(host, ['builder', 'prune', '--all', '--force']);
