/** What can be found: each page and section, and what the kinds of data have to say. */
import { KINDS } from '../kinds/registry.ts';
import { kindComponent, pageOf } from '../kinds/shown.ts';
import type { Page } from '../model/kind.ts';
import type { SiteContent } from '../model/content.ts';
import type { Findable, Part } from '../model/kind.ts';
import { tidy, type Piece } from '../model/markdown.ts';
import { pathOf } from '../model/paths.ts';
import { addressOf } from './address.ts';
import type { Kind } from './kinds.ts';
import { learnedFrom, redirected } from '../model/searches.ts';

export type { Part };

export interface SearchDocument extends Omit<Findable, 'kind' | 'page' | 'names'> {
  kind: Kind;
  /** The path of its page. */
  path: string;
  names: string[];
  /** What readers type who look for it, from `content/asked.yaml` and `content/searches.tsv`. */
  asked: string[];
}

/** The page that shows the results is none of them. */
const SEARCH_PAGE = 'search';

/** All that can be found, page by page; the rows of a table follow the table. */
export function searchDocuments(content: SiteContent): SearchDocument[] {
  const pages = content.pages.filter(({ slug }) => slug !== SEARCH_PAGE);
  const { redirects, searches } = content.parsed;
  const learned = learnedFrom(redirected(searches, redirects.data));
  const found = [
    ...pages.flatMap((page) => sectionsOf(page, content)),
    ...KINDS.flatMap((kind) =>
      content
        .entries(kind)
        .flatMap((entry) => kind.findable?.(entry, pageOf(kind, entry.data, content), content) ?? []),
    ),
  ];
  const all = found.map(({ kind, page, ...rest }) => {
    const path = pathOf(page);
    const address = addressOf({ path, fragment: rest.fragment });
    const asked = content.parsed.asked.data[address] ?? [];
    return {
      ...rest,
      kind: kind as Kind,
      path,
      names: [...(rest.names ?? []), ...asked.flatMap((one) => (typeof one === 'string' ? [] : one.name))],
      asked: [...asked.filter((one) => typeof one === 'string'), ...(learned.get(address) ?? [])],
    };
  });
  const byPage = Map.groupBy(all, ({ path }) => path);
  return pages.flatMap(({ slug }) => byPage.get(pathOf(slug)) ?? []);
}

function sectionsOf({ slug, frontmatter, sections }: Page, content: SiteContent): Findable[] {
  const { title, description, findSections = true } = frontmatter;
  const said = (pieces: Piece[]) => tidy(pieces.map((piece) => textOf(piece, content)).join(''));
  return sections
    .filter(({ id }) => findSections || !id)
    .map(({ id, depth, heading, text }) => ({
      kind: depth === 1 ? 'page' : depth === 2 ? 'section' : 'subsection',
      page: slug,
      fragment: id,
      title: said(heading) || title,
      // What stands before the first heading is said at length below it.
      parts: [['', id ? said(text) : description]],
      ...(!id && { aside: [['', said(text)]] satisfies Part[] }),
    }));
}

const textOf = (piece: Piece, content: SiteContent): string =>
  typeof piece === 'string'
    ? piece
    : (kindComponent(piece.name)?.component.said?.({ ...piece, line: 1 }, content) ?? '');
