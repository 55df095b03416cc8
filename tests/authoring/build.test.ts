/** A mistake stops a whole build, with the message and nothing else to read. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ProjectCopy } from '../project-copy.ts';

const project = new ProjectCopy();
after(project.remove);

const cases = [
  {
    file: 'content/tables/registry-types.yaml',
    from: '- id: private-registry',
    to: '- id: public-registry',
    says: /content\/tables\/registry-types\.yaml:\d+\s+The row id "public-registry" stands twice/,
  },
  {
    file: 'content/index.mdx',
    from: /^reviewed:.*$/m,
    to: 'reviewed: soon',
    says: /content\/index\.mdx:5\s+"reviewed" must be a date that exists/,
  },
  {
    file: 'content/navigation.yaml',
    from: 'label: Concepts',
    to: 'lable: Concepts',
    says: /content\/navigation\.yaml:\d+\s+Unknown key "lable"\. Did you mean "label"\?/,
  },
];

for (const { file, from, to, says } of cases) {
  test(`a mistake in ${file}`, () => {
    project.replace(file, from, to);
    const { status, output } = project.build();
    project.restore(file);
    assert.notEqual(status, 0);
    assert.match(output, says);
    assert.doesNotMatch(output, /node_modules|\bat .*\.ts:\d+/, 'no stack trace');
    assert.ok(!project.has('dist'), 'nothing was written');
  });
}

test('a SITE_URL that is no address', () => {
  const { status, output } = project.build({ SITE_URL: 'example.org' });
  assert.notEqual(status, 0);
  assert.match(output, /SITE_URL is "example\.org", which is not an absolute address\./);
});
