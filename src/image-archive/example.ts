/** The small image that ships with the site, in which a secret was deleted. The build makes it, always of the same bytes. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'fflate';
import { writeTar, type TarEntry } from './write-tar.ts';

const CREATED = '2026-11-29T12:00:00Z';
const OWNER = 65532;
const SECRET = 'Invented for this example. It opens nothing.';

const digestOf = (bytes: Uint8Array | string) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** A layer with the instruction that made it. */
interface ExampleLayer {
  createdBy: string;
  entries: TarEntry[];
}

const ENTRYPOINT = `#!/bin/sh
# Reads its settings, and serves the notes.
exec httpd -f -p 8080 -h /app/public
`;

/** The layer of the base image, which differs from one platform to another. */
const baseLayer = (architecture: string): ExampleLayer => ({
  createdBy: 'ADD rootfs.tar.gz / # buildkit',
  entries: [
    { path: 'bin/' },
    { path: 'bin/busybox', mode: 0o755, content: `A program for ${architecture} would be here.\n` },
    { path: 'bin/sh', target: 'busybox' },
    { path: 'etc/' },
    { path: 'etc/motd', content: 'Welcome!\n' },
    { path: 'etc/passwd', content: `root:x:0:0:root:/root:/bin/sh\nnotes:x:${OWNER}:${OWNER}::/app:/bin/sh\n` },
    { path: 'tmp/', mode: 0o1777 },
  ],
});

const APP_LAYERS: ExampleLayer[] = [
  {
    createdBy: 'COPY . /app # buildkit',
    entries: [
      { path: 'app/', owner: OWNER },
      { path: 'app/.env', content: `# ${SECRET}\nAPI_TOKEN=not-a-real-token-4711\n` },
      { path: 'app/cache/' },
      { path: 'app/cache/page-1.html', content: '<p>Built on a laptop, last year.</p>\n' },
      { path: 'app/cache/page-2.html', content: '<p>Also built on a laptop.</p>\n' },
      { path: 'app/public/' },
      { path: 'app/public/index.html', content: '<!doctype html>\n<title>Notes</title>\n<h1>Notes</h1>\n' },
      { path: 'app/settings.json', content: '{ "debug": true, "database": "localhost" }\n' },
      { path: 'app/start.sh', mode: 0o755, content: ENTRYPOINT },
    ],
  },
  {
    createdBy: 'RUN /bin/sh -c rm .env && rm -r cache && mkdir cache # buildkit',
    entries: [{ path: 'app/.wh..env' }, { path: 'app/cache/', owner: OWNER }, { path: 'app/cache/.wh..wh..opq' }],
  },
  {
    createdBy: 'COPY production.json /app/settings.json # buildkit',
    entries: [{ path: 'app/settings.json', content: '{ "debug": false, "database": "db.example.com" }\n' }],
  },
];

/** A step that makes no layer. */
const emptyStep = (createdBy: string) => ({ created: CREATED, created_by: createdBy, empty_layer: true });
const layerStep = ({ createdBy }: ExampleLayer) => ({ created: CREATED, created_by: createdBy });

function configFor(architecture: string, layers: ExampleLayer[], diffIds: string[]) {
  const [base, copy, remove, settings] = layers.map(layerStep);
  return {
    architecture,
    os: 'linux',
    created: CREATED,
    config: {
      User: 'notes',
      ExposedPorts: { '8080/tcp': {} },
      Env: ['PATH=/usr/local/bin:/usr/bin:/bin', 'GREETING=Hello'],
      Entrypoint: ['/app/start.sh'],
      Cmd: ['--verbose'],
      WorkingDir: '/app',
      Labels: { 'org.opencontainers.image.title': 'notes' },
    },
    rootfs: { type: 'layers', diff_ids: diffIds },
    history: [
      base,
      emptyStep('CMD ["/bin/sh"]'),
      copy,
      remove,
      settings,
      emptyStep('ENV GREETING=Hello'),
      emptyStep('EXPOSE [8080/tcp]'),
      emptyStep('USER notes'),
      emptyStep('ENTRYPOINT ["/app/start.sh"]'),
      emptyStep('CMD ["--verbose"]'),
    ],
  };
}

/** The archive of the example: an OCI image layout with one image for two platforms. */
export function exampleArchive(): Uint8Array<ArrayBuffer> {
  const blobs = new Map<string, Uint8Array | string>();
  /** Keeps a content, and describes it. */
  const keep = (type: string, content: Uint8Array | object) => {
    const bytes = content instanceof Uint8Array ? content : Buffer.from(JSON.stringify(content));
    const digest = digestOf(bytes);
    blobs.set(`blobs/${digest.replace(':', '/')}`, bytes);
    return { mediaType: `application/vnd.oci.image.${type}`, digest, size: bytes.length };
  };
  const manifests = ['amd64', 'arm64'].map((architecture) => {
    const layers = [baseLayer(architecture), ...APP_LAYERS];
    const archives = layers.map(({ entries }) => writeTar(entries));
    const manifest = {
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      config: keep('config.v1+json', configFor(architecture, layers, archives.map(digestOf))),
      layers: archives.map((archive) => keep('layer.v1.tar+gzip', gzipSync(archive, { mtime: 0 }))),
    };
    return { ...keep('manifest.v1+json', manifest), platform: { architecture, os: 'linux' } };
  });
  const mediaType = 'application/vnd.oci.image.index.v1+json';
  const index = {
    ...keep('index.v1+json', { schemaVersion: 2, mediaType, manifests }),
    annotations: { 'io.containerd.image.name': 'docker.io/acme/notes:1.0', 'org.opencontainers.image.ref.name': '1.0' },
  };
  return writeTar([
    ...[...blobs].map(([path, content]) => ({ path, content })),
    { path: 'index.json', content: JSON.stringify({ schemaVersion: 2, mediaType, manifests: [index] }) },
    { path: 'oci-layout', content: '{"imageLayoutVersion":"1.0.0"}' },
  ]);
}
