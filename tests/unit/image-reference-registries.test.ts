/** The address of an image tells the kind of registry, its login, and whether the tag can move, in statements of this site. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { judgeFile } from '../../src/image-reference/judge.ts';
import { findMistake } from '../../src/image-reference/mistake.ts';
import { InvalidReference, parseReference, withDefaultTag } from '../../src/image-reference/parse.ts';
import { canMove, manifestPath, registryOf } from '../../src/image-reference/registries.ts';
import { addressList, MANIFEST_FILE, type Manifest } from '../../src/links/manifest.ts';

const promised = new Set(addressList(JSON.parse(readFileSync(MANIFEST_FILE, 'utf8')) as Manifest));

/** The addresses to which the results lead. */
const linked = new Set<string>();

function describe(input: string) {
  const reference = withDefaultTag(parseReference(input));
  const registry = registryOf(reference);
  const moving = canMove(reference, registry);
  for (const statement of [registry?.kind, registry?.login, moving]) if (statement) linked.add(statement.address);
  return {
    kind: registry?.kind.text,
    login: registry?.login.text,
    moving: moving.text,
    asked: registry && `${registry.host}${manifestPath(reference)}`,
  };
}

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;
const ECR = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';

const registries: [input: string, kind: RegExp, login: RegExp, asked: string][] = [
  [
    'alpine',
    /^Docker Hub\. If an image with this name exists there, it’s a Docker Official Image\.$/,
    /public images/,
    'registry-1.docker.io/v2/library/alpine/manifests/latest',
  ],
  [
    'index.docker.io/bitnami/redis:8',
    /^Docker Hub: the namespace `bitnami`$/,
    /`docker login`/,
    'registry-1.docker.io/v2/bitnami/redis/manifests/8',
  ],
  ['a/b/c', /^Docker Hub, .* has more/, /public images/, 'registry-1.docker.io/v2/a/b/c/manifests/latest'],
  [
    `${ECR}/team/api:1.4`,
    /^Amazon ECR private: account `123456789012`, Region `eu-west-1`$/,
    /--region eu-west-1 \| docker login .* 123456789012\.dkr\.ecr\.eu-west-1\.amazonaws\.com`$/,
    `${ECR}/v2/team/api/manifests/1.4`,
  ],
  [
    '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/a',
    /`cn-north-1`, in China$/,
    /cn-north-1/,
    '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/v2/a/manifests/latest',
  ],
  [
    '123456789012.dkr-ecr.us-east-1.on.aws/a',
    /`us-east-1`, over IPv6 too$/,
    /docker login .*on\.aws`$/,
    '123456789012.dkr-ecr.us-east-1.on.aws/v2/a/manifests/latest',
  ],
  [
    'public.ecr.aws/a1b2c3d4/my-app',
    /^Amazon ECR Public$/,
    /^Not needed to pull.*us-east-1/,
    'public.ecr.aws/v2/a1b2c3d4/my-app/manifests/latest',
  ],
  ['ghcr.io/acme/app', /^GitHub/, /public images/, 'ghcr.io/v2/acme/app/manifests/latest'],
  [
    'registry.gitlab.com/group/project/image:1',
    /^GitLab/,
    /as visible as the project/,
    'registry.gitlab.com/v2/group/project/image/manifests/1',
  ],
  [
    'europe-docker.pkg.dev/p/r/app:v1',
    /^Google Artifact Registry$/,
    /`docker login europe-docker\.pkg\.dev`/,
    'europe-docker.pkg.dev/v2/p/r/app/manifests/v1',
  ],
  ['eu.gcr.io/p/app', /^Google Artifact Registry, at/, /docker login/, 'eu.gcr.io/v2/p/app/manifests/latest'],
  ['acme.azurecr.io/app', /^Azure Container Registry$/, /not with Basic/, 'acme.azurecr.io/v2/app/manifests/latest'],
  ['quay.io/org/app', /^Quay\.io$/, /docker login quay\.io/, 'quay.io/v2/org/app/manifests/latest'],
  [
    'mcr.microsoft.com/windows/servercore:ltsc2022',
    /^Microsoft/,
    /docker login/,
    'mcr.microsoft.com/v2/windows/servercore/manifests/ltsc2022',
  ],
  ['dhi.io/python:3.14', /^Docker Hardened Images$/, /^Even pulls require one/, 'dhi.io/v2/python/manifests/3.14'],
  [
    'registry.k8s.io/pause:3.10',
    /^Registry of the Kubernetes project$/,
    /docker login/,
    'registry.k8s.io/v2/pause/manifests/3.10',
  ],
  ['localhost:5000/app', /on this host/, /operator/, 'localhost:5000/v2/app/manifests/latest'],
  ['127.0.0.1:5000/app', /on this host/, /operator/, '127.0.0.1:5000/v2/app/manifests/latest'],
  ['[::1]:5000/app', /on this host/, /operator/, '[::1]:5000/v2/app/manifests/latest'],
  [
    'registry.example.com:5000/app',
    /^Another registry/,
    /`docker login registry\.example\.com:5000`/,
    'registry.example.com:5000/v2/app/manifests/latest',
  ],
  [
    'registry-1.docker.io/library/alpine',
    /Docker Hub’s host/,
    /docker login/,
    'registry-1.docker.io/v2/library/alpine/manifests/latest',
  ],
  [
    'hub.docker.com/r/bitnami/redis',
    /Docker Hub’s website/,
    /docker login/,
    'hub.docker.com/v2/r/bitnami/redis/manifests/latest',
  ],
  [
    'gallery.ecr.aws/nginx/nginx',
    /website of Amazon ECR Public/,
    /docker login/,
    'gallery.ecr.aws/v2/nginx/nginx/manifests/latest',
  ],
  // Addresses that only resemble those of services.
  ['ghcr.io.example.com/app', /^Another registry/, /docker login/, 'ghcr.io.example.com/v2/app/manifests/latest'],
  [
    '1234.dkr.ecr.eu-west-1.amazonaws.com/app',
    /^Another registry/,
    /docker login/,
    '1234.dkr.ecr.eu-west-1.amazonaws.com/v2/app/manifests/latest',
  ],
  ['k8s.gcr.io/pause', /^Another registry/, /docker login/, 'k8s.gcr.io/v2/pause/manifests/latest'],
  // Only an uppercase letter makes this a host.
  [
    'Lena/hello',
    /If `Lena` is a Docker ID, write `lena\/hello`\.$/,
    /docker login Lena/,
    'Lena/v2/hello/manifests/latest',
  ],
  ['GHCR.io:443/acme/app', /^GitHub/, /public images/, 'GHCR.io:443/v2/acme/app/manifests/latest'],
];

