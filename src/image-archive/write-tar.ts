/** Writes tar archives, as https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html describes them. */

/** An entry. `fields` overwrites bytes of its header. */
export interface TarEntry {
  name: string;
  /** As tar has it: 0 for a file, 5 for a folder, and so on. */
  type?: string;
  data?: Uint8Array | string;
  mode?: number;
  target?: string;
  /** The size that the header says, if it is not that of the data. */
  size?: number;
  /** Bytes of the header by their positions, which replace what would be there. */
  fields?: Record<number, Uint8Array | string>;
}

const BLOCK = 512;
const bytesOf = (data: Uint8Array | string) => (typeof data === 'string' ? Buffer.from(data) : data);
const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0');

function writeEntry({ name, type = '0', data = '', mode = 0o644, target = '', size, fields = {} }: TarEntry): Buffer {
  const bytes = bytesOf(data);
  const header = Buffer.alloc(BLOCK);
  const put = (at: number, field: Uint8Array | string) => header.set(bytesOf(field), at);
  put(0, Buffer.from(name).subarray(0, 100));
  put(100, octal(mode, 7));
  put(108, octal(0, 7));
  put(116, octal(0, 7));
  put(124, octal(size ?? bytes.length, 11));
  put(136, octal(0, 11));
  put(148, ' '.repeat(8));
  put(156, type);
  put(157, Buffer.from(target).subarray(0, 100));
  put(257, 'ustar\x0000');
  for (const [at, field] of Object.entries(fields)) put(Number(at), field);
  if (!('148' in fields))
    put(
      148,
      `${octal(
        header.reduce((sum, byte) => sum + byte, 0),
        6,
      )}\0 `,
    );
  return Buffer.concat([header, bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)]);
}

/** A record of a pax header; its length counts itself. */
export function paxRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  let length = Buffer.byteLength(rest);
  while (length !== Buffer.byteLength(rest) + String(length).length) {
    length = Buffer.byteLength(rest) + String(length).length;
  }
  return `${length}${rest}`;
}

/** An archive. A name or a target that a header can't hold is in a pax header before it. */
export function writeTar(entries: TarEntry[]): Buffer {
  const blocks = entries.flatMap((entry) => {
    const records = Object.entries({ path: entry.name, linkpath: entry.target ?? '' })
      .filter(([, value]) => Buffer.byteLength(value) > 100)
      .map(([key, value]) => paxRecord(key, value));
    const extended = records.length ? [writeEntry({ name: 'pax', type: 'x', data: records.join('') })] : [];
    return [...extended, writeEntry(entry)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]);
}
