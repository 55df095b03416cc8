/** The text of a part that has one character for each byte: as bytes, and as a reader sees it. */

const utf8 = new TextDecoder();
/** The character of each byte in the text of a part. */
const CHARACTERS = new TextDecoder('latin1').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));

/** The bytes of a text. */
export const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => CHARACTERS.indexOf(character));

/** A text as a reader sees it. */
export const readable = (text: string): string => utf8.decode(bytesOf(text));
