/** Compares a deployed site with its build: each file, plain and compressed, with its headers; redirects and error pages. */
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Promises } from '../src/links/course/judge.ts';
import { listFiles } from '../src/model/files.ts';
import { BUILD_FILE, FEED_FILE, MARKDOWN_FILE, SOCIAL_PICTURE_FILE } from '../src/model/published-files.ts';
import { isBuild } from './build-folder.ts';
import { request, type Answer, type Client } from './request.ts';
import { A_DAY, encodingProblem, headerProblems, maxAge, typeProblems } from './verify-headers.ts';

export interface DeployProblem {
  message: string;
  /** The addresses at which it occurs. */
  urls: string[];
}

export interface Verdict {
  problems: DeployProblem[];
  /** Sentences on what is allowed, and worth knowing. */
  remarks: string[];
}

export interface VerifyOptions {
  /** The folder of the build. */
  folder?: string;
  /** Is called after each file with the number of files that are done, and the number of all files. */
  onProgress?: (done: number, total: number) => void;
  /** Is called before a request is repeated, with the milliseconds to wait. */
  wait?: (ms: number) => Promise<unknown>;
}

/** Few enough that a small host does not notice. */
const MAX_CONCURRENT_FILES = 4;
/** After this many files without an answer, the host is down, and there is no need to request the others. */
const MAX_UNANSWERED = 5;
/** What hosts send, as far as Node.js can read it. */
const ENCODINGS = ['gzip', 'br', 'zstd'];
/** Kinds of text that readers wait for. Hosts do not compress files smaller than this many bytes. */
const AWAITED = /\.(css|html|js|json)$/;
const WORTH_COMPRESSING = 1_500;
const MARKDOWN_TYPE = 'text/markdown';
/** What an answer to HEAD may leave out, but must not contradict. */
const HEADERS_OF_HEAD = ['content-type', 'content-length', 'etag', 'content-security-policy'];
/** What a page has in its folder, apart from itself. */
const FILES_OF_A_PAGE = [MARKDOWN_FILE, FEED_FILE, SOCIAL_PICTURE_FILE];
/** Hosts read these files and don't publish them; compressed copies have no address of their own. */
const UNPUBLISHED = /^(_headers|_redirects)$|\.(br|gz)$/;

/**
 * Requests everything that a site consists of. The same fault in many files is one problem.
 * @param address where the site begins, with or without the slash at its end. The name and password in it, if any, are sent.
 * @throws an error if there is no build
 */
export async function verifySite(address: string, options: VerifyOptions = {}): Promise<Verdict> {
  const verification = new Verification(new URL(address.endsWith('/') ? address : `${address}/`), options);
  await verification.run();
  const problems = [...verification.problems].map(([message, urls]) => ({ message, urls: [...urls].sort() }));
  return { problems, remarks: verification.remarks };
}

class Verification {
  /** The addresses of each problem, by its message. */
  readonly problems = new Map<string, Set<string>>();
  readonly remarks: string[] = [];
  /** Whether the host has compressed any such file, by the ending of its name. */
  readonly isCompressed = new Map<string, boolean>();
  readonly root: URL;
  /** The value of the `Authorization` header, for a site with a password. */
  readonly authorization: string | undefined;
  readonly folder: string;
  /** What the build says of pages that have moved or gone. The checkout may know of others. */
  readonly promises: Pick<Promises, 'moved' | 'gone'>;
  readonly onProgress: (done: number, total: number) => void;
  readonly wait: (ms: number) => Promise<unknown>;
  unanswered = 0;

  constructor(root: URL, options: VerifyOptions) {
    const { username, password } = root;
    if (username || password) {
      const credentials = [username, password].map(decodePercent).join(':');
      this.authorization = `Basic ${Buffer.from(credentials).toString('base64')}`;
    }
    this.root = Object.assign(root, { username: '', password: '' }); // no message shows the password
    this.folder = options.folder ?? 'dist';
    const promises = join(this.folder, 'links.json');
    this.promises = existsSync(promises)
      ? (JSON.parse(readFileSync(promises, 'utf8')) as Promises)
      : { moved: {}, gone: {} };
    this.onProgress = options.onProgress ?? (() => {});
    this.wait = options.wait ?? setTimeout;
  }

