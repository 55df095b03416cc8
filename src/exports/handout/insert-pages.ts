/** Inserts the text of every page of the menu and of the quizzes into the handout page. */
import { fragmentPath, pathOf } from '../../model/paths.ts';
import { attributeOf, escapeHtml, isAnchor } from '../../pipeline/html.ts';
import { portableHtml } from '../../pipeline/portable-html.ts';
import { pathToRoot } from '../../pipeline/relative-urls.ts';
import type { Step } from '../../pipeline/built-site.ts';
import { handoutPages } from './choices.ts';

/** Does nothing if the site has no handout page. */
export const insertHandoutPages: Step = ({ content, pageAt, url }) => {
  const slug = content.pageWith('Handout')?.slug;
  if (!slug) return undefined;
  const handout = pageAt(slug);
  const container = handout.elements.find((element) => attributeOf(element, 'class') === 'handout-pages')!;
  const fromHandout = (path: string) => pathToRoot(handout.file) + path.slice(1);
  const articles = handoutPages(content).map((slug) => {
    // The handout includes the sources. All other links lead to the published page.
    const link = (path: string, query: string, id: string) =>
      id.startsWith('source-') && path === pathOf(slug)
        ? `#${fragmentPath(slug, id)}`
        : fromHandout(path) + query + (id && `#${id}`);
    const path = pathOf(slug).slice(1);
    const address = escapeHtml(url ? new URL(path, url).href : path);
    const isPlan = content.pageAt(slug).frontmatter.handout !== undefined;
    // Anchors are useless on paper, and would be a twelfth of the page.
    const text = portableHtml(slug, pageAt(slug), { link, picture: fromHandout }, isAnchor);
    return `<article data-address="${address}"${isPlan ? ' data-plan' : ''}>${text}</article>`;
  });
  const end = container.sourceCodeLocation!.endTag!.startOffset;
  handout.edits.push({ start: end, end, text: articles.join('\n') });
  return `${articles.length} pages in the handout`;
};
