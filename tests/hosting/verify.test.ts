/** `npm run verify` has nothing to say of a site that is as it was built, and says once what is wrong with any other. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { after, before, describe, test, type TestContext } from 'node:test';
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { serve } from '../../scripts/serve.ts';
import { verifySite, type VerifyOptions } from '../../scripts/verify-site.ts';

const FOLDER = '.test/verify';
const FILES: Record<string, string> = {
  'index.html': '<h1>Start</h1>',
  '404.html': '<h1>Page not found</h1>',
  'whole-site.html': `<h1>All</h1>${'text '.repeat(300)}`,
  'concepts/volumes/index.html': '<h1>Volumes</h1>',
  'concepts/volumes/index.md': '# Volumes: größer\n',
  'concepts/images/index.html': '<h1>Images</h1>',
  'moved/index.html': '<a href="../concepts/volumes/">It has moved</a>',
  'gone/index.html': '<h1>It has gone</h1>',
  'embed/tables/x/index.html': '<table></table>',
  'data/x.csv': 'a,b\r\n',
  'search/index.json': '{}',
  '_astro/page.hash.js': 'export {};',
  'robots.txt': 'User-agent: *\n',
  'img/größe 1.png': 'a picture',
  'build.json': '{ "revision": "abc", "committed": null }',
  'links.json': JSON.stringify({
    moved: { '/moved/': '/concepts/volumes/', '/concepts/images/#old': '/concepts/images/#new' },
    gone: { '/gone/': ['It was about another product.'] },
  }),
  _headers: '/*\n',
  ...Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`data/${index}.csv`, `${index}\r\n`])),
};
const PUBLISHED = Object.keys(FILES).length - 2; // without the error page and _headers
const OPTIONS: VerifyOptions = { folder: FOLDER, wait: () => Promise.resolve() };
/** An address in a folder that the site has. */
const MISSING = '/concepts/no/such/page/';

before(() => {
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(FOLDER, file)), { recursive: true });
    writeFileSync(join(FOLDER, file), text);
  }
});
after(() => rmSync(FOLDER, { recursive: true, force: true }));

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}
interface Question {
  /** The types that the client accepts. */
  accept: string;
  method: string;
  /** The version that the client has. */
  version: string | undefined;
}
/** Changes the answer of a good host. @param path and the query @param encoding that the client accepts */
type Change = (
  answer: Answer,
  path: string,
  encoding: string,
  question: Question,
) => Partial<Answer> | 'break' | undefined;

async function listen(t: TestContext, server: Server): Promise<string> {
  await new Promise<void>((done) => void server.listen(0, 'localhost', done));
  t.after(() => server.closeAllConnections());
  t.after(() => server.close());
  return `http://localhost:${(server.address() as AddressInfo).port}/`;
}

const without = (headers: Record<string, string>, name: string) =>
  Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));

/** Starts a host whose answers differ from those of a good one. @returns the address of the site */
async function hostWith(t: TestContext, change: Change, base = '/'): Promise<string> {
  const { server: good, address } = await serve({ folder: FOLDER, base });
  t.after(() => good.close());
  // eslint-disable-next-line @typescript-eslint/no-misused-promises -- a rejection fails the test
  const server = createServer(async (request, response) => {
    const path = request.url!;
    const accept = String(request.headers.accept);
    const method = request.method!;
    const version = request.headers['if-none-match'];
    const headers = { accept, ...(version && { 'if-none-match': version }) };
    const upstream = await fetch(new URL(path, address), { method, redirect: 'manual', headers });
    const answer = {
      status: upstream.status,
      headers: without(without(Object.fromEntries(upstream.headers), 'transfer-encoding'), 'content-length'),
      body: Buffer.from(await upstream.arrayBuffer()),
    };
    const changed = change(answer, path, String(request.headers['accept-encoding']), { accept, method, version });
    if (changed === 'break') return request.socket.destroy();
    const { status, body, ...sent } = { ...answer, ...changed };
    response.writeHead(status, method === 'HEAD' ? sent.headers : { ...sent.headers, 'content-length': body.length });
    response.end(body);
    return undefined;
  });
  return new URL(base, await listen(t, server)).href;
}

