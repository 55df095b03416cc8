/** What pages may use without importing it; `page-components-plugin.ts` hands it to each of them. */
import type { PageComponent } from '../authoring/components.ts';
import Fact from '../facts/Fact.astro';
import Cite from '../sources/Cite.astro';
import Statements from '../statements/Statements.astro';
import Table from '../tables/Table.astro';
import PageList from './PageList.astro';

export const components = { Cite, Fact, PageList, Statements, Table } satisfies Record<PageComponent, unknown>;
