/** Serves a built site over HTTP, as a plain static host does. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { headersFor } from '../src/hosting/headers.ts';

export interface ServeOptions {
  /** The folder to serve. */
  folder: string;
  /** 0 chooses a free one. */
  port?: number;
  host?: string;
  /** The path at which the folder appears, with a slash at both ends. */
  base?: string;
  /** Whether files may change, come and go meanwhile. */
  live?: boolean;
}

/**
 * Starts the server.
 * @returns the server and the address of the site's start page
 * @throws what `listen` throws, such as EADDRINUSE
 */
export async function serve({ folder, port = 0, host = 'localhost', base = '/', live = false }: ServeOptions) {
  const files = sirv(folder, {
    etag: true,
    dotfiles: false,
    dev: live,
    setHeaders: (response, path) => response.setHeaders(new Map(Object.entries(headersFor(path)))),
  });
  const notFound = join(folder, '404.html');

  const server = createServer((request, response) => {
    const answerNotFound = () => {
      response.writeHead(404, { ...headersFor('/404.html'), 'content-type': 'text/html; charset=utf-8' });
      response.end(request.method === 'HEAD' || !existsSync(notFound) ? undefined : readFileSync(notFound));
    };
    const url = (request.url ?? '/').replace(/^\/{2,}/, '/'); // "//host" in a Location would lead to another host
    const mark = url.indexOf('?');
    const path = mark < 0 ? url : url.slice(0, mark);
    const query = mark < 0 ? '' : url.slice(mark);
    if (!path.startsWith(base)) return answerNotFound();
    const inside = path.slice(base.length - 1);
    if (!path.endsWith('/') && isPage(folder, inside)) {
      response.writeHead(301, { location: `${path}/${query}` });
      return response.end();
    }
    request.url = inside + query;
    return files(request, response, answerNotFound);
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  return { server, address: addressOf(server, host, base) };
}

/** Whether the path, without a slash at its end, is that of a page: relative addresses need the slash. */
function isPage(folder: string, path: string): boolean {
  try {
    const decoded = decodeURIComponent(path);
    return !decoded.includes('..') && existsSync(join(folder, decoded, 'index.html'));
  } catch {
    return false; // not a valid escape
  }
}

function addressOf(server: Server, host: string, base: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}${base}`;
}
