/**
 * Writes `opensearch.xml`, through which browsers offer the site's search in their address bar. It needs absolute
 * addresses, so it is written only if SITE_URL is set. https://developer.mozilla.org/docs/Web/XML/Guides/OpenSearch
 */
import { OPENSEARCH_FILE } from '../model/published-files.ts';
import type { Step } from '../pipeline/built-site.ts';
import { escapeHtml } from '../pipeline/html.ts';

/** The limit of the specification. */
const MAX_SHORT_NAME = 16;

export const writeOpenSearch: Step = async ({ content, url, write }) => {
  if (!url) return undefined;
  const { title, description } = content.parsed.site.data;
  await write(
    OPENSEARCH_FILE,
    `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${escapeHtml(title.slice(0, MAX_SHORT_NAME))}</ShortName>
<Description>${escapeHtml(description)}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Image width="16" height="16" type="image/svg+xml">${new URL('favicon.svg', url).href}</Image>
<Url type="text/html" template="${new URL('search/', url).href}?q={searchTerms}"/>
</OpenSearchDescription>
`,
  );
  return 'the search for the address bars of browsers';
};
