/** Reports mistakes in the English of the content and the guides; part of `npm run check`. */
import { findProseProblems } from '../src/checks/prose.ts';
import { formatProblems } from '../src/model/problems.ts';

const problems = findProseProblems(process.cwd());
if (problems.length) console.log(formatProblems(problems, 'the prose'));
process.exitCode = problems.length ? 1 : 0;
