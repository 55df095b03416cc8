/** Figures. Each is an Astro file with its title and description, so there is no data to read. */
import { z } from 'astro/zod';
import type { Kind } from '../../model/kind.ts';

/** The fragment of a figure's address: `figure-layers`. */
export const figureFragment = (name: string): string => `figure-${name}`;

export const figure: Kind<object> = {
  name: 'figure',
  origin: { glob: 'src/kinds/figure/drawings/*.astro' },
  schema: z.object({}),
  fix: 'Use the name of a file in src/kinds/figure/drawings/, without ".astro". README.md shows how to draw one.',
  components: { Figure: { idAttribute: 'name', shows: 'named', addressed: true } },
  targets: (name) => [{ id: figureFragment(name), label: `the figure "${name}"` }],
};
