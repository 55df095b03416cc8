import Figure from './Figure.astro';
import figure from './figure.css?inline';

/** The components that pages use without importing them. */
export const components: Record<string, unknown> = { Figure };

const drawings = import.meta.glob<string>('./drawings/*.astro', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const shapes = import.meta.glob<string>('./shapes/*.css', {
  query: '?inline',
  import: 'default',
  eager: true,
});

/** The style sheets of the shapes that a drawing imports. */
const sheetsOf = (drawing: string) =>
  Object.entries(shapes).flatMap(([file, sheet]) =>
    drawing.includes(`'.${file.replace('.css', '.astro')}'`) ? [sheet] : [],
  );

/** The style sheets of pages that use a component, and of pages that show a drawing. */
export const sheets: Record<string, string[]> = { Figure: [figure] };
for (const [file, drawing] of Object.entries(drawings))
  sheets[file.replace('./drawings/', 'Figure ').replace('.astro', '')] = sheetsOf(drawing);
