/** `npm run bench -- build`: time, memory and output of the build, as the site grows. */
import { globSync, statSync } from 'node:fs';
import { ProjectCopy } from '../project-copy.ts';
import { printTable } from './table.ts';

const GROUP = 25;

/** A project with so many pages more, in groups of 25. */
function projectWith(pages: number): ProjectCopy {
  const project = new ProjectCopy();
  const groups: string[] = [];
  for (let number = 0; number < pages; number++) {
    const slug = `generated/page-${number}`;
    project.write(
      `content/${slug}.mdx`,
      `---
title: Generated page ${number}
description: A generated page that shows how the build grows with the number of pages, number ${number} of them.
slug: ${slug}
reviewed: 2026-11-24
---

${Array.from({ length: 6 }, (_, section) => `## Section ${section} {#section-${section}}\n\n${`Sentence ${number}-${section} of generated text, long enough to be read. `.repeat(12)}`).join('\n\n')}
`,
    );
    if (number % GROUP === 0) groups.push(`  - label: Group ${number / GROUP}\n    pages:\n`);
    groups.push(`      - ${slug}\n`);
  }
  project.replace('content/navigation.yaml', /^elsewhere:/m, `${groups.join('')}elsewhere:`);
  return project;
}

export function benchBuild(): void {
  const rows: (string | number)[][] = [['pages', 'CPU, s', 'peak memory, MB', 'HTML, MB', 'KB a page']];
  const volumes: [number, number][] = [];
  for (const pages of [10, 100, 1000]) {
    const project = projectWith(pages);
    const { status, output } = project.build({ NODE_OPTIONS: `--import "${PEAK}"` });
    if (status !== 0) throw new Error(output);
    const { cpu, memory } = JSON.parse(/BENCH(\{.*\})/.exec(output)![1]!) as { cpu: number; memory: number };
    const files = globSync('dist/generated/**/index.html', { cwd: project.root });
    const bytes = files.reduce((sum, file) => sum + statSync(project.path(file)).size, 0);
    volumes.push([pages, bytes]);
    rows.push([pages, cpu.toFixed(1), memory.toFixed(0), (bytes / 1e6).toFixed(1), (bytes / pages / 1000).toFixed(1)]);
    project.remove();
  }
  printTable(rows);
  const [, hundred, thousand] = volumes;
  const exponent = Math.log(thousand![1] / hundred![1]) / Math.log(thousand![0] / hundred![0]);
  console.log(`Volume grows with the number of pages to the power of ${exponent.toFixed(2)} (100 to 1,000).`);
}

/** Loaded before the build: prints what it took when it ends. */
const PEAK = `data:text/javascript,${encodeURIComponent(`
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    process.stderr.write('BENCH' + JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 }) + '\\n');
  });`)}`;
