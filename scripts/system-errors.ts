/**
 * Says in a sentence what the system refused, where, and how to fix it. Importing this module is enough: a command that
 * fails for such a reason ends with the sentence, and with the whole error for any other reason. An error without a stack
 * explains itself.
 */

/** Node.js names an error by its code, the bundler by its number on Linux and macOS. */
const REASONS: [pattern: RegExp, sentence: string][] = [
  [/\bENOSPC: |\(os error 28\)/, 'The disk is full. Free up some space, then run the command again.'],
  [/\bEDQUOT: /, 'You have reached your disk quota. Delete something, then run the command again.'],
  [
    /\bEROFS: |\(os error 30\)/,
    'The file system is read-only. Copy the project to a folder that you can write to, and run the command there.',
  ],
  [
    /\b(EACCES|EPERM): |\(os error 13\)/,
    "You don't have permission to write here. Change the owner or mode, or copy the project to a folder of your own.",
  ],
];

/**
 * Explains the first such error in what a program has written.
 * @param output the message of an error, or whatever a program wrote to stderr
 * @param folder where the program writes. System errors do not always say where they occurred.
 * @returns `undefined` if there is none
 */
export function explainSystemError(output: string, folder = process.cwd()): string | undefined {
  for (const line of output.split('\n')) {
    const sentence = REASONS.find(([pattern]) => pattern.test(line))?.[1];
    if (!sentence) continue;
    // The last path is the one that is written: "copyfile 'a' -> 'b'".
    return `${[...line.matchAll(/'([^']+)'/g)].at(-1)?.[1] ?? folder}: ${sentence}`;
  }
  return undefined;
}

process.on('uncaughtException', (error) => {
  console.error(explainSystemError(error.message) ?? (error.stack === '' ? error.message : error));
  process.exit(1);
});
