/** Serves a folder with brotli compression, as a good host does, and on request with the delays of a slow network. */
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
  /** The network to simulate, with its latency in milliseconds. */
  network?: { latency: number; bitsPerSecond: number };
  /** A script that runs on every page. The server sends it as a file, because the pages' policy forbids inline scripts. */
  probe?: string;
  /** Is called with each body that the script sends to `/report`. */
  onReport?: (body: string) => void;
}
const PROBE_PATH = '/probe.js';
const REPORT_PATH = '/report';

/**
 * Starts a server on a free port. Fonts and errors ignore the network.
 * @param folder the folder of a site
 * @returns the server, which the caller closes, and its address with a slash at the end
 */
export async function serveCompressed(folder: string, { network, probe, onReport }: Options = {}) {
  const compressedFiles = new Map<string, Buffer>();
  const readWithProbe = (file: string): Buffer => {
    const content = readFileSync(file);
    if (!probe || extname(file) !== '.html') return content;
    return Buffer.from(String(content).replace('</head>', `<script src="${PROBE_PATH}" defer></script></head>`));
  };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url!, 'http://localhost').pathname);
    if (path === PROBE_PATH && probe) return void response.setHeader('content-type', 'text/javascript').end(probe);
    if (path === REPORT_PATH && onReport) {
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
    if (!compressedFiles.has(file)) compressedFiles.set(file, brotliCompressSync(readWithProbe(file)));
    const body = compressedFiles.get(file)!;
    const send = () => response.writeHead(200, { 'content-type': type, 'content-encoding': 'br' }).end(body);
    if (network) void wait(network.latency + (body.length * 8_000) / network.bitsPerSecond).then(send);
    else send();
  });
  await new Promise<void>((done) => void server.listen(0, 'localhost', done));
  return { server, address: `http://localhost:${(server.address() as AddressInfo).port}/` };
}
