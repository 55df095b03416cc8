/** Changes the code blocks that Shiki highlights: colors as classes, and prompts that readers do not copy. */
import type { ShikiTransformer } from 'shiki';

const CONSOLE_LANGUAGES = ['console', 'shellsession'];

/** Whether the code of a language has colors. Commands, their output and plain text have none. */
export const hasColors = (language: string): boolean =>
  ![...CONSOLE_LANGUAGES, '', 'text', 'plaintext', 'txt'].includes(language);

/**
 * - Token colors become classes (`t-keyword`), because the security policy forbids `style` attributes and
 *   `code-colors.css` has colors for both themes.
 * - In a `console` block, the prompt `$ ` and the lines of output get classes, so that neither a selection nor the copy
 *   button includes them. Output in columns would make no sense if a line wrapped. Commands have no colors, because only
 *   their continuation lines would get any.
 */
export const codeBlocks = (): ShikiTransformer => ({
  name: 'code-blocks',
  preprocess(_code, options) {
    options.tokenizeTimeLimit = 0; // no limit, or a loaded machine leaves the rest of a line in one color
  },
  span(node) {
    const token = /--astro-code-token-([\w-]+)/.exec(node.properties['style'] ?? '')?.[1];
    delete node.properties['style'];
    if (token) this.addClassToHast(node, `t-${token}`);
  },
  line(node, line) {
    if (!CONSOLE_LANGUAGES.includes(this.options.lang)) return;
    const lines = this.source.split('\n');
    const text = lines[line - 1] ?? '';
    const prompt = text.startsWith('$ ') ? '$ ' : '';
    const isContinued = line > 1 && isCommand(lines, line - 2) && lines[line - 2]!.endsWith('\\');
    node.children = [{ type: 'text', value: text.slice(prompt.length) }];
    if (prompt) {
      const children = [{ type: 'text' as const, value: prompt }];
      node.children.unshift({ type: 'element', tagName: 'span', properties: { class: 'prompt' }, children });
    } else if (!isContinued) {
      this.addClassToHast(node, 'output');
      if (outputAround(lines, line - 1).some((text) => /\S {2,}\S/.test(text))) this.addClassToHast(node, 'columns');
    }
  },
  pre(node) {
    delete node.properties['style'];
    node.properties['class'] = 'code';
  },
});

/** Whether the line at `index` begins a command or continues one. */
function isCommand(lines: string[], index: number): boolean {
  if (lines[index]?.startsWith('$ ')) return true;
  return index > 0 && !!lines[index - 1]?.endsWith('\\') && isCommand(lines, index - 1);
}

/** The lines of output around the line at `index`, between two commands. */
function outputAround(lines: string[], index: number): string[] {
  const isBreak = (line: number) => isCommand(lines, line);
  let start = index;
  let end = index;
  while (start > 0 && !isBreak(start - 1)) start--;
  while (end < lines.length && !isBreak(end)) end++;
  return lines.slice(start, end);
}
