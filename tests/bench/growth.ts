/** `npm run bench -- build`: the time, memory and output of the build as the site grows, compared with Starlight. */
import { spawnSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ProjectCopy } from '../project-copy.ts';
import { writeStarlightProject } from './sites.ts';
import { printTable } from './table.ts';

const PAGES_PER_GROUP = 25;
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

/** Copies the project, and adds generated pages in groups of the sidebar. */
function createProject(pages: number): ProjectCopy {
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
    if (number % PAGES_PER_GROUP === 0) groups.push(`  - label: Group ${number / PAGES_PER_GROUP}\n    pages:\n`);
    groups.push(`      - ${slugOf(number)}\n`);
  }
  project.replace('content/navigation.yaml', /^elsewhere:/m, `${groups.join('')}elsewhere:`);
  return project;
}

/** Creates a default Starlight project with only the generated pages, in the same groups. @returns its folder */
function createStarlightProject(pages: number): string {
  const root = resolve('.test/bench/starlight-growth');
  const numbers = pageNumbers(pages);
  const sidebar = numbers
    .filter((number) => number % PAGES_PER_GROUP === 0)
    .map((first) => ({
      label: `Group ${first / PAGES_PER_GROUP}`,
      items: numbers.slice(first, first + PAGES_PER_GROUP).map(slugOf),
    }));
  writeStarlightProject(
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

interface BuildMeasurement {
  pages: number;
  /** CPU time of all threads, in seconds. */
  cpu: number;
  /** Peak memory, in megabytes. */
  memory: number;
  /** The HTML of the generated pages, in bytes. */
  html: number;
}

/** Builds the site in a folder, and measures the build. @throws with its output if it fails */
function measureBuild(root: string, pages: number): BuildMeasurement {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      SITE_URL: '',
      NODE_OPTIONS: `--import "${PRINT_RESOURCE_USAGE}"`,
    },
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
  const thisSite: BuildMeasurement[] = [];
  const starlight: BuildMeasurement[] = [];
  for (const pages of SIZES) {
    const project = createProject(pages);
    thisSite.push(measureBuild(project.root, pages));
    project.remove();
    starlight.push(measureBuild(createStarlightProject(pages), pages));
  }
  const rows = (name: string, builds: BuildMeasurement[]) =>
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
    ...rows('this site', thisSite),
    ...rows('Starlight', starlight),
  ]);
  for (const [name, builds] of [
    ['this site', thisSite],
    ['Starlight', starlight],
  ] as const) {
    const [, hundred, thousand] = builds;
    const exponent = Math.log(thousand!.html / hundred!.html) / Math.log(thousand!.pages / hundred!.pages);
    const cpuPerPage = ((thousand!.cpu - hundred!.cpu) / (thousand!.pages - hundred!.pages)) * 1000;
    console.log(
      `${name}, 100 to 1,000 pages: each page more takes ${cpuPerPage.toFixed(1)} ms of CPU; volume grows to the power of ${exponent.toFixed(2)}.`,
    );
  }
}

/** A module that prints the CPU time and peak memory of a process when it exits. */
const PRINT_RESOURCE_USAGE = `data:text/javascript,${encodeURIComponent(`
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    process.stderr.write('BENCH' + JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 }) + '\\n');
  });`)}`;
