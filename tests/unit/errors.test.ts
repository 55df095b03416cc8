/** Error messages find their entry as terminals print them, with all the text around them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { matchError } from '../../src/kinds/error/match.ts';
import type { ErrorMessage } from '../../src/kinds/error/index.ts';

const errors = Object.entries(parse(readFileSync('content/errors.yaml', 'utf8')) as Record<string, ErrorMessage>);
/** The text of the entry that explains a message; `''` if there is none. */
const findEntry = (message: string) => {
  const matchedId = matchError(
    message,
    errors.map(([id, { pattern }]) => [id, pattern]),
  );
  return errors.find(([id]) => id === matchedId)?.[1].text ?? '';
};

// Copied from what people paste, not derived from the patterns.
const pasted: [message: string, entry: RegExp][] = [
  [
    'Error response from daemon: toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating and upgrading: https://www.docker.com/increase-rate-limit',
    /toomanyrequests/,
  ],
  [
    'error pulling image configuration: download failed after attempts=6: toomanyrequests: Rate exceeded',
    /toomanyrequests/,
  ],
  [
    'The push refers to repository [123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/api]\n5f70bf18a086: Preparing\nno basic auth credentials',
    /no basic auth credentials/,
  ],
  ['denied: requested access to the resource is denied', /requested access to the resource is denied/],
  [
    "Unable to find image 'my-app:latest' locally\ndocker: Error response from daemon: pull access denied for my-app, repository does not exist or may require 'docker login': denied: requested access to the resource is denied.",
    /pull access denied/,
  ],
  [
    'Error response from daemon: manifest for nginx:9.99 not found: manifest unknown: manifest unknown',
    /manifest unknown/,
  ],
  ['exec /usr/local/bin/docker-entrypoint.sh: exec format error', /exec format error/],
  ['standard_init_linux.go:228: exec user process caused: exec format error', /exec format error/],
  ['write /var/lib/docker/tmp/GetImageBlob123: no space left on device', /no space left on device/],
  [
    'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
    /Cannot connect to the Docker daemon/,
  ],
  [
    "name unknown: The repository with name 'team/api' does not exist in the registry with id '123456789012'",
    /name unknown|RepositoryNotFoundException/,
  ],
  [
    'An error occurred (RepositoryNotFoundException) when calling the DescribeImages operation: The repository with name ‘x’ does not exist',
    /name unknown|RepositoryNotFoundException/,
  ],
  [
    "tag invalid: The image tag '1.0' already exists in the 'team/api' repository and cannot be overwritten because the repository is immutable.",
    /ImageTagAlreadyExistsException|immutable/,
  ],
  [
    'An error occurred (ImageTagAlreadyExistsException) when calling the PutImage operation',
    /ImageTagAlreadyExistsException/,
  ],
  ["docker: invalid reference format.\nSee 'docker run --help'.", /invalid reference format/],
  [
    'docker: Error response from daemon: driver failed programming external connectivity on endpoint web (3f0c): Bind for 0.0.0.0:80 failed: port is already allocated.',
    /port is already allocated/,
  ],
  [
    'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Get "http://%2Fvar%2Frun%2Fdocker.sock/v1.47/containers/json": dial unix /var/run/docker.sock: connect: permission denied',
    /permission denied/,
  ],
];

for (const [message, entry] of pasted) {
  const title = message.slice(0, 70).replace(/\n/g, ' ');
  test(`"${title}" finds its entry`, () => assert.match(findEntry(message), entry));
}

test('messages of other programs match no entry', () => {
  for (const message of ['npm ERR! code E404', 'Segmentation fault', 'hello world'])
    assert.equal(findEntry(message), '');
});

test('the text of each entry finds the entry', () => {
  for (const [, { text }] of errors) assert.equal(findEntry(text), text);
});

test('a space in a pattern matches where a terminal breaks the line', () => {
  assert.equal(matchError('no space\n   left on device', [['full', 'no space left']]), 'full');
});
