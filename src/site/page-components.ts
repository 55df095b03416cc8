/** What pages may use without importing it; `page-components-plugin.ts` hands it to each of them. */
import LiveEmbed from '../embeds/LiveEmbed.astro';
import Errors from '../errors/Errors.astro';
import Fact from '../facts/Fact.astro';
import FactIndex from '../facts/FactIndex.astro';
import Figure from '../figures/Figure.astro';
import Glossary from '../kinds/term/Glossary.astro';
import Term from '../kinds/term/Term.astro';
import TermList from '../kinds/term/TermList.astro';
import Handout from '../handout/Handout.astro';
import Misconceptions from '../kinds/misconception/Misconceptions.astro';
import SelfCheck from '../questions/SelfCheck.astro';
import SearchField from '../search/SearchField.astro';
import Cite from '../sources/Cite.astro';
import SourceIndex from '../sources/SourceIndex.astro';
import Statements from '../statements/Statements.astro';
import Table from '../kinds/table/Table.astro';
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
};
