/**
 * The components that a page may use without importing anything: the attribute that each needs, if any, and the
 * kind of thing that it names.
 */
export const PAGE_COMPONENTS = {
  Cite: { needs: 'id', names: 'source' },
  Fact: { needs: 'id', names: 'fact' },
  Figure: { needs: 'name', names: 'figure' },
  Glossary: {},
  PageList: {},
  SelfCheck: {},
  Statements: { needs: 'ids', names: 'statement' },
  Table: { needs: 'name', names: 'table' },
  Term: { needs: 'id', names: 'term' },
} as const satisfies Record<string, { needs?: string; names?: string }>;

export type PageComponent = keyof typeof PAGE_COMPONENTS;

/** The ids in a list such as `<Statements ids="a b c" />`. */
export const splitIds = (ids: string) => ids.split(/\s+/).filter(Boolean);
