/**
 * A site that its author has changed in many ways at once: headings are reworded, pages and rows have moved, been renamed
 * or gone, and there is a new kind of data. `npm test` builds it once, and two suites look at the result.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { run } from '../scripts/run.mjs';
import type { ChangeRecord } from '../src/model/record.ts';
import { pageOfTable, ProjectCopy } from './project-copy.ts';

const FOLDER = '.test/changed-site';

/** The site that `npm test` has built. @throws a sentence if it has not */
export function changedDist(): string {
  const folder = `${FOLDER}/dist`;
  assert.ok(existsSync(folder), 'The changed site was not built: "npm test -- changed" says why.');
  return folder;
}

/** Reads a file of the built site. */
export const readChangedFile = (file: string): string => readFileSync(`${changedDist()}/${file}`, 'utf8');

/** Reads a record of addresses, as `npm run links:accept` has left it. */
export const readChangedRecord = (file: 'links.lock.json' | 'changes.lock.json'): string =>
  readFileSync(`${changedDist()}/../${file}`, 'utf8');

/** The slug of the page that moves, and its new one. */
export const movedPage = () => ({ from: pageOfTable('other-registries'), to: 'registries/others' });

/** The pages whose headings are reworded. */
export const REWORDED_PAGES = [
  'concepts/what-is-docker',
  'concepts/docker-vs-virtual-machines',
  'registries/amazon-ecr',
];

// A new kind of data.
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
export const TIPS = `keep-wombats-dry:
  title: Keep wombats dry
  text: A wombat that \`docker run\` starts stays out of the rain.
  sources: [docker-cli]
`;

/** Adds a kind of data: a folder, a line in the registry, and a file with an entry that a page shows. */
export function addKind(project: ProjectCopy): void {
  project.write('src/kinds/tip/index.ts', KIND);
  project.write('src/kinds/tip/Tips.astro', COMPONENT);
  project.write(
    'src/kinds/tip/components.ts',
    "import Tips from './Tips.astro';\n\nexport const components = { Tips };\n",
  );
  project.write('src/kinds/tip/page-script.ts', "document.documentElement.dataset['tips'] = 'ready';\n");
  project.replace('src/kinds/registry.ts', /^(import .*\n)(?!import)/m, "$1import { tip } from './tip/index.ts';\n");
  project.replace('src/kinds/registry.ts', /figure,?\s*\]/, 'figure, tip]');
  project.write('content/tips.yaml', TIPS);
  project.write('content/data.mdx', `${project.read('content/data.mdx')}\n## Tips {#tips}\n\n<Tips />\n`);
}

function rewordHeadings(project: ProjectCopy): void {
  for (const page of REWORDED_PAGES) {
    project.replace(`content/${page}.mdx`, /^(#{2,4}) .* (\{#[a-z0-9-]+\})$/gm, '$1 Reworded $2');
  }
}

function moveRenameAndDelete(project: ProjectCopy): void {
  project.addRedirect('pages', '{ from: /old/hub/, to: /registries/docker-hub/ }');
  project.addRedirect('places', '{ from: "/old/hub/#limits", to: "/registries/docker-hub/#pull-limits" }');
  project.addRedirect(
    'places',
    '{ from: "/concepts/what-is-docker/#moved-row", to: "/concepts/docker-vs-virtual-machines/#containers-vs-vms-size" }',
  );
  project.addRedirect('gone', '{ from: "/concepts/what-is-docker/#gone-row", why: "The limit no longer exists." }');
  project.addRedirect('gone', '{ from: /old/page/, why: "It was about a product that is no longer sold." }');

  const { from, to } = movedPage();
  project.movePage(from, to);
  project.addRedirect('pages', `{ from: /${from}/, to: /${to}/ }`);

  const renamed = '/practice/clean-up/#clean-up-system-prune-volumes';
  project.replace('content/tables/clean-up.yaml', 'id: system-prune-volumes', 'id: prune-with-volumes');
  const successor = '/practice/clean-up/#clean-up-prune-with-volumes';
  project.removeFromSearch(renamed);
  project.replace('content/questions.yaml', new RegExp(renamed, 'g'), successor);
  project.replace('content/trials/clean-up.yaml', renamed, successor);
  project.addRedirect('places', `{ from: "${renamed}", to: "${successor}" }`);

  const gone = '/practice/troubleshooting/#exit-codes-125';
  project.replace('content/tables/exit-codes.yaml', /\n {2}- id: '125'[\s\S]*?(?=\n {2}- id: )/, '');
  project.removeFromSearch(gone);
  project.replace('content/questions.yaml', new RegExp(gone, 'g'), '/practice/troubleshooting/#exit-codes-other');
  project.replace('content/trials/build-and-push.yaml', `    - ${gone}\n`, '');
  project.addRedirect('gone', `{ from: "${gone}", why: "The row said too little." }`);
}

/** The day on which each address of the content was first recorded, and the one on which the changed site is accepted. */
export const [RECORDED, ACCEPTED] = ['2020-01-01', '2020-06-01'];

/** Two recorded changes of a row, the second in a sentence of its author, and one on another page. There are no others. */
function addHistory(project: ProjectCopy): void {
  const record = JSON.parse(project.read('changes.lock.json')) as ChangeRecord;
  for (const entry of Object.values(record)) {
    entry.first = RECORDED;
    delete entry.changes;
  }
  record['/concepts/what-is-docker/#docker-features-portability']!.changes = {
    '2020-05-03': ['correction', 'sources'],
    '2020-05-20': 'The row now names the kernel.',
  };
  record['/reference/glossary/#digest']!.changes = { '2020-05-10': ['words'] };
  project.write('changes.lock.json', JSON.stringify(record));
}

/** Builds the changed site, and then promises its new addresses. @returns whether that succeeded; the output says why not */
export async function buildChangedSite(): Promise<boolean> {
  const project = new ProjectCopy(FOLDER);
  const isBuilt = edit(project) && (await buildAndAccept(project));
  // What is left of it would make the tests that read it say something else.
  if (!isBuilt) project.remove();
  return isBuilt;
}

function edit(project: ProjectCopy): boolean {
  try {
    addKind(project);
    rewordHeadings(project);
    moveRenameAndDelete(project);
    addHistory(project);
    return true;
  } catch (error) {
    console.error(`${(error as Error).message} It is in tests/changed-site.ts.`);
    return false;
  }
}

async function buildAndAccept({ root }: ProjectCopy): Promise<boolean> {
  const options = { cwd: root, env: { ...process.env, SITE_URL: '' } };
  for (const args of [['scripts/build.ts'], ['scripts/links-accept.ts', ACCEPTED]]) {
    const { status } = await run(process.execPath, args, options);
    if (status) console.error('The edits in tests/changed-site.ts no longer fit the content, as is said above.');
    if (status) return false;
  }
  return true;
}
