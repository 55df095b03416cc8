/**
 * Finds the images of the services in a Compose file. It reads YAML line by line, which is enough for files as people write
 * them: blocks with an indent, and a service in braces on one line. It leaves aliases and merged fragments alone.
 */
import type { Written } from './dockerfile.ts';
import { expand } from './variables.ts';

const KEY = /^\s*(?:"([^"]*)"|'([^']*)'|([^\s#"'{[&*!|>-][^:#]*)):(?:\s+(.*))?$/;
const ANCHORS_AND_TAGS = /^(?:[&!]\S*\s+)*/;
const IMAGE_IN_BRACES = /[{,]\s*["']?image["']?\s*:\s+("[^"]*"|'[^']*'|(?:[^,}"'$]|\$\{[^{}]*\}|\$)+)/;

/** The text of a YAML value; undefined if it is an alias, or isn't all on one line. */
function scalar(value: string): string | undefined {
  const [, double] = /^"((?:[^"\\]|\\.)*)"/.exec(value) ?? [];
  const [, single] = /^'((?:[^']|'')*)'/.exec(value) ?? [];
  const plain = /^[*|>{["'#]/.test(value) ? undefined : value.split(/\s#/, 1)[0]!.trim();
  return double ?? single?.replaceAll("''", "'") ?? plain;
}

/**
 * Finds the images of the services in a Compose file.
 * @param file its text
 */
export function readCompose(file: string): Written[] {
  const written: Written[] = [];
  /** The keys around the current line, with their indents. */
  let keys: { name: string; indent: number }[] = [];
  for (const [index, line] of file.split(/\r?\n/).entries()) {
    if (!line.trim()) continue;
    const indent = line.search(/\S/);
    const [, double, single, plain, tagged = ''] = KEY.exec(line) ?? [];
    const name = double ?? single ?? plain?.trim();
    if (name === undefined) continue;
    const value = tagged.replace(ANCHORS_AND_TAGS, '');
    keys = [...keys.filter((key) => key.indent < indent), { name, indent }];
    if (keys[0]!.name !== 'services') continue;
    const image =
      keys.length === 3 && name === 'image'
        ? value
        : keys.length === 2 && value.startsWith('{')
          ? IMAGE_IN_BRACES.exec(value)?.[1]?.trim()
          : undefined;
    const text = image && scalar(image);
    if (text) written.push({ line: index + 1, text, ...valueOf(text) });
  }
  return written;
}

function valueOf(text: string): Pick<Written, 'value' | 'missing'> {
  const { text: value, missing } = expand(text, new Map(), '$');
  return { value, missing };
}
