/** What a page shows of the data: from it follow its addresses, its sources and the values on it. */
import type { Content, Page } from '../model/kind.ts';
import type { Kind, KindComponent, Place } from '../model/kind.ts';
import type { Use } from '../model/outline.ts';
import { source } from './source/index.ts';
import { KINDS } from './registry.ts';

interface Shown {
  kind: Kind<any>;
  component: KindComponent;
  use: Use;
  ids: string[];
}

const COMPONENTS = new Map(
  KINDS.flatMap((kind) =>
    Object.entries(kind.components).map(([name, component]) => [name, { kind, component }] as const),
  ),
);
const EVERYWHERE = [...COMPONENTS].filter(([, { component }]) => component.everywhere).map(([name]) => name);

/** The component of a kind, by the name that pages write. */
export const kindComponent = (name: string) => COMPONENTS.get(name);

/** The ids that a use of a component names. */
export function namedIds({ names }: KindComponent, { props }: Use): string[] {
  const value = names && props[names];
  if (!value) return [];
  return names === 'ids' ? value.split(/\s+/).filter(Boolean) : [value];
}

/** The slug of the page where an entry has its address: its own, or that of the list of all of its kind. */
export function pageOf(kind: Kind<any>, data: unknown, content: Content): string {
  if (kind.home) return kind.home(data);
  const [list] = Object.entries(kind.components).find(([, { addressed }]) => addressed) ?? [''];
  return content.pageWith(list)?.slug ?? 'index';
}

/** What the components of a page show, in the order of the page. */
export function shownOn(page: Page, content: Content): Shown[] {
  const uses: Use[] = [...page.components, ...EVERYWHERE.map((name) => ({ name, props: {}, line: 1 }))];
  return uses.flatMap((use) => {
    const known = COMPONENTS.get(use.name);
    if (!known?.component.shows) return [];
    const { kind, component } = known;
    const all = content.all(kind);
    const ids =
      component.shows === 'all'
        ? [...all.keys()]
        : component.shows === 'named'
          ? namedIds(component, use)
          : component.shows!(use, page, content);
    return { kind, component, use, ids: ids.filter((id) => all.has(id)) };
  });
}

/** What the data has as addresses of its own on a page. */
export const placesOn = (page: Page, content: Content): (Place & { line: number })[] =>
  shownOn(page, content)
    .filter(({ component }) => component.addressed)
    .flatMap(({ kind, component, use: { line }, ids }) => {
      const all = content.all(kind);
      const nameable = ids.filter((id) => kind.nameable?.(all.get(id)) ?? true);
      const ours = nameable.filter((id) => !kind.home || kind.home(all.get(id)) === page.slug);
      const places = ours.flatMap((id) => kind.places?.(id, all.get(id)) ?? []);
      return [...(component.place && ours.length ? [component.place] : []), ...places].map((place) => ({
        ...place,
        line,
      }));
    });

/** The ids of the sources of an entry, in the order in which a reader meets them. */
export function sourcesOf(kind: Kind<any>, id: string, data: unknown, content: Content): string[] {
  if (kind === source) return [id];
  return (kind.references?.(data) ?? []).flatMap(({ to, id, shown }) => {
    if (to === source) return [id];
    const other = shown && content.all(to).get(id);
    return other ? sourcesOf(to, id, other, content) : [];
  });
}

/** The ids of the sources that a page cites, each once, in the order in which a reader meets them: it numbers them. */
export const sourcesOn = (page: Page, content: Content): string[] => [
  ...new Set(
    shownOn(page, content)
      .filter(({ component }) => component.cited)
      .flatMap(({ kind, ids }) => ids.flatMap((id) => sourcesOf(kind, id, content.all(kind).get(id), content))),
  ),
];

/** The ids of the entries of a kind that a page shows, in themselves or as a part of something else. */
export function idsOn<T>(wanted: Kind<T>, page: Page, content: Content): Set<string> {
  return new Set(
    shownOn(page, content).flatMap(({ kind, ids }) =>
      kind === wanted
        ? ids
        : ids.flatMap((id) =>
            (kind.references?.(content.all(kind).get(id)) ?? [])
              .filter(({ to, shown }) => shown && to === wanted)
              .map((reference) => reference.id),
          ),
    ),
  );
}
