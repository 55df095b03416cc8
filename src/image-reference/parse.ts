/**
 * Parses image references as version 0.6.0 of the Go package `distribution/reference` does, which Docker uses: the same
 * results, and the same errors. Every expression here is linear: no input makes it try one place in two ways.
 */

/** A reference whose domain and path are complete, as the package calls it: normalized. */
export interface Reference {
  /** `''` if the part before the first slash looks like a domain but is not a valid one. */
  domain: string;
  path: string;
  /** `''` if there is none. */
  tag: string;
  /** `''` if there is none. */
  digest: string;
}

/** Why a text is not a reference, in the words of the package. */
export class InvalidReference extends Error {
  override name = 'InvalidReference';
}

export const DEFAULT_DOMAIN = 'docker.io';
const LEGACY_DEFAULT_DOMAIN = 'index.docker.io';
const OFFICIAL_NAMESPACE = 'library/';
export const DEFAULT_TAG = 'latest';
export const MAX_PATH_LENGTH = 255;
export const MAX_TAG_LENGTH = 128;
export const TOO_LONG = `repository name must not be more than ${MAX_PATH_LENGTH} characters`;

const LABEL = '[a-zA-Z0-9]+(?:-+[a-zA-Z0-9]+)*';
const COMPONENT = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const ALGORITHM = '[a-zA-Z][a-zA-Z0-9]*(?:[-_+.][a-zA-Z][a-zA-Z0-9]*)*';
export const DOMAIN = new RegExp(`^(?:${LABEL}(?:\\.${LABEL})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?$`);
export const PATH = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`);
export const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = new RegExp(`^${ALGORITHM}:[0-9a-fA-F]{32,}$`);
/** The form of an image ID. */
export const IDENTIFIER = /^[0-9a-f]{64}$/;

/** The number of hexadecimal digits by algorithm, as `opencontainers/go-digest` knows them. */
export const DIGEST_LENGTHS: ReadonlyMap<string, number> = new Map([
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
]);

/** Cuts a text at a character, by its position: what is before it and after it. Nothing is cut at a negative position. */
const cut = (text: string, at: number): [before: string, after: string | undefined] =>
  at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];

/** Lowercases as Go does: each character by itself, so that İ is an i, without the dot that JavaScript keeps. */
const lowerCase = (text: string) => text.replaceAll('İ', 'i').toLowerCase();
const hasUppercase = (text: string) => text.toLowerCase() !== text;

/** Whether the beginning of a name is a host whatever its case: it has a dot or a port, or is `localhost`. */
export const isHost = (beginning: string): boolean => beginning === 'localhost' || /[.:]/.test(beginning);

/**
 * The domain that a reader typed: the part before the first slash, if Docker takes it for a domain and not for the
 * beginning of a path on Docker Hub.
 */
export function typedDomain(input: string): string | undefined {
  const [first, rest] = cut(input, input.indexOf('/'));
  return rest !== undefined && (isHost(first) || hasUppercase(first)) ? first : undefined;
}

/** The texts between the marks of a reference: slash, colon, at sign. Missing parts are undefined. */
export interface Split {
  name: string;
  tag: string | undefined;
  digest: string | undefined;
}

/** Splits any text at the places where a reference has its marks. */
export function split(text: string): Split {
  const [beforeDigest, digest] = cut(text, text.indexOf('@'));
  const [name, tag] = cut(beforeDigest, beforeDigest.indexOf(':', beforeDigest.lastIndexOf('/') + 1));
  return { name, tag, digest };
}

/** Matches the whole grammar. @returns undefined if the text isn't a reference */
function match(text: string): Reference | undefined {
  const { name, tag, digest } = split(text);
  if ((tag !== undefined && !TAG.test(tag)) || (digest !== undefined && !DIGEST.test(digest))) return undefined;
  const [domain, path] = cut(name, name.indexOf('/'));
  const rest = { tag: tag ?? '', digest: digest ?? '' };
  if (path !== undefined && DOMAIN.test(domain) && PATH.test(path)) return { domain, path, ...rest };
  return PATH.test(name) ? { domain: '', path: name, ...rest } : undefined;
}

/** @throws InvalidReference if no program could check the digest */
function checkDigest(digest: string): void {
  const [algorithm, encoded] = cut(digest, digest.indexOf(':'));
  const length = DIGEST_LENGTHS.get(algorithm);
  if (length === undefined) {
    throw new InvalidReference(
      hasUppercase(algorithm) ? 'invalid checksum digest format' : 'unsupported digest algorithm',
    );
  }
  if (encoded!.length !== length) throw new InvalidReference('invalid checksum digest length');
  if (hasUppercase(encoded!)) throw new InvalidReference('invalid checksum digest format');
}

/** Adds the domain and the namespace that Docker adds. */
function completeName(input: string): [domain: string, remainder: string] {
  const typed = typedDomain(input);
  const domain = typed === undefined || typed === LEGACY_DEFAULT_DOMAIN ? DEFAULT_DOMAIN : typed;
  const remainder = typed === undefined ? input : input.slice(typed.length + 1);
  const isOfficial = domain === DEFAULT_DOMAIN && !remainder.includes('/');
  return [domain, isOfficial ? OFFICIAL_NAMESPACE + remainder : remainder];
}

/**
 * Parses a reference as `ParseNormalizedNamed` of the Go package does.
 * @param input as typed
 * @returns its parts, with the domain and the namespace that Docker adds, but without the default tag
 * @throws InvalidReference if it is not a reference
 */
export function parseReference(input: string): Reference {
  if (IDENTIFIER.test(input)) {
    throw new InvalidReference(`invalid repository name (${input}), cannot specify 64-byte hexadecimal strings`);
  }
  const [domain, remainder] = completeName(input);
  const [name] = cut(remainder, remainder.indexOf(':'));
  if (hasUppercase(name)) {
    throw new InvalidReference(`invalid reference format: repository name (${name}) must be lowercase`);
  }
  const full = `${domain}/${remainder}`;
  const reference = match(full);
  if (!reference) {
    const isFoundInLowercase = match(lowerCase(full)) !== undefined;
    throw new InvalidReference(isFoundInLowercase ? 'repository name must be lowercase' : 'invalid reference format');
  }
  if (reference.path.length > MAX_PATH_LENGTH) {
    throw new InvalidReference(TOO_LONG);
  }
  if (reference.digest) checkDigest(reference.digest);
  return reference;
}

/** Adds the tag `latest` to a reference without tag and digest, as `TagNameOnly` of the Go package does. */
export const withDefaultTag = (reference: Reference): Reference =>
  reference.tag || reference.digest ? reference : { ...reference, tag: DEFAULT_TAG };

/** Drops the tag of a reference that also has a digest, as Docker does to find the image. */
export const withoutUnusedTag = (reference: Reference): Reference =>
  reference.digest ? { ...reference, tag: '' } : reference;

/** Writes a reference as one word. */
export function formatReference({ domain, path, tag, digest }: Reference): string {
  return (domain && `${domain}/`) + path + (tag && `:${tag}`) + (digest && `@${digest}`);
}

/** Whether a reference is in the namespace of the Docker Official Images. */
export const isOfficial = ({ domain, path }: Reference): boolean =>
  domain === DEFAULT_DOMAIN && path.lastIndexOf('/') === OFFICIAL_NAMESPACE.length - 1 && path.startsWith('library/');

/**
 * Writes a reference in its short form, as `FamiliarString` of the Go package does: without `docker.io` and `library/`.
 * Read again, it can mean another image: `docker.io/foo.bar/app` becomes `foo.bar/app`.
 */
export function familiarForm(reference: Reference): string {
  if (reference.domain !== DEFAULT_DOMAIN) return formatReference(reference);
  const path = isOfficial(reference) ? reference.path.slice(OFFICIAL_NAMESPACE.length) : reference.path;
  return formatReference({ ...reference, domain: '', path });
}
