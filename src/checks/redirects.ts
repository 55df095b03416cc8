/** The rules for redirects: from what is no longer there, straight to what is. */
import { splitAddress } from '../model/redirects.ts';
import { pathOf, slugAt } from '../model/paths.ts';
import { siteAddresses } from './addresses.ts';
import type { SiteContent } from '../model/content.ts';
import { didYouMean, type Problem } from '../model/problems.ts';

export function checkRedirects(content: SiteContent): Problem[] {
  const { file, data, lineOf } = content.parsed.redirects;
  const current = siteAddresses(content);
  const exists = (address: string) => {
    const { path, fragment } = splitAddress(address);
    const ids = current.get(slugAt(path));
    return ids !== undefined && (fragment === undefined || ids.includes(fragment));
  };
  const entries = (['pages', 'places', 'gone'] as const).flatMap((list) =>
    data[list].map((entry, index) => ({
      from: entry.from,
      to: 'to' in entry ? entry.to : undefined,
      line: lineOf([list, index]),
    })),
  );
  const successorOf = new Map(entries.map(({ from, to }) => [from, to]));

  return entries.flatMap(({ from, to, line }, index) => {
    const report = (what: string, mend: string) => [{ file, line, what, mend }];
    if (entries.findIndex((entry) => entry.from === from) < index) {
      return report(`"${from}" stands here twice.`, 'Keep one of the two.');
    }
    if (exists(from)) {
      return report(
        `"${from}" exists: it cannot be redirected.`,
        'Remove this entry, or rename what stands there now.',
      );
    }
    if (to === undefined) return [];
    if (loops(from, successorOf)) {
      return report(`"${from}" leads back to itself.`, 'Name the address where it stands now.');
    }
    if (successorOf.has(to)) {
      const end = successorOf.get(to);
      return report(
        `"${from}" leads to "${to}", which is redirected itself.`,
        `Lead straight to ${end ? `"${end}"` : 'what exists'}.`,
      );
    }
    if (exists(to)) return [];
    const { path, fragment } = splitAddress(to);
    const ids = current.get(slugAt(path));
    const known = ids && fragment ? ids : [...current.keys()].map(pathOf);
    return report(
      `"${from}" leads to "${to}", which does not exist.${didYouMean(ids && fragment ? fragment : path, known)}`,
      'Name an address that exists.',
    );
  });
}

function loops(from: string, successorOf: Map<string, string | undefined>): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = from; at !== undefined; at = successorOf.get(at)) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}
