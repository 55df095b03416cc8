/** Dates in the text are marked, and nothing else that looks like one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markDates } from '../../src/pipeline/mark-dates.ts';

test('each date in the text is marked', () => {
  assert.equal(
    markDates('<p title="1 > 0">Read 2026-11-24, and <em>2026-11-25</em>.</p>'),
    '<p title="1 > 0">Read <time>2026-11-24</time>, and <em><time>2026-11-25</time></em>.</p>',
  );
});

for (const html of [
  '<a href="/2026-11-24/" title="2026-11-24">x</a>',
  '<code>docker tag web:2026-11-24</code>',
  '<pre><code><span>2026-11-24</span></code></pre>',
  '<time datetime="2026-11-24">2026-11-24</time>',
  '<svg><text>2026-11-24</text></svg>',
  '<title>2026-11-24</title>',
  '<script>"2026-11-24"</script>',
  '<p>CVE-2026-11-24, 2026-11-244</p>',
]) {
  test(`nothing is marked in ${html}`, () => assert.equal(markDates(html), html));
}
