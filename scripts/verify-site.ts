/** Compares a deployed site with its build: each file, plain and compressed, with its headers; redirects and error pages. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { listFiles } from '../src/model/files.ts';
import { BUILD_FILE, FEED_FILE, MARKDOWN_FILE, SOCIAL_PICTURE_FILE } from '../src/model/published-files.ts';
import { readRedirects } from '../src/model/redirects.ts';
import { isBuild } from './build-folder.ts';
import { request, type Answer } from './request.ts';
import { A_DAY, encodingProblem, headerProblems, maxAge, typeProblems } from './verify-headers.ts';

export interface DeployProblem {
  message: string;
  /** The addresses at which it shows. */
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
  /** The pages that have moved, by their paths from the site's root. */
  redirects?: { from: string; to: string }[];
  /** The pages that were removed, by their paths from the site's root. */
  gone?: string[];
  /** Is called after each file with the number of files that are done, and of all files. */
  onProgress?: (done: number, total: number) => void;
  /** Is called before a request is repeated, with milliseconds. */
  wait?: (ms: number) => Promise<unknown>;
}

/** Few enough that a small host does not notice. */
const MAX_CONCURRENT_FILES = 4;
/** After so many files without an answer, the host is down, and the others need not be asked for. */
const MAX_UNANSWERED = 5;
/** What hosts send, as far as Node.js can read it. */
const ENCODINGS = ['gzip', 'br', 'zstd'];
/** Kinds of text that readers wait for. Hosts do not compress what is smaller than so many bytes. */
const AWAITED = /\.(css|html|js|json)$/;
const WORTH_COMPRESSING = 1_500;
const MARKDOWN_TYPE = 'text/markdown';
/** What a page has in its folder, apart from itself. */
const FILES_OF_A_PAGE = [MARKDOWN_FILE, FEED_FILE, SOCIAL_PICTURE_FILE];
/** Hosts read these files and don't publish them; compressed copies have no address of their own. */
const UNPUBLISHED = /^(_headers|_redirects)$|\.(br|gz)$/;

