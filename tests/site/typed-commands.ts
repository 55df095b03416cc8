/** What Docker would say to the commands of a sheet if somebody typed them from top to bottom. */

/** The values of an option. */
const valuesOf = (command: string, option: string): string[] =>
  [...command.matchAll(new RegExp(`--${option} (\\S+)`, 'g'))].map(([, value]) => value!);

/** The names of the images that a lesson pulls. */
const PULLED = ['nginx:alpine', 'alpine:3.24', 'registry:3'];

/**
 * Follows `docker` commands by the names of containers, ports, volumes and images.
 * @returns the commands that fail, and what is left after the last one. A placeholder, `ID`, means the container without a name.
 */
export function followCommands(commands: string[]): { failed: string[]; left: string[] } {
  const containers = new Map<string, { ports: string[]; volumes: string[] }>();
  const images = new Set(PULLED);
  const volumes = new Set<string>();

  /** Whether a command succeeds. */
  function run(command: string): boolean {
    const words = command.split(/\s+/);
    const verb = words.slice(1, ['container', 'image', 'volume'].includes(words[1]!) ? 3 : 2).join(' ');
    const names = words.slice(1 + verb.split(' ').length).filter((word) => !word.startsWith('-'));
    if (verb === 'run') {
      const image = words.find((word) => images.has(word) || word.includes('@'));
      if (!image || command.includes('--rm ')) return !!image;
      const [name = 'ID'] = valuesOf(command, 'name');
      const ports = valuesOf(command, 'publish').map((port) => port.replace(/:\d+$/, ''));
      const isTaken = ports.some((port) => [...containers.values()].some((other) => other.ports.includes(port)));
      if (containers.has(name)) return false;
      const used = valuesOf(command, 'mount').map((mount) => /src=([^,]+)/.exec(mount)![1]!);
      for (const volume of used) volumes.add(volume);
      containers.set(name, { ports: isTaken ? [] : ports, volumes: used }); // created, even if it cannot start
      return !isTaken;
    }
    if (['stop', 'start', 'container stop'].includes(verb)) return names.every((name) => containers.has(name));
    if (verb === 'exec') return containers.has(names[0]!);
    if (['rm', 'container rm'].includes(verb)) return names.every((name) => containers.delete(name));
    if (verb === 'build') {
      for (const tag of valuesOf(command, 'tag')) images.add(tag);
      return true;
    }
    if (verb === 'tag' || verb === 'push') {
      if (!images.has(names[0]!)) return false;
      images.add(names.at(-1)!);
      return true;
    }
    if (verb === 'image rm') return names.every((name) => images.delete(name));
    if (verb === 'volume rm') {
      const isUsed = (name: string) => [...containers.values()].some((container) => container.volumes.includes(name));
      return names.every((name) => !isUsed(name) && volumes.delete(name));
    }
    return verb === 'pull' || verb === 'ps';
  }
  const failed = commands.filter((command) => !run(command));
  return { failed, left: [...containers.keys(), ...volumes, ...images].filter((name) => !PULLED.includes(name)) };
}
