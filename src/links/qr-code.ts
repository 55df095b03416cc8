/** A QR code of an address, as a picture and as a file. Fetched when a reader asks for one. */
import { correction, generate } from 'lean-qr';
import { toSvg, toSvgSource } from 'lean-qr/extras/svg';

/** Black on white in every theme, within a quiet zone of four modules: ISO/IEC 18004 asks for both. */
const LOOK = { on: 'black', off: 'white', pad: 4, scale: 5 };

/** What a code of this correction level holds, in bytes: ISO/IEC 18004, version 40-M. */
const MOST = 2_331;

/** @returns the code to be shown and to be saved; undefined for an address that is too long for one */
export function qrCode(address: string): { picture: SVGElement; file: Blob } | undefined {
  if (new TextEncoder().encode(address).length > MOST) return undefined;
  const code = generate(address, { minCorrectionLevel: correction.M });
  const picture = toSvg(code, document, LOOK);
  picture.role = 'img';
  picture.ariaLabel = `QR code of ${address}`;
  return { picture, file: new Blob([toSvgSource(code, LOOK)], { type: 'image/svg+xml' }) };
}
