/** Serves a folder as a good host does: compressed with brotli what can be; and as a slow network delivers it, if asked. */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliCompressSync } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

interface Options {
  /** Milliseconds before an answer begins, and how fast it goes on. */
  network?: { latency: number; bitsPerSecond: number };
  /** A script that every page runs, from a file of its own: the pages' policy allows no other. */
  probe?: string;
  /** Called with what the script sends to `/report`. */
  onReport?: (body: string) => void;
}
const PROBE = '/probe.js';
const REPORT = '/report';

/**
 * Starts a server on a free port. Fonts and what is missing are answered at once, whatever the network.
 * @param folder the folder of a site
 * @returns the server, which the caller closes, and its address with a slash at the end
 */
export async function serveCompressed(folder: string, { network, probe, onReport }: Options = {}) {
  const compressed = new Map<string, Buffer>();
  const bodyOf = (file: string): Buffer => {
    const content = readFileSync(file);
    if (!probe || extname(file) !== '.html') return content;
    return Buffer.from(String(content).replace('</head>', `<script src="${PROBE}" defer></script></head>`));
  };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url!, 'http://localhost').pathname);
    if (path === PROBE && probe) return void response.setHeader('content-type', 'text/javascript').end(probe);
    if (path === REPORT && onReport) {
      let body = '';
      request.on('data', (part) => (body += String(part)));
      request.on('end', () => {
        onReport(body);
        response.end();
      });
      return;
    }
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    if (!existsSync(file) || !statSync(file).isFile()) return void response.writeHead(404).end();
    const type = TYPES[extname(file)];
    if (!type || type.startsWith('font')) return void createReadStream(file).pipe(response);
    if (!compressed.has(file)) compressed.set(file, brotliCompressSync(bodyOf(file)));
    const body = compressed.get(file)!;
    const answer = () => response.writeHead(200, { 'content-type': type, 'content-encoding': 'br' }).end(body);
    if (network) void wait(network.latency + (body.length * 8_000) / network.bitsPerSecond).then(answer);
    else answer();
  });
  await new Promise<void>((done) => void server.listen(0, 'localhost', done));
  return { server, address: `http://localhost:${(server.address() as AddressInfo).port}/` };
}
