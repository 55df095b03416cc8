/** Image references are read as Docker reads them: version 0.6.0 of the Go package distribution/reference is the measure. */
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { findMistake } from '../../src/image-reference/mistake.ts';
import {
  familiarForm,
  formatReference,
  InvalidReference,
  parseReference,
  withDefaultTag,
  withoutUnusedTag,
} from '../../src/image-reference/parse.ts';
import { partsAround, partsOf } from '../../src/image-reference/parts.ts';

/** 66 inputs and what the Go package itself made of them. */
const CASES = '../shared/facts/image-references.json';

const HEX_64 = '0123456789abcdef'.repeat(4);
const SHA256 = `sha256:${HEX_64}`;
const FORMAT = 'invalid reference format';
const LOWERCASE = 'repository name must be lowercase';
const TOO_LONG = 'repository name must not be more than 255 characters';
const mustBeLowercase = (name: string) => `${FORMAT}: repository name (${name}) must be lowercase`;

/** The error for an input; undefined if it is valid. Any other error is thrown. */
function errorFor(input: string): InvalidReference | undefined {
  try {
    parseReference(input);
    return undefined;
  } catch (error) {
    if (error instanceof InvalidReference) return error;
    throw error;
  }
}
const normalize = (input: string) => formatReference(parseReference(input));

test(
  'every case agrees with what the Go package made of it',
  { skip: !existsSync(CASES) && `${CASES} is missing` },
  () => {
    const cases = JSON.parse(readFileSync(CASES, 'utf8')) as { input: string; valid: boolean }[];
    assert.equal(cases.length, 66);
    for (const expected of cases) {
      const { input } = expected;
      const error = errorFor(input);
      if (error) {
        assert.deepEqual({ input, valid: false, error: error.message }, expected);
        continue;
      }
      const reference = parseReference(input);
      const parts = Object.fromEntries(Object.entries(reference).filter(([, value]) => value));
      const full = withDefaultTag(reference);
      const forms = {
        normalized: formatReference(reference),
        withDefaultTag: formatReference(full),
        dockerRef: formatReference(withoutUnusedTag(full)),
        familiar: familiarForm(reference),
      };
      assert.deepEqual({ input, valid: true, ...parts, ...forms }, expected);
    }
  },
);

// From the grammar and the code of the package, and of go-digest 1.0.0, which it uses.
const valid: [input: string, domain: string, path: string, tag: string, digest: string][] = [
  ['alpine', 'docker.io', 'library/alpine', '', ''],
  ['library', 'docker.io', 'library/library', '', ''],
  ['library/alpine', 'docker.io', 'library/alpine', '', ''],
  ['index.docker.io/acme/app', 'docker.io', 'acme/app', '', ''],
  ['Docker.io/alpine', 'Docker.io', 'alpine', '', ''],
  ['docker.io:443/alpine', 'docker.io:443', 'alpine', '', ''],
  ['index.docker.io:443/alpine', 'index.docker.io:443', 'alpine', '', ''],
  ['localhost/app', 'localhost', 'app', '', ''],
  ['localhosts/app', 'docker.io', 'localhosts/app', '', ''],
  ['LOCALHOST/app', 'LOCALHOST', 'app', '', ''],
  ['localhost:5000', 'docker.io', 'library/localhost', '5000', ''],
  ['a:1/b:2', 'a:1', 'b', '2', ''],
  ['my_host.com/app', '', 'my_host.com/app', '', ''],
  ['[2001:db8::1]/app', '[2001:db8::1]', 'app', '', ''],
  ['[:::]:1/app', '[:::]:1', 'app', '', ''],
  ['1.2.3.4/app', '1.2.3.4', 'app', '', ''],
  ['a--b.c/app', 'a--b.c', 'app', '', ''],
  ['ghcr.io/a__b/c-----d.e_f', 'ghcr.io', 'a__b/c-----d.e_f', '', ''],
  ['alpine:_.-', 'docker.io', 'library/alpine', '_.-', ''],
  [`alpine:${'t'.repeat(128)}`, 'docker.io', 'library/alpine', 't'.repeat(128), ''],
  [`alpine:3@${SHA256}`, 'docker.io', 'library/alpine', '3', SHA256],
  [`alpine@sha384:${'a'.repeat(96)}`, 'docker.io', 'library/alpine', '', `sha384:${'a'.repeat(96)}`],
  [`alpine@sha512:${'a'.repeat(128)}`, 'docker.io', 'library/alpine', '', `sha512:${'a'.repeat(128)}`],
  [SHA256, 'docker.io', 'library/sha256', HEX_64, ''],
  ['a'.repeat(63), 'docker.io', `library/${'a'.repeat(63)}`, '', ''],
  ['g'.repeat(64), 'docker.io', `library/${'g'.repeat(64)}`, '', ''],
  [`docker.io/${HEX_64}`, 'docker.io', `library/${HEX_64}`, '', ''],
  ['a'.repeat(247), 'docker.io', `library/${'a'.repeat(247)}`, '', ''],
  [`x.io/${'a'.repeat(255)}`, 'x.io', 'a'.repeat(255), '', ''],
  [`${'a'.repeat(300)}.io/b`, `${'a'.repeat(300)}.io`, 'b', '', ''],
];

