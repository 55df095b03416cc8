/**
 * Starts a Docker Engine and a registry of our own. They get network interfaces, mounts and process ids of their own, and all
 * their files are in memory: when they end, nothing is left of them, and an engine that is there already notices nothing.
 */
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, globSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { run } from '../run.mjs';
import { isInstalled } from './engine.ts';
import { findBusybox, REGISTRY } from './images.ts';

/** The stores of images that an engine can have. */
export const STORES = ['older', 'containerd'] as const;
export type Store = (typeof STORES)[number];

/** Where the engine has its files: a file system in memory, which hides the sockets of other engines. */
const FOLDER = '/run/trials';

/** The engine's control groups are not part of a namespace. They have this name, and are removed when it has ended. */
const controlGroup = (pid: number) => `docker-trials-${pid.toString()}`;

/** The names of the registry's program. */
const REGISTRY_PROGRAMS = ['docker-registry', 'registry'];

const NAMESPACES = ['--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc'];

/** Why no engine of our own can be started here, in a sentence; `undefined` if one can. */
export function reasonAgainstOwnEngine(): string | undefined {
  if (process.platform !== 'linux') return 'Docker Engine runs on Linux, and this is another system.';
  if (process.getuid?.() !== 0) return 'Only root can start Docker Engine.';
  const programs = ['unshare', 'mount', 'tar', 'iptables', 'dockerd', 'containerd', 'runc', 'docker'];
  const missing = programs.filter((program) => !isInstalled(program));
  if (!REGISTRY_PROGRAMS.some(isInstalled)) missing.push('docker-registry');
  if (!findBusybox()) missing.push('a static busybox');
  if (missing.length) {
    return `Missing: ${missing.join(', ')}. On Debian: apt-get install docker.io docker-cli docker-buildx docker-compose docker-registry busybox-static`;
  }
  if (spawnSync('unshare', [...NAMESPACES, 'true']).status !== 0) return 'This machine allows no namespaces.';
  return undefined;
}

/**
 * Runs a command where an engine of our own can be started, and removes what is left of it.
 * @returns the exit code of the command
 */
export async function runIsolated(command: string[], env: NodeJS.ProcessEnv): Promise<number> {
  // The shell is the first process there, and takes over the orphans.
  const script = 'mount -t tmpfs -o size=1g trials /run && "$BUSYBOX" ip link set lo up && "$@"; exit $?';
  const { status } = await run('unshare', [...NAMESPACES, 'sh', '-c', script, 'sh', ...command], {
    env: { ...process.env, ...env, BUSYBOX: findBusybox(), TRIALS_GROUP: controlGroup(process.pid) },
  });
  for (const folder of globSync(`/sys/fs/cgroup/{,*/}${controlGroup(process.pid)}`)) {
    spawnSync('find', [folder, '-depth', '-type', 'd', '-exec', 'rmdir', '{}', ';'], { stdio: 'ignore' });
  }
  return status;
}

/**
 * Starts the registry and the engine, within what {@link runIsolated} prepares.
 * @param logs the folder for their output
 * @throws if one of them ends or takes too long, with its last words
 */
export async function startOwnEngine(store: Store, logs: string): Promise<void> {
  mkdirSync(FOLDER);
  const registryConfig = join(FOLDER, 'registry.json');
  const daemonConfig = join(FOLDER, 'daemon.json');
  writeFileSync(registryConfig, JSON.stringify(REGISTRY_CONFIG));
  writeFileSync(
    daemonConfig,
    JSON.stringify({
      'data-root': join(FOLDER, 'data'),
      'exec-root': join(FOLDER, 'exec'),
      pidfile: join(FOLDER, 'docker.pid'),
      hosts: ['unix:///var/run/docker.sock'],
      'cgroup-parent': `/${process.env['TRIALS_GROUP'] ?? 'docker-trials'}`,
      'exec-opts': ['native.cgroupdriver=cgroupfs'],
      'registry-mirrors': [`http://${REGISTRY}`], // so that "docker pull alpine" asks our registry
      features: { 'containerd-snapshotter': store === 'containerd' },
    }),
  );
  const registry = REGISTRY_PROGRAMS.find(isInstalled)!;
  await Promise.all([
    start(registry, ['serve', registryConfig], 'listening on', logs),
    start('dockerd', ['--config-file', daemonConfig], 'API listen on', logs),
  ]);
}

const REGISTRY_CONFIG = {
  version: 0.1,
  log: { level: 'info' },
  storage: { filesystem: { rootdirectory: join(FOLDER, 'registry') }, delete: { enabled: true } },
  http: { addr: '127.0.0.1:5000' },
};

/** Starts a program, and waits until it says that it is ready. */
async function start(program: string, args: string[], ready: string, logs: string): Promise<void> {
  const log = join(logs, `${program}.log`);
  // It prints into a file: nobody would read a pipe while a command runs, and a full pipe stops the program.
  const output = openSync(log, 'w');
  const child = spawn(program, args, { stdio: ['ignore', output, output] });
  closeSync(output);
  let end = '';
  child.on('error', ({ message }) => (end = message));
  child.on('exit', () => (end = 'ended'));
  const limit = Date.now() + 90_000;
  for (;;) {
    const printed = readFileSync(log, 'utf8');
    if (printed.includes(ready)) return;
    if (Date.now() > limit) end = 'takes too long to start';
    if (end) throw new Error(`${program} ${end}: ${printed.trim().split('\n').at(-1) ?? ''}`);
    await setTimeout(50);
  }
}
