/**
 * A new kind of data needs only a folder in `src/kinds/`, a line in the registry and a content file to be read, checked,
 * shown, addressed, cited, searched, written as Markdown and exported.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type * as Validation from '../../src/checks/validate.ts';
import { addressList, collectAddresses } from '../../src/links/manifest.ts';
import { formatProblems } from '../../src/model/problems.ts';
import { readPages } from '../../src/pipeline/built-site.ts';
import { addKind, changedDist, readChangedFile as read, TIPS } from '../changed-site.ts';
import { ProjectCopy } from '../project-copy.ts';
import { builtFiles, engineOf } from '../search/built-engine.ts';

const PAGE = 'content/data.mdx';

const project = new ProjectCopy();
after(project.remove);
before(() => addKind(project));

test('its mistakes are reported with file and line', async () => {
  const runValidate = () => project.runNode(['scripts/validate.ts']).output;
  // What the command runs, without starting Node.js each time. These are the modules of the copy: they know the new kind.
  const checks = (await import(pathToFileURL(project.pathOf('src/checks/validate.ts')).href)) as typeof Validation;
  const validate = () => formatProblems(checks.validateContent(project.root));

  project.write('content/tips.yaml', TIPS.replace('text:', 'txet:'));
  assert.match(runValidate(), /content\/tips\.yaml:3\s+Unknown key "txet"\. Did you mean "text"\?/);

  project.write('content/tips.yaml', TIPS.replace('docker-cli', 'docker-clie'));
  assert.match(validate(), /content\/tips\.yaml:4\s+Unknown source "docker-clie"\. Did you mean "docker-cli"\?/);

  project.write('content/tips.yaml', TIPS.replace('`docker run`', '[run](/practice/nowhere/)'));
  assert.match(
    validate(),
    /content\/tips\.yaml:3\s+The link "\/practice\/nowhere\/" leads to a page that doesn't exist/,
  );

  project.write('content/tips.yaml', TIPS);
  project.replace(PAGE, '<Tips />', '<Tips id="keep-wombats-dry" />');
  const line = project.read(PAGE).split('\n').indexOf('<Tips id="keep-wombats-dry" />') + 1;
  assert.match(validate(), new RegExp(`content/data\\.mdx:${line}\\s+<Tips> has no attribute "id"`));
  project.replace(PAGE, '<Tips id="keep-wombats-dry" />', '<Tips />');

  assert.match(runValidate(), /no mistakes/);
});

test('it is shown, addressed, cited, searched and exported', async () => {
  const html = read('data/index.html');
  assert.match(html, /<h3 id="tip-keep-wombats-dry">Keep wombats dry<\/h3>/);
  assert.match(html, /A wombat that <code>docker run<\/code> starts/);
  const [, number] =
    /Sources <sup class="cite"><a href="#source-(\d+)"/.exec(html.slice(html.indexOf('tip-keep'))) ?? [];
  assert.match(
    html,
    new RegExp(`<li id="source-${number}">\\s*<a href="https://docs\\.docker\\.com/reference/cli/docker`),
  );

  const addresses = addressList(collectAddresses(await readPages(changedDist())));
  assert.ok(addresses.includes('/data/#tip-keep-wombats-dry'), 'links.lock.json can promise its address');

  const [first] = (await engineOf(builtFiles(changedDist())).search('keep wombats dry')).results;
  assert.equal(first!.document.fragment, 'tip-keep-wombats-dry');
  assert.equal(first!.document.label, 'Tip');
  const answers = JSON.parse(read(`search/answers/${first!.document.answers}.json`));
  assert.deepEqual(answers['/data/#tip-keep-wombats-dry'], [
    ['', 'A wombat that `docker run` starts stays out of the rain.'],
  ]);

  assert.match(read('data/index.md'), /### Keep wombats dry\n\nA wombat that `docker run` starts/);

  const [, pageScript = ''] = /<script type="module" src="\.\.\/(_astro\/[^"]+)"/.exec(html) ?? [];
  assert.match(read(pageScript), /dataset\.tips=/);

  const exported = JSON.parse(read('data/index.json'));
  assert.deepEqual(exported.tips, [
    {
      id: 'keep-wombats-dry',
      text: 'A wombat that docker run starts stays out of the rain.',
      address: 'data/#tip-keep-wombats-dry',
    },
  ]);
  assert.ok(JSON.parse(read('data/schema.json')).properties.tips);
});
