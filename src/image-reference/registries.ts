/**
 * What the address of a registry says: the kind of registry, the login, and whether tags can move. Each statement is one
 * of this site's, and leads to the place that proves it.
 */
import type { Reference } from './parse.ts';
import { DEFAULT_DOMAIN, isHost, isOfficial } from './parse.ts';

/** A sentence, with code between backticks, and the place of this site that says so. */
export interface Statement {
  text: string;
  address: string;
}

/** A registry, as its address shows it. */
export interface Registry {
  kind: Statement;
  login: Statement;
  /** Whether a tag in it can move. */
  moving: Statement;
  /** The host that answers, which is not always the one in the name. */
  host: string;
}

/** The page of the explorer. */
export const PAGE = '/registries/image-references/';

const MAY_MOVE: Statement = {
  text: 'Yes, unless the registry forbids it.',
  address: '/registries/tags-and-digests/#mutable',
};
const mayMove = (page: string): Statement => ({
  text: 'Yes, unless the repository’s settings forbid it.',
  address: `/registries/${page}/#tag-mutability`,
});
const row = (id: string) => `/registries/other-registries/#other-registries-${id}`;

/** What is known about a host besides its name. Without a `login` here, logging in works as it does elsewhere. */
interface Known {
  kind: Statement;
  login?: Statement;
  moving?: Statement;
}

/** A kind of registry by its host, which has no port and no uppercase letters here. */
type Rule = [host: RegExp, describe: (match: RegExpMatchArray) => Known];

/** A service that only its row describes. @param login what the row says about logins, if anything */
const service = (host: RegExp, name: string, id: string, login?: string): Rule => [
  host,
  () => ({ kind: { text: name, address: row(id) }, ...(login && { login: { text: login, address: row(id) } }) }),
];

const ECR_PRIVATE: Rule = [
  /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.(?:com|eu)|(on\.aws)|amazonaws\.com\.cn|on\.amazonwebservices\.com\.cn)$/,
  ([host, account, region, dualStack]) => ({
    kind: {
      text: `Amazon ECR private: account \`${account!}\`, Region \`${region!}\`${dualStack ? ', over IPv6 too' : host.endsWith('.cn') ? ', in China' : ''}`,
      address: host.endsWith('.cn') ? '/registries/other-registries/#how-to-tell' : '/registries/amazon-ecr/#address',
    },
    login: {
      text: `Every pull needs one: \`aws ecr get-login-password --region ${region!} | docker login --username AWS --password-stdin ${host}\``,
      address: '/registries/authentication/#logins-ecr-private',
    },
    moving: mayMove('amazon-ecr'),
  }),
];

const ECR_PUBLIC: Rule = [
  /^public\.ecr\.aws$/,
  () => ({
    kind: { text: 'Amazon ECR Public', address: row('ecr-public') },
    login: {
      text: 'Not needed to pull. To push: `aws ecr-public get-login-password --region us-east-1 | docker login --username AWS --password-stdin public.ecr.aws`',
      address: '/registries/amazon-ecr/#ecr-public',
    },
    moving: {
      text: 'Yes. No setting forbids it (API as of 2026-08-12).',
      address: '/registries/tags-and-digests/#immutable-tags',
    },
  }),
];

const LOCAL: Rule = [
  /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/,
  () => ({
    kind: { text: 'A registry on this host, such as one from the image `registry:3`', address: row('distribution') },
    login: { text: 'Set by its operator', address: '/registries/authentication/#logins-other' },
  }),
];

const HUB_HOST: Rule = [
  /^registry-1\.docker\.io$/,
  () => ({
    kind: {
      text: 'Docker Hub’s host, which Docker treats as a domain like any other',
      address: `${PAGE}#image-reference-examples-hub-api-host`,
    },
  }),
];

/** @param name of the website @param instead what the names of its images use */
const website = (host: RegExp, name: string, instead: string, address: string): Rule => [
  host,
  () => ({ kind: { text: `${name}, which is not a registry. Image names use \`${instead}\`.`, address } }),
];

/** The websites of registries, which have no images to pull. */
const WEBSITES = [
  website(/^hub\.docker\.com$/, 'Docker Hub’s website', 'docker.io', '/registries/docker-hub/#course-additions'),
  website(
    /^gallery\.ecr\.aws$/,
    'The website of Amazon ECR Public',
    'public.ecr.aws',
    '/registries/amazon-ecr/#ecr-public',
  ),
  website(
    /^(?:[a-z\d-]+\.){0,2}console\.(?:aws\.amazon\.com|amazonaws-us-gov\.com)$/,
    'The website of AWS',
    'ACCOUNT.dkr.ecr.REGION.amazonaws.com',
    '/practice/pull-tag-push/#amazon-ecr',
  ),
];

export const isWebsite = (host: string): boolean => WEBSITES.some(([pattern]) => pattern.test(host));

