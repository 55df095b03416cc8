/** What `changes.json`, the feeds and the page of changes show of the record. */
import { describeChange, type Change, type Changes, type History } from '../../model/changes.ts';
import type { Place } from './places.ts';
import { REWORDED, type ChangeRecord } from '../../model/record.ts';

/** A change of a place itself, not of the places within it. */
export interface PlaceChange {
  place: Place;
  on: string;
  what: Change;
  /** The places in it that were first recorded on that day, at any depth through such places. */
  added: Place[];
}

/** What is said of a new place that is part of no other change. */
export const NEW = 'It’s new.';

/** A name as the beginning of a line: "The row Portability". */
export const capitalized = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** How many new places a list names. */
const MAX_NAMED = 12;

/** A change as readers see it: the author’s sentence, or the new places by name, and what else has changed. */
export function sentenceOf({ place, what, added }: PlaceChange): string {
  const names = added.flatMap(({ parent, name }) => (parent?.address === place.address && name ? [name] : []));
  if (typeof what === 'string' || !names.length) return describeChange(what);
  const rest = what.filter((part) => part !== 'parts');
  const named = names.slice(0, MAX_NAMED);
  if (names.length > named.length) named.push(`and ${names.length - named.length} more`);
  const list = named.join('; ').replace(/\.$/, ''); // a name can be a sentence
  return [`New: ${list}.`, ...(rest.length ? [describeChange(rest)] : [])].join(' ');
}

/**
 * The changes of all places that are on the site, the newest first, and within a day in the order of the site. New places are
 * part of a change of what they are in. If there is none, as for a new page, the outermost new place is a change itself.
 */
export function listChanges(places: Place[], record: ChangeRecord): PlaceChange[] {
  const within = Map.groupBy(places, ({ parent }) => parent?.address);
  const firstOf = ({ address }: Place) => record[address]?.first;
  const changesAt = ({ address }: Place) =>
    Object.entries(record[address]?.changes ?? {}).filter(([, what]) => what !== REWORDED);
  const addedIn = ({ address }: Place, day: string): Place[] =>
    (within.get(address) ?? [])
      .filter((inner) => firstOf(inner) === day)
      .flatMap((inner) => [inner, ...addedIn(inner, day)]);
  const began = firstDay(record);
  return places
    .flatMap((place): Omit<PlaceChange, 'added'>[] => {
      const { parent } = place;
      const first = firstOf(place);
      const isNamed = parent && (firstOf(parent) === first || changesAt(parent).some(([on]) => on === first));
      const isNew = first && first !== began && !isNamed;
      const changes = changesAt(place).map(([on, what]) => ({ place, on, what }));
      return isNew ? [{ place, on: first, what: NEW }, ...changes] : changes;
    })
    .map((change) => ({ ...change, added: addedIn(change.place, change.on) }))
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}

/** The first day of a record. An empty one has none yet. */
export const firstDay = (record: ChangeRecord): string | undefined =>
  Object.values(record)
    .map(({ first }) => first)
    .sort()[0];

/**
 * The content of `changes.json`: the changes of each place, and of what contains it.
 * @param embeds the paths of the embeds, and the addresses of the tables and rows with which they change
 * @param unrecorded how many places differ from the record
 */
export function publishedChanges(
  places: Place[],
  embeds: [path: string, address: string][],
  record: ChangeRecord,
  unrecorded: number,
): Changes {
  const first = firstDay(record) ?? '';
  const changes = new Map<string, History>();
  for (const { place, on, what } of listChanges(places, record).reverse()) {
    if (what === NEW) continue; // `later` has its day, and what it is in, if anything, has no change of its own that day
    historyIn(changes, place.address)[on] = withParts(changes.get(place.address)?.[on], what);
    for (let outer = place.parent; outer; outer = outer.parent) {
      const history = historyIn(changes, outer.address);
      history[on] = withParts(history[on], ['parts']);
    }
  }
  const later = new Map(
    places.flatMap(({ address }) => {
      const day = record[address]?.first;
      return day && day !== first ? [[address, day]] : [];
    }),
  );
  for (const days of [changes, later] as Map<string, unknown>[])
    for (const [path, address] of embeds) if (days.has(address)) days.set(path, days.get(address));
  return { first, later: sorted(later), changes: sorted(changes), unrecorded };
}

function historyIn(changes: Map<string, History>, address: string): History {
  const history = changes.get(address) ?? {};
  changes.set(address, history);
  return history;
}

/** Merges two changes of a place on one day. A sentence says more than a list. */
function withParts(known: Change | undefined, added: Change): Change {
  if (!known || typeof added === 'string') return added;
  return typeof known === 'string' ? known : [...new Set([...known, ...added])];
}

const sorted = <T>(map: Map<string, T>): Record<string, T> =>
  Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