  async run(): Promise<void> {
    if (!isBuild(this.folder))
      throw new Error(
        `There is no build in ${this.folder}/ to compare the site with. Build what you published: SITE_URL=${this.root.href} npm run build`,
      );
    const start = await this.ask(this.root);
    if (!start) return;
    if (start.status === 401)
      return this.report(
        this.root,
        this.authorization
          ? "The site doesn't accept the name and the password in the address."
          : 'The site asks for a password. Put it into the address: https://NAME:PASSWORD@example.org/',
      );
    const location = locationOf(start, this.root);
    if (location)
      return this.report(this.root, `This address redirects to ${location}. Give the address where the site starts.`);

    await this.checkFiles();
    if (start.status !== 200 || this.unanswered >= MAX_UNANSWERED) return;
    const { moved, gone } = this.promises;
    for (const path of Object.keys({ ...moved, ...gone })) if (!path.includes('#')) await this.checkLeftOver(path);
    await this.checkMarkdown();
    await this.checkHost();
    await this.checkMethods(start);
    await this.checkVersions();
    this.remarkOnCompression();
    await this.remarkOnAddress();
  }

  report(url: URL, message: string): void {
    this.problems.set(message, (this.problems.get(message) ?? new Set()).add(url.href));
  }

  /** The address of a path from the site's root. */
  urlOf(path: string): URL {
    const relative = path.replace(/^\//, '').replace(/(^|\/)index\.html$/, '$1');
    return new URL(relative.split('/').map(encodeURIComponent).join('/'), this.root);
  }

  /** Requests an address. Reports it if there is no answer. */
  async ask(url: URL, { encoding = 'identity', ...client }: Partial<Client> = {}): Promise<Answer | undefined> {
    try {
      const answer = await request(url, { ...client, encoding, authorization: this.authorization }, this.wait);
      const problem = encodingProblem(answer.headers, encoding);
      if (problem) this.report(url, problem);
      return answer;
    } catch (error) {
      const { message } = error as Error;
      const isPlain = encoding === 'identity';
      if (isPlain) this.unanswered++;
      this.report(
        url,
        isPlain
          ? `No answer: ${message}.`
          : `Requested with ${encoding}, it gave no readable answer: ${message}. Run "npm run compress" after each build.`,
      );
      return undefined;
    }
  }

  async checkFiles(): Promise<void> {
    const queue = listFiles(this.folder).filter((file) => !UNPUBLISHED.test(file) && file !== '404.html');
    const total = queue.length;
    let done = 0;
    const work = async () => {
      for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
        await this.checkFile(file);
        this.onProgress(++done, total);
        if (this.unanswered >= MAX_UNANSWERED) return;
      }
    };
    await Promise.all(Array.from({ length: MAX_CONCURRENT_FILES }, work));
    if (queue.length)
      this.report(this.root, `The host stopped answering. ${queue.length} of ${total} files weren't compared.`);
  }

  async checkFile(file: string): Promise<void> {
    let url = this.urlOf(file);
    const expected = await readFile(join(this.folder, file));
    let plain = await this.ask(url);
    const location = plain && locationOf(plain, url);
    // Cloudflare Pages and some others redirect "/page.html" to "/page".
    if (location && url.href.endsWith('.html') && location.replace(/\/$/, '') === url.href.replace(/\.html$/, '')) {
      url = new URL(location);
      plain = await this.ask(url);
    }
    if (!plain) return;
    if (locationOf(plain, url)) return this.checkRedirectOf(url, file);
    if (plain.status !== 200) return this.report(url, `Status ${plain.status}, not 200.`);
    this.checkHeaders(url, file, plain.headers);
    if (!plain.body.equals(expected)) {
      const difference = file === BUILD_FILE ? differentBuild(plain.body, expected, this.folder) : undefined;
      const question = `Is ${this.folder}/ the build that you published, with the same SITE_URL?`;
      return this.report(url, difference ?? `This isn't the file in ${this.folder}/. ${question}`);
    }
    for (const encoding of ENCODINGS) {
      const compressed = await this.ask(url, { encoding });
      if (!compressed) continue;
      this.noteCompression(file, expected, compressed.headers);
      if (compressed.status !== 200)
        this.report(url, `Requested with ${encoding}: status ${compressed.status}, not 200.`);
      else if (!compressed.body.equals(expected))
        this.report(
          url,
          `Compressed with ${encoding}, this is a different file. Run "npm run compress" after each build.`,
        );
      else this.checkHeaders(url, file, compressed.headers);
    }
  }

  checkHeaders(url: URL, file: string, headers: Headers): void {
    for (const message of [...headerProblems(headers, `/${file}`), ...typeProblems(headers, file)])
      this.report(url, message);
  }

