/** The rules for the entries of every kind: ids, references, the page where an entry lives, and the kind's own rules. */
import { topicFault } from '../kinds/jumps.ts';
import { COMPONENTS, namedIds } from '../kinds/page-components.ts';
import { KINDS } from '../kinds/registry.ts';
import { shownOn } from '../kinds/shown.ts';
import { ID_PATTERN } from '../model/fields.ts';
import type { Content, Entry, Kind } from '../model/kind.ts';
import type { Problem } from '../model/problems.ts';
import { unknownPages, unknownReferences } from './references.ts';

/** Checks each entry by itself. */
export const checkEntries = (content: Content): Problem[] =>
  KINDS.flatMap((kind) => {
    const files = new Map<string, string>();
    const entries = content.entries(kind);
    const ofEach = entries.flatMap((entry) => {
      const { id, file, lineOf } = entry;
      const firstFile = files.get(id);
      files.set(id, file);
      const problem = (message: string, fix: string): Problem => ({ file, line: lineOf([]), message, fix });
      return [
        ...(ID_PATTERN.test(id)
          ? []
          : [problem(`"${id}" can't be part of an address.`, 'Use only lowercase letters, digits and hyphens.')]),
        ...(firstFile
          ? [problem(`The ${kind.name} "${id}" is already in ${firstFile}.`, 'Keep only one of the two entries.')]
          : []),
        ...checkUnique(kind, entry, content),
        ...(kind.check?.(entry, content) ?? []),
      ];
    });
    return [...ofEach, ...checkTopics(entries)];
  });

/** If the entries of a kind have topics, each is under one. */
function checkTopics(entries: Entry[]): Problem[] {
  const fault = topicFault(entries.map(({ id, data }) => ({ id, topic: (data as { topic?: string }).topic })));
  return fault ? [{ file: entries[0]!.file, line: entries[0]!.lineOf([]), ...fault }] : [];
}

/** Some texts, such as a wrong claim, must be unique. If two are the same, the one further down is reported. */
function checkUnique(kind: Kind, { id, data, file, lineOf }: Entry, content: Content): Problem[] {
  const key = kind.unique;
  if (!key) return [];
  const textOf = (data: unknown) => String((data as Record<string, unknown>)[key]).toLowerCase();
  const line = lineOf([key]);
  const above = content
    .entries(kind)
    .find((other) => textOf(other.data) === textOf(data) && other.lineOf([key]) < line);
  if (!above) return [];
  return [
    {
      file,
      line,
      message: `The ${kind.name} "${id}" has the same ${key} as "${above.id}", on line ${above.lineOf([key])}.`,
      fix: 'Reword one of the two, or keep only one of the entries.',
    },
  ];
}

/** Checks that the entries that other entries name exist. */
export const checkReferences = (content: Content): Problem[] =>
  KINDS.flatMap((kind) =>
    content
      .entries(kind)
      .flatMap(({ data, file, lineOf }) =>
        (kind.references?.(data) ?? []).flatMap(({ to, id, at }) =>
          unknownReferences(to, [id], content, { file, line: lineOf(at) }),
        ),
      ),
  );

/** Checks that each entry that must be named is named, on a page or by another entry. */
export function checkNamed(content: Content): Problem[] {
  const named = namedEntries(content);
  return KINDS.filter(({ mustBeNamed }) => mustBeNamed).flatMap((kind) =>
    content
      .entries(kind)
      .filter(({ id, data }) => !named.has(keyOf(kind, id)) && (kind.isReferable?.(data) ?? true))
      .map(({ id, file, lineOf }) => {
        const [name, { idAttribute, wrapsText }] = Object.entries(kind.components).find(([, use]) => use.idAttribute)!;
        const message = `Nothing in content/ names the ${kind.name} "${id}".`;
        const tag = `<${name} ${idAttribute!}="${id}"${wrapsText ? `>word</${name}>` : ' />'}`;
        const fix = `Put ${tag} on a page, or delete the entry.`;
        return { file, line: lineOf([]), message, fix };
      }),
  );
}

/** A key for an entry, unique across kinds. */
const keyOf = (kind: Kind, id: string) => `${kind.name} ${id}`;

/** The keys of the entries that components on pages, or other entries, name. */
const namedEntries = (content: Content): Set<string> =>
  new Set([
    ...content.pages.flatMap(({ components }) =>
      components.flatMap((use) => {
        const { kind, component } = COMPONENTS.get(use.name) ?? {};
        return kind && component ? namedIds(component, use).map((id) => keyOf(kind, id)) : [];
      }),
    ),
    ...KINDS.flatMap((kind) =>
      content.entries(kind).flatMap(({ data }) => (kind.references?.(data) ?? []).map(({ to, id }) => keyOf(to, id))),
    ),
  ]);

/** Checks that the pages that entries name as their own exist. */
export const checkHomePages = (content: Content): Problem[] =>
  KINDS.flatMap((kind) =>
    content.entries(kind).flatMap(({ data, file, lineOf }) => {
      const { page } = data as { page: string };
      return kind.home ? unknownPages([page], content, { file, line: lineOf(['page']) }) : [];
    }),
  );

/** Checks that each entry is on the page where it lives. */
export const checkHomes = (content: Content): Problem[] =>
  KINDS.flatMap((kind) =>
    content.entries(kind).flatMap((entry) => (kind.home ? checkHome(kind, kind.home(entry.data), entry, content) : [])),
  );

/** If an entry names the page where it lives, that page must show it, by the component that gives it its address. */
function checkHome(kind: Kind, slug: string, { id, data, file, lineOf }: Entry, content: Content): Problem[] {
  const [name, { idAttribute, attributes, onEveryPage }] = Object.entries(kind.components).find(([, { addressed }]) =>
    typeof addressed === 'function' ? addressed(data) : addressed,
  )!;
  const line = lineOf(['page']);
  const page = content.pageAt(slug);
  const isShown =
    onEveryPage === true || shownOn(page, content).some((shown) => shown.use.name === name && shown.ids.includes(id));
  if (isShown) return [];
  const { page: about = slug } = data as { page?: string };
  const isElsewhere = attributes?.includes('page') === true && about !== slug;
  const attribute = idAttribute ? ` ${idAttribute}="${id}"` : isElsewhere ? ` page="${about}"` : '';
  const shown = idAttribute
    ? `this ${kind.name}`
    : isElsewhere
      ? `the ${kind.name}s about "${about}"`
      : `its ${kind.name}s`;
  return [
    {
      file,
      line,
      message: `The page "${slug}" doesn't show ${shown}.`,
      fix: `Put <${name}${attribute} /> on ${isElsewhere ? 'it' : 'the page it belongs to, and name that page here'}.`,
    },
  ];
}