const invalid: [input: string, error: string][] = [
  ['', FORMAT],
  [' ', FORMAT],
  ['alpine\n', FORMAT],
  ['alpine ', FORMAT],
  ['/', FORMAT],
  ['docker.io/', FORMAT],
  ['localhost/', FORMAT],
  ['a//b', FORMAT],
  ['a_/b', FORMAT],
  ['a/.b', FORMAT],
  ['a._b', FORMAT],
  ['a___b', FORMAT],
  ['.', FORMAT],
  [':tag', FORMAT],
  [`@${SHA256}`, FORMAT],
  ['alpine@', FORMAT],
  ['alpine:@', FORMAT],
  [`alpine:@${SHA256}`, FORMAT],
  ['alpine:-x', FORMAT],
  ['alpine:1.0+2', FORMAT],
  ['alpine:3.20/app', FORMAT],
  ['localhost:/app', FORMAT],
  ['localhost:port/app', FORMAT],
  ['-host.com/app', FORMAT],
  ['host-.com/app', FORMAT],
  ['host..com/app', FORMAT],
  ['::1/app', FORMAT],
  ['[]/app', FORMAT],
  ['[::1', FORMAT],
  ['[::ffff:1.2.3.4]/app', FORMAT],
  ['my_host:5000/app', FORMAT],
  ['É.com/app', FORMAT],
  // Each character becomes lowercase in ASCII, and then the reference is valid.
  ['My_host/app', LOWERCASE],
  ['alpine:\u212A', LOWERCASE], // the Kelvin sign
  ['alpine:\u0130', LOWERCASE], // Go makes it an i without a second dot
  ['\u212A.com/app', LOWERCASE],
  ['Alpine', mustBeLowercase('library/Alpine')],
  ['docker.io/Alpine:Latest', mustBeLowercase('library/Alpine')],
  ['Acme/App', mustBeLowercase('App')],
  ['alpÉne', mustBeLowercase('library/alpÉne')],
  // The package takes what is before the first colon for the name.
  [`alpine@SHA256:${HEX_64}`, mustBeLowercase('library/alpine@SHA256')],
  [`alpine:3@SHA256:${HEX_64}`, 'invalid checksum digest format'],
  [`alpine@sha256:${HEX_64.toUpperCase()}`, 'invalid checksum digest format'],
  [`alpine@sha256:${HEX_64}0`, 'invalid checksum digest length'],
  [`alpine@sha512:${HEX_64}`, 'invalid checksum digest length'],
  [`alpine@sha256:${'a'.repeat(32)}`, 'invalid checksum digest length'],
  [`alpine@sha256:${'a'.repeat(31)}`, FORMAT],
  [`alpine@sha256:${'g'.repeat(64)}`, FORMAT],
  [`alpine@md5:${'a'.repeat(32)}`, 'unsupported digest algorithm'],
  [`alpine@md5:${'A'.repeat(32)}`, 'unsupported digest algorithm'],
  [`alpine@sha256+b64u:${HEX_64}`, 'unsupported digest algorithm'],
  [`alpine@sha256+4b:${HEX_64}`, FORMAT],
  [`alpine@${SHA256}@${SHA256}`, FORMAT],
  [`alpine@${SHA256}:3.20`, FORMAT],
  [HEX_64, `invalid repository name (${HEX_64}), cannot specify 64-byte hexadecimal strings`],
  ['a'.repeat(248), TOO_LONG],
  [`x.io/${'a'.repeat(256)}`, TOO_LONG],
  [`my_host.com/${'a'.repeat(244)}`, TOO_LONG],
  [`x.io/${'a'.repeat(256)}@md5:${'a'.repeat(32)}`, TOO_LONG],
];

test('references have the domain, path, tag and digest that the grammar gives them', () => {
  for (const [input, domain, path, tag, digest] of valid)
    assert.deepEqual(parseReference(input), { domain, path, tag, digest }, input);
});

