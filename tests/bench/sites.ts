/** Builds the same page four times: with the template of this site, of Starlight and of VitePress, and by hand. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SmallSite } from '../small-site.ts';
import { courseMarkdown } from './course-page.ts';

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

/** Builds this site with the page, in the smallest site: its sidebar has three pages. */
export function buildThisSite(): BenchSite {
  const project = new SmallSite();
  project.write(
    'content/course.mdx',
    `---\ntitle: ${TITLE}\ndescription: The text of the course and nothing else, to see what the template around it weighs.\nslug: course\nreviewed: 2026-11-24\n---\n\n${courseMarkdown(true)}\n`,
  );
  project.replace('content/navigation.yaml', 'wombats]', 'wombats, course]');
  const { status, output } = project.build();
  if (status !== 0) throw new Error(output);
  return { name: 'this site', folder: project.pathOf('dist'), path: 'course/' };
}

interface StarlightPage {
  /** Below `src/content/docs/`, with its extension. */
  file: string;
  title: string;
  text: string;
}

/**
 * Writes a project like that of `create astro` for Starlight.
 * @param root a folder inside this project, which is emptied first
 * @param sidebar the option of Starlight
 */
export function writeStarlightProject(root: string, sidebar: unknown, pages: StarlightPage[]): void {
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

/** Builds a Starlight site with three pages. */
export function buildStarlight(): BenchSite {
  const root = join(FOLDER, 'starlight');
  writeStarlightProject(
    root,
    [{ label: 'Course', items: ['course', 'one', 'two'] }],
    [
      { file: 'course.md', title: TITLE, text: courseMarkdown(false) },
      { file: 'one.md', title: 'One', text: 'Text.' },
      { file: 'two.md', title: 'Two', text: 'Text.' },
    ],
  );
  run(process.execPath, [astro, 'build'], root);
  return { name: 'Starlight', folder: join(root, 'dist'), path: 'course/' };
}

/** Installs VitePress from the registry, and builds a site with the same three pages. */
function buildVitePress(): BenchSite {
  const root = join(FOLDER, 'vitepress');
  write(join(root, 'package.json'), '{ "type": "module", "private": true }');
  run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', 'vitepress@1.6.4'], root);
  write(
    join(root, 'docs/.vitepress/config.mjs'),
    `export default { title: '${TITLE}', themeConfig: { search: { provider: 'local' }, sidebar: [{ text: 'Course', items: [{ text: '${TITLE}', link: '/course' }, { text: 'One', link: '/one' }, { text: 'Two', link: '/two' }] }] } };\n`,
  );
  write(join(root, 'docs/course.md'), `# ${TITLE}\n\n${courseMarkdown(false)}\n`);
  write(join(root, 'docs/one.md'), '# One\n\nText.\n');
  write(join(root, 'docs/two.md'), '# Two\n\nText.\n');
  run(process.execPath, [join(root, 'node_modules/vitepress/bin/vitepress.js'), 'build', 'docs'], root);
  return { name: 'VitePress', folder: join(root, 'docs/.vitepress/dist'), path: 'course.html' };
}

/** Writes the text as HTML, with a short style sheet and a menu of three links. */
async function writeByHand(): Promise<BenchSite> {
  const { markdownToHtml } = await import('satteri');
  const root = join(FOLDER, 'by-hand');
  write(
    join(root, 'course/index.html'),
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${TITLE}</title>
<style>body{max-width:50rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.6 system-ui,sans-serif}table{border-collapse:collapse}th,td{border:1px solid #ccc;padding:.3rem .6rem;text-align:left}</style></head>
<body><nav><a href="../course/">${TITLE}</a> <a href="../one/">One</a> <a href="../two/">Two</a></nav><main><h1>${TITLE}</h1>${markdownToHtml(courseMarkdown(false)).html}</main></body></html>`,
  );
  return { name: 'by hand', folder: root, path: 'course/' };
}

/** Builds all four sites. The first one is the baseline of the ratios. */
export async function buildSites(): Promise<BenchSite[]> {
  rmSync(FOLDER, { recursive: true, force: true });
  return [await writeByHand(), buildThisSite(), buildStarlight(), buildVitePress()];
}
