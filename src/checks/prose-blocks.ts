/** The English that we write for readers and authors, in blocks that name their lines: no code, no quotation, no markup. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdownToMdast, mdxToMdast, type MdastNode } from 'satteri';
import { isMap, isScalar, LineCounter, parseDocument, visit, type Scalar } from 'yaml';
import { listFiles } from '../model/files.ts';
import { MARKDOWN_FEATURES } from '../model/outline.ts';

/** A paragraph, a heading, a cell or the like. */
export interface Block {
  file: string;
  /** The words, with `CODE` in the place of each piece of code. */
  text: string;
  /** The line in the file of the character at an index of the text. */
  lineAt: (index: number) => number;
}

/** Takes the place of code and components. It's not a letter or a space, so rules don't see the words around it as adjacent. */
const CODE = '·';

/** The files outside `content/` that authors and operators read. */
const GUIDES = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'deploy/README.md'];

/** What people type into the search, in their own words. */
const SEARCH_WORDS = ['content/phrases.yaml', 'content/synonyms.yaml'];

/** The blocks of a project. @param root its folder */
export function proseBlocks(root: string): Block[] {
  const files = [...listFiles(join(root, 'content')).map((file) => `content/${file}`), ...GUIDES];
  return files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    if (file.endsWith('.mdx')) return pageBlocks(file, text);
    if (file.endsWith('.md')) return blocksIn(markdownToMdast(text, { features: MARKDOWN_FEATURES }), file);
    return file.endsWith('.yaml') && !SEARCH_WORDS.includes(file) ? yamlBlocks(file, text) : [];
  });
}

/** The frontmatter and the text of a page. */
function pageBlocks(file: string, text: string): Block[] {
  const [block = '', header = ''] = /^---\r?\n([^]*?)\r?\n---\r?\n/.exec(text) ?? [];
  const linesBefore = block.split('\n').length - 1;
  const tree = mdxToMdast(text.slice(block.length), { features: MARKDOWN_FEATURES });
  return [...yamlBlocks(file, header, 2), ...blocksIn(tree, file, (line) => line + linesBefore)];
}

/** The nodes whose words make sentences. */
const SENTENCES = new Set(['paragraph', 'heading', 'tableCell']);

/** Turns a line and an offset in the parsed text into a line in the file. */
type LineAt = (line: number, offset: number) => number;

function blocksIn(node: MdastNode, file: string, lineAt: LineAt = (line) => line): Block[] {
  if (node.type === 'blockquote' || !('children' in node)) return [];
  if (!SENTENCES.has(node.type)) return node.children.flatMap((child) => blocksIn(child as MdastNode, file, lineAt));
  const pieces = piecesOf(node);
  return [{ file, text: pieces.map(({ text }) => text).join(''), lineAt: (index) => lineOf(pieces, index, lineAt) }];
}

/** The line in the file of the character at an index of the pieces. */
function lineOf(pieces: Piece[], index: number, lineAt: LineAt): number {
  let rest = index;
  for (const { text, line, offset } of pieces) {
    if (rest < text.length) return lineAt(line + text.slice(0, rest).split('\n').length - 1, offset + rest);
    rest -= text.length;
  }
  throw new Error(`The block has no character ${index}.`);
}

interface Piece {
  text: string;
  line: number;
  offset: number;
}

function piecesOf(node: MdastNode): Piece[] {
  if ('children' in node && node.children.length) {
    return node.children.flatMap((child) => piecesOf(child as MdastNode));
  }
  const { line = 1, offset = 0 } = node.position?.start ?? {};
  const text = node.type === 'text' ? node.value : node.type === 'break' ? '\n' : CODE;
  return [{ text, line, offset }];
}

/** The blocks of a YAML file's values in our own words. @param firstLine the line of the file on which the text begins */
function yamlBlocks(file: string, text: string, firstLine = 1): Block[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const isCourse = document.get('origin') === 'course';
  const blocks: Block[] = [];
  visit(document, {
    Scalar(key, scalar, ancestors) {
      const { value, range } = scalar;
      if (key === 'key' || typeof value !== 'string' || !range) return;
      const keys = ancestors.flatMap((node, index) => {
        const pair = ancestors[index + 1] ?? scalar;
        return isMap(node) && 'key' in pair && isScalar(pair.key) ? [String(pair.key.value)] : [];
      });
      if (isQuoted(file, keys, isCourse)) return;
      const line = lines.linePos(range[0]).line + firstLine - 1;
      const source = text.slice(range[0], range[1]);
      blocks.push(...blocksIn(markdownToMdast(value), file, (_, offset) => line + linesBefore(scalar, source, offset)));
    },
  });
  return blocks;
}

/** Whether a value is in the words of others: of the course, a source, or a program. @param keys that lead to it */
function isQuoted(file: string, keys: string[], isCourse: boolean): boolean {
  const key = keys.at(-1);
  if (isCourse) return !keys.includes('correction');
  if (file === 'content/sources.yaml') return key !== 'note';
  if (file === 'content/statements.yaml') return !keys.includes('correction');
  return file === 'content/errors.yaml' && ['text', 'pattern', 'commands'].includes(String(key));
}

/** How many lines of a scalar's source come before a character of its value. Folding keeps the number of words. */
function linesBefore({ value, type }: Scalar, source: string, offset: number): number {
  const words = String(value)
    .slice(0, offset + 1)
    .match(/\S+/g);
  const count = (words?.length ?? 1) + (type?.startsWith('BLOCK') ? 1 : 0); // its mark, such as ">-"
  const word = [...source.matchAll(/\S+/g)][count - 1];
  return source.slice(0, word?.index).split('\n').length - 1;
}
