/**
 * The container image follows the advice of the site, and serves it. To need no registry, the tests build the final stage
 * on a base with the nginx of this machine. Debian packages: buildah, netavark, busybox-static, nginx-light.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';
import { hostOf } from '../../src/hosting/host.ts';
import { nginxConfig } from '../../src/hosting/nginx.ts';

const FOLDER = resolve('.test/image');
const dockerfile = readFileSync('Dockerfile', 'utf8');
const [buildStage, finalStage] = dockerfile.split(/^(?=FROM )/m).slice(1);

test('a digest pins the base of both stages, and the final one has no build tools', () => {
  const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base!);
  assert.equal(bases.length, 2);
  for (const base of bases) assert.match(base, /^[\w./-]+:[\w.-]+@sha256:[0-9a-f]{64}$/);
  assert.match(buildStage!, /npm ci/);
  assert.doesNotMatch(finalStage!, /npm|node/);
  const ignored = readFileSync('.dockerignore', 'utf8').split('\n');
  for (const name of ['.git', 'node_modules', 'dist']) assert.ok(ignored.includes(name), name);
});

test('the Dockerfile linter finds no problems', () => {
  const lint = (text: string) => validate(text).map(({ message }) => message);
  assert.deepEqual(lint(dockerfile), []);
  assert.notDeepEqual(lint(dockerfile.replace(/^WORKDIR \//m, 'WORKDIR ')), [], 'the linter finds a relative path');
});

const missing =
  process.getuid?.() !== 0
    ? 'it needs root'
    : (['buildah', 'nginx', 'busybox'].find((program) => spawnSync('which', [program]).status !== 0) ??
      (existsSync('/usr/lib/podman/netavark') ? undefined : 'netavark'));

/** A separate store keeps the images and containers of the tests apart from those of the developer. */
const STORE = ['--storage-driver', 'vfs', '--root', join(FOLDER, 'root'), '--runroot', join(FOLDER, 'run')];

function buildah(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('buildah', [...STORE, ...args], { encoding: 'utf8' });
  assert.equal(status, 0, `buildah ${args.join(' ')}\n${stdout}${stderr}`);
  return stdout.trim();
}

