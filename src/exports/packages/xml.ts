/** Writes XML: https://www.w3.org/TR/xml/ */
import { asHtml } from './text.ts';

/** Characters that XML can't hold, not even as references. */
// eslint-disable-next-line no-control-regex -- it is what the pattern is for
const FORBIDDEN = /[\0-\x08\v\f\x0E-\x1F\uFFFE\uFFFF]/g;

/** Escapes text, both between tags and in a double-quoted attribute. */
export const escapeXml = (text: string): string => asHtml(text.replace(FORBIDDEN, ''));

/** HTML as it is. Moodle loses the spaces between escaped tags. */
export const cdata = (html: string): string =>
  `<![CDATA[${html.replace(FORBIDDEN, '').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

/** A comment, which must not contain two hyphens in a row. */
export const comment = (text: string): string => `<!-- ${text.replace(FORBIDDEN, '').replace(/-(?=-)/g, '- ')} -->`;

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';
