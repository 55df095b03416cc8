/**
 * `npm run verify -- https://host/path/`: compares a deployed site with the build in `dist/`, or in the folder that
 * OUT_DIR names, and lists the problems. Exits with 1 if there are any.
 */
import { outDir } from '../src/model/settings.ts';
import { verifySite } from './verify-site.ts';

/** This many addresses of a problem are named; the others are counted. */
const MAX_EXAMPLES = 3;

const [address, another] = process.argv.slice(2).map((argument) => argument.trim());
if (another) fail(`Give only one address, without "${another}".`);
if (!address || !/^https?:\/\//i.test(address) || !URL.canParse(address))
  fail('Give the full address of the site: npm run verify -- https://example.org/docs/');
const [excess] = /((?<=[^/]\/)[^/?#]+\.html?([?#].*)?|[?#].*)$/i.exec(address) ?? [];
if (excess)
  fail(
    `Leave out "${excess}": give the address of the folder where the site starts, such as https://example.org/docs/.`,
  );

const isTerminal = process.stdout.isTTY;
const onProgress = (done: number, total: number) => {
  if (isTerminal) process.stdout.write(`\r${done} of ${total} files${done === total ? '\n' : ''}`);
  else if (done % 100 === 0 || done === total) console.log(`${done} of ${total} files`);
};
const { problems, remarks } = await verifySite(address, { folder: outDir(), onProgress }).catch((error: unknown) =>
  fail((error as Error).message),
);
for (const { message, urls } of problems) {
  const rest = urls.length - MAX_EXAMPLES;
  console.log(`\n${message}`);
  for (const url of urls.slice(0, MAX_EXAMPLES)) console.log(`  ${url}`);
  if (rest > 0) console.log(`  and ${rest} more`);
}
for (const remark of remarks) console.log(`\n${remark}`);
if (problems.length) console.log(`\n${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}.`);
else console.log(`${remarks.length ? '\n' : ''}The site matches its build.`);
process.exitCode = problems.length ? 1 : 0;

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
