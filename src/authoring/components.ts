/**
 * The components that a page may use without importing anything: the attribute that each needs, if any, and the
 * kind of thing that it names.
 */
export const PAGE_COMPONENTS = {
  Cite: { needs: 'id', names: 'source' },
  Errors: {},
  Fact: { needs: 'id', names: 'fact' },
  FactIndex: {},
  Figure: { needs: 'name', names: 'figure' },
  Glossary: {},
  Handout: {},
  LiveEmbed: { needs: 'name', names: 'table' },
  Misconceptions: {},
  PageList: {},
  SearchField: {},
  SelfCheck: {},
  SourceIndex: {},
  Statements: { needs: 'ids', names: 'statement' },
  Table: { needs: 'name', names: 'table' },
  TermList: {},
  Term: { needs: 'id', names: 'term' },
} as const satisfies Record<string, { needs?: string; names?: string }>;

export type PageComponent = keyof typeof PAGE_COMPONENTS;

/** The ids in a list such as `<Statements ids="a b c" />`. */
export const splitIds = (ids: string) => ids.split(/\s+/).filter(Boolean);

/** The ids in an attribute of a component: only `ids` takes several. */
export const idsIn = (attribute: string, value: string) => (attribute === 'ids' ? splitIds(value) : [value]);
