/** The components that pages may use without importing them, by the names that authors write. */
import type { Kind, KindComponent } from '../model/kind.ts';
import type { ComponentUse } from '../model/markdown.ts';
import { KINDS } from './registry.ts';

/** Components that show no data of a kind. */
const WITHOUT_DATA: Record<string, KindComponent> = {
  Cards: { wrapsText: true },
  Changes: {},
  CourseCheck: {},
  ExampleAddress: {},
  Handout: {},
  ImageExplorer: {},
  Packages: {},
  PageList: {},
  ReferenceExplorer: {},
  SearchField: {},
  SectionList: {},
};

interface PageComponent {
  /** The kind of data that the component shows or links to, if any. */
  kind?: Kind;
  component: KindComponent;
}

/** All components, in alphabetical order. */
export const COMPONENTS: ReadonlyMap<string, PageComponent> = new Map(
  [
    ...KINDS.flatMap((kind) =>
      Object.entries(kind.components).map(([name, component]): [string, PageComponent] => [name, { kind, component }]),
    ),
    ...Object.entries(WITHOUT_DATA).map(([name, component]): [string, PageComponent] => [name, { component }]),
  ].sort(([a], [b]) => (a < b ? -1 : 1)),
);

/** The names that authors may write: all except the components that every page has anyway. */
export const COMPONENT_NAMES = [...COMPONENTS]
  .filter(([, { component }]) => !component.onEveryPage)
  .map(([name]) => name);

/** The ids in a list such as `<Statements ids="a b c" />`, also with commas. */
export const splitIds = (ids: string): string[] => ids.split(/[\s,]+/).filter(Boolean);

/** The ids of the entries that a component on a page names. */
export function namedIds({ idAttribute }: KindComponent, { props }: Pick<ComponentUse, 'props'>): string[] {
  const value = idAttribute && props[idAttribute];
  if (!value) return [];
  return idAttribute === 'ids' ? splitIds(value) : [value];
}
