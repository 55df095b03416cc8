/** A mistake stops the build with a message that names it, and with no stack trace. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ProjectCopy } from '../project-copy.ts';

const project = new ProjectCopy();
after(project.remove);

const mistakes = [
  {
    file: 'content/tables/registry-types.yaml',
    from: '- id: private-registry',
    to: '- id: public-registry',
    message: /content\/tables\/registry-types\.yaml:\d+\s+The row id "public-registry" stands twice/,
  },
  {
    file: 'content/index.mdx',
    from: /^reviewed:.*$/m,
    to: 'reviewed: soon',
    message: /content\/index\.mdx:5\s+"reviewed" must be a date that exists/,
  },
  {
    file: 'content/navigation.yaml',
    from: 'label: Concepts',
    to: 'lable: Concepts',
    message: /content\/navigation\.yaml:\d+\s+Unknown key "lable"\. Did you mean "label"\?/,
  },
];

for (const { file, from, to, message } of mistakes) {
  test(`a mistake in ${file} stops the build`, () => {
    project.replace(file, from, to);
    const { status, output } = project.build();
    project.restore(file);
    assert.notEqual(status, 0);
    assert.match(output, message);
    assert.doesNotMatch(output, /node_modules|\bat .*\.ts:\d+|unhandled/, 'no stack trace');
    assert.ok(!project.exists('dist'), 'nothing is written');
  });
}

test('a SITE_URL that is not an absolute address stops the build', () => {
  const { status, output } = project.build({ SITE_URL: 'example.org' });
  assert.notEqual(status, 0);
  assert.match(output, /SITE_URL is "example\.org", which is not an absolute address\./);
  assert.doesNotMatch(output, /Stack trace|pages and/, 'it stops at once, with no stack trace');
});
