/** nginx, Caddy and the server of `npm start` serve the same folder, and pass the same tests, at `/` and at `/docs/`. */
import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:http2';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { compress } from '../../scripts/compress.ts';
import { serve } from '../../scripts/serve.ts';
import { verifySite } from '../../scripts/verify-site.ts';
import { caddyConfig } from '../../src/hosting/caddy.ts';
import { hostOf, type Host } from '../../src/hosting/host.ts';
import { nginxConfig } from '../../src/hosting/nginx.ts';
import { expectations, PAGE, REDIRECT, type Expectation } from './expectations.ts';

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
/** Compares the answer to a request with what is expected. */
async function check(address: string, base: string, expectation: Expectation): Promise<void> {
  const { path, method = 'GET', status, answer = {}, location, length } = expectation;
  const sent = path.startsWith('/') ? path : base + path;
  const { headers, body, ...response } = await sendRequest(address, sent, expectation.headers, method);
  const about = `${method} ${sent.slice(0, 80)}`;
  assert.ok([status].flat().includes(response.status), `${about}: ${response.status}, not ${String(status)}`);
  for (const [name, value] of Object.entries(answer)) {
    const actual = headers[name] as string | undefined;
    if (value instanceof RegExp) assert.match(actual ?? '', value, `${about}: ${name}`);
    else assert.equal(actual, value ?? undefined, `${about}: ${name}`);
  }
  if (length !== undefined) assert.equal(body.length, length, about);
  if (expectation.begins) assert.match(body.toString(), expectation.begins, about);
  const target = new URL(headers.location ?? '', new URL(base, address));
  assert.equal(target.origin, new URL(address).origin, about);
  if (location !== undefined) assert.equal(target.pathname + target.search, base + location, about);
  else assert.equal(headers.location, undefined, about);
  if (response.status !== 404) return;
  assert.match(headers['content-type'] ?? '', /^text\/html/, about);
  assert.equal(headers['x-content-type-options'], 'nosniff', about);
  // A browser must not keep an error that occurs during an update.
  assert.equal(headers['cache-control'], 'no-cache', about);
  if (method !== 'HEAD') assert.match(body.toString(), /Page not found/, about);
}

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
  /** Whether it sends precompressed files, and redirects pages that have moved. */
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

const nginxIsMissing = !isInstalled('nginx', '-v') && 'nginx is not installed (Debian: nginx-light)';

