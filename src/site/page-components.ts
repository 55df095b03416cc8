/** What pages may use without importing it; `page-components-plugin.ts` hands it to each of them. */
import type { PageComponent } from '../authoring/components.ts';
import LiveEmbed from '../embeds/LiveEmbed.astro';
import Errors from '../errors/Errors.astro';
import Fact from '../facts/Fact.astro';
import FactIndex from '../facts/FactIndex.astro';
import Figure from '../figures/Figure.astro';
import Glossary from '../glossary/Glossary.astro';
import Term from '../glossary/Term.astro';
import TermList from '../glossary/TermList.astro';
import Handout from '../handout/Handout.astro';
import Misconceptions from '../misconceptions/Misconceptions.astro';
import SelfCheck from '../questions/SelfCheck.astro';
import SearchField from '../search/SearchField.astro';
import Cite from '../sources/Cite.astro';
import SourceIndex from '../sources/SourceIndex.astro';
import Statements from '../statements/Statements.astro';
import Table from '../tables/Table.astro';
import PageList from './PageList.astro';

export const components = {
  Cite,
  Errors,
  Fact,
  FactIndex,
  Figure,
  Glossary,
  Handout,
  LiveEmbed,
  Misconceptions,
  PageList,
  SearchField,
  SelfCheck,
  SourceIndex,
  Statements,
  Table,
  Term,
  TermList,
} satisfies Record<PageComponent, unknown>;