/** The pages of these websites that show an image, and its name. */
export const IMAGE_PAGES: [page: RegExp, name: string][] = [
  // The images of Microsoft’s pages are at mcr.microsoft.com, under other names.
  [/^hub\.docker\.com\/_\/(?!microsoft-)([^/]+)(?:\/tags)?$/, '$1'],
  [/^hub\.docker\.com\/r\/(?!microsoft\/)([^/]+\/[^/]+)(?:\/tags)?$/, '$1'],
  [/^hub\.docker\.com\/repository\/docker\/([^/]+\/[^/]+)(?:\/.*)?$/, '$1'],
  [/^hub\.docker\.com\/layers\/([^/]+\/[^/]+)\/([^/]+)\/images\/.*$/, '$1:$2'],
  [/^gallery\.ecr\.aws\/([^/]+\/.+)$/, 'public.ecr.aws/$1'],
  [
    /^(?:\d{12}-[a-z\d]+\.)?([a-z\d-]+)\.console\.aws\.amazon\.com\/ecr\/repositories\/private\/(\d{12})\/(.+?)(?:\/_\/.*)?$/,
    '$2.dkr.ecr.$1.amazonaws.com/$3',
  ],
];

const RULES: Rule[] = [
  ECR_PRIVATE,
  ECR_PUBLIC,
  LOCAL,
  HUB_HOST,
  ...WEBSITES,
  service(/^ghcr\.io$/, 'GitHub Container registry', 'ghcr', 'Not needed to pull public images'),
  service(
    /^registry\.gitlab\.com$/,
    'GitLab Container Registry',
    'gitlab',
    'By default, a project’s registry is as visible as the project: public for a public project.',
  ),
  service(/^[a-z0-9-]+-docker\.pkg\.dev$/, 'Google Artifact Registry', 'google'),
  service(
    /^(?:(?:asia|eu|us)\.)?gcr\.io$/,
    'Google Artifact Registry, at the address of the former Container Registry',
    'google',
  ),
  service(
    /^[a-z0-9-]+\.azurecr\.io$/,
    'Azure Container Registry',
    'azure',
    'Pulls without one are possible with the Standard and Premium plans, not with Basic.',
  ),
  service(/^quay\.io$/, 'Quay.io', 'quay'),
  service(/^mcr\.microsoft\.com$/, 'Microsoft Container Registry', 'microsoft'),
  service(/^dhi\.io$/, 'Docker Hardened Images', 'dhi', 'Even pulls require one: `docker login dhi.io`'),
  service(/^registry\.k8s\.io$/, 'Registry of the Kubernetes project', 'kubernetes'),
];

function dockerHub(reference: Reference): Registry {
  const [namespace, ...rest] = reference.path.split('/');
  const official = 'Docker Hub. If an image with this name exists there, it’s a Docker Official Image.';
  const owned = `Docker Hub: the namespace \`${namespace!}\``;
  const tooDeep = 'Docker Hub, where a path has two parts: the namespace and the name. This one has more.';
  return {
    host: 'registry-1.docker.io',
    kind: {
      text: isOfficial(reference) ? official : rest.length === 1 ? owned : tooDeep,
      address: rest.length === 1 ? '/registries/docker-hub/#namespaces' : `${PAGE}#image-reference-parts-path`,
    },
    login: {
      text: 'Not needed to pull public images, within limits. Otherwise: `docker login`',
      address: '/registries/docker-hub/#pull-limits',
    },
    moving: mayMove('docker-hub'),
  };
}

/**
 * Finds out what kind of registry a reference names.
 * @param reference a complete one
 * @returns the registry; undefined if the reference names none, since its domain is empty
 */
export function registryOf(reference: Reference): Registry | undefined {
  const { domain, path } = reference;
  if (!domain) return undefined;
  if (domain === DEFAULT_DOMAIN) return dockerHub(reference);
  const host = domain.toLowerCase().replace(/:\d+$/, '');
  const known = RULES.map(([pattern, describe]) => {
    const match = pattern.exec(host);
    return match && describe(match);
  }).find((found) => found !== null);
  // If only an uppercase letter makes it a domain, it may be a Docker ID.
  const advice = isHost(domain) ? '' : `. If \`${domain}\` is a Docker ID, write \`${domain.toLowerCase()}/${path}\`.`;
  return {
    host: domain,
    kind: {
      text: `Another registry, perhaps your own${advice}`,
      address: '/registries/other-registries/#how-to-tell',
    },
    login: {
      text: `If it asks for one: \`docker login ${domain}\``,
      address: '/registries/authentication/#one-registry',
    },
    moving: MAY_MOVE,
    ...known,
  };
}

/** Whether the image that a reference means can change. @param reference a complete one, with its default tag */
export function canMove({ tag, digest }: Reference, registry: Registry | undefined): Statement {
  if (!digest) return registry?.moving ?? MAY_MOVE;
  return tag
    ? { text: 'No. Docker uses the digest and drops the tag.', address: `${PAGE}#tag-and-digest` }
    : { text: 'No. A digest always identifies the same bytes.', address: '/registries/tags-and-digests/#pinning' };
}

/** The path of the manifest in requests to a registry. @param reference a complete one, with its default tag */
export const manifestPath = ({ path, tag, digest }: Reference): string => `/v2/${path}/manifests/${digest || tag}`;
