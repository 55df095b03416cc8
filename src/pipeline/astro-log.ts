/**
 * Prints Astro's log without what helps nobody: warnings about things that are as intended and, in a build, the line for
 * each of 600 files. The build steps report for themselves. Errors are printed whole.
 * https://docs.astro.build/en/reference/logger-reference/
 */
import terminal from 'astro/logger/node';

const isBuild = process.argv[2] === 'build';

const EMPTY_WORDS = [
  /"use astro:head-inject"/, // Astro's own directive, in every MDX page
  /'target-current' is not recognized as a valid pseudo-class/, // newer than the minifier of styles
  /The collection "i18n" does not exist or is empty/, // Starlight's, for languages other than English
  /data store cleared \(force\)/, // what `--force` is for
  /An unhandled error occurred while running/, // the error itself follows, even if it is only a mistake in the content
];

/** The destination of Astro's log, which Astro loads by `logger.entrypoint`. */
export default function astroLog(): ReturnType<typeof terminal> {
  const { write } = terminal();
  return {
    write(entry) {
      if (isBuild && entry.level === 'info') return;
      if (EMPTY_WORDS.some((words) => words.test(entry.message))) return;
      write(entry);
    },
  };
}
