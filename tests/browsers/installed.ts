/** Which of the tools that these tests need are on this machine. */
import { spawnSync } from 'node:child_process';

/**
 * Tries commands that only tell about a tool.
 * @param commands by the Debian packages of the tools
 * @returns what is missing, as the reason why tests are skipped; `undefined` if nothing is
 */
export function missingTools(commands: Record<string, string[]>): string | undefined {
  const missing = Object.entries(commands)
    .filter(([, [command, ...args]]) => spawnSync(command!, args).status !== 0)
    .map(([name]) => name);
  return missing.length ? `Not installed (Debian packages): ${missing.join(', ')}.` : undefined;
}
