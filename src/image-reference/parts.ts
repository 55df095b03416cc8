/** Takes a reference apart: the parts that were typed, and those that Docker adds. */
import type { Mistake } from './mistake.ts';
import { DEFAULT_TAG, isOfficial, split, typedDomain, type Reference } from './parse.ts';

/** A piece of a reference, in the order of the text. */
export interface Part {
  text: string;
  /** What it is, or `''` for a mark between two parts. */
  label: string;
  /** The color of its role, as figures have it. */
  role?: 'registry' | 'host' | 'image';
  /** Docker adds it; it was not typed. */
  isAdded?: boolean;
  isWrong?: boolean;
}

const mark = (text: string, isAdded = false): Part => ({ text, label: '', isAdded });
const added = (text: string, what: string, role: Part['role'] & string): Part => ({
  text,
  label: `${what}, added`,
  role,
  isAdded: true,
});

/**
 * Takes a valid reference apart. Joined, the parts that are not added give the input.
 * @param input as typed
 * @param reference what `parseReference` returns for it
 */
export function partsOf(input: string, reference: Reference): Part[] {
  const { name, tag, digest } = split(input);
  const domain = reference.domain ? typedDomain(input) : undefined;
  const path = domain === undefined ? name : name.slice(domain.length + 1);
  const isRewritten = domain !== undefined && domain !== reference.domain;
  const parts: Part[] = [];
  if (domain !== undefined) {
    parts.push({
      text: domain,
      label: isRewritten ? `domain, read as ${reference.domain}` : 'domain',
      role: 'registry',
    });
    parts.push(mark('/'));
  } else if (reference.domain) parts.push(added(reference.domain, 'domain', 'registry'), mark('/', true));
  if (isOfficial(reference) && !path.includes('/')) parts.push(added('library/', 'path', 'host'));
  parts.push({ text: path, label: 'path', role: 'host' });
  if (tag !== undefined) {
    parts.push(mark(':'), { text: tag, label: digest === undefined ? 'tag' : 'tag, not used', role: 'image' });
  } else if (digest === undefined) parts.push(mark(':', true), added(DEFAULT_TAG, 'tag', 'image'));
  if (digest !== undefined) parts.push(mark('@'), { text: digest, label: 'digest', role: 'image' });
  return parts;
}

/** Splits a text that is not a reference into what is wrong, and what is before and after it. */
export const partsAround = (input: string, { start, end }: Mistake): Part[] =>
  [
    mark(input.slice(0, start)),
    { text: input.slice(start, end), label: '', isWrong: true },
    mark(input.slice(end)),
  ].filter(({ text }) => text);
