import { markdownToHtml } from 'satteri';

/**
 * The HTML of one line of Markdown from the data: emphasis, code, links.
 * @param text trusted text: the repository's own
 */
export const inlineMarkdown = (text: string): string =>
  markdownToHtml(text.trim())
    .html.trim()
    .replace(/^<p>([\s\S]*)<\/p>$/, '$1');
