/** What pages may use without importing it; `page-components-plugin.ts` hands it to each of them. */
import LiveEmbed from '../kinds/table/LiveEmbed.astro';
import Errors from '../kinds/error/Errors.astro';
import Fact from '../kinds/fact/Fact.astro';
import FactIndex from '../kinds/fact/FactIndex.astro';
import Figure from '../kinds/figure/Figure.astro';
import Glossary from '../kinds/term/Glossary.astro';
import Term from '../kinds/term/Term.astro';
import TermList from '../kinds/term/TermList.astro';
import Handout from '../exports/handout/Handout.astro';
import Misconceptions from '../kinds/misconception/Misconceptions.astro';
import SelfCheck from '../kinds/question/SelfCheck.astro';
import SearchField from '../search/SearchField.astro';
import Cite from '../kinds/source/Cite.astro';
import SourceIndex from '../kinds/source/SourceIndex.astro';
import Statements from '../kinds/statement/Statements.astro';
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
