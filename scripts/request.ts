/** Requests of one address, with patience for what passes by itself. */

export interface Answer {
  status: number;
  headers: Headers;
  /** Decompressed. */
  body: Buffer;
}

interface Client {
  encoding: string;
  accept?: string | undefined;
  authorization: string | undefined;
}

const MAX_ATTEMPTS = 3;
const TIMEOUT = 30_000;
const TRANSIENT_STATUSES = [429, 502, 503, 504];
const TRANSIENT_CODES = ['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN', 'UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT'];

/** The reason for a failure: `fetch` hides it as the cause, which can be a list of errors, or one of OpenSSL with its trace. */
function reasonOf(error: unknown): { code: string; message: string } {
  const { cause = error } = error as Error;
  const { code = '', message, errors, reason } = cause as NodeJS.ErrnoException & { errors?: Error[]; reason?: string };
  return { code, message: reason ?? (message || errors?.[0]?.message || code) };
}

/**
 * Requests an address. Follows no redirect. Tries again if the connection broke, or if the host was overloaded.
 * @param client the only encoding that it accepts, the types if it does not take any, and how it identifies itself to a site
 * with a password
 * @param wait is called before each further attempt, with milliseconds
 * @throws an error with the reason, if there is no answer, or none that can be read
 */
export async function request(
  url: URL,
  { encoding, accept = '*/*', authorization }: Client,
  wait: (ms: number) => Promise<unknown>,
): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    const isLast = attempt === MAX_ATTEMPTS;
    try {
      const headers = { 'accept-encoding': encoding, accept, ...(authorization && { authorization }) };
      const response = await fetch(url, { redirect: 'manual', headers, signal: AbortSignal.timeout(TIMEOUT) });
      const body = Buffer.from(await response.arrayBuffer());
      const { status } = response;
      if (isLast || !TRANSIENT_STATUSES.includes(status)) return { status, headers: response.headers, body };
    } catch (error) {
      const { code, message } = reasonOf(error);
      if (isLast || !TRANSIENT_CODES.includes(code)) throw new Error(message, { cause: error });
    }
    await wait(attempt * 1_000);
  }
}
