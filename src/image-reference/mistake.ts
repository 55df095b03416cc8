/**
 * Finds the part of a text that keeps it from being a reference, the rule that it breaks, and what to write instead. The
 * expressions are linear, as the parser's are.
 */
import {
  DIGEST_LENGTHS,
  DOMAIN,
  IDENTIFIER,
  InvalidReference,
  isHost,
  MAX_PATH_LENGTH,
  MAX_TAG_LENGTH,
  PATH,
  parseReference,
  split,
  TAG,
  TOO_LONG,
  typedDomain,
} from './parse.ts';
import { IMAGE_PAGES, isWebsite, PAGE } from './registries.ts';

/** What is wrong with a text that is not a reference. */
export interface Mistake {
  /** Where the wrong part begins and ends in the text. */
  start: number;
  end: number;
  /** The rule, with code between backticks. */
  rule: string;
  /** The place of this site that says so. */
  address: string;
  /** A reference that may be meant, if one can be guessed. */
  instead?: string | undefined;
}
type Rule = Omit<Mistake, 'start' | 'end'>;

const example = (id: string) => `${PAGE}#image-reference-examples-${id}`;
const part = (id: string) => `${PAGE}#image-reference-parts-${id}`;

function isReference(text: string): boolean {
  try {
    parseReference(text);
    return true;
  } catch (error) {
    if (error instanceof InvalidReference) return false;
    throw error;
  }
}

/** The first of some guesses that is a reference. */
const firstValid = (...guesses: string[]): string | undefined => guesses.find(isReference);

/**
 * Finds a mistake by an expression.
 * @param pattern what matches is wrong; if it has groups, the group that matches
 * @param offset where the text begins in the whole input
 */
function at(pattern: RegExp, text: string, offset: number, rule: Rule): Mistake | undefined {
  const found = pattern.exec(text);
  if (!found) return undefined;
  const [whole, ...groups] = found;
  const wrong = groups.find(Boolean) ?? whole;
  const start = offset + found.index + whole.lastIndexOf(wrong);
  return { start, end: start + wrong.length, ...rule };
}

/**
 * The name of the image that a web page shows.
 * @param address without its scheme
 * @returns `undefined` for other pages of the websites of registries; the address itself if it is on no such website
 */
function nameOnPage(address: string): string | undefined {
  const shown = IMAGE_PAGES.find(([page]) => page.test(address));
  if (shown) return address.replace(...shown);
  return isWebsite(address.split('/', 1)[0]!) ? undefined : address;
}

/** What is not a reference as a whole: a variable, a URL, an image ID, several words. */
function findForeign(input: string): Mistake | undefined {
  const [url] = input.trim().split(/[?#]/, 1);
  const withoutScheme = url!.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/(?<!\/)\/+$/, '');
  const name = nameOnPage(withoutScheme);
  return (
    at(/\$\{[^}]*\}?|\$\w*/, input, 0, {
      rule: 'This is a variable. Write its value, or paste the whole file into the field below.',
      address: `${PAGE}#explorer`,
    }) ??
    at(/<[^>]*>?/, input, 0, {
      rule: 'This is a placeholder. Write a real value without angle brackets.',
      address: `${PAGE}#parts`,
    }) ??
    at(IDENTIFIER, input, 0, {
      rule: '64 hexadecimal digits have the form of an image ID, and that form is reserved.',
      address: example('bare-digits'),
      instead: `docker.io/${input}`,
    }) ??
    at(/^[a-z][a-z0-9+.-]*:\/\//i, input, 0, {
      rule: 'A reference is not a URL and has no `https://`.',
      address: example('scheme'),
      instead: name ? firstValid(name, name.toLowerCase()) : undefined,
    }) ??
    at(/^hub\.docker\.com\/_(?![^/])/, input, 0, {
      rule: 'This is the address of a web page. `_` alone is not a valid path component.',
      address: example('web-page'),
      instead: name ? firstValid(name) : undefined,
    }) ??
    at(/\s+/, input, 0, {
      rule: 'A reference is one word, without spaces.',
      address: `${PAGE}#parts`,
      instead: oneWord(input),
    })
  );
}

/**
 * The reference in a line that has spaces, such as `docker pull alpine`, `FROM alpine AS build` or the end of a build command,
 * `hello:1.0 .`. In other commands, such as `docker run`, it may be any of several words.
 */
