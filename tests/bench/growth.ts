/** `npm run bench -- build`: time, memory and output of the build, as the site grows; and what Starlight takes. */
import { spawnSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ProjectCopy } from '../project-copy.ts';
import { writeStarlight } from './sites.ts';
import { printTable } from './table.ts';

const GROUP = 25;
const SIZES = [10, 100, 1000];

const pageNumbers = (pages: number) => Array.from({ length: pages }, (_, number) => number);
const slugOf = (number: number) => `generated/page-${number}`;
const titleOf = (number: number) => `Generated page ${number}`;

/** Six sections of twelve sentences. */
const textOf = (number: number, headingId: (section: number) => string) =>
  Array.from(
    { length: 6 },
    (_, section) =>
      `## Section ${section}${headingId(section)}\n\n${`Sentence ${number}-${section} of generated text, long enough to be read. `.repeat(12)}`,
  ).join('\n\n');

/** A project with so many pages more, in groups of 25. */
function projectWith(pages: number): ProjectCopy {
  const project = new ProjectCopy();
  const groups: string[] = [];
  for (const number of pageNumbers(pages)) {
    project.write(
      `content/${slugOf(number)}.mdx`,
      `---
title: ${titleOf(number)}
description: A generated page that shows how the build grows with the number of pages, number ${number} of them.
slug: ${slugOf(number)}
reviewed: 2026-11-24
---

${textOf(number, (section) => ` {#section-${section}}`)}
`,
    );
    if (number % GROUP === 0) groups.push(`  - label: Group ${number / GROUP}\n    pages:\n`);
    groups.push(`      - ${slugOf(number)}\n`);
  }
  project.replace('content/navigation.yaml', /^elsewhere:/m, `${groups.join('')}elsewhere:`);
  return project;
}

/** A default Starlight site with the same pages in the same groups, and no others. */
function starlightWith(pages: number): string {
  const root = resolve('.test/bench/starlight-growth');
  const numbers = pageNumbers(pages);
  const sidebar = numbers
    .filter((number) => number % GROUP === 0)
    .map((first) => ({
      label: `Group ${first / GROUP}`,
      items: numbers.slice(first, first + GROUP).map(slugOf),
    }));
  writeStarlight(
    root,
    sidebar,
    numbers.map((number) => ({
      file: `${slugOf(number)}.mdx`,
      title: titleOf(number),
      text: textOf(number, () => ''),
    })),
  );
  return root;
}

interface Measured {
  pages: number;
  /** Seconds of every thread of the build's process. */
  cpu: number;
  /** Megabytes. */
  memory: number;
  /** Bytes of the generated pages' HTML. */
  html: number;
}

/** Builds the site in a folder. */
function measure(root: string, pages: number): Measured {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', SITE_URL: '', NODE_OPTIONS: `--import "${PEAK}"` },
  });
  if (status !== 0) throw new Error(stdout + stderr);
  const files = globSync('dist/generated/**/index.html', { cwd: root });
  return {
    pages,
    ...(JSON.parse(/BENCH(\{.*\})/.exec(stderr)![1]!) as { cpu: number; memory: number }),
    html: files.reduce((sum, file) => sum + statSync(join(root, file)).size, 0),
  };
}

export function benchBuild(): void {
  const own: Measured[] = [];
  const starlight: Measured[] = [];
  for (const pages of SIZES) {
    const project = projectWith(pages);
    own.push(measure(project.root, pages));
    project.remove();
    starlight.push(measure(starlightWith(pages), pages));
  }
  const rows = (name: string, builds: Measured[]) =>
    builds.map(({ pages, cpu, memory, html }) => [
      name,
      pages,
      cpu.toFixed(1),
      memory.toFixed(0),
      (html / 1e6).toFixed(1),
      (html / pages / 1000).toFixed(1),
    ]);
  printTable([
    ['', 'pages', 'CPU, s', 'peak memory, MB', 'HTML, MB', 'KB a page'],
    ...rows('this site', own),
    ...rows('Starlight', starlight),
  ]);
  for (const [name, builds] of [
    ['this site', own],
    ['Starlight', starlight],
  ] as const) {
    const [, hundred, thousand] = builds;
    const exponent = Math.log(thousand!.html / hundred!.html) / Math.log(thousand!.pages / hundred!.pages);
    const each = ((thousand!.cpu - hundred!.cpu) / (thousand!.pages - hundred!.pages)) * 1000;
    console.log(
      `${name}, 100 to 1,000 pages: each page more takes ${each.toFixed(1)} ms of CPU; volume grows to the power of ${exponent.toFixed(2)}.`,
    );
  }
}

/** Loaded before the build: prints what it took when it ends. */
const PEAK = `data:text/javascript,${encodeURIComponent(`
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    process.stderr.write('BENCH' + JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 }) + '\\n');
  });`)}`;
