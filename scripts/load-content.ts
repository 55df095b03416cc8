import { KINDS } from '../src/kinds/registry.ts';
import type { SiteContent } from '../src/model/content.ts';
import { formatProblems } from '../src/model/problems.ts';
import { readContent } from '../src/model/read.ts';

/** The content of the project, for commands that need all of it. Reports what cannot be read, and exits. */
export function loadContent(): SiteContent {
  const content = readContent(process.cwd(), KINDS);
  const { problems } = content.parsed;
  if (problems.length) {
    console.error(formatProblems(problems));
    process.exit(1);
  }
  return content;
}