/**
 * Requests everything that a site consists of. What is wrong with many files is one problem.
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
  /** Whether the host has compressed a file, by the ending of its name. */
  readonly isCompressed = new Map<string, boolean>();
  readonly root: URL;
  /** The value of the header of that name, for a site with a password. */
  readonly authorization: string | undefined;
  readonly folder: string;
  readonly redirects: { from: string; to: string }[];
  readonly gone: string[];
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
    this.redirects = options.redirects ?? readRedirects().pages;
    const pagesGone = () => readRedirects().gone.flatMap(({ from }) => (from.includes('#') ? [] : [from]));
    this.gone = options.gone ?? pagesGone();
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
    for (const redirect of this.redirects) await this.checkMoved(redirect);
    for (const path of [...this.redirects.map(({ from }) => from), ...this.gone]) await this.checkLeftOver(path);
    await this.checkMarkdown();
    await this.checkHost();
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

  /** Requests an address. Reports it if there is no answer. @param accept the types, if it does not take any */
  async ask(url: URL, encoding = 'identity', accept?: string): Promise<Answer | undefined> {
    try {
      const answer = await request(url, { encoding, accept, authorization: this.authorization }, this.wait);
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
          : `Requested with ${encoding}, no answer that can be read: ${message}. Run "npm run compress" after each build.`,
      );
      return undefined;
    }
  }

  async checkFiles(): Promise<void> {
    const moved = new Set(this.redirects.map(({ from }) => `${from.slice(1)}index.html`));
    const files = listFiles(this.folder).filter((file) => !UNPUBLISHED.test(file) && !moved.has(file));
    const queue = files.filter((file) => file !== '404.html');
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
    // Cloudflare Pages and some others lead "/page.html" to "/page".
    if (location && url.href.endsWith('.html') && location.replace(/\/$/, '') === url.href.replace(/\.html$/, '')) {
      url = new URL(location);
      plain = await this.ask(url);
    }
    if (!plain) return;
    if (plain.status !== 200) return this.report(url, `Status ${plain.status}, not 200.`);
    this.checkHeaders(url, file, plain.headers);
    if (!plain.body.equals(expected)) {
      const difference = file === BUILD_FILE ? differentBuild(plain.body, expected, this.folder) : undefined;
      const question = `Is ${this.folder}/ the build that you published, with the same SITE_URL?`;
      return this.report(url, difference ?? `This isn't the file in ${this.folder}/. ${question}`);
    }
    for (const encoding of ENCODINGS) {
      const compressed = await this.ask(url, encoding);
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

  /** Checks that a page that has moved is a redirect of the host, or the page of the build that leads on. */
  async checkMoved({ from, to }: { from: string; to: string }): Promise<void> {
    const file = join(this.folder, from, 'index.html');
    const page = existsSync(file) ? await readFile(file) : undefined;
    const leadsOn = ({ status, body }: Answer) => status === 200 && page !== undefined && body.equals(page);
    await this.checkRedirect(this.urlOf(from), this.urlOf(to), leadsOn);
  }

  /** Reports what an earlier build left of a page that has moved or gone. Some hosts would send it as the page's Markdown. */
  async checkLeftOver(path: string): Promise<void> {
    const removed = FILES_OF_A_PAGE.filter((name) => !existsSync(join(this.folder, path, name)));
    const places = [this.urlOf(path), ...removed.map((name) => this.urlOf(path + name))];
    for (const url of places) {
      const answer = await this.ask(url, 'identity', MARKDOWN_TYPE);
      if (answer?.status === 200 && !typeOf(answer).startsWith('text/html'))
        this.report(
          url,
          'This is left from an earlier build. Remove the files that the build lacks: see "Move, update, withdraw" in deploy/README.md.',
        );
    }
  }

  /** Checks that a host that chooses Markdown by `Accept` tells caches so, and that none of them gives it to a browser next. */
  async checkMarkdown(): Promise<void> {
    const file = listFiles(this.folder, MARKDOWN_FILE).find((path) => path.includes('/'));
    if (!file) return;
    const page = this.urlOf(file.slice(0, -MARKDOWN_FILE.length));
    const uncached = new URL(`?${Date.now()}`, page);
    const markdown = await this.ask(uncached, 'identity', MARKDOWN_TYPE);
    if (!markdown || !isMarkdown(markdown)) return;
    const vary = markdown.headers.get('vary') ?? '';
    if (!/(^|,)\s*(accept|\*)\s*(,|$)/i.test(vary))
      this.report(
        page,
        'The Markdown of pages comes without "Accept" in the header Vary, so a cache may send it to browsers.',
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
    if (address && address !== this.root.href)
      this.remarks.push(
        `The pages name ${address} as the address of the site. If it's ${this.root.href}, build with SITE_URL=${this.root.href}`,
      );
  }

  /** Checks that an address redirects to another, and keeps the query. @param isAsGood whether an answer does without */
  async checkRedirect(from: URL, to: URL, isAsGood: (answer: Answer) => boolean = () => false): Promise<void> {
    const [url, target] = [from, to].map(({ href }) => new URL(`${href}?a=1`)) as [URL, URL];
    const answer = await this.ask(url);
    if (!answer || isAsGood(answer)) return;
    const location = locationOf(answer, url);
    if (!location) this.report(url, `Status ${answer.status}, not a redirect to ${target.href}.`);
    else if (location !== target.href)
      this.report(url, `This address redirects to ${location}, not to ${target.href}.`);
  }

  /** Checks what the host does with addresses that lead nowhere, and with the site's and a page's that lack the slash at the end. */
  async checkHost(): Promise<void> {
    const errorPage = await readFile(join(this.folder, '404.html'));
    const nowhere = this.urlOf('/no/such/page/');
    for (const encoding of ['identity', ...ENCODINGS]) {
      const answer = await this.ask(nowhere, encoding);
      if (!answer) return;
      if (answer.status !== 404) this.report(nowhere, `Status ${answer.status}, not 404.`);
      if (!answer.body.equals(errorPage)) this.report(nowhere, "The answer isn't 404.html.");
    }
    for (const missing of [nowhere, this.urlOf('/_astro/no-such-file.js')]) {
      const caching = (await this.ask(missing))?.headers.get('cache-control') ?? '';
      const seconds = maxAge(caching);
      if (seconds > A_DAY)
        this.report(missing, `Browsers would remember for ${seconds} seconds that this file is missing: "${caching}".`);
    }

    const page = listFiles(this.folder, 'index.html').find((file) => file.includes('/'));
    const pages = [this.root, ...(page ? [this.urlOf(page)] : [])].filter(({ pathname }) => pathname !== '/');
    for (const url of pages) await this.checkRedirect(new URL(url.href.slice(0, -1)), url);
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
