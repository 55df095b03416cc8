/** A temporary copy of the project, for tests that edit the content, and validate or build the result. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The files and folders that a build needs. */
const COPIED = [
  'astro.config.mjs',
  'changes.lock.json',
  'content',
  'links.lock.json',
  'package.json',
  'public',
  'scripts',
  'src',
  'trials.lock.json',
  'tsconfig.json',
];

/**
 * Replaces text. Fails if nothing changes: a test of a mistake that was not made proves nothing.
 * @param file that holds it, as the message names it
 */
export function edited(file: string, before: string, from: string | RegExp, to: string): string {
  const after = before.replace(from, to);
  assert.notEqual(
    after,
    before,
    `A test edits ${from} in ${file}, which no longer has it. Make the edit fit the content.`,
  );
  return after;
}

/** The slug of the page of a table, whose name stays when the page gets another slug. */
export function pageOfTable(name: string): string {
  const file = `content/tables/${name}.yaml`;
  const [, slug] = /^page: (.+)$/m.exec(existsSync(file) ? readFileSync(file, 'utf8') : '') ?? [];
  assert.ok(
    slug,
    `A test edits the page of the table "${name}", which is no longer in content/tables/. Name another one.`,
  );
  return slug;
}

/** The file of a page, which may stay when the page gets another slug. */
export function fileOfPage(slug: string): string {
  const file = globSync('content/**/*.mdx').find((file) => readFileSync(file, 'utf8').includes(`\nslug: ${slug}\n`));
  assert.ok(file, `A test edits the page "${slug}", which is no longer in content/. Name another one.`);
  return file;
}

export interface RunResult {
  /** The exit code; `null` if a signal ended the process. */
  status: number | null;
  /** Everything that the process printed. */
  output: string;
}

export class ProjectCopy {
  /** The absolute path of the copy. */
  readonly root: string;

  /** @param folder the path of the copy, which replaces an older one there; without it, a new one is made up */
  constructor(folder?: string) {
    // The copy is inside the project: Astro misreads the paths of packages that share no parent folder with the site.
    mkdirSync('.test', { recursive: true });
    this.root = folder ? resolve(folder) : mkdtempSync(resolve('.test/copy-'));
    if (folder) rmSync(this.root, { recursive: true, force: true });
    for (const path of COPIED) cpSync(path, join(this.root, path), { recursive: true });
    symlinkSync(resolve('node_modules'), join(this.root, 'node_modules'), 'junction');
  }

  pathOf = (file: string) => join(this.root, file);
  read = (file: string) => readFileSync(this.pathOf(file), 'utf8');
  exists = (file: string) => existsSync(this.pathOf(file));
  remove = () => rmSync(this.root, { recursive: true });

  /** Removes what the search knows of an address, because to lead to one that does not exist would be another mistake. */
  removeFromSearch(address: string) {
    this.replace('content/phrases.yaml', new RegExp(`^${address}:\\n( {2}- .*\\n)+`, 'm'), '');
    this.replace('content/searches.tsv', new RegExp(`^.*\\t${address}\\n`, 'gm'), '');
  }

  /** Gives a page another slug, and follows it in all files of the content. */
  movePage(from: string, to: string) {
    this.replace('content/navigation.yaml', new RegExp(`^( +- )${from}$`, 'm'), `$1${to}`);
    const old = new RegExp(`\\b${from}\\b(?!-)`, 'g');
    for (const file of this.contentFiles()) {
      const text = this.read(file);
      if (text.search(old) >= 0) this.write(file, text.replace(old, to));
    }
  }

  /** The pages and data in content/, as paths from the root of the copy. */
  contentFiles = () => globSync('content/**/*.{mdx,yaml}', { cwd: this.root });

  write(file: string, text: string) {
    mkdirSync(dirname(this.pathOf(file)), { recursive: true });
    writeFileSync(this.pathOf(file), text);
  }

  /** Replaces text in a file, which must have it. */
  replace(file: string, from: string | RegExp, to: string) {
    this.write(file, edited(file, this.exists(file) ? this.read(file) : '', from, to));
  }

  /** Adds an entry to the beginning of a list in content/redirects.yaml. */
  addRedirect(list: 'pages' | 'places' | 'gone', entry: string) {
    this.replace('content/redirects.yaml', new RegExp(`^${list}:( \\[\\])?$`, 'm'), `${list}:\n  - ${entry}`);
  }

  /** Copies a file or folder from the project again. */
  restore(path: string) {
    rmSync(this.pathOf(path), { recursive: true, force: true });
    cpSync(path, this.pathOf(path), { recursive: true });
  }

  /** Builds the site, without SITE_URL unless the environment names one. */
  build(env: NodeJS.ProcessEnv = {}): RunResult {
    return this.runNode(['scripts/build.ts'], env);
  }

  /** Runs Node in the copy. @param env additions to the environment */
  runNode(args: string[], env: NodeJS.ProcessEnv = {}): RunResult {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: this.root,
      encoding: 'utf8',
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', SITE_URL: '', NO_COLOR: '1', ...env },
    });
    return { status, output: stdout + stderr };
  }
}