/** The problems as lines: the message, the number of addresses, and the path of the first one. */
async function problemsAt(address: string, options = OPTIONS): Promise<string[]> {
  const { problems } = await verifySite(address, options);
  return problems.map(({ message, urls }) => `${message} ${urls.length} ${urls[0]!.replace(address, '/')}`);
}
const problemsWith = async (t: TestContext, change: Change) => problemsAt(await hostWith(t, change));

const compressed = (body: string | Buffer, encoding: string) =>
  ({ gzip: gzipSync, br: brotliCompressSync, zstd: zstdCompressSync })[encoding]!(body);

test('this site has no problems, at a path', async (t) => {
  const { server, address } = await serve({ folder: 'dist', base: '/docs/' });
  t.after(() => server.close());
  const steps: [number, number][] = [];
  const { problems } = await verifySite(address, { onProgress: (done, total) => steps.push([done, total]) });
  assert.deepEqual(problems, []);
  assert.ok(steps.length > 500);
  assert.deepEqual(steps.at(-1), [steps.length, steps.length]);
});

describe('a file', () => {
  test('that is missing, or not that of the build, is a problem', async (t) => {
    const problems = await problemsWith(t, (_, path) => {
      if (path === '/concepts/volumes/') return { status: 404 };
      return path === '/data/x.csv' || path === '/robots.txt' ? { body: Buffer.from('of yesterday') } : undefined;
    });
    assert.equal(problems.length, 2, problems.join('\n'));
    assert.ok(problems.includes('Status 404, not 200. 1 /concepts/volumes/'));
    assert.match(
      problems.join(),
      /This isn't the file in \.test\/verify\/\..*SITE_URL\? 2 \/(data\/x\.csv|robots\.txt)/,
    );
  });

  for (const encoding of ['gzip', 'br', 'zstd']) {
    test(`that comes with ${encoding} from an older build is a problem`, async (t) => {
      const problems = await problemsWith(t, ({ headers, body }, path, accepted) => {
        if (accepted !== encoding) return undefined;
        const text = path === '/concepts/images/' ? 'of yesterday' : body;
        return { body: compressed(text, encoding), headers: { ...headers, 'content-encoding': encoding } };
      });
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.match(problems[0]!, new RegExp(`^Compressed with ${encoding}, .*npm run compress.* 1 /concepts/images/$`));
    });
  }

  for (const encoding of ['gzip', 'br']) {
    test(`that comes with ${encoding} to those who don't accept it is a problem`, async (t) => {
      const problems = await problemsWith(t, ({ headers, body }, path) =>
        path === '/concepts/images/'
          ? { body: compressed(body, encoding), headers: { ...headers, 'content-encoding': encoding } }
          : undefined,
      );
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.match(problems[0]!, new RegExp(`^Sent with ${encoding} though .*Accept-Encoding\\. 1 /concepts/images/$`));
    });
  }

  test('that cannot be decompressed is a problem', async (t) => {
    const problems = await problemsWith(t, ({ headers }, path, accepted) =>
      path === '/robots.txt' && accepted === 'gzip'
        ? { headers: { ...headers, 'content-encoding': 'gzip' } }
        : undefined,
    );
    assert.equal(problems.length, 1, problems.join('\n'));
    assert.match(
      problems[0]!,
      /^Requested with gzip, it gave no readable answer: .*npm run compress.* 1 \/robots\.txt$/,
    );
  });

  for (const [path, type, kind] of [
    ['/concepts/volumes/index.md', 'text/markdown', 'md'],
    ['/data/x.csv', 'application/octet-stream', 'csv'],
    ['/search/index.json', 'text/html; charset=utf-8', 'json'],
    ['/concepts/images/', 'text/html; charset=iso-8859-1', 'html'],
  ] as const) {
    test(`*.${kind} that comes as ${type} is a problem`, async (t) => {
      const problems = await problemsWith(t, ({ headers }, asked) =>
        asked === path ? { headers: { ...headers, 'content-type': type } } : undefined,
      );
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.ok(problems[0]!.startsWith(`Files like *.${kind} have the type "${type}", not "`), problems[0]);
    });
  }
});

