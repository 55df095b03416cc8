/** What a page shows of the data. The addresses, the sources and the values of a page follow from it. */
import type { Content, Kind, KindComponent, Page, Target } from '../model/kind.ts';
import type { ComponentUse } from '../model/markdown.ts';
import { COMPONENTS, namedIds } from './page-components.ts';
import { source } from './source/index.ts';

interface Shown {
  kind: Kind;
  component: KindComponent;
  use: ComponentUse;
  ids: string[];
}

const ON_EVERY_PAGE: ComponentUse[] = [...COMPONENTS]
  .filter(([, { component }]) => component.onEveryPage)
  .map(([name]) => ({ name, props: {}, text: '', within: [], line: 1 }));

/** The slug of the page where an entry has its address: the page that it names, or the list of its kind. */
export function pageOf(kind: Kind, data: unknown, content: Content): string {
  if (kind.home) return kind.home(data);
  const [list] = Object.entries(kind.components).find(([, { addressed }]) => addressed) ?? [''];
  return content.pageWith(list)?.slug ?? 'index';
}

/** The entries that the components of a page show, in the order of the page. */
export function shownOn(page: Page, content: Content): Shown[] {
  return [...page.components, ...ON_EVERY_PAGE].flatMap((use) => {
    const { kind, component } = COMPONENTS.get(use.name) ?? {};
    if (!kind || !component?.shows) return [];
    const entries = content.byId(kind);
    const ids =
      component.shows === 'all'
        ? [...entries.keys()]
        : component.shows === 'named'
          ? namedIds(component, use)
          : component.shows(use, page, content);
    return { kind, component, use, ids: ids.filter((id) => entries.has(id)) };
  });
}

/** The targets on a page that come from data, with the line of the component that shows each. */
export const targetsOn = (page: Page, content: Content): (Target & { line: number })[] =>
  shownOn(page, content)
    .filter(({ component }) => component.addressed)
    .flatMap(({ kind, component, use: { line }, ids }) => {
      const data = content.byId(kind);
      const referable = ids.filter((id) => kind.isReferable?.(data.get(id)) ?? true);
      const atHome = referable.filter((id) => !kind.home || kind.home(data.get(id)) === page.slug);
      const targets = atHome.flatMap((id) => kind.targets?.(id, data.get(id)) ?? []);
      if (component.target && atHome.length) targets.unshift(component.target);
      return targets.map((target) => ({ ...target, line }));
    });

/** The ids of the sources of an entry, in reading order. */
export function sourcesOf(kind: Kind, id: string, data: unknown, content: Content): string[] {
  if (kind === source) return [id];
  return (kind.references?.(data) ?? []).flatMap(({ to, id, shown }) => {
    if (to === source) return [id];
    const referenced: unknown = shown && content.byId(to).get(id);
    return referenced ? sourcesOf(to, id, referenced, content) : [];
  });
}

/** The ids of the sources that a page cites, each once, in reading order: their numbers follow from it. */
export const sourcesOn = (page: Page, content: Content): string[] => [
  ...new Set(
    shownOn(page, content)
      .filter(({ component }) => component.cited)
      .flatMap(({ kind, ids }) => ids.flatMap((id) => sourcesOf(kind, id, content.byId(kind).get(id), content))),
  ),
];

/** The ids of the entries of a kind that a page shows, on their own or as a part of another entry. */
export function idsOn<T>(wanted: Kind<T>, page: Page, content: Content): Set<string> {
  const idsIn = (kind: Kind, id: string) =>
    (kind.references?.(content.byId(kind).get(id)) ?? [])
      .filter(({ to, shown }) => shown && to === wanted)
      .map((reference) => reference.id);
  return new Set(
    shownOn(page, content).flatMap(({ kind, ids }) => (kind === wanted ? ids : ids.flatMap((id) => idsIn(kind, id)))),
  );
}