test('each kind of registry is known by its address, with its login and the host that is asked', () => {
  for (const [input, kind, login, asked] of registries) {
    const found = describe(input);
    assert.match(found.kind!, kind, input);
    assert.match(found.login!, login, input);
    assert.equal(found.asked, asked);
  }
  assert.equal(describe('my_host.com/app').kind, undefined, 'a reference with an empty domain names no registry');
});

test('a tag can move, and a digest cannot', () => {
  for (const input of ['alpine', 'alpine:3.24', `${ECR}/a:1`])
    assert.match(describe(input).moving, /^Yes, unless the repository/);
  assert.match(describe('public.ecr.aws/a/b').moving, /^Yes\. No setting/);
  assert.match(describe('ghcr.io/a/b').moving, /^Yes, unless the registry/);
  assert.match(describe(`alpine@${DIGEST}`).moving, /^No\. A digest/);
  assert.match(describe(`alpine:3.24@${DIGEST}`).moving, /^No\. .* drops the tag/);
  assert.equal(describe(`alpine:3.24@${DIGEST}`).asked, `registry-1.docker.io/v2/library/alpine/manifests/${DIGEST}`);
});

const DOCKERFILE = `# syntax=docker/dockerfile:1
# FROM comment:1
ARG VERSION=3.24 BASE="alpine"
ARG SUFFIX=-\${VERSION}
FROM --platform=$BUILDPLATFORM golang:1.27 AS build
RUN --mount=type=cache,target=/root \\
    # a comment between the lines
    --mount=type=bind,from=tools:2,target=/t \\
    make
FROM \${BASE}:\${VERSION} AS Base
FROM build
FROM base as last
FROM ghcr.io/acme/app\${TAG:-:1.0}
FROM $UNKNOWN
FROM scratch
COPY --from=0 /a /a
COPY --chown=1 --from=BUILD /a /b
COPY --from=nginx:1.29@${DIGEST} /c /c
RUN <<EOF
FROM nothing:1
EOF
FROM Acme/App
FROM al\\
pine:3\\
.24
`;

