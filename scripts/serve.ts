/** Serves a built site over HTTP, as a plain static host does. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { headersFor } from '../src/hosting/headers.ts';

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
 * Starts a server.
 * @returns the server and the address of the site's start page
 * @throws the errors of `listen`, such as EADDRINUSE
 */
export async function serve({ folder, port = 0, host = 'localhost', base = '/', live = false }: ServeOptions) {
  const files = sirv(folder, {
    etag: true,
    dotfiles: false,
    dev: live,
    setHeaders: (response, path) => response.setHeaders(new Map(Object.entries(headersFor(path)))),
  });
  const notFoundPage = join(folder, '404.html');

  const server = createServer((request, response) => {
    const sendNotFound = () => {
      response.writeHead(404, { ...headersFor('/404.html'), 'content-type': 'text/html; charset=utf-8' });
      response.end(request.method === 'HEAD' || !existsSync(notFoundPage) ? undefined : readFileSync(notFoundPage));
    };
    // A redirect to "//host" would lead to another host.
    const url = (request.url ?? '/').replace(/^\/{2,}/, '/');
    const queryStart = url.indexOf('?');
    const path = queryStart < 0 ? url : url.slice(0, queryStart);
    const query = queryStart < 0 ? '' : url.slice(queryStart);
    if (!path.startsWith(base)) return sendNotFound();
    const pathInSite = path.slice(base.length - 1);
    // Relative links on a page need the slash at the end of its path.
    if (!path.endsWith('/') && isPage(folder, pathInSite)) {
      response.writeHead(301, { location: `${path}/${query}` });
      return response.end();
    }
    request.url = pathInSite + query;
    return files(request, response, sendNotFound);
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  return { server, address: addressOf(server, host, base) };
}

/** Whether a path that lacks the slash at its end leads to a page. */
function isPage(folder: string, path: string): boolean {
  try {
    const decoded = decodeURIComponent(path);
    return !decoded.includes('..') && existsSync(join(folder, decoded, 'index.html'));
  } catch {
    return false; // The path holds an invalid percent-encoding.
  }
}

function addressOf(server: Server, host: string, base: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}${base}`;
}
