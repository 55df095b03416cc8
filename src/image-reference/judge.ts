/** Judges each reference in a Dockerfile or Compose file: whether its tag can move, whether a short name or a limit matters. */
import { readCompose } from './compose.ts';
import { readDockerfile, type Written } from './dockerfile.ts';
import { findMistake } from './mistake.ts';
import {
  DEFAULT_DOMAIN,
  DEFAULT_TAG,
  formatReference,
  InvalidReference,
  parseReference,
  typedDomain,
  withDefaultTag,
  withoutUnusedTag,
  type Reference,
} from './parse.ts';
import { PAGE, type Statement } from './registries.ts';

type Remark = Omit<Statement, 'address'> & Partial<Statement>;

/** A reference in a file, and what is to be said about it. */
export interface Judged {
  line: number;
  text: string;
  /** The full reference; undefined if it isn't an image, or isn't valid. */
  full?: string;
  remarks: Remark[];
}

function remarksOn(value: string, reference: Reference): Remark[] {
  const { tag, digest } = withDefaultTag(reference);
  const page = '/registries/tags-and-digests/';
  const pinning = `${page}#pinning`;
  return [
    ...(digest
      ? [{ text: 'Pinned by digest', address: pinning }]
      : [
          { text: `Tag \`${tag}\` can move`, address: `${page}#${tag === DEFAULT_TAG ? 'latest' : 'mutable'}` },
          { text: 'No digest', address: pinning },
        ]),
    ...(reference.domain === DEFAULT_DOMAIN
      ? [{ text: 'Pull limit', address: '/registries/docker-hub/#pull-limits' }]
      : []),
    ...(typedDomain(value) === undefined ? [{ text: 'Short name', address: `${PAGE}#domain-or-path` }] : []),
  ];
}

function judge({ line, text, value, missing, stage }: Written): Judged {
  const place = { line, text };
  const remark = (text: string, address: string): Judged => ({ ...place, remarks: [{ text, address }] });
  if (stage !== undefined) return remark(`Not an image: the stage \`${stage}\``, '/practice/build-an-image/#stages');
  if (value === 'scratch') return remark('Not an image: `scratch` is empty', '/practice/build-an-image/#stages');
  if (missing.length) {
    const names = [...new Set(missing)].map((name) => `\`${name}\``).join(', ');
    return { ...place, remarks: [{ text: `Needs a value for ${names}` }] };
  }
  try {
    const reference = parseReference(value);
    const full = formatReference(withoutUnusedTag(withDefaultTag(reference)));
    return { ...place, full, remarks: remarksOn(value, reference) };
  } catch (error) {
    if (!(error instanceof InvalidReference)) throw error;
    const { rule, address } = findMistake(value, error);
    return remark(`Not valid: ${error.message}. ${rule}`, address);
  }
}

/**
 * Finds and judges the references in a file.
 * @param file the text of a Dockerfile or a Compose file
 * @returns the references in the order of the file; none if the file is something else
 */
export function judgeFile(file: string): Judged[] {
  const isCompose = /^["']?services["']?\s*:/m.test(file);
  return (isCompose ? readCompose(file) : readDockerfile(file)).map(judge);
}
