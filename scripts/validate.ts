/** `npm run validate`: reports the mistakes in `content/` without a build. */
import { formatProblems } from '../src/model/problems.ts';
import { validateContent } from '../src/checks/validate.ts';

const problems = validateContent(process.cwd());
console.log(problems.length ? formatProblems(problems) : 'The content has no mistakes.');
process.exitCode = problems.length ? 1 : 0;
