/**
 * CSV by RFC 4180: commas, CRLF, and quotes around a field that contains one of these. There is no byte order mark. Browsers
 * use this module too.
 * https://www.rfc-editor.org/rfc/rfc4180
 */

const quote = (field: string) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

/** Formats a record, with its line break. */
export const csvLine = (fields: string[]): string => `${fields.map(quote).join(',')}\r\n`;
