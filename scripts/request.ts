/** Requests one address, with patience for problems that pass by themselves. */
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib';

export interface Answer {
  status: number;
  headers: Headers;
  /** Decompressed. */
  body: Buffer;
}

/** Who asks, and how. */
export interface Client {
  /** The only encoding that it accepts. */
  encoding: string;
  /** The types that it accepts, if it doesn't accept all. */
  accept?: string;
  /** How it identifies itself to a site with a password. */
  authorization?: string | undefined;
  method?: string;
  /** The version that it has, as the host named it: the `ETag` of an answer. */
  version?: string;
}

const MAX_ATTEMPTS = 3;
const TIMEOUT = 30_000;
const TRANSIENT_STATUSES = [429, 502, 503, 504];
const TRANSIENT_CODES = ['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN'];

const DECODERS: Record<string, (data: Buffer) => Buffer> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
  zstd: zstdDecompressSync,
};

/** The encodings of an answer, in the order in which they were applied. */
export const encodingsOf = (headers: Headers): string[] =>
  (headers.get('content-encoding') ?? '').toLowerCase().match(/[\w-]+/g) ?? [];

/** The reason for a failure: for a timeout, its cause. It can be a list of errors, or an OpenSSL error with its trace. */
function reasonOf(error: unknown): { code: string; message: string } {
  const { cause = error } = error as Error;
  const { code = '', message, errors } = cause as NodeJS.ErrnoException & { errors?: Error[] };
  const [, ofOpenSsl] = /:SSL routines:[^:]*:([^:]+)/.exec(message) ?? [];
  return { code, message: ofOpenSsl ?? (message || errors?.[0]?.message || code) };
}

/**
 * Sends one request. `fetch` would end the process if a host speaks HTTP/1.0 and ends an answer by closing the connection
 * while Node.js is still decompressing.
 */
async function send(url: URL, method: string, headers: Record<string, string>): Promise<Answer> {
  const { request } = url.protocol === 'https:' ? https : http;
  const options = { method, headers: { 'user-agent': 'node', ...headers }, signal: AbortSignal.timeout(TIMEOUT) };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(url, options, resolve).on('error', reject).end();
  });
  const answered = new Headers();
  for (const [name, values = []] of Object.entries(response.headersDistinct))
    for (const value of values) answered.append(name, value);
  const sent = await buffer(response);
  const body = sent.length
    ? encodingsOf(answered).reduceRight<Buffer>((data, encoding) => DECODERS[encoding]?.(data) ?? data, sent)
    : sent;
  return { status: response.statusCode!, headers: answered, body };
}

/**
 * Requests an address. Follows no redirect. Tries again if the connection broke, or if the host was overloaded.
 * @param wait is called before each further attempt, with milliseconds
 * @throws an error with the reason, if there is no answer, or none that can be read
 */
export async function request(
  url: URL,
  { encoding, accept = '*/*', authorization, method = 'GET', version }: Client,
  wait: (ms: number) => Promise<unknown>,
): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    const isLast = attempt === MAX_ATTEMPTS;
    try {
      const headers = {
        'accept-encoding': encoding,
        accept,
        ...(authorization && { authorization }),
        ...(version && { 'if-none-match': version }),
      };
      const answer = await send(url, method, headers);
      if (isLast || !TRANSIENT_STATUSES.includes(answer.status)) return answer;
    } catch (error) {
      const { code, message } = reasonOf(error);
      if (isLast || !TRANSIENT_CODES.includes(code)) throw new Error(message, { cause: error });
    }
    await wait(attempt * 1_000);
  }
}
