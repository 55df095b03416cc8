/** The components that a page may use without importing anything. */
import { KINDS } from './registry.ts';
import type { KindComponent } from '../model/kind.ts';

/** Those that show no data. */
const OTHERS = { Handout: {}, PageList: {}, SearchField: {} } as const;

/** By name, in the order of the alphabet; those that stand everywhere are not written on a page. */
export const PAGE_COMPONENTS: Record<string, KindComponent> = Object.fromEntries(
  [...KINDS.flatMap(({ components }) => Object.entries(components)), ...Object.entries(OTHERS)]
    .filter(([, component]: [string, KindComponent]) => !component.everywhere)
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);

/** The ids in a list such as `<Statements ids="a b c" />`. */
export const splitIds = (ids: string) => ids.split(/\s+/).filter(Boolean);