  /** Checks that a host redirects only pages that have moved. In the build, each of these is a page that redirects. */
  async checkRedirectOf(url: URL, file: string): Promise<void> {
    const target = this.promises.moved[pathOfPage(file)];
    if (target) return this.checkRedirect(url, this.urlOf(target));
    this.report(
      url,
      'The host redirects this address, but the build has a file here. If you went back to an earlier build, put back its server file, too: see "Move, update, withdraw" in deploy/README.md.',
    );
  }

  /** Reports what an earlier build left of a page that has moved or gone. Some hosts would send it as the page's Markdown. */
  async checkLeftOver(path: string): Promise<void> {
    const removed = FILES_OF_A_PAGE.filter((name) => !existsSync(join(this.folder, path, name)));
    const places = [this.urlOf(path), ...removed.map((name) => this.urlOf(path + name))];
    for (const url of places) {
      const answer = await this.ask(url, { accept: MARKDOWN_TYPE });
      if (answer?.status === 200 && !typeOf(answer).startsWith('text/html'))
        this.report(
          url,
          'This is left over from an earlier build. Remove the files that the build lacks: see "Move, update, withdraw" in deploy/README.md.',
        );
    }
  }

  /** Checks that a host that chooses Markdown by `Accept` tells caches so, and that no cache then gives it to a browser. */
  async checkMarkdown(): Promise<void> {
    const file = listFiles(this.folder, MARKDOWN_FILE).find((path) => path.includes('/'));
    if (!file) return;
    const page = this.urlOf(file.slice(0, -MARKDOWN_FILE.length));
    const uncached = new URL(`?${Date.now()}`, page);
    const markdown = await this.ask(uncached, { accept: MARKDOWN_TYPE });
    if (!markdown || !isMarkdown(markdown)) return;
    const vary = markdown.headers.get('vary') ?? '';
    if (!/(^|,)\s*(accept|\*)\s*(,|$)/i.test(vary))
      this.report(
        page,
        'The Markdown of pages comes without "Accept" in the Vary header, so a cache may send it to browsers.',
      );
    const next = await this.ask(uncached);
    if (next && isMarkdown(next))
      this.report(
        page,
        'After a request for Markdown, browsers get Markdown, too. Turn off the cache for pages, or have it heed "Vary: Accept".',
      );
  }

  noteCompression(file: string, content: Buffer, headers: Headers): void {
    const [ending] = AWAITED.exec(file) ?? [];
    if (!ending || content.length < WORTH_COMPRESSING) return;
    this.isCompressed.set(ending, headers.has('content-encoding') || this.isCompressed.get(ending) === true);
  }

  remarkOnCompression(): void {
    const kinds = [...this.isCompressed].flatMap(([ending, isCompressed]) => (isCompressed ? [] : [`*${ending}`]));
    if (kinds.length)
      this.remarks.push(
        `The host sends files like ${kinds.sort().join(', ')} uncompressed. Turn on its compression, or run "npm run compress" for a server that sends .br or .gz files.`,
      );
  }