function oneWord(input: string): string | undefined {
  const words = input
    .trim()
    .replace(/\s+(?:as\s+\S+|\.)$/i, '')
    .split(/\s+/);
  const isCommand = words.length > 1 && /^(?:pull|push|from|image:)$/i.test(words.at(-2)!);
  if (isCommand) return firstValid(words.at(-1)!);
  return /^(?:docker|podman|nerdctl)$/i.test(words[0]!) ? undefined : firstValid(words.join('-'));
}

function findInDomain(input: string, domain: string): Mistake {
  const [name, port] = /^(.*?):([^:\]]*)$/s.exec(domain)?.slice(1) ?? [domain];
  const rest = input.slice(domain.length);
  const instead = firstValid(
    domain.replaceAll('_', '-') + rest,
    `[${domain}]${rest}`,
    name! + rest + (port ? `:${port}` : ''),
  );
  const address = part('domain');
  const allowed: Rule = {
    rule: 'A domain has letters and digits, with dots between the labels and hyphens inside a label. An IPv6 address goes in brackets.',
    address,
    instead,
  };
  return (
    at(/_+/, domain, 0, { rule: 'A domain has no underscores.', address, instead }) ??
    at(/[^a-zA-Z0-9.:[\]-]+/, domain, 0, allowed) ??
    at(/^[^:[\]]*:(?!\d+$)([^:]*)$/, domain, 0, {
      rule: 'The part before the first slash has a colon, so it is a domain with a port. A port has only digits.',
      address,
      instead,
    }) ??
    at(/^[.-]|[.-](?=[.:-]|$)/, domain, 0, allowed) ?? { start: 0, end: domain.length, ...allowed }
  );
}

/** Repairs a path: lowercase, and valid separators. */
const repairPath = (path: string): string =>
  path
    .toLowerCase()
    .split('/')
    .map((component) =>
      component.replace(/[^a-z0-9]+/g, (separators, index: number) => {
        if (index === 0 || index + separators.length === component.length) return '';
        return /^(?:[._]|__|-+)$/.test(separators) ? separators : '-';
      }),
    )
    .filter(Boolean)
    .join('/');

/** @param complete writes the whole reference with another path */
function findInPath(path: string, offset: number, complete: (path: string) => string): Mistake | undefined {
  const instead = firstValid(complete(repairPath(path)));
  const address = part('path');
  return (
    at(/^$/, path, offset, { rule: 'A reference needs a path.', address, instead }) ??
    at(/[A-Z]+/, path, offset, {
      rule: 'A path cannot have uppercase letters.',
      address: example('upper-case-name'),
      instead,
    }) ??
    at(/[^a-z0-9._/-]+/, path, offset, {
      rule: 'A path component can have only lowercase letters and digits, with dots, underscores and hyphens between them.',
      address,
      instead,
    }) ??
    at(/^\/+|\/{2,}|\/$/, path, offset, {
      rule: 'A path is one or more components, separated by single slashes.',
      address,
      instead,
    }) ??
    at(/\.{2,}/, path, offset, { rule: 'Two dots in a row are not allowed.', address: example('two-dots'), instead }) ??
    at(/(?:^|\/)([._-]+)|[._-](?=\/|$)|\.[_-]+|_[.-]+|-[._]+|_{3,}/, path, offset, {
      rule: 'Inside a path component, one dot, one or two underscores, or any number of hyphens can separate letters and digits.',
      address,
      instead,
    })
  );
}

/** @param complete writes the whole reference with another tag, which begins with its colon, or is empty */
function findInTag(tag: string, offset: number, complete: (tag: string) => string): Mistake | undefined {
  const cleaned = tag
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, MAX_TAG_LENGTH);
  const instead = firstValid(complete(cleaned && `:${cleaned}`));
  const address = part('tag');
  return (
    at(/^$/, tag, offset, { rule: 'A tag has at least one character.', address, instead }) ??
    at(/^[.-]+/, tag, offset, {
      rule: 'A tag cannot begin with a dot or a hyphen.',
      address: example('tag-with-dot'),
      instead,
    }) ??
    at(/:.*/s, tag, offset, {
      rule: 'A reference can have only one tag.',
      address: example('two-tags'),
      instead: firstValid(complete(`:${tag.split(':', 1)[0]!}`)),
    }) ??
    at(/[^\w.-]+/, tag, offset, {
      rule: 'A tag can have only letters, digits, underscores, dots and hyphens.',
      address,
      instead,
    }) ??
    at(/^.{128}(.+)/s, tag, offset, { rule: `A tag has at most ${MAX_TAG_LENGTH} characters.`, address, instead })
  );
}

