/**
 * A new kind of data needs only a folder in `src/kinds/`, a line in the registry and a content file to be read, checked,
 * shown, addressed, cited, searched, written as Markdown and exported.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addressList, collectAddresses } from '../../src/links/manifest.ts';
import { readPages } from '../../src/pipeline/built-site.ts';
import { createEngine } from '../../src/search/engine.ts';
import { ProjectCopy } from '../project-copy.ts';

const KIND = `
import { z } from 'astro/zod';
import { inlineMarkdown, sourceIds } from '../../model/fields.ts';
import type { Kind } from '../../model/kind.ts';
import { plainText, searchText } from '../../model/markdown.ts';
import { pathOf } from '../../model/paths.ts';
import { sourceReferences } from '../source/index.ts';

const tipSchema = z.strictObject({
  title: inlineMarkdown.describe('the tip in a few words'),
  text: inlineMarkdown.describe('the tip'),
  sources: sourceIds,
});

export const tip: Kind<z.infer<typeof tipSchema>> = {
  name: 'tip',
  origin: { file: 'content/tips.yaml' },
  schema: tipSchema,
  fix: 'Use the id of an entry in content/tips.yaml.',
  components: { Tips: { shows: 'all', addressed: true, cited: true } },
  targets: (id) => [{ id: \`tip-\${id}\`, label: \`the tip "\${id}"\` }],
  references: ({ sources }) => sourceReferences(sources),
  texts: ({ text }) => [{ text, at: ['text'] }],
  searchKinds: { tip: { label: 'Tip', whole: true, weight: 1 } },
  searchEntries: ({ id, data: { title, text } }, page) => [
    { kind: 'tip', page, fragment: \`tip-\${id}\`, title: searchText(title), parts: [['', searchText(text)]] },
  ],
  exported: {
    key: 'tips',
    schema: z.strictObject({ id: z.string(), text: z.string(), address: z.string() }),
    write: (id, { text }, { content, addressAt }) => ({
      id,
      text: plainText(text),
      address: addressAt(\`\${pathOf(content.pageWith('Tips')!.slug)}#tip-\${id}\`),
    }),
  },
};
`;
const COMPONENT = `---
import { inlineHtml } from '../../model/markdown.ts';
import { content } from '../../model/site.ts';
import Entry from '../Entry.astro';
import { tip } from './index.ts';
---

{[...content.byId(tip)].map(([id, { title, text, sources }]) => (
  <Entry id={\`tip-\${id}\`} name={\`the tip \${title}\`} sources={sources}>
    <Fragment slot="title" set:html={inlineHtml(title)} />
    <p set:html={inlineHtml(text)} />
  </Entry>
))}
`;
const TIPS = `keep-wombats-dry:
  title: Keep wombats dry
  text: A wombat that \`docker run\` starts stays out of the rain.
  sources: [docker-cli]
`;
const PAGE = 'content/data.mdx';

const project = new ProjectCopy();
after(project.remove);
before(() => {
  project.write('src/kinds/tip/index.ts', KIND);
  project.write('src/kinds/tip/Tips.astro', COMPONENT);
  project.write(
    'src/kinds/tip/components.ts',
    "import Tips from './Tips.astro';\n\nexport const components = { Tips };\n",
  );
  project.write('src/kinds/tip/page-script.ts', "document.documentElement.dataset['tips'] = 'ready';\n");
  project.replace('src/kinds/registry.ts', /^(import .*\n)(?!import)/m, "$1import { tip } from './tip/index.ts';\n");
  project.replace('src/kinds/registry.ts', 'figure]', 'figure, tip]');
  project.write('content/tips.yaml', TIPS);
  project.write(PAGE, `${project.read(PAGE)}\n## Tips {#tips}\n\n<Tips />\n`);
});

const validate = (): string => project.runNode(['scripts/validate.ts']).output;

test('its mistakes are reported with file and line', () => {
  project.write('content/tips.yaml', TIPS.replace('text:', 'txet:'));
  assert.match(validate(), /content\/tips\.yaml:3\s+Unknown key "txet"\. Did you mean "text"\?/);

  project.write('content/tips.yaml', TIPS.replace('docker-cli', 'docker-clie'));
  assert.match(validate(), /content\/tips\.yaml:4\s+Unknown source "docker-clie"\. Did you mean "docker-cli"\?/);

  project.write('content/tips.yaml', TIPS.replace('`docker run`', '[run](/practice/nowhere/)'));
  assert.match(
    validate(),
    /content\/tips\.yaml:3\s+The link "\/practice\/nowhere\/" leads to a page that does not exist/,
  );

  project.write('content/tips.yaml', TIPS);
  project.replace(PAGE, '<Tips />', '<Tips id="keep-wombats-dry" />');
  const line = project.read(PAGE).split('\n').indexOf('<Tips id="keep-wombats-dry" />') + 1;
  assert.match(validate(), new RegExp(`content/data\\.mdx:${line}\\s+<Tips> has no attribute "id"`));
  project.replace(PAGE, '<Tips id="keep-wombats-dry" />', '<Tips />');

  assert.match(validate(), /no mistakes/);
});

test('it is shown, addressed, cited, searched and exported', async () => {
  const { status, output } = project.build();
  assert.equal(status, 0, output);

  const html = project.read('dist/data/index.html');
  assert.match(html, /<h3 id="tip-keep-wombats-dry">Keep wombats dry<\/h3>/);
  assert.match(html, /A wombat that <code>docker run<\/code> starts/);
  const [, number] =
    /Sources <sup class="cite"><a href="#source-(\d+)"/.exec(html.slice(html.indexOf('tip-keep'))) ?? [];
  assert.match(
    html,
    new RegExp(`<li id="source-${number}">\\s*<a href="https://docs\\.docker\\.com/reference/cli/docker`),
  );

  const addresses = addressList(collectAddresses(await readPages(project.pathOf('dist'))));
  assert.ok(addresses.includes('/data/#tip-keep-wombats-dry'), 'links.lock.json can promise its address');

  const [first] = createEngine(JSON.parse(project.read('dist/search/index.json'))).search('keep wombats dry');
  assert.equal(first!.document.fragment, 'tip-keep-wombats-dry');
  assert.equal(first!.document.label, 'Tip');
  const answers = JSON.parse(project.read(`dist/search/answers/${first!.document.answers}.json`));
  assert.deepEqual(answers['/data/#tip-keep-wombats-dry'], [
    ['', 'A wombat that `docker run` starts stays out of the rain.'],
  ]);

  assert.match(project.read('dist/data/index.md'), /### Keep wombats dry\n\nA wombat that `docker run` starts/);

  const [, pageScript = ''] = /<script type="module" src="\.\.\/(_astro\/[^"]+)"/.exec(html) ?? [];
  assert.match(project.read(`dist/${pageScript}`), /dataset\.tips=/);

  const exported = JSON.parse(project.read('dist/data/index.json'));
  assert.deepEqual(exported.tips, [
    {
      id: 'keep-wombats-dry',
      text: 'A wombat that docker run starts stays out of the rain.',
      address: 'data/#tip-keep-wombats-dry',
    },
  ]);
  assert.ok(JSON.parse(project.read('dist/data/schema.json')).properties.tips);
});