test('in a Dockerfile, variables and stages are resolved, and each reference is judged', () => {
  const found = judgeFile(DOCKERFILE);
  for (const { remarks } of found) for (const { address } of remarks) if (address) linked.add(address);
  const short = ['No digest', 'Pull limit', 'Short name'];
  assert.deepEqual(
    found.map(({ line, text, full, remarks }) => [line, text, full, ...remarks.map((remark) => remark.text)]),
    [
      [1, 'docker/dockerfile:1', 'docker.io/docker/dockerfile:1', 'Tag `1` can move', ...short],
      [5, 'golang:1.27', 'docker.io/library/golang:1.27', 'Tag `1.27` can move', ...short],
      [8, 'tools:2', 'docker.io/library/tools:2', 'Tag `2` can move', ...short],
      [10, '${BASE}:${VERSION}', 'docker.io/library/alpine:3.24', 'Tag `3.24` can move', ...short],
      [11, 'build', undefined, 'Not an image: the stage `build`'],
      [12, 'base', undefined, 'Not an image: the stage `Base`'],
      [13, 'ghcr.io/acme/app${TAG:-:1.0}', 'ghcr.io/acme/app:1.0', 'Tag `1.0` can move', 'No digest'],
      [14, '$UNKNOWN', undefined, 'Needs a value for `UNKNOWN`'],
      [15, 'scratch', undefined, 'Not an image: `scratch` is empty'],
      [16, '0', undefined, 'Not an image: the stage `build`'],
      [17, 'BUILD', undefined, 'Not an image: the stage `build`'],
      [18, `nginx:1.29@${DIGEST}`, `docker.io/library/nginx@${DIGEST}`, 'Pinned by digest', 'Pull limit', 'Short name'],
      [
        22,
        'Acme/App',
        undefined,
        'Not valid: invalid reference format: repository name (App) must be lowercase. A path cannot have uppercase letters.',
      ],
      [23, 'alpine:3.24', 'docker.io/library/alpine:3.24', 'Tag `3.24` can move', ...short],
    ],
  );
});

test('COPY and RUN can name a stage below them, and FROM only one above it, as BuildKit does', () => {
  const file =
    'FROM a:1 AS first\nCOPY --from=last / /\nRUN --mount=from=LAST,target=/l true\nCOPY --from=2 / /\nFROM last AS second\nFROM b:1 AS last';
  const stages = judgeFile(file).map(({ line, remarks }) => [line, /the stage `(.*)`/.exec(remarks[0]!.text)?.[1]]);
  assert.deepEqual(stages, [
    [1, undefined],
    [2, 'last'],
    [3, 'last'],
    [4, 'last'],
    [5, undefined],
    [6, undefined],
  ]);
});

test('a Dockerfile can have another escape character, line ends of Windows, and no stage before a FROM', () => {
  const references = (file: string) => judgeFile(file).map(({ line, text }) => `${line} ${text}`);
  assert.deepEqual(references('# escape=`\r\nFROM `\r\n  a:1\r\nRUN dir C:\\\r\nFROM b:1'), ['3 a:1', '5 b:1']);
  assert.deepEqual(references('FROM a:1 AS a\nFROM a:1\nONBUILD COPY --from=c:1 / /'), ['1 a:1', '2 a:1', '3 c:1']);
  assert.deepEqual(references('FROM "a:1"\nRUN cat <<-"X" <<Y\nFROM b\n\tX\nFROM c\nY\nfrom d:1'), ['1 a:1', '7 d:1']);
  assert.deepEqual(references('\n# syntax=docker/dockerfile:1\nFROM a'), ['3 a'], 'a directive is on the first lines');
  assert.deepEqual(references('hello'), []);
  assert.deepEqual(references(''), []);
});