/** @param before what is before the at sign */
function findInDigest(digest: string, before: string): Mistake {
  const offset = before.length + 1;
  const [algorithm] = digest.split(':', 1);
  const encoded = digest.slice(algorithm!.length + 1);
  const length = DIGEST_LENGTHS.get(algorithm!.toLowerCase());
  const address = part('digest');
  const form = 'A digest is the algorithm, a colon, and lowercase hexadecimal digits.';
  const swapped = /^([^:@]+:[^:@]+)(:[^:@]+)$/.exec(digest);
  const [, straight, tag] = swapped ?? [];
  const lowercase = {
    rule: 'The digits of a digest must be lowercase.',
    address: example('upper-case-digest'),
    instead: firstValid(`${before}@${digest.toLowerCase()}`),
  };
  return (
    at(/^[^:@]+:[^:@]+(:[^:@]+)$/, digest, offset, {
      rule: 'The tag goes before the digest.',
      address: `${PAGE}#tag-and-digest`,
      instead: straight && firstValid(`${before}${tag!}@${straight}`, `${before}@${straight}`),
    }) ??
    at(/@.*/s, digest, offset, { rule: 'A reference has only one digest.', address }) ??
    at(/^(?!.+:.).*/s, digest, offset, { rule: form, address }) ??
    at(/[^0-9a-fA-F]+/, encoded, offset + algorithm!.length + 1, { rule: form, address }) ??
    (length
      ? at(encoded.length === length ? /[A-Z].*/s : /:(.*)/s, digest, offset, {
          ...lowercase,
          ...(encoded.length !== length && {
            rule: `After \`${algorithm!}:\`, a digest has ${length} digits. This one has ${encoded.length}.`,
            address,
            instead: undefined,
          }),
        })
      : at(/^[^:]*/, digest, offset, {
          rule: `The package \`distribution/reference\` doesn’t support \`${algorithm!}\`. Use \`sha256\`.`,
          address: example('unknown-algorithm'),
        })) ?? { start: offset, end: offset + digest.length, rule: form, address }
  );
}

/**
 * Finds the mistake in a text that is not a reference.
 * @param input the text
 * @param error what `parseReference` has thrown for it
 */
export function findMistake(input: string, error: InvalidReference): Mistake {
  const mistake = findForeign(input) ?? findInParts(input, error);
  if (mistake.start < mistake.end || !input) return mistake;
  // There is nothing to mark, so the character before or after it is marked.
  return mistake.start ? { ...mistake, start: mistake.start - 1 } : { ...mistake, end: 1 };
}

function findInParts(input: string, error: InvalidReference): Mistake {
  const domain = typedDomain(input);
  const { name, tag, digest } = split(input);
  // Text that has its first slash in a digest has no domain.
  const start = domain === undefined || domain.length >= name.length ? 0 : domain.length + 1;
  const path = name.slice(start);
  const afterTag = digest === undefined ? '' : `@${digest}`;
  const beforeDigest = input.slice(0, input.length - afterTag.length);
  const afterPath = input.slice(name.length);
  // If only an uppercase letter makes the beginning a domain, it’s more likely a Docker ID.
  const beforePath = input.slice(0, start);
  const begun = isHost(domain ?? '') ? beforePath : beforePath.toLowerCase();
  const withPath = (repaired: string) => begun + repaired + afterPath;
  const withTag = (repaired: string) => name + repaired + afterTag;
  // What isn't a domain can still be the beginning of a path.
  if (start && !DOMAIN.test(domain!) && !PATH.test(name)) return findInDomain(input, domain!);
  if (error.message === TOO_LONG) {
    const rule = `A path has at most ${MAX_PATH_LENGTH} characters, including \`library/\`.`;
    return { start, end: name.length, rule, address: `${PAGE}#length` };
  }
  return (
    (PATH.test(path) ? undefined : findInPath(path, start, withPath)) ??
    (tag === undefined || TAG.test(tag) ? undefined : findInTag(tag, name.length + 1, withTag)) ??
    findInDigest(digest ?? '', beforeDigest)
  );
}
