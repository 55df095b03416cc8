/**
 * The Content-Security-Policy in each page. A page can load and run only what the build put there. The policy has the
 * hashes of inline scripts and styles, so it is computed when they are final.
 * https://www.w3.org/TR/CSP3/
 */
import { createHash } from 'node:crypto';
import { attributeOf, escapeHtml, type Edit, type Element } from './html.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The content of an inline element as the browser hashes it: HTML parsers normalize line breaks first. */
function contentOf(html: string, { sourceCodeLocation: at }: Element): string {
  return at?.startTag && at.endTag
    ? html.slice(at.startTag.endOffset, at.endTag.startOffset).replace(/\r\n?/g, '\n')
    : '';
}

const isInlineScript = (element: Element) =>
  element.tagName === 'script' &&
  attributeOf(element, 'src') === undefined &&
  ['module', 'speculationrules', undefined].includes(attributeOf(element, 'type')); // other types are data

/** The policy for a page. */
function policyFor(html: string, elements: Element[], pictures: string): string {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const hasFrames = elements.some(({ tagName }) => tagName === 'iframe');
  const leadsOn = elements.some(
    (element) => element.tagName === 'form' && attributeOf(element, 'action') !== undefined,
  );
  const workers = elements.flatMap((element) => attributeOf(element, 'data-worker') ?? []);
  for (const element of elements) {
    if (isInlineScript(element)) scripts.add(hash(contentOf(html, element)));
    if (element.tagName === 'style') styles.add(hash(contentOf(html, element)));
  }
  return [
    "default-src 'none'",
    ['script-src', "'self'", ...scripts].join(' '),
    ['style-src', "'self'", ...styles].join(' '),
    `img-src ${pictures}`,
    ...(hasFrames ? ["frame-src 'self'"] : []),
    "connect-src 'self'",
    "base-uri 'none'",
    `form-action ${leadsOn ? "'self'" : "'none'"}`,
    "require-trusted-types-for 'script'",
    // For the addresses of the service worker (see src/offline/save.ts) and of the workers that elements of the page name.
    ['trusted-types offline', ...workers].join(' '),
  ].join(';');
}

/**
 * The edit that inserts the policy into a page, after the charset and before anything that it restricts.
 * @param elements of the page
 * @param pictures the value of `img-src`
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
  throw new Error('A page has no <meta charset>, which the security policy must follow.');
}