const COMPOSE = `x-image: &anchor redis:8
services:
  web: # a comment
    image: "nginx:\${TAG:-1.29}" # another
    labels:
      image: not-an-image
    command: |
      image: text
  cache:
    image: *anchor
  db:
    'image': 'postgres'
  app: { image: ghcr.io/acme/app:\${TAG}, ports: ["80"] }
  worker:
    image: &w registry.example.com/worker:1@${DIGEST}
  wrong:
    image: acme/App
volumes:
  image:
    image: no
`;

test('in a Compose file, the images of services are found and judged, and aliases are left alone', () => {
  assert.deepEqual(
    judgeFile(COMPOSE).map(({ line, text, full, remarks }) => [
      line,
      text,
      full,
      remarks.map((remark) => remark.text)[0],
    ]),
    [
      [4, 'nginx:${TAG:-1.29}', 'docker.io/library/nginx:1.29', 'Tag `1.29` can move'],
      [12, 'postgres', 'docker.io/library/postgres:latest', 'Tag `latest` can move'],
      [13, 'ghcr.io/acme/app:${TAG}', undefined, 'Needs a value for `TAG`'],
      [15, `registry.example.com/worker:1@${DIGEST}`, `registry.example.com/worker@${DIGEST}`, 'Pinned by digest'],
      [
        17,
        'acme/App',
        undefined,
        'Not valid: invalid reference format: repository name (acme/App) must be lowercase. A path cannot have uppercase letters.',
      ],
    ],
  );
});

test('variables have defaults, replacements and defaults in defaults', () => {
  const resolve = (image: string) => judgeFile(`ARG SET=1 EMPTY=\nFROM x.y/${image}`)[0]!.full;
  assert.equal(resolve('a:${SET}'), 'x.y/a:1');
  assert.equal(resolve('a:$SET-b'), 'x.y/a:1-b');
  assert.equal(resolve('a:${SET:-$NONE}'), 'x.y/a:1');
  assert.equal(resolve('a:${EMPTY:-2}'), 'x.y/a:2');
  assert.equal(resolve('a:b${EMPTY-2}'), 'x.y/a:b');
  assert.equal(resolve('a:b${SET:+-c}${NONE:+-d}'), 'x.y/a:b-c');
  assert.equal(resolve('a:${NONE:-${SET:-3}}'), 'x.y/a:1');
  assert.equal(resolve('a:${NONE:?say it}'), undefined);
  assert.equal(resolve('a:${SET#1}'), undefined, 'what is not understood has no result');
});

test('a file of 100,000 characters takes no longer than their number', { timeout: 600_000 }, () => {
  const units = [
    'FROM a\n',
    'a',
    ' ',
    '\t',
    '\\\n',
    '#\n',
    'RUN <<A\nA\n',
    'RUN <<A <<B <<C\n',
    '${A:-',
    '$',
    'FROM a AS b\nCOPY --from=b\n',
    'ARG A=$A$A\n',
    '--',
    '"',
    ',',
  ];
  for (const unit of units) {
    for (const start of [
      '',
      'FROM ',
      'FROM a:',
      'RUN --mount=',
      'ARG A=',
      'services:\n',
      'services:\n a:\n  image: ',
      'services:\n a: {',
      'services:\n  a',
    ]) {
      judgeFile(start + unit.repeat(100_000 / unit.length) + '\nb');
    }
  }
});

test('each result leads to a promised address', () => {
  const mistakes = [
    'Alpine',
    'a:',
    'a:.b',
    'a:b:c',
    'a:+',
    'a..b',
    'a__.b',
    '/a',
    '☃',
    'b:x/a',
    'a_b:1/c',
    'a@b',
    `a@md5:${'a'.repeat(32)}`,
    `a@${DIGEST}:1`,
    `a@${DIGEST.replace('abc', 'ABC')}`,
    'a'.repeat(64),
    'a'.repeat(256),
    'https://a',
    'hub.docker.com/_/a',
    'a b',
  ];
  for (const input of mistakes) {
    assert.throws(
      () => parseReference(input),
      (error: InvalidReference) => {
        linked.add(findMistake(input, error).address);
        return true;
      },
    );
  }
  assert.ok(linked.size > 35, String(linked.size));
  assert.deepEqual(
    [...linked].filter((address) => !promised.has(address)),
    [],
  );
});
