/**
 * `npm run verify -- https://host/path/`: requests everything that a deployed site promises, and lists the problems.
 * Exits with 1 if there are any.
 */
import { verifySite } from './verify-site.ts';

const [address] = process.argv.slice(2);
if (!address || !/^https?:\/\//.test(address) || !URL.canParse(address)) {
  console.error('Give the address of the site with its path: npm run verify -- https://example.org/docs/');
  process.exit(1);
}
const isTerminal = process.stdout.isTTY;
const problems = await verifySite(address, (done, total) => {
  if (isTerminal) process.stdout.write(`\r${done} of ${total} pages`);
  else if (done % 10 === 0 || done === total) console.log(`${done} of ${total} pages`);
});
if (isTerminal) console.log();
for (const { url, message } of problems) console.log(`  ${url}\n    ${message}`);
console.log(
  problems.length
    ? `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}.`
    : 'The site is as it should be.',
);
process.exitCode = problems.length ? 1 : 0;
