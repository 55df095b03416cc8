/** The same page on this site's template, on a default Starlight site, on a VitePress site, and written by hand. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ProjectCopy } from '../project-copy.ts';
import { coursePage } from './course-page.ts';

const FOLDER = resolve('.test/bench');
const TITLE = 'The course';

export interface BenchSite {
  name: string;
  /** The folder that a host would serve. */
  folder: string;
  /** The path of the page below it. */
  path: string;
}

function write(file: string, text: string): void {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}

function run(command: string, args: string[], cwd: string): void {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', SITE_URL: '' },
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed in ${cwd}:\n${stdout}${stderr}`);
}
const astro = resolve('node_modules/astro/bin/astro.mjs');

/** This site with the page and a menu of three. */
export function ownSite(): BenchSite {
  const project = new ProjectCopy();
  project.write(
    'content/course.mdx',
    `---\ntitle: ${TITLE}\ndescription: The text of the course and nothing else, to see what the template around it weighs.\nslug: course\nreviewed: 2026-11-24\n---\n\n${coursePage(true)}\n`,
  );
  const pages = project.contentFiles().filter((file) => file.endsWith('.mdx'));
  const slugs = pages.map((file) => /^slug: (.*)$/m.exec(project.read(file))![1]!);
  const menu = ['course', 'index', 'learn'];
  const elsewhere = slugs.filter((slug) => !menu.includes(slug));
  project.write(
    'content/navigation.yaml',
    `sidebar:\n  - label: Course\n    pages: [${menu.join(', ')}]\nelsewhere: [${elsewhere.join(', ')}]\n`,
  );
  const { status, output } = project.build();
  if (status !== 0) throw new Error(output);
  return { name: 'this site', folder: project.path('dist'), path: 'course/' };
}

interface StarlightPage {
  /** Below `src/content/docs/`, with its extension. */
  file: string;
  title: string;
  text: string;
}

/**
 * Writes what `create astro` gives for Starlight, with these pages.
 *
 * @param sidebar Starlight's option of that name.
 * @param root A folder below the project, emptied first.
 */
export function writeStarlight(root: string, sidebar: unknown, pages: StarlightPage[]): void {
  rmSync(root, { recursive: true, force: true });
  write(
    join(root, 'astro.config.mjs'),
    `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({ integrations: [starlight({ title: '${TITLE}', sidebar: ${JSON.stringify(sidebar)} })] });
`,
  );
  write(
    join(root, 'src/content.config.ts'),
    `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
  );
  write(
    join(root, 'package.json'),
    '{ "type": "module", "private": true, "dependencies": { "astro": "*", "@astrojs/starlight": "*" } }',
  );
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'junction');
  for (const { file, title, text } of pages) {
    write(join(root, 'src/content/docs', file), `---\ntitle: ${title}\n---\n\n${text}\n`);
  }
}

/** Starlight with the same three pages. */
export function starlightSite(): BenchSite {
  const root = join(FOLDER, 'starlight');
  writeStarlight(
    root,
    [{ label: 'Course', items: ['course', 'one', 'two'] }],
    [
      { file: 'course.md', title: TITLE, text: coursePage(false) },
      { file: 'one.md', title: 'One', text: 'Text.' },
      { file: 'two.md', title: 'Two', text: 'Text.' },
    ],
  );
  run(process.execPath, [astro, 'build'], root);
  return { name: 'Starlight', folder: join(root, 'dist'), path: 'course/' };
}

/** What VitePress makes of the same three pages; it is fetched from the registry. */
function vitepress(): BenchSite {
  const root = join(FOLDER, 'vitepress');
  write(join(root, 'package.json'), '{ "type": "module", "private": true }');
  run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', 'vitepress@1.6.4'], root);
  write(
    join(root, 'docs/.vitepress/config.mjs'),
    `export default { title: '${TITLE}', themeConfig: { search: { provider: 'local' }, sidebar: [{ text: 'Course', items: [{ text: '${TITLE}', link: '/course' }, { text: 'One', link: '/one' }, { text: 'Two', link: '/two' }] }] } };\n`,
  );
  write(join(root, 'docs/course.md'), `# ${TITLE}\n\n${coursePage(false)}\n`);
  write(join(root, 'docs/one.md'), '# One\n\nText.\n');
  write(join(root, 'docs/two.md'), '# Two\n\nText.\n');
  run(process.execPath, [join(root, 'node_modules/vitepress/bin/vitepress.js'), 'build', 'docs'], root);
  return { name: 'VitePress', folder: join(root, 'docs/.vitepress/dist'), path: 'course.html' };
}

/** The text as HTML, with a sheet of ten lines and a menu of three links. */
async function byHand(): Promise<BenchSite> {
  const { markdownToHtml } = await import('satteri');
  const root = join(FOLDER, 'by-hand');
  write(
    join(root, 'course/index.html'),
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${TITLE}</title>
<style>body{max-width:50rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.6 system-ui,sans-serif}table{border-collapse:collapse}th,td{border:1px solid #ccc;padding:.3rem .6rem;text-align:left}</style></head>
<body><nav><a href="../course/">${TITLE}</a> <a href="../one/">One</a> <a href="../two/">Two</a></nav><main><h1>${TITLE}</h1>${markdownToHtml(coursePage(false)).html}</main></body></html>`,
  );
  return { name: 'by hand', folder: root, path: 'course/' };
}

/** Builds them all in a temporary folder. */
export async function benchSites(): Promise<BenchSite[]> {
  rmSync(FOLDER, { recursive: true, force: true });
  return [await byHand(), ownSite(), starlightSite(), vitepress()];
}
