/** The components that a page may use without importing anything, each with the attributes that it needs. */
export const PAGE_COMPONENTS = {
  Cite: ['id'],
  Fact: ['id'],
  PageList: [],
  Statements: ['ids'],
  Table: ['name'],
} as const satisfies Record<string, readonly string[]>;

export type PageComponent = keyof typeof PAGE_COMPONENTS;

/** The ids in a list such as `<Statements ids="a b c" />`. */
export const splitIds = (ids: string) => ids.split(/\s+/).filter(Boolean);
