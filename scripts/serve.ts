/** Serves a built site over HTTP, as a plain static host does. */
import { existsSync, readFileSync, type ReadStream } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { ASKS_FOR_MARKDOWN, headersFor } from '../src/hosting/headers.ts';
import { mediaType } from '../src/hosting/media-types.ts';
import { MARKDOWN_FILE } from '../src/model/published-files.ts';

export interface ServeOptions {
  /** The folder of the site. */
  folder: string;
  /** With 0, the default, the system chooses a free port. */
  port?: number;
  host?: string;
  /** The path of the site on the host, with a slash at both ends. */
  base?: string;
  /** Whether files may change while the server runs. */
  live?: boolean;
}

/**
 * Paths that can be written in another way, such as "//page/": relative links on them would lead nowhere, or a redirect from
 * them to another host. Also files that begin with a dot, except those in `.well-known/`.
 */
const UNCLEAN = /\/\/|%2f|^\/\\|\/(\.|%2e)(?!well-known\/)/i;

/** An `Accept` header that asks for the Markdown of a page. */
const MARKDOWN = new RegExp(ASKS_FOR_MARKDOWN, 'i');

/**
 * Whether sirv reads a range correctly: a first byte and, if there is one, a last byte that is not before it, not 0, and not
 * a number too large to be exact. sirv doesn't support `If-Range` either.
 */
function isReadByServer(range: string): boolean {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range) ?? [];
  if (!first || !last) return first !== undefined;
  return Number(last) >= Math.max(Number(first), 1) && Number.isSafeInteger(Number(last));
}

/** Closes a file when its download ends, however it ends, and aborts a download if its file can't be read. sirv doesn't. */
function endTogether(file: ReadStream, response: ServerResponse): void {
  response.once('close', () => file.destroy());
  file.once('error', () => response.destroy());
}

/** The headers of the project for a path from the site's root. */
const headersOf = (path: string, type: string | undefined) =>
  new Map(Object.entries({ ...headersFor(path), ...(type && { 'Content-Type': type }) }));

/**
 * Starts a server.
 * @returns the server and the address of the site's start page
 * @throws the errors of `listen`, such as EADDRINUSE
 */
export async function serve({ folder, port = 0, host = 'localhost', base = '/', live = false }: ServeOptions) {
  const files = sirv(folder, {
    etag: true,
    dotfiles: false,
    dev: live,
    setHeaders: (response, path) => response.setHeaders(headersOf(path, mediaType(path))),
  });
  const notFoundPage = join(folder, '404.html');

  const server = createServer((request, response) => {
    const [, path = '', query = ''] = /^([^?]*)(.*)$/.exec(request.url ?? '/') ?? [];
    const pathInSite = path.startsWith(base) ? path.slice(base.length - 1) : undefined;
    const send = (status: number, headers: Record<string, string> = {}, body?: Buffer): void => {
      response.setHeaders(headersOf(pathInSite ?? '/', mediaType('/')));
      response.writeHead(status, { 'cache-control': 'no-cache', ...headers });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    const sendNotFound = () => send(404, {}, existsSync(notFoundPage) ? readFileSync(notFoundPage) : undefined);
    // Relative links on a page need the slash at the end of its path.
    const addSlash = () => send(301, { location: `${path}/${query}` });

    // A server may send the whole file instead.
    const { range = '', 'if-range': ifRange } = request.headers;
    if (!isReadByServer(range) || ifRange) delete request.headers.range;
    response.once('pipe', (file: ReadStream) => endTogether(file, response));
    if (!['GET', 'HEAD'].includes(request.method!)) return send(405, { allow: 'GET, HEAD' });
    if (path.includes('%00')) return send(400);
    if (`${path}/` === base) return addSlash();
    if (pathInSite === undefined || UNCLEAN.test(path)) return sendNotFound();
    const isFolder = path.endsWith('/');
    if (isFolder !== isPage(folder, pathInSite)) return isFolder ? sendNotFound() : addSlash();
    if (isFolder) response.setHeader('Vary', 'Accept');
    const isAsked = isFolder && MARKDOWN.test(request.headers.accept ?? '');
    const file =
      isAsked && existsSync(join(folder, decodeURIComponent(pathInSite), MARKDOWN_FILE)) ? MARKDOWN_FILE : '';
    request.url = pathInSite + file + query;
    return files(request, response, sendNotFound);
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  return { server, address: addressOf(server, host, base) };
}

/** Whether other machines can reach what is served at a host. */
export const isPublic = (host: string): boolean => !/^(localhost|127\..*|::1)$/.test(host);

/** Whether a path, with or without the slash at its end, leads to a page. */
function isPage(folder: string, path: string): boolean {
  try {
    const decoded = decodeURIComponent(path);
    return !decoded.includes('..') && existsSync(join(folder, decoded, 'index.html'));
  } catch {
    return false; // The path contains an invalid percent-encoding.
  }
}

function addressOf(server: Server, host: string, base: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}${base}`;
}
