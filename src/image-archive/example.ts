/** The small image that ships with the site, in which a secret was deleted. The build makes it, always with the same bytes. */
import { gzipSync } from 'fflate';
import { Blobs } from './write-image.ts';
import { writeTar, type TarEntry } from './write-tar.ts';

const CREATED = '2026-11-01T12:00:00Z';
const SECRET = 'Invented for this example. It opens nothing.';

const folder = (name: string, mode = 0o755): TarEntry => ({ name, type: '5', mode });

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
    folder('bin/'),
    { name: 'bin/busybox', mode: 0o755, data: `A program for ${architecture} would be here.\n` },
    { name: 'bin/sh', type: '2', mode: 0o777, target: 'busybox' },
    folder('etc/'),
    { name: 'etc/motd', data: 'Welcome!\n' },
    { name: 'etc/passwd', data: 'root:x:0:0:root:/root:/bin/sh\nnotes:x:1000:1000::/app:/bin/sh\n' },
    folder('tmp/', 0o1777),
  ],
});

const APP_LAYERS: ExampleLayer[] = [
  {
    createdBy: 'COPY . /app # buildkit',
    entries: [
      folder('app/'),
      { name: 'app/.env', data: `# ${SECRET}\nAPI_TOKEN=not-a-real-token-4711\n` },
      folder('app/cache/'),
      { name: 'app/cache/page-1.html', data: '<p>Built on a laptop, last year.</p>\n' },
      { name: 'app/cache/page-2.html', data: '<p>Also built on a laptop.</p>\n' },
      folder('app/public/'),
      { name: 'app/public/index.html', data: '<!doctype html>\n<title>Notes</title>\n<h1>Notes</h1>\n' },
      { name: 'app/settings.json', data: '{ "debug": true, "database": "localhost" }\n' },
      { name: 'app/start.sh', mode: 0o755, data: ENTRYPOINT },
    ],
  },
  {
    createdBy: 'RUN /bin/sh -c rm .env && rm -r cache && mkdir cache # buildkit',
    entries: [{ name: 'app/.wh..env' }, folder('app/cache/'), { name: 'app/cache/.wh..wh..opq' }],
  },
  {
    createdBy: 'COPY production.json /app/settings.json # buildkit',
    entries: [{ name: 'app/settings.json', data: '{ "debug": false, "database": "db.example.com" }\n' }],
  },
];

/** A step that makes no layer. */
const emptyStep = (createdBy: string) => ({ created: CREATED, created_by: createdBy, empty_layer: true });
const layerStep = ({ createdBy }: ExampleLayer) => ({ created: CREATED, created_by: createdBy });

function configFor(layers: ExampleLayer[]) {
  const [base, copy, remove, settings] = layers.map(layerStep);
  return {
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
  const blobs = new Blobs();
  const manifests = ['amd64', 'arm64'].map((architecture) => {
    const layers = [baseLayer(architecture), ...APP_LAYERS];
    const archives = layers.map(({ entries }) => writeTar(entries));
    const pack = (archive: Uint8Array) => gzipSync(archive, { mtime: 0 });
    const platform = { os: 'linux', architecture };
    return { ...blobs.addImage(archives, { ...platform, ...configFor(layers) }, pack, '+gzip'), platform };
  });
  const mediaType = 'application/vnd.oci.image.index.v1+json';
  const index = blobs.add(mediaType, { schemaVersion: 2, mediaType, manifests });
  index.annotations = { 'io.containerd.image.name': 'docker.io/acme/notes:1.0' };
  return Uint8Array.from(blobs.archive([index]));
}
