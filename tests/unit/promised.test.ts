/** What a build says when a published address has vanished. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPromisedAddresses } from '../../src/links/promised.ts';
import type { BuiltSite } from '../../src/pipeline/built-site.ts';

test('a vanished heading of the start page is reported with the title of the page', () => {
  const site = {
    content: {
      pages: [{ slug: 'index', frontmatter: { title: 'Docker Basics' } }],
      parsed: { redirects: { data: { pages: [], places: [], gone: [] } } },
    },
    pages: [{ file: 'index.html', elements: [] }],
    info: () => {},
  } as unknown as BuiltSite;
  assert.throws(() => void checkPromisedAddresses(site), {
    message: /\/#start\n +It was on the page "Docker Basics"\./,
  });
});
