/** A mistake stops the build with a message that names it, and with no stack trace. What mistakes there are: `mistakes.test.ts`. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test, type TestContext } from 'node:test';
import { SmallSite } from '../small-site.ts';

function smallSite(t: TestContext): SmallSite {
  const project = new SmallSite();
  t.after(project.remove);
  return project;
}

test('mistakes in a table, a page and the menu stop the build', (t) => {
  const project = smallSite(t);
  project.replace('content/tables/wombats.yaml', 'caption:', 'captoin:');
  project.replace('content/index.mdx', /^reviewed:.*$/m, 'reviewed: soon');
  project.replace('content/navigation.yaml', 'label: Start', 'lable: Start');
  const { status, output } = project.build();
  assert.notEqual(status, 0);
  assert.match(output, /content\/index\.mdx:5\s+"reviewed" must be a real date/);
  assert.match(output, /content\/navigation\.yaml:\d+\s+Unknown key "lable"\. Did you mean "label"\?/);
  assert.match(output, /content\/tables\/wombats\.yaml:1\s+Unknown key "captoin"\. Did you mean "caption"\?/);
  assert.doesNotMatch(output, /node_modules|\bat .*\.ts:\d+|unhandled/, 'no stack trace');
  assert.ok(!project.exists('dist'), 'nothing is written');
});

test('a SITE_URL that is not an absolute address stops the build', (t) => {
  const { status, output } = smallSite(t).build({ SITE_URL: 'example.org' });
  assert.notEqual(status, 0);
  assert.match(output, /SITE_URL is "example\.org", which isn't an absolute address\./);
  assert.doesNotMatch(output, /Stack trace|pages and/, 'it stops at once, with no stack trace');
});

test('the drawing of the README can be pasted', (t) => {
  const project = smallSite(t);
  const [, drawing = ''] = /```astro\n([^]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? [];
  project.write('src/kinds/figure/drawings/what-stays.astro', drawing);
  project.replace('content/wombats.mdx', '<Figure name="layers" />', '<Figure name="what-stays" />');
  const { status, output } = project.build();
  assert.equal(status, 0, output);
  const html = project.read('dist/wombats/index.html');
  assert.match(html, /id="?figure-what-stays\b[^]*Writable layer[^]*A volume is outside the container/);
});
