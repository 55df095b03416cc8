/** The rules for redirects: each leads from an address that no longer exists straight to one that does. */
import type { SiteContent } from '../model/content.ts';
import { pathOf, slugAt } from '../model/paths.ts';
import { didYouMean, type Problem } from '../model/problems.ts';
import { splitAddress } from '../model/redirects.ts';
import { fragmentsBySlug } from './targets.ts';

export function checkRedirects(content: SiteContent): Problem[] {
  const { file, data, lineOf } = content.parsed.redirects;
  const fragments = fragmentsBySlug(content);
  const exists = (address: string) => {
    const { path, fragment } = splitAddress(address);
    const known = fragments.get(slugAt(path));
    return known !== undefined && (fragment === undefined || known.includes(fragment));
  };
  const entries = (['pages', 'places', 'gone'] as const).flatMap((list) =>
    data[list].map((entry, index) => ({
      from: entry.from,
      to: 'to' in entry ? entry.to : undefined,
      line: lineOf([list, index, 'from']),
    })),
  );
  const successors = new Map(entries.map(({ from, to }) => [from, to]));
  const isGone = (address: string) => successors.has(address) && successors.get(address) === undefined;

  return entries.flatMap(({ from, to, line }, index) => {
    const problem = (message: string, fix: string): Problem[] => [{ file, line, message, fix }];
    if (entries.findIndex((entry) => entry.from === from) < index) {
      return problem(`"${from}" is listed twice.`, 'Delete one of the two entries.');
    }
    if (exists(from)) {
      return problem(
        `"${from}" still exists, so it can't be redirected.`,
        'Remove this entry, or rename what is there now.',
      );
    }
    if (to === undefined) return [];
    if (isLoop(from, successors)) {
      return problem(`"${from}" leads back to itself.`, 'Name the address where it is now.');
    }
    const end = successors.get(to);
    if (end) {
      return problem(`"${from}" leads to "${to}", which is itself redirected.`, `Redirect it straight to "${end}".`);
    }
    // What was removed says so at its address.
    const { path } = splitAddress(to);
    if (exists(to) || isGone(to) || isGone(path)) return [];
    return problem(
      `This leads to "${exists(path) ? to : path}", which doesn't exist.${suggestAddress(to, fragments)}`,
      'Name an address that exists, or say why it was removed, under "gone:".',
    );
  });
}

/** Suggests a fragment if the page of an address exists, else a page. */
function suggestAddress(address: string, fragments: ReadonlyMap<string, string[]>): string {
  const { path, fragment } = splitAddress(address);
  const known = fragments.get(slugAt(path));
  return known && fragment ? didYouMean(fragment, known) : didYouMean(path, [...fragments.keys()].map(pathOf));
}

function isLoop(from: string, successors: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = from; at !== undefined; at = successors.get(at)) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}
