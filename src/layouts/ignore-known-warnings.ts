import type { BuildOptions } from 'vite';

type OnLog = NonNullable<NonNullable<BuildOptions['rolldownOptions']>['onLog']>;

/** Passes messages on, but for the warning that Astro's own `use astro:head-inject` causes on every MDX page. */
export const ignoreKnownWarnings: OnLog = (level, message, log) => {
  if (message.code !== 'MODULE_LEVEL_DIRECTIVE') log(level, message);
};
