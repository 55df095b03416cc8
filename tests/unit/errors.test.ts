/** Error messages find their entry as terminals print them, with all the text around them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { matchError } from '../../src/kinds/error/match.ts';
import type { ErrorMessage } from '../../src/kinds/error/index.ts';
import { PASTED } from '../pasted-messages.ts';

const errors = Object.entries(parse(readFileSync('content/errors.yaml', 'utf8')) as Record<string, ErrorMessage>);
/** The text of the entry that explains a message; `''` if there is none. */
const findEntry = (message: string) => {
  const matchedId = matchError(
    message,
    errors.map(([id, { pattern }]) => [id, pattern]),
  );
  return errors.find(([id]) => id === matchedId)?.[1].text ?? '';
};

for (const [message, entry] of PASTED) {
  const title = message.slice(0, 70).replace(/\n/g, ' ');
  test(`"${title}" finds its entry`, () => assert.match(findEntry(message), entry));
}

test('messages of other programs match no entry', () => {
  for (const message of [
    // A registry that refuses an image of nginx, and one behind nginx.
    '#2 ERROR: unexpected status from HEAD request to https://registry-1.docker.io/v2/library/nginx/manifests/alpine: 403 Forbidden ------ > [internal] load metadata for docker.io/library/nginx:alpine:',
    'unexpected status code [manifests 1.0] 403 Forbidden - Server message: <html><center>nginx</center></html>',
    'npm ERR! code E404',
    'An error occurred (AccessDeniedException) when calling the GetParameter operation: User: arn:aws:iam::123456789012:user/ann is not authorized to perform: ssm:GetParameter',
    'npm error code ECONNREFUSED\nnpm error request to https://registry.npmjs.org/vite failed',
    'This site can’t be reached\nlocalhost took too long to respond.\nERR_CONNECTION_TIMED_OUT',
    'This site can’t be reached\nCheck if there is a typo in shop.test.\nDNS_PROBE_FINISHED_NXDOMAIN',
    "Refused to connect to 'https://example.com/' because it violates the Content Security Policy",
    'Segmentation fault',
    'Failed to start nginx.service: Interactive authentication required.',
    'npm error code E407\nnpm error 407 Proxy Authentication Required - GET https://registry.npmjs.org/vite',
    'Err:1 http://deb.debian.org/debian trixie InRelease\n  407  Proxy Authentication Required [IP: 10.1.2.3 8080]',
    'unexpected status from HEAD request to https://ghcr.io/v2/ann/app/manifests/1.0: 403 Forbidden',
    'FATAL:  could not create shared memory segment: Invalid argument',
    '#7 [build 1/4] FROM 123456789012.dkr.ecr.eu-west-1.amazonaws.com/base:1\n#8 ERROR: unexpected status from HEAD request to https://ghcr.io/v2/ann/app/manifests/1.0: 403 Forbidden',
    'ERROR:  out of shared memory\nHINT:  You might need to increase "max_locks_per_transaction".',
    'Failed to enable unit: Unit file nginx.service does not exist.',
    "Unable to find image 'nginx:latest' locally\ndocker: Error response from daemon: something new.",
    'Container 5dc7a67aa71e Restarting',
    "error: unknown flag: --foo\nSee 'kubectl get --help' for usage.",
    "error: unknown flag: --file\nSee 'kubectl apply --help' for usage.",
    // HTML, Node.js, jq and the loader of libraries, near what shells and the loader report.
    '<blockquote> <p>Hello</p> </blockquote>',
    '> shop@1.0.0 start',
    "SyntaxError: Unexpected token '|'",
    'jq: error: syntax error, unexpected INVALID_CHARACTER',
    "ERROR: ld.so: object '/usr/lib/libjemalloc.so' from LD_PRELOAD cannot be preloaded (cannot open shared object file): ignored.",
    'invalid IPv4 address: 10.0.0.300',
    'WARNING: Error loading config file: /root/.docker/config.json: unexpected EOF',
    'ldap_search_ext: No such object (32)',
    'nginx: [emerg] open() "/etc/nginx/nginx.conf" failed (2: No such file or directory)',
    '[error] 14#14: *17 open() "/etc/nginx/htpasswd/site" failed (2: No such file or directory), client: 172.17.0.1',
    'nginx: [emerg] open() "/var/log/nginx/app/access.log" failed (2: No such file or directory)',
    'request returned 403 Forbidden for API route and version http://localhost:2375/v1.51/info, check if the server supports the requested API version',
    'hello world',
  ])
    assert.equal(findEntry(message), '', message);
});

test('the text of each entry finds the entry', () => {
  for (const [, { text }] of errors) assert.equal(findEntry(text), text);
});

test('a space in a pattern matches where a terminal breaks the line', () => {
  assert.equal(matchError('no space\n   left on device', [['full', 'no space left']]), 'full');
});
