/** A QR code of an address, as a picture and as a file. Fetched when a reader asks for one. */
import { correction, generate } from 'lean-qr';
import { toSvg, toSvgSource } from 'lean-qr/extras/svg';

/** Black on white in every theme, within a quiet zone of four modules: ISO/IEC 18004 asks for both. */
const LOOK = { on: 'black', off: 'white', pad: 4, scale: 5 };

/** @param address at most 2,331 bytes, what a code of this correction level holds */
export function qrCode(address: string): { picture: SVGElement; file: Blob } {
  const code = generate(address, { minCorrectionLevel: correction.M });
  const picture = toSvg(code, document, LOOK);
  picture.role = 'img';
  picture.ariaLabel = `QR code of ${address}`;
  return { picture, file: new Blob([toSvgSource(code, LOOK)], { type: 'image/svg+xml' }) };
}
