/** A temporary copy of the project, for tests that make a mistake in it or publish something else. */
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

const PARTS = [
  'astro.config.mjs',
  'content',
  'links.lock.json',
  'package.json',
  'public',
  'scripts',
  'src',
  'tsconfig.json',
];

export interface Outcome {
  status: number | null;
  output: string;
}

export class ProjectCopy {
  readonly root: string;

  constructor() {
    // Below the project: Astro misreads the paths of packages that share no folder with what it builds.
    mkdirSync('.test', { recursive: true });
    this.root = mkdtempSync(resolve('.test/copy-'));
    for (const part of PARTS) cpSync(part, join(this.root, part), { recursive: true });
    symlinkSync(resolve('node_modules'), join(this.root, 'node_modules'), 'junction');
  }

  path = (file: string) => join(this.root, file);
  read = (file: string) => readFileSync(this.path(file), 'utf8');
  has = (file: string) => existsSync(this.path(file));
  remove = () => rmSync(this.root, { recursive: true });

  /** The files under content/, as paths from the root. */
  contentFiles = () => globSync('content/**/*.{mdx,yaml}', { cwd: this.root });

  write(file: string, text: string) {
    mkdirSync(dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), text);
  }

  /** Replaces text in a file, and fails if it is not there: a mistake that was not made proves nothing. */
  replace(file: string, from: string | RegExp, to: string) {
    const before = this.read(file);
    const after = before.replace(from, to);
    assert.notEqual(after, before, `${file} does not hold ${from}`);
    this.write(file, after);
  }

  /** Adds an entry to a list of content/redirects.yaml, before those that are there. */
  redirect(list: 'pages' | 'places' | 'gone', entry: string) {
    this.replace('content/redirects.yaml', new RegExp(`^${list}:( \\[\\])?$`, 'm'), `${list}:\n  - ${entry}`);
  }

  /** Puts the project's own state of a file or folder back. */
  restore(part: string) {
    rmSync(this.path(part), { recursive: true, force: true });
    cpSync(part, this.path(part), { recursive: true });
  }

  build(env: NodeJS.ProcessEnv = {}): Outcome {
    return this.run(['node_modules/astro/bin/astro.mjs', 'build'], env);
  }

  run(args: string[], env: NodeJS.ProcessEnv = {}): Outcome {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: this.root,
      encoding: 'utf8',
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', SITE_URL: '', NO_COLOR: '1', ...env },
    });
    return { status, output: stdout + stderr };
  }
}