  async remarkOnAddress(): Promise<void> {
    const start = await readFile(join(this.folder, 'index.html'), 'utf8');
    const address = /<link rel="?canonical"? href="?([^"\s>]+)/.exec(start)?.[1];
    if (!address)
      this.remarks.push(
        `The build has no SITE_URL, so canonical addresses, the sitemap and preview pictures are missing. To get them, build with SITE_URL=${this.root.href}`,
      );
    else if (address !== this.root.href)
      this.remarks.push(
        `The pages name ${address} as the address of the site. If it's ${this.root.href}, build with SITE_URL=${this.root.href}`,
      );
  }

  /** Checks that an address redirects to another, and keeps the query. */
  async checkRedirect(from: URL, to: URL): Promise<void> {
    const [url, target] = [from, to].map(({ href }) => new URL(`${href}?a=1`)) as [URL, URL];
    const answer = await this.ask(url);
    if (!answer) return;
    const location = locationOf(answer, url);
    if (!location) this.report(url, `Status ${answer.status}, not a redirect to ${target.href}.`);
    else if (location !== target.href)
      this.report(url, `This address redirects to ${location}, not to ${target.href}.`);
  }

  /** Checks how the host answers addresses that lead nowhere, and those of the site and a page without the slash at the end. */
  async checkHost(): Promise<void> {
    const { moved } = this.promises;
    const page = listFiles(this.folder, 'index.html').find(
      (file) => file.includes('/') && !(pathOfPage(file) in moved),
    );
    // Some hosts set headers only for the folders that the site has.
    const folder = page ? `/${page.split('/')[0]!}` : '';
    const missing = `${folder}/no/such/page/`;
    const nowhere = this.urlOf(missing);
    const errorPage = await readFile(join(this.folder, '404.html'));
    for (const encoding of ['identity', ...ENCODINGS]) {
      const answer = await this.ask(nowhere, { encoding });
      if (!answer) return;
      if (answer.status !== 404) this.report(nowhere, `Status ${answer.status}, not 404.`);
      if (!answer.body.equals(errorPage)) this.report(nowhere, "The answer isn't 404.html.");
      for (const message of [
        ...headerProblems(answer.headers, missing, false),
        ...typeProblems(answer.headers, '404.html'),
      ])
        this.report(nowhere, message);
      this.checkCachingOfMissing(nowhere, answer);
    }
    const script = this.urlOf('/_astro/no-such-file.js');
    const answer = await this.ask(script);
    if (answer) this.checkCachingOfMissing(script, answer);

    const pages = [this.root, ...(page ? [this.urlOf(page)] : [])].filter(({ pathname }) => pathname !== '/');
    for (const url of pages) await this.checkRedirect(new URL(url.href.slice(0, -1)), url);
    if (!page) return;
    const doubled = this.urlOf(page.replace('/', '//'));
    if ((await this.ask(doubled))?.status === 200)
      this.remarks.push(
        `The host answers ${doubled.href} with a page. Because of the doubled slash, its links lead nowhere. If possible, have the host answer with status 404.`,
      );
  }

  checkCachingOfMissing(url: URL, { headers }: Answer): void {
    const caching = headers.get('cache-control') ?? '';
    const seconds = maxAge(caching);
    if (seconds > A_DAY)
      this.report(url, `Browsers would remember for ${seconds} seconds that this file is missing: "${caching}".`);
  }

  /** Checks that a browser that has another version of a page gets the page. */
  async checkVersions(): Promise<void> {
    const answer = await this.ask(this.root, { version: '"another-version"' });
    if (answer?.status === 304)
      this.report(
        this.root,
        'Status 304 for a browser that has another version of the page. Browsers would show old pages after an update. Correct what handles If-None-Match, such as a cache or a proxy.',
      );
  }

  /** Checks that the host answers HEAD as it answers GET, and remarks if it accepts POST, as only an application would. */
  async checkMethods(start: Answer): Promise<void> {
    const head = await this.ask(this.root, { method: 'HEAD' });
    for (const name of head?.status === 200 ? HEADERS_OF_HEAD : []) {
      const [ofHead, ofGet] = [head!, start].map(({ headers }) => headers.get(name));
      if (ofHead && ofGet && ofHead !== ofGet)
        this.report(this.root, `For a HEAD request, the ${name} header is "${ofHead}". For GET, it's "${ofGet}".`);
    }
    if (head && head.status !== 200)
      this.report(
        this.root,
        `Status ${head.status} for a HEAD request, not 200. Link checkers would call the site broken.`,
      );
    const post = await this.ask(this.root, { method: 'POST' });
    if (post && post.status < 400)
      this.remarks.push(
        `The host answers POST with status ${post.status}. If possible, have it answer only GET and HEAD, and reject all other methods with 405.`,
      );
  }
}

/** Decodes a name or a password. @throws a sentence if it can't be decoded */
function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Error(
      'The name or password in the address has a "%" that encodes nothing. Write the sign itself as %25.',
    );
  }
}

/** The path of a page from the site's root, by its file. */
const pathOfPage = (file: string): string => `/${file.replace(/(^|\/)index\.html$/, '$1')}`;

const typeOf = ({ headers }: Answer): string => headers.get('content-type') ?? '';
const isMarkdown = (answer: Answer): boolean => answer.status === 200 && typeOf(answer).startsWith(MARKDOWN_TYPE);

/** Where a redirect leads; undefined if the answer is none. */
function locationOf({ status, headers }: Answer, url: URL): string | undefined {
  const location = headers.get('location');
  return status >= 300 && status < 400 && location ? new URL(location, url).href : undefined;
}

/** Says which commits two builds are from; undefined if that is not the difference. */
function differentBuild(deployed: Buffer, local: Buffer, folder: string): string | undefined {
  const revisionOf = (json: Buffer) => {
    try {
      return String((JSON.parse(json.toString()) as { revision: unknown }).revision);
    } catch {
      return undefined;
    }
  };
  const [there, here] = [revisionOf(deployed), revisionOf(local)];
  return there && there !== here
    ? `The site was built from commit ${there}, but ${folder}/ from ${here ?? 'no commit'}.`
    : undefined;
}
