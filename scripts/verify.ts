/**
 * `npm run verify -- https://host/path/`: asks a deployed site for everything that it promises, and says what is not
 * as it should be. Ends with 1 if something is not.
 */
import { verifySite } from './verify-site.ts';

const [address] = process.argv.slice(2);
if (!address || !/^https?:\/\//.test(address) || !URL.canParse(address)) {
  console.error('Give the address of the site with its path: npm run verify -- https://example.org/docs/');
  process.exit(1);
}
const isTerminal = process.stdout.isTTY;
const problems = await verifySite(address, (done, all) => {
  if (isTerminal) process.stdout.write(`\r${done} of ${all} pages`);
  else if (done % 10 === 0 || done === all) console.log(`${done} of ${all} pages`);
});
if (isTerminal) console.log();
for (const { where, what } of problems) console.log(`  ${where}\n    ${what}`);
console.log(problems.length ? `${problems.length} problems.` : 'The site is as it should be.');
process.exitCode = problems.length ? 1 : 0;
