/** nginx, Caddy and the server of `npm start` serve the same folder, and pass the same tests, at `/` and at `/docs/`. */
import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { compress } from '../../scripts/compress.ts';
import { serve } from '../../scripts/serve.ts';
import { caddyConfig } from '../../src/hosting/caddy.ts';
import { hostOf, type Host } from '../../src/hosting/host.ts';
import { nginxConfig } from '../../src/hosting/nginx.ts';

interface HttpResponse {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Sends a path as it is. `fetch` would normalize it first. */
const sendRequest = (address: string, path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<HttpResponse>((resolve, reject) => {
    const { hostname, port } = new URL(address);
    request({ hostname, port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, 'localhost', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

const FOLDER = resolve('.test/hosting');
const PAGE = 'registries/docker-hub/';
const REDIRECT = { from: '/old/page/', to: `/${PAGE}` };

interface RunningServer {
  /** The address of the root of the host. */
  address: string;
  stop: () => Promise<void> | void;
}
interface Server {
  name: string;
  /** Why the server cannot run on this machine, if it cannot. */
  missing?: string;
  start: (host: Host) => Promise<RunningServer>;
  /** Whether it sends precompressed files, knows the type of every file, and redirects pages that have moved. */
  isFull: boolean;
}

/** Waits until a server answers. @throws with its output if it exits, or does not answer within ten seconds */
async function waitForServer(child: ChildProcess, port: number): Promise<RunningServer> {
  const address = `http://localhost:${port}/`;
  let output = '';
  child.stderr?.on('data', (text) => (output += String(text)));
  for (const deadline = Date.now() + 10_000; ;) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline)
      throw new Error(`The server ended at once:\n${output}`);
    const isUp = await sendRequest(address, '/').then(
      () => true,
      () => false,
    );
    if (isUp) break;
    await new Promise((next) => setImmediate(next));
  }
  return {
    address,
    stop: () =>
      new Promise<void>((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

const isInstalled = (program: string, flag: string) => spawnSync(program, [flag]).status === 0;

const servers: Server[] = [
  {
    name: 'nginx',
    ...(!isInstalled('nginx', '-v') && { missing: 'nginx is not installed (Debian: nginx-light)' }),
    isFull: true,
    start: async (host) => {
      const folder = join(FOLDER, `nginx-${host.port}`);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'site.conf'), nginxConfig(host));
      writeFileSync(
        join(folder, 'nginx.conf'),
        `${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr;
events {}
http { access_log off; client_body_temp_path ${folder}/a; proxy_temp_path ${folder}/b; fastcgi_temp_path ${folder}/c; uwsgi_temp_path ${folder}/d; scgi_temp_path ${folder}/e;
include ${folder}/site.conf; }`,
      );
      cpSync('/etc/nginx/mime.types', join(folder, 'mime.types'));
      return waitForServer(spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-p', folder]), host.port);
    },
  },
  {
    name: 'Caddy',
    ...(!isInstalled('caddy', 'version') && { missing: 'caddy is not installed (Debian: caddy)' }),
    isFull: true,
    start: async (host) => {
      const folder = join(FOLDER, `caddy-${host.port}`);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'Caddyfile'), `{\n\tadmin off\n}\n${caddyConfig(host)}`);
      const env = { ...process.env, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder };
      return waitForServer(
        spawn('caddy', ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'], { env }),
        host.port,
      );
    },
  },
  {
    name: 'npm start',
    isFull: false,
    start: async ({ base, root, port }) => {
      const { server, address } = await serve({ folder: join(root, base), base, port });
      return { address: new URL('/', address).href, stop: () => void server.close() };
    },
  },
];

before(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  for (const base of ['', 'docs']) {
    const site = join(FOLDER, base ? 'with-docs' : 'alone', base);
    cpSync('dist', site, { recursive: true });
    for (const [file, text] of [
      ['notes.md', '# Notes\n'],
      ['table.csv', 'a,b\r\n'],
      ['app.webmanifest', '{}'],
      ['.secret', 'secret'],
      ['empty/.keep', ''],
    ] as const) {
      mkdirSync(join(site, file, '..'), { recursive: true });
      writeFileSync(join(site, file), text);
    }
    await compress(site);
  }
  writeFileSync(join(FOLDER, 'outside.txt'), 'outside');
});
after(() => rmSync(FOLDER, { recursive: true, force: true }));

for (const server of servers) {
  for (const base of ['/', '/docs/']) {
    describe(`${server.name} at ${base}`, { skip: server.missing ?? false }, () => {
      let site: RunningServer;
      const get = (path: string, headers = {}, method = 'GET') =>
        sendRequest(site.address, base + path, headers, method);
      before(async () => {
        const root = join(FOLDER, base === '/' ? 'alone' : 'with-docs');
        site = await server.start(hostOf({ base, root, port: await freePort(), redirects: [REDIRECT] }));
      });
      after(() => site.stop());

      test('it sends pages and files with their types', async () => {
        const script = readdirSync('dist/_astro').find((file) => file.endsWith('.js'))!;
        for (const [path, type] of [
          ['', /^text\/html; ?charset=utf-8$/i],
          [PAGE, /^text\/html; ?charset=utf-8$/i],
          ['favicon.svg', /^image\/svg\+xml/],
          ['search/index.json', /^application\/json/],
          [`_astro/${script}`, /^(text|application)\/javascript/],
          ...(server.isFull
            ? ([
                ['notes.md', /^text\/markdown; ?charset=utf-8$/i],
                ['table.csv', /^text\/csv; ?charset=utf-8$/i],
                ['app.webmanifest', /^application\/manifest\+json/],
              ] as const)
            : []),
        ] as [string, RegExp][]) {
          const { status, headers } = await get(path);
          assert.equal(status, 200, path);
          assert.match(headers['content-type'] ?? '', type, path);
        }
      });

      test('a wrong address gets status 404 and the error page', async () => {
        for (const path of ['no/such/page/', 'no-such-file.js', `${PAGE}no`, '_astro/missing.js', 'missing.csv']) {
          const { status, headers, body } = await get(path);
          assert.equal(status, 404, path);
          assert.match(headers['content-type'] ?? '', /^text\/html/, path);
          assert.match(body.toString(), /Page not found/, path);
          assert.equal(headers['x-content-type-options'], 'nosniff', path);
          // A browser must not cache an error that occurs during a deployment.
          assert.equal(headers['cache-control'], 'no-cache', path);
        }
      });

      test('it adds a missing slash at the end, and keeps the query', async () => {
        const { status, headers } = await get('registries/docker-hub?a=1&b=2');
        assert.ok([301, 308].includes(status), String(status));
        const target = new URL(headers.location!, new URL(`${base}registries/docker-hub`, site.address));
        assert.equal(target.pathname + target.search, `${base}${PAGE}?a=1&b=2`);
        assert.equal(target.host, new URL(site.address).host);
      });

      test('it never redirects a path that looks like another host to that host', async () => {
        for (const path of [`/${base}registries/docker-hub`, '//example.org/registries', '/\\example.org/registries']) {
          const { headers } = await sendRequest(site.address, path);
          const target = new URL(headers.location ?? '/', site.address);
          assert.equal(target.host, new URL(site.address).host, path);
        }
      });

      test('other sites can frame an embed', async () => {
        const { headers } = await get('embed/tables/docker-features/');
        assert.match(String(headers['content-security-policy']), /object-src 'none'/);
        assert.doesNotMatch(String(headers['content-security-policy']), /frame-ancestors/);
      });

      test('pages, files and scripts have the headers of the project', async () => {
        const script = readdirSync('dist/_astro').find((file) => file.endsWith('.js'))!;
        for (const path of ['', PAGE, 'search/index.json', `_astro/${script}`]) {
          const { headers } = await get(path);
          assert.match(String(headers['content-security-policy']), /frame-ancestors 'none'/, path);
          assert.equal(headers['x-content-type-options'], 'nosniff', path);
          assert.equal(headers['referrer-policy'], 'strict-origin-when-cross-origin', path);
          assert.equal(headers['cross-origin-opener-policy'], 'same-origin', path);
          assert.match(String(headers['permissions-policy']), /camera=\(\)/, path);
          const caching = path.startsWith('_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache';
          assert.equal(headers['cache-control'], caching, path);
        }
      });

      test('it supports HEAD, conditional requests and ranges', async () => {
        const whole = await get(PAGE);
        const head = await get(PAGE, {}, 'HEAD');
        assert.equal(head.status, 200);
        assert.equal(head.body.length, 0);
        const etag = whole.headers.etag;
        assert.ok(etag, 'an etag');
        const unchanged = await get(PAGE, { 'if-none-match': etag });
        assert.equal(unchanged.status, 304);
        assert.equal(unchanged.body.length, 0);
        const range = await get('favicon.svg', { range: 'bytes=0-9' });
        assert.equal(range.status, 206);
        assert.equal(range.body.length, 10);
      });

      test('it sends no folder listings, no dotfiles, and nothing outside the folder', async () => {
        for (const path of ['_astro/', 'empty/', '.secret', 'empty/.keep']) {
          const { status, body } = await get(path);
          assert.equal(status, 404, path);
          assert.doesNotMatch(body.toString(), /secret$|Index of/, path);
        }
        for (const path of [
          '../outside.txt',
          '../../outside.txt',
          '%2e%2e/outside.txt',
          '..%2foutside.txt',
          '..%5coutside.txt',
          `${PAGE}../../../outside.txt`,
        ]) {
          const { status, body } = await get(path);
          assert.notEqual(status, 200, path);
          assert.doesNotMatch(body.toString(), /^outside/, path);
        }
      });

      test('it sends precompressed files', { skip: !server.isFull && 'it compresses nothing' }, async () => {
        const uncompressed = await get(PAGE);
        const gzip = await get(PAGE, { 'accept-encoding': 'gzip' });
        assert.equal(gzip.headers['content-encoding'], 'gzip');
        assert.match(String(gzip.headers.vary), /accept-encoding/i);
        assert.ok(gzip.body.length < uncompressed.body.length / 2);
        assert.match(gzip.headers['content-type'] ?? '', /^text\/html/);
        if (server.name === 'Caddy') {
          const brotli = await get(PAGE, { 'accept-encoding': 'gzip, br' });
          assert.equal(brotli.headers['content-encoding'], 'br');
          assert.ok(brotli.body.length < gzip.body.length);
        }
      });

      test(
        'it redirects a page that has moved',
        { skip: !server.isFull && 'there the page itself leads on' },
        async () => {
          for (const path of ['old/page/', 'old/page', 'old/page/?a=1']) {
            const { status, headers } = await get(path);
            assert.equal(status, 301, path);
            const target = new URL(headers.location!, site.address);
            assert.equal(target.pathname + target.search, `${base}${PAGE}${path.includes('?') ? '?a=1' : ''}`, path);
          }
        },
      );
    });
  }
}
