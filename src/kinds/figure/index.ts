/** A drawing. What it shows is in the drawing itself. */
import { z } from 'astro/zod';
import type { Kind } from '../../model/kind.ts';
import { figureAddress } from './address.ts';

export const figure: Kind<object> = {
  name: 'figure',
  origin: { names: 'src/kinds/figure/drawings/*.astro' },
  schema: z.object({}),
  mend: 'Use the name of a file in src/kinds/figure/drawings/, without ".astro".',
  components: { Figure: { names: 'name', shows: 'named', addressed: true } },
  places: (name) => [{ id: figureAddress(name), what: `the figure "${name}"` }],
};
