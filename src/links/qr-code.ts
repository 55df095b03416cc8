/** QR codes of addresses. Loaded when a reader asks for one. */
import { correction, generate } from 'lean-qr';
import { toSvg, toSvgSource } from 'lean-qr/extras/svg';

/** Black on white in every theme, within a quiet zone of four modules: ISO/IEC 18004 requires both. */
const SVG_OPTIONS = { on: 'black', off: 'white', pad: 4, scale: 5 };

/** The capacity in bytes of the largest code of this correction level: ISO/IEC 18004, version 40-M. */
const MAX_BYTES = 2_331;

/** @returns the code as an element and as an SVG file; `undefined` if the address is too long for a code */
export function qrCode(address: string): { picture: SVGElement; file: Blob } | undefined {
  if (new TextEncoder().encode(address).length > MAX_BYTES) return undefined;
  const code = generate(address, { minCorrectionLevel: correction.M });
  const picture = toSvg(code, document, SVG_OPTIONS);
  picture.role = 'img';
  picture.ariaLabel = `QR code for ${address}`;
  return { picture, file: new Blob([toSvgSource(code, SVG_OPTIONS)], { type: 'image/svg+xml' }) };
}