test('what is not a reference has the error of the package', () => {
  for (const [input, error] of invalid) assert.equal(errorFor(input)?.message, error, input);
});

test('each part has its name, and says whether it is added, rewritten or not used', () => {
  const labels = (input: string) =>
    partsOf(input, parseReference(input))
      .filter(({ label }) => label)
      .map(({ text, label }) => `${text}: ${label}`);
  assert.deepEqual(labels('alpine'), [
    'docker.io: domain, added',
    'library/: path, added',
    'alpine: path',
    'latest: tag, added',
  ]);
  assert.deepEqual(labels('index.docker.io/acme/app:1'), [
    'index.docker.io: domain, read as docker.io',
    'acme/app: path',
    '1: tag',
  ]);
  assert.deepEqual(labels(`localhost/app:1@${SHA256}`), [
    'localhost: domain',
    'app: path',
    '1: tag, not used',
    `${SHA256}: digest`,
  ]);
  assert.deepEqual(labels('my_host.com/app:1'), ['my_host.com/app: path', '1: tag']);
});

describe('for any input', () => {
  const piece = fc.constantFrom(
    ...Array.from('abA0.-_/:@[]% é☃\n+İ\u212A'),
    ...[
      'localhost',
      'docker.io',
      'index.docker.io',
      'library/',
      'sha256:',
      'sha384:',
      'SHA256:',
      'md5:',
      '@sha256:',
      '__',
    ],
    ...[HEX_64, HEX_64.repeat(2), 'a'.repeat(32), 't'.repeat(127), 'x'.repeat(247), ':5000/', '[::1]'],
  );
  const input = fc.oneof(
    fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );
  const component = fc.stringMatching(/^[a-z0-9]+(?:(?:[._]|__|-{1,3})[a-z0-9]+){0,2}$/);
  const reference = fc
    .tuple(
      fc.constantFrom('', 'docker.io/', 'index.docker.io/', 'localhost/', 'a.b:1/', 'Host/', '[::1]:5000/', 'a_b.c/'),
      fc.array(component, { minLength: 1, maxLength: 3 }),
      fc.option(fc.stringMatching(/^\w[\w.-]{0,9}$/)),
      fc.boolean(),
    )
    .map(
      ([domain, path, tag, hasDigest]) =>
        domain + path.join('/') + (tag ? `:${tag}` : '') + (hasDigest ? `@${SHA256}` : ''),
    )
    .filter((text) => !errorFor(text));

  test('nothing is thrown but errors of its own', () => {
    fc.assert(
      fc.property(input, (text) => void errorFor(text)),
      { numRuns: 5_000 },
    );
  });

  test('normalizing twice is normalizing once', () => {
    fc.assert(fc.property(reference, (text) => assert.equal(normalize(normalize(text)), normalize(text))));
  });

  test('the familiar form returns to the normalized one, except where its first part reads as a domain', () => {
    fc.assert(
      fc.property(reference, (text) => {
        const familiar = familiarForm(parseReference(text));
        const { domain } = parseReference(text);
        // The package has this gap, too: docker.io/foo.bar/app is written foo.bar/app.
        fc.pre(domain !== 'docker.io' || !/^(?:localhost|[^/]*\.[^/]*)\//.test(familiar));
        assert.equal(normalize(familiar), normalize(text));
      }),
    );
    assert.equal(familiarForm(parseReference('docker.io/foo.bar/app')), 'foo.bar/app');
  });

  test('the parts that are not added give the input', () => {
    const join = (parts: ReturnType<typeof partsOf>) =>
      parts
        .filter(({ isAdded }) => !isAdded)
        .map(({ text }) => text)
        .join('');
    fc.assert(fc.property(reference, (text) => assert.equal(join(partsOf(text, parseReference(text))), text)));
    fc.assert(
      fc.property(input, (text) => {
        const error = errorFor(text);
        if (error) assert.equal(join(partsAround(text, findMistake(text, error))), text);
      }),
    );
  });

  test('a mistake is marked, and what to write instead is a reference', () => {
    fc.assert(
      fc.property(input, (text) => {
        const error = errorFor(text);
        if (!error || !text) return;
        const { start, end, instead } = findMistake(text, error);
        assert.ok(0 <= start && start < end && end <= text.length, `${start}–${end}`);
        if (instead !== undefined) assert.equal(errorFor(instead), undefined, instead);
      }),
      { numRuns: 5_000 },
    );
  });

  test('a variable or a placeholder is named, and nothing is guessed for it', () => {
    for (const [text, wrong, rule] of [
      ['node:${NODE_VERSION}-slim', '${NODE_VERSION}', /variable/],
      ['$REGISTRY/$REPO:1.0', '$REGISTRY', /variable/],
      ['alpine@sha256:<64 hex digits>', '<64 hex digits>', /placeholder/],
    ] as const) {
      const { start, end, instead, ...mistake } = findMistake(text, errorFor(text)!);
      assert.equal(text.slice(start, end), wrong);
      assert.match(mistake.rule, rule);
      assert.equal(instead, undefined);
    }
  });

  test('an image is guessed from the web page that shows it, and from no other page of the website', () => {
    for (const [page, guess] of [
      ['hub.docker.com/_/nginx', 'nginx'],
      ['hub.docker.com/_/nginx/tags', 'nginx'],
      ['hub.docker.com/r/bitnami/redis/tags', 'bitnami/redis'],
      ['hub.docker.com/repository/docker/ann/shop/general', 'ann/shop'],
      ['hub.docker.com/layers/library/nginx/1.29/images/sha256-ab12?context=explore', 'library/nginx:1.29'],
      ['gallery.ecr.aws/nginx/nginx', 'public.ecr.aws/nginx/nginx'],
      [
        'eu-west-1.console.aws.amazon.com/ecr/repositories/private/123456789012/team/api?region=eu-west-1',
        '123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/api',
      ],
      ['gallery.ecr.aws/docker/library/node', 'public.ecr.aws/docker/library/node'],
      [
        '123456789012-ab12cd34.eu-west-1.console.aws.amazon.com/ecr/repositories/private/123456789012/api',
        '123456789012.dkr.ecr.eu-west-1.amazonaws.com/api',
      ],
      ['hub.docker.com/r/microsoft/mssql-server', undefined],
      ['hub.docker.com/layers/python/library/python/3.9/images/sha256-ab12', undefined],
      ['hub.docker.com/search?q=redis', undefined],
      ['', undefined],
      ['eu-west-1.console.aws.amazon.com/ecr/home', undefined],
      ['registry.example.com/team/api', 'registry.example.com/team/api'],
    ] as const) {
      const text = `https://${page}`;
      assert.equal(findMistake(text, errorFor(text)!).instead, guess, text);
    }
  });

  const expectGuesses = (cases: [text: string, guess: string | undefined][]) => {
    for (const [text, guess] of cases) assert.equal(findMistake(text, errorFor(text)!).instead, guess, text);
  };

  test('a name with uppercase letters is guessed to be that of an image on Docker Hub, and a host stays as it is', () => {
    expectGuesses([
      ['Lena/My-App:1.0', 'lena/my-app:1.0'],
      ['Registry.example.com/My-App', 'Registry.example.com/my-app'],
      ['Registry:5000/My-App', 'Registry:5000/my-app'],
      ['localhost/My-App', 'localhost/my-app'],
    ]);
  });

  test('an image is guessed from the command that pulls it, and from no other command', () => {
    expectGuesses([
      ['docker pull alpine:3.24', 'alpine:3.24'],
      ['FROM python:3.14-slim AS build', 'python:3.14-slim'],
      ['hello:1.0 .', 'hello:1.0'],
      ['FROM alpine', 'alpine'],
      ['my app', 'my-app'],
      ['docker run -p 80:80 nginx', undefined],
      ['podman run nginx', undefined],
    ]);
  });

  // An expression that tries each place again would take minutes for each of the 200 texts, and exceed this.
  test('100,000 characters take no longer than their number', { timeout: 600_000 }, () => {
    const size = 100_000;
    for (const unit of [
      'a',
      'A',
      'a-',
      'a.',
      'a/',
      '-',
      '.',
      '_',
      '/',
      ':',
      '@',
      '$',
      '${',
      '<',
      ' ',
      '[',
      '[:',
      'a_',
      'A-',
      ':a',
      'a+',
      '(a)',
      '#',
      'é',
    ]) {
      for (const [start, end] of [
        ['', ''],
        ['', '!'],
        ['a', 'b'],
        ['x.y/', ''],
        ['x.y/', '!'],
        ['a:', '!'],
        ['a@', '!'],
        ['a@sha256:', '!'],
        ['https://', '!'],
        ['', '/a'],
      ] as const) {
        const text = start + unit.repeat(size / unit.length) + end;
        const error = errorFor(text);
        if (error) findMistake(text, error);
      }
    }
  });
});
