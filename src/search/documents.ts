/** What the search finds: each page, each section, and the entries of the kinds of data. */
import { COMPONENTS, namedIds } from '../kinds/page-components.ts';
import { KINDS } from '../kinds/registry.ts';
import { pageOf } from '../kinds/shown.ts';
import type { SiteContent } from '../model/content.ts';
import type { Page, Part, SearchEntry } from '../model/kind.ts';
import { collapseSpaces, type Piece } from '../model/markdown.ts';
import { sectionPages } from '../model/navigation.ts';
import { pathOf } from '../model/paths.ts';
import { queriesByAddress } from '../model/search-words.ts';
import { addressOf } from './address.ts';
import { SEARCH_KINDS } from './search-kinds.ts';
import { subjectOf } from './words.ts';

export interface SearchDocument extends Omit<SearchEntry, 'page' | 'names' | 'explained'> {
  /** The path of its page. */
  path: string;
  names: string[];
  /** What readers type to find it, from `content/phrases.yaml` and `content/searches.tsv`. */
  phrases: string[];
}

/** Everything that the search finds, page by page; the rows of a table follow the table. */
export function searchDocuments(content: SiteContent): SearchDocument[] {
  // Lists of pages: the search finds the pages themselves.
  const lists = [content.pageWith('SearchField')?.slug, ...sectionPages(content.parsed.navigation.data)];
  const pages = content.pages.filter(({ slug }) => !lists.includes(slug));
  const { redirects, searches } = content.parsed;
  const learned = queriesByAddress(searches, redirects.data);
  const entries = [
    ...pages.flatMap((page) => sectionsOf(page, content)),
    ...KINDS.flatMap((kind) =>
      content
        .entries(kind)
        .flatMap((entry) => kind.searchEntries?.(entry, pageOf(kind, entry.data, content), content) ?? []),
    ),
  ];
  const places = new Map<SearchDocument, string>();
  const documents = entries.map(({ page, explained, ...rest }) => {
    const path = pathOf(page);
    const address = addressOf({ path, fragment: rest.fragment });
    const phrases = content.parsed.phrases.data[address] ?? [];
    const document = {
      ...rest,
      path,
      names: [...(rest.names ?? []), ...phrases.flatMap((phrase) => (typeof phrase === 'string' ? [] : phrase.name))],
      phrases: [...phrases.filter((phrase) => typeof phrase === 'string'), ...(learned.get(address) ?? [])],
    };
    if (explained) places.set(document, explained);
    return document;
  });
  shareNames(documents, places);
  const byPage = Map.groupBy(documents, ({ path }) => path);
  return pages.flatMap(({ slug }) => byPage.get(pathOf(slug)) ?? []);
}

/**
 * A reader who types a term's name wants the place that explains it, or else the page or the section with that title.
 * @param places the address of the place that explains a document, for documents that name one
 */
function shareNames(documents: SearchDocument[], places: ReadonlyMap<SearchDocument, string>): void {
  const byTitle = Map.groupBy(documents, ({ title }) => subjectOf(title));
  const byAddress = new Map(documents.map((document) => [addressOf(document), document]));
  for (const term of documents) {
    const { kind, title, names } = term;
    if (!SEARCH_KINDS[kind]!.suggested) continue;
    const allNames = [title, ...names];
    const place = byAddress.get(places.get(term) ?? '');
    const named = [...new Set(allNames.map(subjectOf))].flatMap((key) => byTitle.get(key) ?? []);
    const pages = named.filter((document) => document.kind === 'page');
    const sections = named.filter((document) => document.kind === 'section' || document.kind === 'subsection');
    for (const document of place ? [place] : pages.length ? pages : sections)
      document.names = [...new Set([...document.names, ...allNames])].filter((name) => name !== document.title);
  }
}

function sectionsOf({ slug, frontmatter, sections }: Page, content: SiteContent): SearchEntry[] {
  const { title, description, findSections = true } = frontmatter;
  const textOf = (pieces: Piece[]) => collapseSpaces(pieces.map((piece) => pieceText(piece, content)).join(''));
  return sections
    .filter(({ id }) => findSections || !id)
    .map(({ id, depth, heading, text }) => ({
      kind: depth === 1 ? 'page' : depth === 2 ? 'section' : 'subsection',
      page: slug,
      fragment: id,
      title: textOf(heading) || title,
      // The sections of a page say at length what its introduction says, so the introduction is an aside.
      parts: [['', id ? textOf(text) : description]],
      values: text.flatMap((piece) => valuesIn(piece, content)),
      ...(!id && { aside: [['', textOf(text)]] satisfies Part[] }),
    }));
}

const pieceText = (piece: Piece, content: SiteContent): string =>
  typeof piece === 'string' ? piece : (COMPONENTS.get(piece.name)?.component.textOf?.(piece, content) ?? '');

/** The addresses of the entries that a component within a sentence shows. */
function valuesIn(piece: Piece, content: SiteContent): string[] {
  if (typeof piece === 'string') return [];
  const { kind, component } = COMPONENTS.get(piece.name) ?? {};
  if (!kind || !component?.textOf) return [];
  return namedIds(component, piece).flatMap((id) => {
    const data = content.byId(kind).get(id);
    const path = pathOf(pageOf(kind, data, content));
    return (kind.targets?.(id, data) ?? []).map((target) => addressOf({ path, fragment: target.id }));
  });
}