/** Builds an image with all that nginx needs to run, and a shell with wget for the health check. */
function buildBaseImage(): void {
  const root = join(FOLDER, 'base/rootfs');
  // Many libraries are symbolic links, which copyFileSync follows.
  const copy = (file: string, to = file) => {
    mkdirSync(dirname(join(root, to)), { recursive: true });
    copyFileSync(file, join(root, to));
  };
  copy('/usr/sbin/nginx');
  copy('/etc/nginx/mime.types');
  copy('/usr/bin/busybox', '/bin/busybox');
  for (const name of ['id', 'sh', 'wget']) symlinkSync('busybox', join(root, 'bin', name));
  const libraries = spawnSync('ldd', ['/usr/sbin/nginx'], { encoding: 'utf8' }).stdout.match(/\/\S+\.so\S*/g) ?? [];
  for (const library of libraries) copy(library);
  for (const folder of ['tmp', 'etc/nginx/conf.d', 'srv']) mkdirSync(join(root, folder), { recursive: true });
  chmodSync(join(root, 'tmp'), 0o1777);
  writeFileSync(join(root, 'etc/passwd'), 'root:x:0:0::/:/bin/sh\nnginx:x:101:101::/:/bin/sh\n');
  writeFileSync(join(root, 'etc/group'), 'root:x:0:\nnginx:x:101:\n');
  const tempPaths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path /tmp/${name};`,
  );
  writeFileSync(
    join(root, 'etc/nginx/nginx.conf'),
    `pid /tmp/nginx.pid; error_log stderr;\nevents {}\nhttp { access_log off; ${tempPaths.join(' ')} include /etc/nginx/conf.d/*.conf; }\n`,
  );
  writeFileSync(
    join(FOLDER, 'base/Dockerfile'),
    'FROM scratch\nCOPY rootfs /\nCMD ["nginx", "-e", "stderr", "-g", "daemon off;"]\n',
  );
  buildah('build', '--isolation', 'chroot', '--tag', 'base', join(FOLDER, 'base'));
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

describe('the image', { skip: missing && `${missing} is missing` }, () => {
  let port: number;
  before(async () => {
    rmSync(FOLDER, { recursive: true, force: true });
    buildBaseImage();
    const standaloneStage = finalStage!
      .replace(/^FROM .*$/m, 'FROM localhost/base')
      .replaceAll('COPY --from=build /src/', 'COPY ');
    assert.match(standaloneStage, /^COPY dist /m);
    mkdirSync(join(FOLDER, 'context'), { recursive: true });
    cpSync('dist', join(FOLDER, 'context/dist'), { recursive: true });
    mkdirSync(join(FOLDER, 'context/deploy'));
    writeFileSync(join(FOLDER, 'context/deploy/nginx.conf'), nginxConfig(hostOf()));
    writeFileSync(join(FOLDER, 'context/Dockerfile'), standaloneStage);
    // Somebody may have the port of the image, such as this test in another clone.
    port = await freePort();
    for (const file of ['Dockerfile', 'deploy/nginx.conf'].map((name) => join(FOLDER, 'context', name))) {
      const text = readFileSync(file, 'utf8');
      assert.match(text, /8080/);
      writeFileSync(file, text.replaceAll('8080', String(port)));
    }
    buildah(
      'build',
      '--isolation',
      'chroot',
      '--format',
      'docker',
      '--build-arg',
      'REVISION=abc',
      '--tag',
      'site',
      join(FOLDER, 'context'),
    );
  });
  after(() => rmSync(FOLDER, { recursive: true, force: true }));

  test('it does not run as root, and has labels and a health check', () => {
    const { config } = JSON.parse(buildah('inspect', '--type', 'image', 'localhost/site')).Docker;
    assert.equal(config.User, '101');
    assert.deepEqual(Object.keys(config.ExposedPorts), [`${port}/tcp`]);
    assert.equal(config.Labels['org.opencontainers.image.revision'], 'abc');
    assert.match(config.Labels['org.opencontainers.image.title'], /\w/);
    assert.deepEqual(config.Healthcheck.Test.slice(0, 2), ['CMD', 'wget']);
  });

  const NGINX = ['nginx', '-e', 'stderr', '-g', 'daemon off;'];
  /** Starts the server, waits for a page, runs the checks, and stops the server. */
  async function whileServing(command: string, args: string[], check: (page: Response) => Promise<void>) {
    const server = spawn(command, args, { detached: true });
    const exited = new Promise((done) => server.once('exit', done));
    let output = '';
    server.stderr.on('data', (text) => (output += String(text)));
    try {
      let page: Response | undefined;
      for (const deadline = Date.now() + 15_000; !page;) {
        assert.ok(server.exitCode === null && Date.now() < deadline, output);
        page = await fetch(`http://127.0.0.1:${port}/concepts/what-is-docker/`).catch(() => undefined);
      }
      assert.equal(page.status, 200);
      await check(page);
    } finally {
      if (server.exitCode === null) process.kill(-server.pid!, 'SIGTERM'); // with its process group
      await exited;
    }
  }
  const createContainer = () =>
    buildah('from', '--ulimit', 'nofile=1024:1024', '--ulimit', 'nproc=1024:1024', 'localhost/site');

  test('it serves the site with its headers as an unprivileged user, and its health check passes', async () => {
    const args = [...STORE, 'run', '--isolation', 'chroot', createContainer()];
    await whileServing('buildah', [...args, '--', ...NGINX], async (page) => {
      assert.match(page.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
      assert.match(await page.text(), /What is Docker\?<\/h1>/);
      assert.equal(spawnSync('buildah', [...args, '--', 'id', '-u'], { encoding: 'utf8' }).stdout.trim(), '101');
      const health = spawnSync('buildah', [
        ...args,
        '--',
        'wget',
        '--quiet',
        '--spider',
        `http://127.0.0.1:${port}/build.json`,
      ]);
      assert.equal(health.status, 0, String(health.stderr));
    });
  });

  const canMount = spawnSync('unshare', ['--mount', 'true']).status === 0;
  test(
    'it serves the site from a read-only root with a writable /tmp, as in compose.yaml',
    { skip: !canMount && 'no mounts of its own' },
    async () => {
      const compose = parse(readFileSync('compose.yaml', 'utf8'));
      assert.equal(compose.services.site.read_only, true);
      assert.deepEqual(compose.services.site.tmpfs, ['/tmp']);
      const root = buildah('mount', createContainer());
      const script = `
      mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && mount -t tmpfs tmpfs "$0/tmp" &&
      ! chroot "$0" sh -c ': > /srv/www/new' 2> /dev/null && exec chroot --userspec=101:101 "$0" "$@"`;
      await whileServing('unshare', ['--mount', 'sh', '-c', script, root, ...NGINX], async (page) => {
        assert.match(await page.text(), /What is Docker\?<\/h1>/);
      });
    },
  );
});
