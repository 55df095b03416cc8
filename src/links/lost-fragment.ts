/**
 * Finds the place of an address that is not on the page: follows it to where it has moved, or says that there is none, and
 * offers the places with the most similar names.
 */

/** The similarity, from 0 to 1, at which a place is worth offering. */
const MIN_SIMILARITY = 0.6;
const MAX_OFFERS = 3;

/** The letters of a name, and its pairs of neighbors: in a short name, swapping two letters leaves few pairs. */
function partsOf(name: string): Set<string> {
  const letters = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  return new Set(Array.from(letters, (letter, index) => [letter, letters.slice(index, index + 2)]).flat());
}

/**
 * The Dice coefficient: the share of letters and pairs that two names have in common, from 0 to 1. The edit distance is in the
 * script of the 404 page, which must be a single file: a module that both import would become a file of its own.
 */
function similarity(a: string, b: string): number {
  const [partsOfA, partsOfB] = [partsOf(a), partsOf(b)];
  const shared = [...partsOfA].filter((part) => partsOfB.has(part));
  return (2 * shared.length) / (partsOfA.size + partsOfB.size || 1);
}

/** The links of the page to its own places, the most similar to a name first. */
const similarPlaces = (name: string): HTMLAnchorElement[] =>
  [...document.querySelectorAll<HTMLAnchorElement>('main a.anchor[href^="#"]')]
    .map((anchor) => ({ anchor, score: similarity(name, anchor.hash) }))
    .filter(({ score }) => score >= MIN_SIMILARITY)
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_OFFERS)
    .map(({ anchor }) => anchor);

/** A link to the place of an anchor link, named as that link names it. */
function linkTo({ hash, ariaLabel }: HTMLAnchorElement): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = hash;
  link.textContent = ariaLabel!.replace(/^Link to /, '');
  return link;
}

/** Puts a notice at the top of the page, until the address changes. */
function report(fragment: string): void {
  // HTML gives `top` a meaning: the top of the page. No id has an equals sign: that is for another script.
  if (fragment === 'top' || fragment.includes('=')) return;
  const notice = document.createElement('div');
  notice.className = 'starlight-aside';
  notice.role = 'status';
  document.querySelector('main')!.prepend(notice);
  const removeNotice = () => {
    notice.remove();
    document.querySelector(':target')?.scrollIntoView(); // all that is below the notice has moved up
  };
  addEventListener('hashchange', removeNotice, { once: true });
  const links = similarPlaces(fragment).map(linkTo);
  const offers = links.flatMap((link, index) => [index ? ', ' : ' Did you mean ', link]);
  // Screen readers announce what is added to the notice, not the notice itself.
  const text = document.createElement('p');
  text.append(`Nothing on this page has the address “#${fragment}”.`, ...offers, links.length ? '?' : '');
  notice.append(text);
}

/**
 * Helps a reader whose address names a place that is not on the page.
 * @param fragment of the address, without its #
 * @param moved the entry that says where the place has moved, if it has
 */
export function findPlace(fragment: string, moved: Element | null): void {
  if (!moved) return report(fragment);
  const successor = moved.querySelector('a');
  if (successor) location.replace(successor.href);
}
