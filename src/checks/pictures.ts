/** Whether a picture is what its name says, as far as its first bytes and its size show. */
import { extname } from 'node:path';
import { PICTURE_TYPES } from '../pipeline/picture-types.ts';

/** The width and height of a picture, or nothing if it is of another type or does not reach its end. */
type ReadSize = (bytes: Buffer) => [width: number, height: number] | undefined;

const textAt = (bytes: Buffer, start: number, end: number) => bytes.toString('latin1', start, end);

/** By media type. The numbers are offsets: of PNG in https://www.w3.org/TR/png/, of WebP in RFC 9649, and so on. */
const FORMATS: Record<string, ReadSize> = {
  'image/png': (bytes) =>
    textAt(bytes, 0, 16) === '\x89PNG\r\n\x1A\n\0\0\0\rIHDR' && bytes.includes('IEND')
      ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
      : undefined,
  'image/gif': (bytes) =>
    /^GIF8[79]a$/.test(textAt(bytes, 0, 6)) && bytes.at(-1) === 0x3b
      ? [bytes.readUInt16LE(6), bytes.readUInt16LE(8)]
      : undefined,
  'image/jpeg': (bytes) => {
    if (bytes.readUInt16BE(0) !== 0xffd8 || !bytes.includes('\xFF\xD9', 2, 'latin1')) return undefined;
    for (let start = 2; start < bytes.length; start += 2 + bytes.readUInt16BE(start + 2)) {
      const marker = bytes.readUInt16BE(start);
      const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
      if (isFrame) return [bytes.readUInt16BE(start + 7), bytes.readUInt16BE(start + 5)];
    }
    return undefined;
  },
  'image/webp': (bytes) => {
    if (textAt(bytes, 0, 4) !== 'RIFF' || bytes.readUInt32LE(4) + 8 > bytes.length) return undefined;
    const kind = textAt(bytes, 8, 16);
    if (kind === 'WEBPVP8X') return [bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1];
    if (kind === 'WEBPVP8L')
      return [(bytes.readUInt32LE(21) & 0x3fff) + 1, ((bytes.readUInt32LE(21) >> 14) & 0x3fff) + 1];
    if (kind === 'WEBPVP8 ') return [bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff];
    return undefined;
  },
  'image/avif': (bytes) => {
    const size = bytes.indexOf('ispe');
    return /^ftypavi[fs]$/.test(textAt(bytes, 4, 12)) && size > 0
      ? [bytes.readUInt32BE(size + 8), bytes.readUInt32BE(size + 12)]
      : undefined;
  },
  'image/svg+xml': (bytes) => {
    const text = bytes
      .toString()
      .replace(/<!--[^]*?-->/g, '')
      .trim();
    const isDrawing =
      /^(<\?xml[^>]*>\s*)?(<!DOCTYPE[^>]*>\s*)?<svg\s[^>]*\bxmlns=["']http:\/\/www\.w3\.org\/2000\/svg["'][^]*(<\/svg|\/)>$/;
    return isDrawing.test(text) ? [1, 1] : undefined; // a drawing may leave its size to the page
  },
};

/** Whether the bytes of a picture are of the type that its name says, and contain at least one pixel. */
export function isIntactPicture(name: string, bytes: Buffer): boolean {
  const readSize = FORMATS[PICTURE_TYPES[extname(name).toLowerCase()] ?? ''];
  try {
    return readSize?.(bytes)?.every((length) => length > 0) ?? false;
  } catch (error) {
    if (error instanceof RangeError) return false; // it ends before its size
    throw error;
  }
}
