import type { BuildOptions } from 'vite';

type OnLog = NonNullable<NonNullable<BuildOptions['rolldownOptions']>['onLog']>;

/** Drops the warning that Astro's own directive `use astro:head-inject` causes for every MDX page. */
export const ignoreKnownWarnings: OnLog = (level, message, log) => {
  if (message.code !== 'MODULE_LEVEL_DIRECTIVE') log(level, message);
};
