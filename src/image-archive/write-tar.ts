/** Writes tar archives, as POSIX describes them: https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html */

/** A file, or something else that an archive can hold. */
export interface TarEntry {
  /** With a slash at its end if it is a folder. */
  path: string;
  content?: string | Uint8Array;
  mode?: number;
  /** The owner, a user and their group of the same number. */
  owner?: number;
  /** The target of a symbolic link. */
  target?: string;
  /** Other fields of the header, by the letter of its type: `1` for a hard link, `x` for extended headers. */
  type?: string;
}

const BLOCK = 512;
const encode = (text: string) => new TextEncoder().encode(text);

/** Fills a field of a header with an octal number. */
const octal = (value: number, length: number) => value.toString(8).padStart(length - 1, '0') + '\0';

function header({ path, mode, owner = 0, target = '', type }: TarEntry, size: number): Uint8Array {
  const isFolder = path.endsWith('/');
  const defaultMode = isFolder ? 0o755 : 0o644;
  const block = new Uint8Array(BLOCK);
  const put = (offset: number, text: string) => block.set(encode(text), offset);
  put(0, path);
  put(100, octal(mode ?? (target ? 0o777 : defaultMode), 8));
  put(108, octal(owner, 8));
  put(116, octal(owner, 8));
  put(124, octal(size, 12));
  put(136, octal(0, 12)); // all files are of 1970, so that the bytes depend on nothing else
  put(148, ' '.repeat(8));
  put(156, type ?? (target ? '2' : isFolder ? '5' : '0'));
  put(157, target);
  put(257, 'ustar\u000000');
  put(
    148,
    `${octal(
      block.reduce((sum, byte) => sum + byte, 0),
      7,
    )} `,
  );
  return block;
}

/**
 * Writes a tar archive. The same entries always give the same bytes.
 * @param entries in their order, with paths of at most 100 bytes
 */
export function writeTar(entries: TarEntry[]): Uint8Array<ArrayBuffer> {
  const blocks = entries.flatMap((entry) => {
    const content = typeof entry.content === 'string' ? encode(entry.content) : (entry.content ?? new Uint8Array());
    const padding = new Uint8Array((BLOCK - (content.length % BLOCK)) % BLOCK);
    return [header(entry, content.length), content, padding];
  });
  blocks.push(new Uint8Array(2 * BLOCK)); // marks the end
  const archive = new Uint8Array(blocks.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const block of blocks) {
    archive.set(block, offset);
    offset += block.length;
  }
  return archive;
}
