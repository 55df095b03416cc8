/** Optional end tags are left out, and browsers read the same page: https://html.spec.whatwg.org/multipage/syntax.html#optional-tags */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits, parseElements } from '../../src/pipeline/html.ts';
import { omitEndTags } from '../../src/pipeline/optional-tags.ts';

const shorten = (html: string) => applyEdits(html, omitEndTags(parseElements(html)));

for (const [promise, html, expected] of [
  [
    'items and paragraphs that another follows, or that are the last',
    '<main><p>One</p>\n<p>Two</p>\n<ul>\n<li>Three</li>\n<li><p>Four</p></li>\n</ul></main>',
    '<main><p>One<p>Two<ul>\n<li>Three<li><p>Four</ul></main>',
  ],
  [
    'cells, rows and the parts of a table',
    '<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><th>C</th><td>D</td></tr></tbody></table>',
    '<table><thead><tr><th>A<th>B<tbody><tr><th>C<td>D</table>',
  ],
  ['terms and definitions', '<dl><dt>A</dt><dd>B</dd><dt>C</dt><dd>D</dd></dl>', '<dl><dt>A<dd>B<dt>C<dd>D</dl>'],
  ['a paragraph before text keeps its tag', '<div><p>One</p>two</div>', '<div><p>One</p>two</div>'],
  ['a paragraph before a phrase keeps its tag', '<div><p>One</p><a>two</a></div>', '<div><p>One</p><a>two</a></div>'],
  ['the last paragraph of a link keeps its tag', '<a href="x"><p>One</p></a>', '<a href="x"><p>One</p></a>'],
  ['other elements keep theirs', '<div><span>One</span></div>', '<div><span>One</span></div>'],
  ['the end of the page', '<html><head></head><body><p>One</p></body></html>', '<html><head></head><body><p>One'],
] as const) {
  test(`end tags are left out: ${promise}`, () => assert.equal(shorten(html), expected));
}
