/**
 * The Content-Security-Policy of each page, in the page itself: nothing runs and nothing is loaded but what the build
 * put there. Inline scripts and sheets are allowed by their hashes, so it is written when none of them changes any more.
 * https://www.w3.org/TR/CSP3/
 */
import { createHash } from 'node:crypto';
import { attributeOf, escapeHtml, type Edit, type Element } from './html.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What an inline element holds, as the browser hashes it: the parser of HTML knows one kind of line break. */
function contentOf(html: string, { sourceCodeLocation: at }: Element): string {
  return at?.startTag && at.endTag
    ? html.slice(at.startTag.endOffset, at.endTag.startOffset).replace(/\r\n?/g, '\n')
    : '';
}

const isInlineScript = (element: Element) =>
  element.tagName === 'script' &&
  attributeOf(element, 'src') === undefined &&
  ['module', 'speculationrules', undefined].includes(attributeOf(element, 'type')); // others hold data

/** The policy for a page. */
function policyFor(html: string, elements: Element[], pictures: string): string {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const frames = elements.some(({ tagName }) => tagName === 'iframe');
  for (const element of elements) {
    if (isInlineScript(element)) scripts.add(hash(contentOf(html, element)));
    if (element.tagName === 'style') styles.add(hash(contentOf(html, element)));
  }
  return [
    "default-src 'none'",
    ['script-src', "'self'", ...scripts].join(' '),
    ['style-src', "'self'", ...styles].join(' '),
    `img-src ${pictures}`,
    ...(frames ? ["frame-src 'self'"] : []),
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types offline', // for the address of the service worker, see src/offline/save.ts,
  ].join(';');
}

/**
 * The edit that writes the policy into a page, right after its charset, before anything that it concerns.
 * @param elements those of the page
 * @param pictures where pictures may come from
 * @throws if the page has no `<meta charset>`
 */
export function securityPolicy(html: string, elements: Element[], pictures = "'self'"): Edit {
  for (const element of elements) {
    const at = element.sourceCodeLocation?.endOffset;
    if (element.tagName === 'meta' && attributeOf(element, 'charset') !== undefined && at) {
      const policy = escapeHtml(policyFor(html, elements, pictures));
      return { start: at, end: at, text: `<meta http-equiv="Content-Security-Policy" content="${policy}">` };
    }
  }
  throw new Error('A page has no <meta charset>, after which its security policy would stand.');
}
