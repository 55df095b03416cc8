/** The HTML of every page is valid, as the Nu Html Checker sees it: https://validator.github.io/validator/ */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { DIST } from '../site/fixtures.ts';
import { missingTools } from './installed.ts';

/** What the checker says and we do not follow, each with its reason. */
const EXCEPTIONS = [
  'Attribute “name” not allowed on element “details” at this point.', // https://html.spec.whatwg.org/#the-details-element
  'CSS: .*', // it does not know newer CSS, such as ::details-content and :target-current
  '.*directive-name: "require-trusted-types-for".*', // https://www.w3.org/TR/trusted-types/
  '.*“speculationrules” for attribute “type” on element “script”.*', // https://html.spec.whatwg.org/#speculation-rules
  'Consider using the “h1” element as a top-level heading only.*', // a handout prints pages, each with its own title
];

interface Message {
  url: string;
  lastLine: number;
  message: string;
}

const missing = missingTools({ 'default-jre-headless': ['java', '-version'] });

test('neither an error nor a warning in the HTML of any page', { skip: missing ?? false }, () => {
  const { stderr } = spawnSync(
    'java',
    [
      ...['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'], // it ends before more optimization and threads would pay
      ...['-jar', 'node_modules/vnu-jar/build/dist/vnu.jar', '--format', 'json', '--skip-non-html'],
      ...['--filterpattern', EXCEPTIONS.join('|'), DIST],
    ],
    { encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  const { messages } = JSON.parse(stderr) as { messages: Message[] };
  assert.deepEqual(
    messages.map(({ url, lastLine, message }) => `${url}:${lastLine}: ${message}`),
    [],
  );
});
