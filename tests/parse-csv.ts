/**
 * Parses records as RFC 4180, section 2, describes them: a separator between fields, and quotes around a field with special
 * characters.
 * @param lineBreak that ends each record
 */
import assert from 'node:assert/strict';

export function parseCsv(text: string, separator = ',', lineBreak = '\r\n'): string[][] {
  assert.ok(text.endsWith(lineBreak));
  const rows: string[][] = [];
  let [row, field, isQuoted] = [[] as string[], '', false];
  for (let index = 0; index < text.length; index++) {
    const character = text[index]!;
    if (isQuoted) {
      if (character === '"' && text[index + 1] === '"') field += text[++index]!;
      else if (character === '"') isQuoted = false;
      else field += character;
    } else if (character === '"') {
      assert.equal(field, '', 'a quote begins a field');
      isQuoted = true;
    } else if (character === separator || text.startsWith(lineBreak, index)) {
      row.push(field);
      field = '';
      if (character === separator) continue;
      rows.push(row);
      row = [];
      index += lineBreak.length - 1;
    } else field += character;
  }
  return rows;
}