describe('what is wrong with a whole host is said once', () => {
  test('no host', async (t) => {
    const server = createServer();
    const address = await listen(t, server);
    server.close();
    const problems = await problemsAt(address);
    assert.equal(problems.length, 1, problems.join('\n'));
    assert.match(problems[0]!, /^No answer: .*ECONNREFUSED.* 1 \/$/);
  });

  test('no TLS', async (t) => {
    const address = await hostWith(t, () => undefined);
    const problems = await problemsAt(address.replace('http:', 'https:'));
    assert.equal(problems.length, 1, problems.join('\n'));
    assert.match(problems[0]!, /^No answer: [\w ]+\. 1 /);
  });

  test('all pages from an older build', async (t) => {
    const problems = await problemsWith(t, ({ headers }) =>
      headers['content-type']?.startsWith('text/html') ? { body: Buffer.from('of yesterday') } : undefined,
    );
    assert.equal(problems.filter((line) => /isn't the file in .* 7 \//.test(line)).length, 1, problems.join('\n'));
    assert.equal(problems.length, 2, 'and the error page');
  });

  test('the wrong path', async (t) => {
    const address = await hostWith(t, () => undefined);
    const { problems } = await verifySite(`${address}docs/`, OPTIONS);
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['Status 404, not 200.'],
    );
    assert.equal(problems[0]!.urls.length, PUBLISHED);
  });

  test('the commit of another build', async (t) => {
    const problems = await problemsWith(t, (_, path) =>
      path === '/build.json' ? { body: Buffer.from('{ "revision": "older" }') } : undefined,
    );
    assert.deepEqual(problems, ['The site was built from commit older, but .test/verify/ from abc. 1 /build.json']);
  });

  test('a header that is missing', async (t) => {
    const problems = await problemsWith(t, ({ headers }) => ({ headers: without(headers, 'referrer-policy') }));
    assert.equal(problems.length, 1, problems.join('\n'));
    assert.match(problems[0]!, new RegExp(`^The Referrer-Policy header is missing\\. ${PUBLISHED + 1} /`));
  });

  test('a header that is missing on the error page alone, or comes as plain text', async (t) => {
    const problems = await problemsWith(t, ({ status, headers }) =>
      status === 404
        ? { headers: { ...without(headers, 'content-security-policy'), 'content-type': 'text/plain' } }
        : undefined,
    );
    assert.deepEqual(problems, [
      `The Content-Security-Policy header is missing. 1 ${MISSING}`,
      `Files like *.html have the type "text/plain", not "text/html; charset=utf-8". 1 ${MISSING}`,
    ]);
  });

  for (const [name, value, count, sentence] of [
    ['X-Frame-Options', 'SAMEORIGIN', 1, 'It keeps other sites from showing embeds'],
    ['X-Robots-Tag', 'noindex', 5, "Search engines don't list pages with it"],
    ['X-Robots-Tag', 'nofollow, none', 5, "Search engines don't list pages with it"],
    ['Content-Disposition', 'attachment; filename="x"', 7, 'It makes browsers save pages'],
    ['Refresh', '0;url=https://example.org/', 7, 'It makes browsers leave the page'],
    ['Clear-Site-Data', '"*"', PUBLISHED + 1, 'It makes browsers delete the offline copy'],
  ] as const) {
    test(`${name}: ${value}, which a proxy adds and which does harm`, async (t) => {
      const problems = await problemsWith(t, ({ headers }) => ({ headers: { ...headers, [name]: value } }));
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.ok(problems[0]!.startsWith(`The ${name} header is "${value}". ${sentence}`), problems[0]);
      assert.match(problems[0]!, new RegExp(` ${count} /`));
    });
  }

  for (const caching of [
    'public, max-age=0, s-maxage=31536000',
    'max-age=0, stale-while-revalidate=60',
    'max-age=31536000, x-no-cache',
  ]) {
    test(`pages with "${caching}", which browsers or caches keep`, async (t) => {
      const problems = await problemsWith(t, ({ status, headers }) =>
        status === 200 && headers['cache-control'] === 'no-cache'
          ? { headers: { ...headers, 'cache-control': caching } }
          : undefined,
      );
      assert.deepEqual(
        problems.map((line) => line.replace(/ \d+ \/.*/, '')),
        [`The Cache-Control header is "${caching}", not "no-cache".`],
      );
    });
  }

  test('the start page is elsewhere', async (t) => {
    const problems = await problemsWith(t, () => ({ status: 301, headers: { location: 'https://example.org/docs/' } }));
    assert.deepEqual(problems, [
      'This address redirects to https://example.org/docs/. Give the address where the site starts. 1 /',
    ]);
  });

  test('a host that stops answering', async (t) => {
    let answers = 0;
    const problems = await problemsWith(t, () => (answers++ < 5 ? undefined : 'break'));
    assert.ok(
      problems.some((line) => /^The host stopped answering\. \d+ of \d+ files weren't compared\. 1 \/$/.test(line)),
      problems.join('\n'),
    );
    assert.ok(problems.length <= 5, problems.join('\n'));
  });
});

describe('the habits of hosts are no problem', () => {
  test('some speak HTTP/1.0, and end an answer by closing the connection', async (t) => {
    const text = randomBytes(2_000_000).toString('hex');
    writeFileSync(join(FOLDER, 'data/large.csv'), text);
    t.after(() => rmSync(join(FOLDER, 'data/large.csv')));
    const { server: good, address } = await serve({ folder: FOLDER });
    t.after(() => good.close());
    // eslint-disable-next-line @typescript-eslint/no-misused-promises -- a rejection fails the test
    const server = createServer(async ({ url = '', method = '', headers, socket }) => {
      const accept = String(headers.accept);
      const answer = await fetch(new URL(url, address), { method, redirect: 'manual', headers: { accept } });
      const isCompressed = headers['accept-encoding'] === 'gzip';
      const sent = [...answer.headers].filter(
        ([name]) => !/^(content-length|transfer-encoding|connection)$/.test(name),
      );
      if (isCompressed) sent.push(['content-encoding', 'gzip']);
      const body = Buffer.from(await answer.arrayBuffer());
      socket.write(`HTTP/1.0 ${answer.status} X\r\n${sent.map((header) => header.join(': ')).join('\r\n')}\r\n\r\n`);
      socket.end(isCompressed ? gzipSync(body, { level: 1 }) : body);
    });
    assert.deepEqual(await problemsAt(await listen(t, server)), []);
  });

  test('Cloudflare Pages leads "/whole-site.html" to "/whole-site"', async (t) => {
    const problems = await problemsWith(t, ({ headers }, path) => {
      if (path === '/whole-site.html') return { status: 308, headers: { location: '/whole-site' } };
      return path === '/whole-site'
        ? { status: 200, headers, body: Buffer.from(FILES['whole-site.html']!) }
        : undefined;
    });
    assert.deepEqual(problems, []);
    const elsewhere = await problemsWith(t, (_, path) =>
      path === '/whole-site.html' ? { status: 308, headers: { location: '/' } } : undefined,
    );
    assert.equal(elsewhere.length, 1, elsewhere.join('\n'));
    assert.match(elsewhere[0]!, /^The host redirects this address, .* 1 \/whole-site\.html$/);
  });

  test('some ask again with "max-age=0", keep scripts for a day, and have other names for types', async (t) => {
    const caching = (path: string) =>
      path.startsWith('/_astro/') ? 'max-age=86400' : 'public, max-age=0, must-revalidate';
    const problems = await problemsWith(t, ({ headers }, path) => ({
      headers: {
        ...headers,
        'cache-control': caching(path),
        'content-type': headers['content-type']!.replace('text/javascript', 'application/javascript'),
      },
    }));
    assert.deepEqual(problems, []);
  });

  test('some redirect a page that has moved, and on others it leads on by itself', async (t) => {
    const redirectTo = (location: string) => (_: Answer, path: string) =>
      path.startsWith('/moved/') ? { status: 301, headers: { location } } : undefined;
    assert.deepEqual(await problemsWith(t, () => undefined), []);
    assert.deepEqual(await problemsWith(t, redirectTo('/concepts/volumes/?a=1')), []);
    const [problem] = await problemsWith(t, redirectTo('/concepts/?a=1'));
    assert.match(
      problem!,
      /^This address redirects to .*\/concepts\/\?a=1, not to .*\/concepts\/volumes\/\?a=1\. 1 \/moved\/\?a=1$/,
    );
  });

  test('some are overloaded for a moment, or break a connection', async (t) => {
    const asked = new Set<string>();
    const problems = await problemsWith(t, (_, path, encoding) => {
      if (asked.has(path + encoding)) return undefined;
      asked.add(path + encoding);
      return asked.size % 2 ? { status: 503 } : 'break';
    });
    assert.deepEqual(problems, []);
  });
});

// After a return to an earlier build, the server's file may still be that of a later one.
test('a host that redirects a page of the build is a problem', async (t) => {
  const problems = await problemsWith(t, (_, path) =>
    path.startsWith('/concepts/images/') ? { status: 301, headers: { location: '/concepts/pictures/' } } : undefined,
  );
  assert.equal(problems.length, 1, problems.join('\n'));
  assert.match(
    problems[0]!,
    /^The host redirects this address, but the build has a file here\..*server file.* 1 \/concepts\/images\/$/,
  );
});

test('what an earlier build left of pages that have moved or gone is a problem', async (t) => {
  const left = (type: string, body: string) => ({
    status: 200,
    headers: { 'content-type': type },
    body: Buffer.from(body),
  });
  const problems = await problemsWith(t, ({ headers }, path, _, { accept }) => {
    const isAsked = accept === 'text/markdown';
    if (path === '/gone/index.md' || (path === '/gone/' && isAsked))
      return { ...left('text/markdown', '# Retracted\n'), headers: { ...headers, 'content-type': 'text/markdown' } };
    if (path === '/moved/changes.atom') return left('application/atom+xml', '<feed/>');
    return path === '/moved/social.png' ? left('image/png', 'png') : undefined;
  });
  assert.equal(problems.length, 1, problems.join('\n'));
  assert.match(problems[0]!, /^This is left over from an earlier build\. .* deploy\/README\.md\. 4 \/gone\/$/);
});

describe('a host that sends Markdown to programs that ask for it', () => {
  test('must say so to caches', async (t) => {
    const problems = await problemsWith(t, ({ headers }) => ({ headers: without(headers, 'vary') }));
    assert.deepEqual(problems, [
      'The Markdown of pages comes without "Accept" in the Vary header, so a cache may send it to browsers. 1 /concepts/volumes/',
    ]);
  });

  test('must not send it to browsers next', async (t) => {
    const cached = new Map<string, Answer>();
    const problems = await problemsWith(t, (answer, path, encoding) => {
      if (!path.startsWith('/concepts/volumes/') || encoding !== 'identity') return undefined;
      if (!cached.has(path)) cached.set(path, answer);
      return cached.get(path);
    });
    assert.equal(problems.length, 1, problems.join('\n'));
    assert.match(
      problems[0]!,
      /^After a request for Markdown, browsers get Markdown, too\. .* 1 \/concepts\/volumes\/$/,
    );
  });

  test('must not be one that chooses', async (t) => {
    const problems = await problemsWith(t, ({ headers, body }, path) => {
      if (path.replace(/\?.*/, '') !== '/concepts/volumes/') return undefined;
      const isMarkdown = !body.toString().startsWith('<');
      return {
        headers: { ...without(headers, 'vary'), 'content-type': 'text/html; charset=utf-8' },
        body: isMarkdown ? Buffer.from(FILES['concepts/volumes/index.html']!) : body,
      };
    });
    assert.deepEqual(problems, []);
  });
});

describe('what is worth knowing is no problem', () => {
  const remarksWith = async (t: TestContext, change: Change, options = OPTIONS) =>
    verifySite(await hostWith(t, change), options);

  test('a host that compresses nothing', async (t) => {
    const { problems, remarks } = await remarksWith(t, () => undefined);
    assert.deepEqual(problems, []);
    assert.match(remarks.join('\n'), /^The host sends files like \*\.html uncompressed\. .*npm run compress/);
    const compressing = await remarksWith(t, ({ headers, body }, _, encoding) =>
      encoding === 'gzip' ? { headers: { ...headers, 'content-encoding': 'gzip' }, body: gzipSync(body) } : undefined,
    );
    assert.deepEqual(compressing.problems, []);
    assert.doesNotMatch(compressing.remarks.join('\n'), /compress/);
  });

  test('a host that answers POST or a doubled slash, since not every host can be told', async (t) => {
    const remarksOf = async (change: Change) => {
      const { problems, remarks } = await remarksWith(t, change);
      assert.deepEqual(problems, []);
      return remarks.join('\n');
    };
    const body = Buffer.from(FILES['concepts/images/index.html']!);
    const atDoubledSlash = (change: ReturnType<Change>) =>
      remarksOf((_, path) => (path === '/concepts//images/' ? change : undefined));
    assert.match(await atDoubledSlash({ status: 200, body }), /answers \S+\/concepts\/\/images\/ with a page\./);
    assert.doesNotMatch(await atDoubledSlash({ status: 301, headers: { location: '/concepts/images/' } }), /slash/);
    const atPost = (status: number) =>
      remarksOf((_, __, ___, { method }) => (method === 'POST' ? { status } : undefined));
    assert.match(await atPost(200), /answers POST with status 200\./);
    assert.doesNotMatch(await atPost(403), /POST/);
  });

  test('a build without an address, or for another one', async (t) => {
    const folder = '.test/verify-address';
    t.after(() => rmSync(folder, { recursive: true }));
    cpSync(FOLDER, folder, { recursive: true });
    const verdictFor = async (siteUrl?: (address: string) => string) => {
      const { server, address } = await serve({ folder, live: true });
      t.after(() => server.close());
      if (siteUrl) writeFileSync(join(folder, 'index.html'), `<link rel="canonical" href="${siteUrl(address)}">`);
      const { problems, remarks } = await verifySite(address, { ...OPTIONS, folder });
      assert.deepEqual(problems, []);
      return remarks
        .filter((remark) => remark.includes('SITE_URL'))
        .map((remark) => remark.replaceAll(address, 'HERE'));
    };
    assert.deepEqual(await verdictFor(), [
      'The build has no SITE_URL, so canonical addresses, the sitemap and preview pictures are missing. To get them, build with SITE_URL=HERE',
    ]);
    assert.deepEqual(await verdictFor((address) => address), []);
    assert.deepEqual(await verdictFor(() => 'https://example.org/docs/'), [
      "The pages name https://example.org/docs/ as the address of the site. If it's HERE, build with SITE_URL=HERE",
    ]);
  });
});

test('a site with a password is compared, and no problem shows the password', async (t) => {
  const { server: site, address } = await serve({ folder: FOLDER });
  t.after(() => site.close());
  const guard = createServer((request, response) => {
    if (request.headers.authorization !== `Basic ${btoa('trainer:p@ss')}`) return response.writeHead(401).end();
    return response.writeHead(307, { location: new URL(request.url!, address).href }).end();
  });
  const { host } = new URL(await listen(t, guard));
  const [problem = ''] = await problemsAt(`http://trainer:p%40ss@${host}/`);
  assert.match(problem, /^This address redirects to /, 'the guard has let it through');
  assert.doesNotMatch(problem, /p%?(40|@)ss/);
});

test('a site whose password is missing or wrong is one problem', async (t) => {
  const guard = createServer((_, response) => response.writeHead(401).end());
  const address = await listen(t, guard);
  assert.match((await problemsAt(address)).join('\n'), /^The site asks for a password\. .* 1 \/$/);
  const { host } = new URL(address);
  for (const credentials of ['trainer:wrong', ':wrong'])
    assert.match(
      (await problemsAt(`http://${credentials}@${host}/`)).join('\n'),
      /^The site doesn't accept .*\. 1 \S+$/,
    );
  await assert.rejects(verifySite(`http://trainer:100%@${host}/`, OPTIONS), {
    message: /Write the sign itself as %25/,
  });
});

test('an address that leads nowhere must get the error page, and not for a year', async (t) => {
  let asked = 0;
  await problemsWith(t, (_, path, encoding) => {
    if (path === MISSING && encoding === 'identity') asked++;
    return undefined;
  });
  assert.equal(asked, 1, 'it is asked for once');
  const start = Buffer.from(FILES['index.html']!);
  const onePageForAll = await problemsWith(t, ({ status }) =>
    status === 404 ? { status: 200, body: start } : undefined,
  );
  assert.ok(onePageForAll.includes(`Status 200, not 404. 1 ${MISSING}`), onePageForAll.join('\n'));
  assert.ok(onePageForAll.includes(`The answer isn't 404.html. 1 ${MISSING}`));
  const forYears = await problemsWith(t, ({ status, headers }, path) =>
    status === 404 && path !== '/gone/' ? { headers: { ...headers, 'cache-control': 'max-age=31536000' } } : undefined,
  );
  assert.equal(forYears.length, 1, forYears.join('\n'));
  assert.match(forYears[0]!, /^Browsers would remember for 31536000 seconds that this file is missing.* 2 \/_astro\//);
});

test('HEAD must be answered as GET is', async (t) => {
  const problems = await problemsWith(t, (_, __, ___, { method }) => (method === 'HEAD' ? { status: 405 } : undefined));
  assert.deepEqual(problems, ['Status 405 for a HEAD request, not 200. Link checkers would call the site broken. 1 /']);
  for (const [name, value] of [
    ['content-type', 'text/plain'],
    ['content-length', '5'],
    ['etag', '"other"'],
  ] as const) {
    const contradicted = await problemsWith(t, ({ headers }, _, __, { method }) =>
      method === 'HEAD' ? { headers: { ...headers, [name]: value } } : undefined,
    );
    assert.equal(contradicted.length, 1, contradicted.join('\n'));
    assert.ok(contradicted[0]!.startsWith(`For a HEAD request, the ${name} header is "${value}".`));
  }
});

test('a browser that has another version of a page must get the page', async (t) => {
  const problems = await problemsWith(t, (_, __, ___, { version }) =>
    version ? { status: 304, body: Buffer.alloc(0) } : undefined,
  );
  assert.equal(problems.length, 1, problems.join('\n'));
  assert.match(problems[0]!, /^Status 304 for a browser that has another version of the page\. .* 1 \/$/);
});

test('the slash at the end must be added, and the query kept', async (t) => {
  const notAdded = await problemsWith(t, ({ headers }) => ({ status: 200, headers: without(headers, 'location') }));
  assert.match(notAdded.join('\n'), /^Status 200, not a redirect to \S+\/concepts\/images\/\?a=1\. /m);
  const withoutQuery = (location: string) => ({ status: 301, headers: { location } });
  const lost = await problemsWith(t, ({ headers }, path) => {
    if (path.startsWith('/moved/')) return withoutQuery('/concepts/volumes/');
    return headers['location'] ? withoutQuery(headers['location'].replace(/\?.*/, '')) : undefined;
  });
  assert.equal(lost.length, 2, lost.join('\n'));
  for (const line of lost) assert.match(line, /^This address redirects to \S+, not to \S+\?a=1\./);
});

test("the site's address must work without its slash, too", async (t) => {
  const verifyWith = async (answer: Partial<Answer>) =>
    problemsAt(await hostWith(t, (_, path) => (/^\/docs(\?|$)/.test(path) ? answer : undefined), '/docs/'));
  assert.deepEqual(await verifyWith({}), []);
  const address = '\\S+/docs';
  for (const [answer, problem] of [
    [{ status: 404, headers: {} }, `Status 404, not a redirect to ${address}/\\?a=1\\. 1 ${address}\\?a=1`],
    [
      { headers: { location: '/docs/' } },
      `This address redirects to ${address}/, not to ${address}/\\?a=1\\. 1 ${address}\\?a=1`,
    ],
  ] as const) {
    const problems = await verifyWith(answer);
    assert.equal(problems.length, 1, problems.join('\n'));
    assert.match(problems[0]!, new RegExp(`^${problem}$`));
  }
});

test('the command explains its argument and what it needs, and exits with 1 if there is a problem', () => {
  const run = (...args: string[]) => spawnSync(process.execPath, ['scripts/verify.ts', ...args], { encoding: 'utf8' });
  const noArgument = run();
  assert.equal(noArgument.status, 1);
  assert.match(noArgument.stderr, /npm run verify -- https:\/\//);
  const twoArguments = run('http://localhost:1/', 'http://localhost:2/');
  assert.equal(twoArguments.status, 1);
  assert.match(twoArguments.stderr, /only one address, without .*localhost:2/);
  for (const [start, excess] of [
    ['http://localhost:1/docs/', '#a'],
    ['http://localhost:1/docs/', '?x=1#a'],
    ['http://localhost:1/', 'index.html'],
    ['http://localhost:1/docs/', 'whole-site.html?x=1'],
  ] as const) {
    const { status, stderr } = run(start + excess);
    assert.equal(status, 1);
    assert.equal(
      stderr,
      `Leave out "${excess}": give the address of the folder where the site starts, such as https://example.org/docs/.\n`,
    );
  }
  const noServer = run(' HTTP://localhost:1/');
  assert.equal(noServer.status, 1);
  assert.match(noServer.stdout, /^\s*No answer: .*\n {2}http:\/\/localhost:1\/\n\n1 problem\.\n$/);
});

test('without a build, it says how to make one', async () => {
  await assert.rejects(verifySite('https://example.org/docs/', { ...OPTIONS, folder: '.test/none' }), {
    message: /There is no build in .*SITE_URL=https:\/\/example\.org\/docs\/ npm run build/,
  });
});
