/** The drawings by name. Each is a file in src/kinds/figure/drawings/. */
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

interface Drawing {
  default: AstroComponentFactory;
  title: string;
  /** The content of the drawing in a few sentences. */
  description: string;
}

const files = import.meta.glob<Drawing>('./drawings/*.astro', { eager: true });

/** The drawing with a name. @throws if there is none, which the checks of the content report first */
export function drawingOf(name: string): Drawing {
  const drawing = files[`./drawings/${name}.astro`];
  if (!drawing) throw new Error(`No drawing has the name "${name}".`);
  return drawing;
}
