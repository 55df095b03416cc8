import type { BuildOptions } from 'vite';

type OnWarn = NonNullable<NonNullable<BuildOptions['rolldownOptions']>['onwarn']>;

/** Passes warnings on, but for the one that Astro's own `use astro:head-inject` causes on every MDX page. */
export const withoutNoise: OnWarn = (warning, warn) => {
  if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
};
