import { content, facts } from '../data.ts';
import { idsOn } from '../shown.ts';
import type { Page } from '../../model/kind.ts';
import { fact } from './index.ts';
import type { Fact } from './schema.ts';

/** The facts of a page: those that live there, and those that its text and its tables show. */
export function pageFacts(page: Page): Fact[] {
  const shown = idsOn(fact, page, content);
  return [...facts].filter(([id]) => shown.has(id)).map(([, data]) => data);
}
