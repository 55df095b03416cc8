/** One line of Markdown from the data, as it is shown. */
import { markdownToHtml } from 'satteri';
import { outlineText } from './outline.ts';

/**
 * Its HTML: emphasis, code, links.
 * @param text trusted text: the repository's own
 */
export const inlineMarkdown = (text: string): string =>
  markdownToHtml(text.trim())
    .html.trim()
    .replace(/^<p>([\s\S]*)<\/p>$/, '$1');

/** Its words alone. */
export const plainText = (text: string): string => outlineText(text.trim());
