/**
 * SHA-256 of bytes that come in chunks: https://doi.org/10.6028/NIST.FIPS.180-4. The browser's own, `crypto.subtle`, wants all
 * bytes at once, and a secure context.
 */

/** The first 32 bits of the fractional parts of a root of the first primes (FIPS 180-4, sections 4.2.2 and 5.3.3). */
function fractionsOfPrimes(count: number, root: (prime: number) => number): Int32Array {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate++) {
    if (primes.every((prime) => candidate % prime)) primes.push(candidate);
  }
  return Int32Array.from(primes, (prime) => (root(prime) % 1) * 2 ** 32);
}

const ROUND_CONSTANTS = fractionsOfPrimes(64, Math.cbrt);
const INITIAL_STATE = fractionsOfPrimes(8, Math.sqrt);
const BLOCK = 64;

/** A hash that takes its bytes in chunks. */
export class Sha256 {
  readonly #state = INITIAL_STATE.slice();
  readonly #schedule = new Int32Array(64);
  /** What came after the last whole block. */
  readonly #rest = new Uint8Array(BLOCK);
  #length = 0;

  /** Adds bytes. */
  update(bytes: Uint8Array): this {
    const used = this.#length % BLOCK;
    this.#length += bytes.length;
    let at = 0;
    if (used) {
      at = Math.min(BLOCK - used, bytes.length);
      this.#rest.set(bytes.subarray(0, at), used);
      if (used + at < BLOCK) return this;
      this.#addBlocks(this.#rest, 0, BLOCK);
    }
    const end = bytes.length - ((bytes.length - at) % BLOCK);
    this.#addBlocks(bytes, at, end);
    this.#rest.set(bytes.subarray(end));
    return this;
  }

  /** Ends the hash. @returns it as images write it: `sha256:` and 64 hexadecimal digits */
  digest(): string {
    const bits = this.#length * 8;
    const padding = new Uint8Array(BLOCK + 8 - ((this.#length + 8) % BLOCK));
    const view = new DataView(padding.buffer);
    padding[0] = 0x80;
    view.setUint32(padding.length - 8, bits / 2 ** 32);
    view.setUint32(padding.length - 4, bits);
    this.update(padding);
    return `sha256:${Array.from(this.#state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')}`;
  }

  /** Section 6.2.2. Written out, because taking the state apart as a list would halve the speed. */
  #addBlocks(bytes: Uint8Array, start: number, end: number): void {
    const w = this.#schedule;
    const k = ROUND_CONSTANTS;
    const state = this.#state;
    for (let at = start; at < end;) {
      for (let t = 0; t < 16; t++, at += 4) {
        w[t] = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
      }
      for (let t = 16; t < 64; t++) {
        const x = w[t - 15]!;
        const y = w[t - 2]!;
        const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
        const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
        w[t] = (w[t - 16]! + s0 + w[t - 7]! + s1) | 0;
      }
      let a = state[0]!;
      let b = state[1]!;
      let c = state[2]!;
      let d = state[3]!;
      let e = state[4]!;
      let f = state[5]!;
      let g = state[6]!;
      let h = state[7]!;
      for (let t = 0; t < 64; t++) {
        const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
        const t1 = (h + s1 + (g ^ (e & (f ^ g))) + k[t]! + w[t]!) | 0;
        const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
        const t2 = (s0 + ((a & b) ^ (c & (a ^ b)))) | 0;
        h = g;
        g = f;
        f = e;
        e = (d + t1) | 0;
        d = c;
        c = b;
        b = a;
        a = (t1 + t2) | 0;
      }
      state[0]! += a;
      state[1]! += b;
      state[2]! += c;
      state[3]! += d;
      state[4]! += e;
      state[5]! += f;
      state[6]! += g;
      state[7]! += h;
    }
  }
}

/** The digest of bytes that are in memory. */
export const digestOf = (bytes: Uint8Array): string => new Sha256().update(bytes).digest();