/** @param config what is included in the block `http` */
async function startNginx(config: string, port: number): Promise<RunningServer> {
  const folder = join(FOLDER, `nginx-${port}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'site.conf'), config);
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr;
events {}
http { access_log off; client_body_temp_path ${folder}/a; proxy_temp_path ${folder}/b; fastcgi_temp_path ${folder}/c; uwsgi_temp_path ${folder}/d; scgi_temp_path ${folder}/e;
include ${folder}/site.conf; }`,
  );
  cpSync('/etc/nginx/mime.types', join(folder, 'mime.types'));
  const check = spawnSync('nginx', ['-t', '-q', '-c', join(folder, 'nginx.conf'), '-p', folder], { encoding: 'utf8' });
  assert.equal(check.stderr, '');
  return waitForServer(spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-p', folder]), port);
}

const servers: Server[] = [
  {
    name: 'nginx',
    ...(nginxIsMissing && { missing: nginxIsMissing }),
    isFull: true,
    start: (host) => startNginx(nginxConfig(host), host.port),
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
    start: async ({ base, root }) => {
      const { server, address } = await serve({ folder: join(root, base), base });
      return { address: new URL('/', address).href, stop: () => void server.close() };
    },
  },
];

/** What the site that is served leaves out: large files, and most files of a folder whose files are all alike. */
const LEFT_OUT =
  /^dist.(whole-site|teach|reference|practice|(embed|data).tables.(?!docker-features)|search.(answers|documents|postings).(?!0\.json))/;

/** The build to which `verify` compares the site. */
const BUILD = join(FOLDER, 'build');

before(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  cpSync('dist', BUILD, { recursive: true, filter: (path) => !LEFT_OUT.test(path) });
  mkdirSync(join(BUILD, REDIRECT.from), { recursive: true });
  writeFileSync(join(BUILD, REDIRECT.from, 'index.html'), '<a href="../../">It has moved</a>');
  writeFileSync(join(BUILD, 'links.json'), JSON.stringify({ moved: { [REDIRECT.from]: REDIRECT.to }, gone: {} }));
  const site = join(FOLDER, 'alone');
  cpSync(BUILD, site, { recursive: true });
  for (const [file, text] of [
    ['notes.md', '# Notes\n'],
    ['table.csv', 'a,b\r\n'],
    ['course.imscc', 'PK'],
    ['app.webmanifest', '{}'],
    ['.secret', 'secret'],
    ['.well-known/security.txt', 'Contact: x\n'],
    ['empty/.keep', ''],
  ] as const) {
    mkdirSync(join(site, file, '..'), { recursive: true });
    writeFileSync(join(site, file), text);
  }
  await compress(site);
  mkdirSync(join(FOLDER, 'with-docs'));
  symlinkSync(site, join(FOLDER, 'with-docs/docs'), 'junction');
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
        const start = async () => server.start(hostOf({ base, root, port: await freePort(), redirects: [REDIRECT] }));
        site = await start().catch(start); // Another process may have taken the port meanwhile.
      });
      after(() => site.stop());

      const script = readdirSync('dist/_astro').find((file) => file.endsWith('.js'))!;
      for (const [promise, list] of Object.entries(expectations(script))) {
        test(promise, async () => {
          for (const expectation of list) await check(site.address, base, expectation);
        });
      }

      if (base !== '/') {
        test('the path of the site leads to it without its slash, too', async () => {
          const path = base.slice(0, -1);
          await check(site.address, base, { path: `${path}?a=1`, status: 301, location: '?a=1' });
        });
      }

      test(
        '"npm run verify" finds it in order',
        { skip: !server.isFull && 'tests/hosting/verify.test.ts does so' },
        async () => {
          const { problems, remarks } = await verifySite(new URL(base, site.address).href, { folder: BUILD });
          assert.deepEqual(problems, []);
          assert.match(remarks.join('\n'), /^The build has no SITE_URL, .*$/, 'and nothing else');
        },
      );

      test('it answers a request for what the client has with 304', async () => {
        const { headers } = await get(PAGE);
        assert.ok(headers.etag, 'an etag');
        const unchanged = await get(PAGE, { 'if-none-match': headers.etag });
        assert.equal(unchanged.status, 304);
        assert.equal(unchanged.body.length, 0);
        assert.equal((await get(PAGE, { 'if-none-match': '"other"' })).status, 200);
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

test('nginx listens on IPv4 alone, for machines without IPv6', () => {
  assert.doesNotMatch(nginxConfig(hostOf()), /^ *listen \[/m);
});

test('nginx serves several of these sites, each with its own headers', { skip: nginxIsMissing }, async (t) => {
  // The last one would win if they shared variables, and nginx wouldn't start with names that are too long.
  const places = [
    ['/docs/', 'with-docs'],
    ['/', 'alone'],
    ['/the-handbook-of-the-department/containers/', 'alone'],
  ] as const;
  const sites: Host[] = [];
  for (const [base, folder] of places)
    sites.push(hostOf({ base, root: join(FOLDER, folder), port: await freePort(), redirects: [] }));
  const server = await startNginx(sites.map(nginxConfig).join('\n'), sites[0]!.port);
  t.after(server.stop);
  const promises = expectations(readdirSync('dist/_astro').find((file) => file.endsWith('.js'))!);
  for (const { base, port } of sites.slice(0, 2)) {
    for (const promise of [
      'pages, files and scripts have the headers of the project',
      'other sites can frame an embed, also one that is missing',
    ])
      for (const expectation of promises[promise]!) await check(`http://localhost:${port}/`, base, expectation);
  }
});

test('nginx speaks HTTP/2 with the lines for https in its file', { skip: nginxIsMissing }, async (t) => {
  const port = await freePort();
  const [key, certificate] = [join(FOLDER, 'key.pem'), join(FOLDER, 'certificate.pem')];
  const subject = ['-subj', '/CN=localhost', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate];
  assert.equal(spawnSync('openssl', ['req', '-x509', ...subject]).status, 0);
  const config = nginxConfig(hostOf({ root: join(FOLDER, 'alone') }))
    .replace(/^ {2}listen 8080;$/m, '')
    .replace(/^ {2}# (listen 443 ssl|http2 on|ssl_certificate\b|ssl_certificate_key\b)/gm, '  $1')
    .replace('listen 443', `listen ${port}`)
    .replace(/\S+\.crt/, certificate)
    .replace(/\S+\.key/, key);
  const server = await startNginx(config, port);
  t.after(server.stop);
  const session = connect(`https://localhost:${port}`, { rejectUnauthorized: false });
  const status = await new Promise((resolve, reject) => {
    session.on('error', reject);
    session.request({ ':path': `/${PAGE}` }).on('response', (headers) => resolve(headers[':status']));
  });
  session.destroy();
  assert.equal(status, 200);
});
