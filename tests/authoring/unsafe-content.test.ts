/** Nothing that runs gets in by content, and what readers would not see as the author meant it is a mistake with its line. */
import assert from 'node:assert/strict';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { findProblems, validateContent } from '../../src/checks/validate.ts';
import { KINDS } from '../../src/kinds/registry.ts';
import { SiteContent } from '../../src/model/content.ts';
import type { Problem } from '../../src/model/problems.ts';
import { outlineOfMarkdown } from '../../src/model/outline.ts';
import { readPage } from '../../src/model/read-page.ts';
import { readContent } from '../../src/model/read.ts';
import { attributeOf, parseElements } from '../../src/pipeline/html.ts';
import { SmallSite } from '../small-site.ts';

const PAGE = 'content/concepts/what-is-docker.mdx';
const PAGE_TEXT = readFileSync(PAGE, 'utf8');
const content = readContent('.', KINDS);

/** The problems of the content with a page whose text is replaced. @param folder that holds public/ */
function problemsOfPage(text: string, folder = '.'): Problem[] {
  const problems: Problem[] = [];
  const page = readPage(PAGE, text, problems);
  const pages = content.pages.flatMap((other) => (other.file === PAGE ? (page ?? []) : other));
  return findProblems(new SiteContent({ ...content.parsed, pages, problems }), folder);
}

/** Asserts that one of the problems is at a place, says what is wrong, and how to fix it. */
function assertProblem(problems: Problem[], file: string, line: number | undefined, message: RegExp): void {
  const found = problems.find((problem) => message.test(problem.message));
  assert.ok(found, `${String(message)} is among ${JSON.stringify(problems, null, 2)}`);
  assert.deepEqual([found.file, found.line], [file, line]);
  assert.match(found.fix, /^[A-Z].+\.$/s);
}

const HTML = /The HTML element .* isn't allowed on a page/;
const SCRIPT = /would be run as JavaScript/;
const LOCAL = /leads to the reader's own machine or network/;
/** Text at the end of a page, with what the validation must say, and on which of its lines if not on the first. */
const onPages: [text: string, message: RegExp, line?: number][] = [
  ['<script>alert(1)</script>', /The HTML element <script> isn't allowed/],
  ['Text <script>alert(1)</script> in a line', /The HTML element <script> isn't allowed/],
  ['<SCRIPT>alert(1)</SCRIPT>', /There is no component <SCRIPT>/],
  ['<script src="https://example.org/x.js" />', HTML],
  ['<script is:inline>alert(1)</script>', HTML],
  ['<svg:script>alert(1)</svg:script>', HTML],
  ['<img src="/favicon.svg" alt="Mark" onerror="alert(1)" />', /<img> can't have the attribute "onerror"/],
  ['Press <kbd onClick="alert(1)">Ctrl</kbd>', /<kbd> can't have the attribute "onClick"/],
  ['Press <kbd style="position:fixed">Ctrl</kbd>', /<kbd> can't have the attribute "style"/],
  ['<img srcset="https://example.org/x.png" src="/favicon.svg" alt="Mark" />', /attribute "srcset"/],
  ['<style>main { display: none }</style>', HTML],
  ['<script>\nconst a = { b: 1 };\n</script>', HTML],
  ['<style>{`main { display: none }`}</style>', HTML],
  ['<iframe src="https://example.org/"></iframe>', HTML],
  ['<frame src="https://example.org/" />', HTML],
  ['<object data="/x.svg"></object>', HTML],
  ['<embed src="/x.svg" />', HTML],
  ['<svg onload="alert(1)"></svg>', HTML],
  ['<math><mtext>x</mtext></math>', HTML],
  ['<base href="https://example.org/" />', HTML],
  ['<meta http-equiv="refresh" content="0;url=https://example.org/" />', HTML],
  ['<link rel="stylesheet" href="https://example.org/x.css" />', HTML],
  ['<form action="https://example.org/"><input name="password" /></form>', HTML],
  ['<a href="javascript:alert(1)">text</a>', HTML],
  ['<my-element />', HTML],
  ['<a.b />', HTML],
  ['<constructor />', HTML],
  ['A [link <b onclick="alert(1)">here</b>](/learn/)', HTML],
  ['<Term id="container-image"><b>image</b></Term>', HTML],
  ['- a list\n  - <iframe src="https://example.org/" />', HTML, 2],
  ['| a | b |\n| - | - |\n| <script>alert(1)</script> | c |', HTML, 3],
  [':::note[Advice for <script>alert(1)</script>]\nA\n:::', HTML],
  ['A note[^1]\n\n[^1]: <style>x</style>', HTML, 3],
  ['<>text</>', /There is no component <>/],
  ['<!-- a comment -->', /isn't valid MDX/],
  ['<javascript:alert(1)>', /isn't valid MDX/],
  ['{alert(1)}', SCRIPT],
  ['Text {alert(1)} in a line', SCRIPT],
  ['{/* a */ alert(1) /* b */}', SCRIPT],
  ["import x from './x.js'", SCRIPT],
  ['export const x = alert(1)', SCRIPT],
  ['<Figure {...alert(1)} name="layers" />', SCRIPT],
  ['<kbd {...{ onclick: "alert(1)" }}>Ctrl</kbd>', SCRIPT],
  ['<Figure name={alert(1)} />', SCRIPT],
  ['<img src={"javascript:alert(1)"} alt="x" />', SCRIPT],
  ['<Figure name="layers" set:html="<script>alert(1)</script>" />', /<Figure> has no attribute "set:html"/],
  ['<Figure name="layers" client:load />', /<Figure> has no attribute "client:load"/],
  ['## Heading {#heading onclick="alert(1)"}', /the attribute "onclick"/],
  ['## Heading {#heading style="color:red"}', /the attribute "style"/],
  [':::note[Title]{onclick="alert(1)"}\nA\n:::', /the attribute "onclick"/],
  ['[text](javascript:alert(1))', /"javascript:alert\(1\)" isn't an address that a page may link/],
  ['[text](JaVaScRiPt:alert(1))', /isn't an address that a page may link/],
  ['[text](&#106;avascript:alert(1))', /"javascript:alert\(1\)" isn't an address that a page may link/],
  ['[text](java&#9;script:alert(1))', /isn't an address that a page may link/],
  ['[text](<  javascript:alert(1)>)', /isn't an address that a page may link/],
  ['[text](&#1;javascript:alert(1))', /isn't an address that a page may link/],
  ['[text](https:x)', /isn't an address that a page may link/],
  ['[text](vbscript:x)', /isn't an address that a page may link/],
  ['[text](data:text/html;base64,PHNjcmlwdD4=)', /isn't an address that a page may link/],
  ['[text](https://)', /isn't an address that a page may link/],
  ['[text](http://example.org/)', /The link "http:\/\/example\.org\/" isn't encrypted/],
  ['[text](http://localhost:8080/)', LOCAL],
  ['Open http://127.0.0.1:8080/ now', LOCAL],
  ['[text](https://192.168.1.1/)', LOCAL],
  ['[text](http://[::1]:8080/)', LOCAL],
  ['[text](https://printer.local/)', LOCAL],
  ['[text](//example.org/)', /"\/\/example\.org\/" doesn't start with a whole "https:\/\/"/],
  ['[text](https//example.org/)', /"https\/\/example\.org\/" doesn't start with a whole "https:\/\/"/],
  ['[text](/../content/index.mdx)', /leads to a page that doesn't exist/],
  ['[text][x]\n\n[x]: javascript:alert(1)', /isn't an address that a page may link/, 3],
  ['![A mark](data:image/svg+xml;base64,PHN2Zz4=)', /There is no picture ".*" on this site/],
  ['![A mark](https://example.org/x.png)', /There is no picture ".*" on this site/],
  ['[x]: https://example.org/x.png\n\n![A mark][x]', /There is no picture ".*" on this site/, 3],
  ['![A mark](/img/my picture.png)', /Readers would see "!\[A mark\]\(\/img\/my picture\.png\)" as it is/],
  ['A word that runs &#x202E;backward', /changes the direction of the text/],
  ['<abbr>ECR</abbr>', /<abbr> doesn't say what it stands for/],
  ['<abbr title="&#x2066;x">word</abbr>', /changes the direction of the text/],
  ['A paragraph\nof two lines, with a zero width&#xFEFF;space', /invisible character that has no width/, 2],
  ['A paragraph\nof two lines, with ![a mark](/img/my mark.png)', /Readers would see ".*" as it is/, 2],
  ['![A &#8203;mark](/favicon.svg)', /invisible character that has no width/],
  ['<Term id="container-image"></Term>', /no text between the tags of <Term>/],
  ['<Term id="container-image"> &nbsp; </Term>', /no text between the tags of <Term>/],
  ['Text.<Cite id="docker-cli">Docker CLI</Cite>', /<Cite> doesn't show the text between its tags/],
  ['```dokcerfile\nFROM x\n```', /The language "dokcerfile" of this code block is unknown\. Did you mean "dockerfile"/],
  ['```console', /The code block that starts here never ends/],
  ['::tip[Advice]\nA\n::', /Readers would see "::tip" as it is: a note starts with three colons/],
  ['::note[Advice] A', /Readers would see "::note\[Advice\] A" as it is/],
  ['A\n\n:::', /Readers would see ":::" as it is/, 3],
  [':::note Advice\nA\n:::', /Readers wouldn't see "Advice" after ":::note"/],
  [':::note(Advice)\nA\n:::', /Readers wouldn't see "\(Advice\)"/],
  [':::note[Advice] and more\nA\n:::', /Readers wouldn't see "and more"/],
  ['::::note[Advice]\nA\n:::', /The note that starts here never ends/],
  [':::note[Advice]\nA\n\n:::tip[More]\nB\n:::', /The note that starts here never ends/],
  ['A\n| a | b |\n| 1 | 2 |', /Readers would see this table as text/],
  ['| a | b | c |\n| - | - |\n| 1 | 2 | 3 |', /Readers would see this table as text/],
  ['| a | b |\n| - | - |\n| 1 | 2 | 3 |', /the first row has 2 cells, and row 2 has 3 cells/],
  ['| a | b |\n| - | - |\n| 1 | 2 |\n| 1 |', /the first row has 2 cells, and row 3 has 1 cell\./],
  ['A __bold word', /Readers would see "__bold" as it is/],
  ['A _slanted word', /Readers would see "_slanted" as it is/],
  ['A line\nwith a *slanted word', /Readers would see "\*slanted" as it is/, 2],
  ['A (~~struck word)', /Readers would see "~~struck" as it is/],
  ['(text)[/learn/]', /Readers would see "\(text\)\[\/learn\/\]" as it is: .*wrong order/],
  ['!(A mark)[/favicon.svg]', /Readers would see "!\(A mark\)\[\/favicon\.svg\]" as it is: .*wrong order/],
  ['• one\n• two', /Readers would see "•" as it is: .* Also on line \d+\./],
  ['A line\n-one', /Readers would see "-one" as it is: the space after the hyphen is missing/, 2],
  ['- one\n  2.second', /Readers would see "2\.second" as it is: the space after the number is missing/, 2],
  ['A&nbsp B', /Readers would see "&nbsp" as it is: the semicolon/],
  ['Text.[^1]', /Readers would see "\[\^1\]" as it is: this site has no footnotes/],
  ['## {#try-it} Try it', /A heading has one id, at its end, but "## \{#try-it\} Try it" has it elsewhere/],
  ['## Try it {#try-it} {#again}', /A heading has one id, at its end/],
  ['Use {a-b c} for it', /isn't valid MDX: "\{…\}", "import" and "export" are JavaScript, but this isn't/],
  ['<details>\nText\n</details>', /<details> has no <summary>/],
  ['Text.<Cite id="docker-cli" id="docker-overview" />', /<Cite> has the attribute "id" twice/],
  ['<Term id="container-image">an image<Cite id="docker-cli" /></Term>', /<Cite> is in <Term>, and is a link itself/],
  ['<Term id="container-image">an [image](/learn/)</Term>', /The link "\/learn\/" is in <Term>/],
  ['[A <Term id="container-image">image</Term>](/learn/)', /<Term> is in the text of a link/],
  ['<Quiz />', /<Quiz> needs page="…"/],
  ['<img src="/favicon.svg" alt="A mark" width="32" />', /The image has no size/],
];
for (const [text, message, line = 1] of onPages) {
  test(`the validation reports ${JSON.stringify(text)}`, () => {
    const before = PAGE_TEXT.split('\n').length;
    assertProblem(problemsOfPage(`${PAGE_TEXT}\n${text}\n`), PAGE, before + line, message);
  });
}

test('a page may hold the HTML that Markdown lacks, and text about HTML', () => {
  const text = `
Press <kbd>Ctrl</kbd>+<kbd>C</kbd>. 2<sup>32</sup> and H<sub>2</sub>O, <abbr title="Elastic Container Registry">ECR</abbr>.<br />
<img src="/favicon.svg" alt="The mark of the site" width="32" height="32" />

<details open>
<summary>More</summary>

Text of \`<script>\`, \`__init__\`, snake_case, 5 * 3, __bold__, *slanted*, "*.txt", ~5 minutes and ~6, ~~struck~~, 3.x, \`nginx\`-based, \`TODO\`, a to-do, &amp;nbsp;, &copy;, std::x, 10:30, AT&T, &lt;script&gt;,
-5 °C, \`http://localhost:8080/\`, [a site](https://127.example.org/) and \\{braces}. {/* A comment. */}
</details>
`;
  assert.deepEqual(problemsOfPage(PAGE_TEXT.replace('\n## In short', `${text}\n## In short`)), []);
});

test('a text may hold curly quotes', () => {
  for (const title of ['“Docker” and “Podman”', '“Docker” means more', 'What is “Docker”', "'“What is Docker?”'"]) {
    assert.deepEqual(problemsOfPage(PAGE_TEXT.replace(/^title: .*/m, `title: ${title}`)), [], title);
  }
});

/** How many lines the frontmatter has, with its first mark. */
const FRONTMATTER_LINES = PAGE_TEXT.slice(0, PAGE_TEXT.indexOf('\n---\n')).split('\n').length;

/** The frontmatter of a page, changed, with what the validation must say, and on which line. */
const inFrontmatter: [from: RegExp, to: string, line: number, message: RegExp][] = [
  [/^---\n/, '---  \n', 1, /There are spaces after the "---" of the frontmatter/],
  [/\n---\n/, '\n--- \n', 1 + FRONTMATTER_LINES, /There are spaces after the "---"/],
  [/\n---\n[^]*/, '\n', 1, /The frontmatter never ends/],
  [/^---\n/, '----\n', 1, /This line is "----", so it neither starts nor ends the frontmatter/],
  [/^---\n/, '—\n', 1, /This line is "—", so it neither starts nor ends the frontmatter/],
  [/\n---\n[^]*/, '\n--\n\nA page.\n', 1 + FRONTMATTER_LINES, /This line is "--", so it neither starts nor ends/],
  [/^title: /m, ' title: ', 2, /The first line is indented, and a line below it isn't/],
  [/^reviewed: .*/m, 'reviewed: 1926-11-24', 5, /"reviewed" must not be before 2013/],
  [
    /^minutes: .*/m,
    'minutes: 500',
    1 + PAGE_TEXT.split('\n').findIndex((line) => line.startsWith('minutes:')),
    /"minutes" must be at most 60/,
  ],
  [/^title: /m, 'readFirst: [concepts/what-is-docker]\n$&', 2, /The page names itself in "readFirst"/],
  [/^title: .*/m, 'title: "What is \\u202E Docker?"', 2, /changes the direction of the text/],
  [/^title: .*/m, 'title: "What is \\0 Docker?"', 2, /control character/],
  [/^title: .*/m, 'title: "What is\\u200B Docker?"', 2, /invisible character that has no width/],
  [/^reviewed: .*/m, 'reviewed: 2101-01-01', 5, /"reviewed" must not be in the future/],
  [/^reviewed: .*/m, '$&\nheavyPictures: { /img/x.png: It is a photograph. }', 6, /doesn't show "\/img\/x\.png"/],
  [
    /^title: .*/m,
    'title: “What is Docker?”',
    2,
    /marks around “What is Docker\?” are curly, so they would be part of it/,
  ],
  [/^title: /m, 'head: [{ tag: script, content: alert(1) }]\n$&', 2, /Unknown key "head"/],
];
for (const [from, to, line, message] of inFrontmatter) {
  test(`the validation reports ${JSON.stringify(to)} in place of ${String(from)} in the frontmatter`, () => {
    assert.match(PAGE_TEXT, from);
    assertProblem(problemsOfPage(PAGE_TEXT.replace(from, to)), PAGE, line, message);
  });
}

const root = mkdtempSync(join(tmpdir(), 'content-'));
after(() => rmSync(root, { recursive: true }));
for (const part of ['content', 'links.lock.json', 'src/kinds/figure']) {
  cpSync(part, join(root, part), { recursive: true });
}

/** A line of a data file, found by its beginning, and what takes its place. The mistake stands on its last line. */
const inData: [file: string, line: string, replacement: string, message: RegExp][] = [
  [
    'tables/docker-features.yaml',
    '      feature: Portability',
    '      feature: <script>alert(1)</script>',
    /read as HTML/,
  ],
  [
    'tables/docker-features.yaml',
    '      feature: Portability',
    '      feature: Port <img src=x onerror=alert(1)>',
    /read as HTML/,
  ],
  [
    'tables/docker-features.yaml',
    '      feature: Portability',
    "      feature: '[Port](javascript:alert(1))'",
    /isn't an address that a page may link/,
  ],
  [
    'tables/docker-features.yaml',
    '      feature: Portability',
    "      feature: '[Port](&#x6A;avascript:x)'",
    /isn't an address that a page may link/,
  ],
  [
    'tables/docker-features.yaml',
    '      feature: Portability',
    "      feature: '![Port](data:image/png;base64,x)'",
    /picture "data:/,
  ],
  [
    'tables/docker-features.yaml',
    '      feature: Portability',
    "      feature: '![Port](/img/my picture.png)'",
    /Readers would see ".*" as it is/,
  ],
  [
    'tables/docker-features.yaml',
    '      feature: Portability',
    "      feature: 'Port &#x202E;x'",
    /changes the direction/,
  ],
  [
    'tables/docker-features.yaml',
    '      feature: Portability',
    '      feature: "Port \\u202E"',
    /changes the direction/,
  ],
  ['tables/docker-features.yaml', 'caption:', '"capt\\u200Bion": Features', /invisible character that has no width/],
  [
    'tables/docker-features.yaml',
    'page:',
    'page: concepts/what-is-docker\ncaption: Again',
    /"caption" is already on line 1\./,
  ],
  [
    'glossary.yaml',
    '  definition:',
    '  definition: An <iframe src="https://example.org/"></iframe> is a frame.',
    /read as HTML/,
  ],
  ['sources.yaml', '  url:', '  url: javascript:alert(1)', /must be a full https address/],
  ['sources.yaml', '  url:', '  url: data:text/html,x', /must be a full https address/],
  ['sources.yaml', '  url:', '  url: https://example.org/volumes /', /an address without spaces, quotation marks/],
  ['sources.yaml', '  url:', '  url: https://example.org/volumes/”', /an address without spaces, quotation marks/],
  ['sources.yaml', '  read:', '  read: 2101-01-01', /must not be in the future/],
  ['site.yaml', 'repository:', 'repository: javascript:alert(1)', /must be a full https address/],
  ['site.yaml', 'repository:', 'repository: http://git.example.org/docs', /must be a full https address/],
  ['redirects.yaml', 'pages:', 'pages:\n  - from: /x/\n    to: javascript:alert(1)', /must be the path of a page/],
  ['questions.yaml', '  proof:', '  proof: javascript:alert(1)#x', /must be the address of a row or heading/],
  ['phrases.yaml', '/', 'javascript:alert(1):', /must be an address of this site/],
  [
    'tables/docker-features.yaml',
    'caption:',
    'caption: ‘Docker’s features’',
    /marks around ‘Docker’s features’ are curly/,
  ],
  [
    'tables/docker-features.yaml',
    'caption:',
    'caption: “Docker: its features”',
    /marks around “Docker: its features” are curly/,
  ],
  ['glossary.yaml', '  sources:', '  sources: [“docker-cli”]', /marks around “docker-cli” are curly/],
  ['facts/docker.yaml', '  value:', '  value: 1.10', /must be text: put it in quotes, or YAML turns 1\.10 into 1\.1/],
  ['facts/docker.yaml', '  asOf:', '  asOf: 2101-01-01', /must not be in the future/],
];
for (const [file, start, replacement, message] of inData) {
  test(`the validation reports ${JSON.stringify(replacement)} in ${file}`, () => {
    const path = join(root, 'content', file);
    const before = readFileSync(path, 'utf8');
    const lines = before.split('\n');
    const index = lines.findIndex((line) => line.startsWith(start));
    assert.ok(index >= 0, `${file} has a line that begins with "${start}"`);
    writeFileSync(path, lines.with(index, replacement).join('\n'));
    const problems = validateContent(root);
    writeFileSync(path, before);
    assertProblem(problems, `content/${file}`, index + replacement.split('\n').length, message);
  });
}

const SVG = 'xmlns="http://www.w3.org/2000/svg"';
const base64 = (text: string) => Buffer.from(text, 'base64');
/** Pictures of 3 by 2 pixels, as libvips writes them. */
const PNG = base64(
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVQImWPgTqmAIAY4CwAzqgVrykQikQAAAABJRU5ErkJggg==',
);
const GIF = base64('R0lGODlhAwACAIAAAExpcQtkeCH5BAUAAAAALAAAAAADAAIAAAICjF8AOw==');
const JPEG = base64(
  '/9j/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAACAAMDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAAAwT/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCAA6J//9k=',
);
const WEBP_LOSSY = base64('UklGRjIAAABXRUJQVlA4ICYAAABwAQCdASoDAAIABABoJaACdAFAAAD+645cCStWF77oe+rypzIAAA==');
const WEBP_LOSSLESS = base64('UklGRh4AAABXRUJQVlA4TBEAAAAvAkAAAAdQsi4Ur/+BiOh/AAA=');
const WEBP_ALPHA = base64(
  'UklGRlQAAABXRUJQVlA4WAoAAAAQAAAAAgAAAQAAQUxQSAcAAAAAgICAgICAAFZQOCAmAAAAcAEAnQEqAwACAAQAaCWgAnQBQAAA/uuOXAkrVhe+6Hvq8qcyAAA=',
);
const AVIF = base64(
  'AAAAHGZ0eXBhdmlmAAAAAG1pZjFhdmlmbWlhZgAAANZtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAACJpbG9jAAAAAERAAAEAAQAAAAAA+gABAAAAAAAAAB8AAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABhdjAxAAAAAA5waXRtAAAAAAABAAAAVmlwcnAAAAA4aXBjbwAAAAxhdjFDgSACAAAAABRpc3BlAAAAAAAAAAMAAAACAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAgMAAAAnbWRhdBIACgg4BCtICGg0gDIRH/JihOAAFgAAkDWOPFCyfzI=',
);

/** Files for public/, with what the validation must say, and on which line if it can tell. */
const RUNS = /A browser would run this file, or open it as a page/;
const BROKEN = /This file is damaged, or it isn't the type of picture that its name says/;
const inPublic: [name: string, bytes: string | Buffer, message: RegExp, line?: number][] = [
  ['page.html', '<!doctype html><script>alert(1)</script>', RUNS],
  ['page.XHTML', '<html xmlns="http://www.w3.org/1999/xhtml"/>', RUNS],
  ['feed.xml', '<x xmlns="http://www.w3.org/1999/xhtml"/>', RUNS],
  ['x.js', 'alert(1)', RUNS],
  ['x.mjs', 'alert(1)', RUNS],
  ['x.wasm', '\0asm', RUNS],
  ['x.swf', 'FWS', RUNS],
  ['script.svg', `<svg ${SVG}>\n<script>alert(1)</script></svg>`, /an element that runs.*<script/, 2],
  ['prefix.svg', `<svg ${SVG} xmlns:s="http://www.w3.org/2000/svg"><s:script/></svg>`, /an element that runs/, 1],
  ['hidden.svg', `<svg ${SVG}><desc><title><script>alert(1)</script></title></desc></svg>`, /an element that runs/, 1],
  ['handler.svg', `<svg ${SVG}\nonload="alert(1)"></svg>`, /an event handler/, 2],
  ['foreign.svg', `<svg ${SVG}><foreignObject/></svg>`, /an element that runs/, 1],
  ['link.svg', `<svg ${SVG}><a href="javascript:alert(1)"/></svg>`, /an address that runs a script/, 1],
  ['reference.svg', `<svg ${SVG}><a href="&#106;avascript:alert(1)"/></svg>`, /a character reference/, 1],
  ['entity.svg', `<!DOCTYPE svg [<!ENTITY x "y">]><svg ${SVG}>&x;</svg>`, /a character reference/, 1],
  ['external.svg', `<svg ${SVG}><image href="https://example.org/x.png"/></svg>`, /the address of another file/, 1],
  ['use.svg', `<svg ${SVG}><use xlink:href='//example.org/x.svg#a'/></svg>`, /the address of another file/, 1],
  ['style.svg', `<svg ${SVG}><style>@import "https://example.org/x.css"</style></svg>`, /a style that loads/, 1],
  ['fill.svg', `<svg ${SVG}><path fill="url(https://example.org/#x)"/></svg>`, /a style that loads/, 1],
  ['sheet.svg', `<?xml version="1.0"?>\n<?xml-stylesheet href="x.xsl"?><svg ${SVG}/>`, /a processing instruction/, 2],
  ['empty.png', '', BROKEN],
  ['cut-off.png', PNG.subarray(0, 60), BROKEN],
  ['no-pixels.png', Buffer.concat([PNG.subarray(0, 16), Buffer.alloc(8), PNG.subarray(24)]), BROKEN],
  ['text.png', 'A text', BROKEN],
  ['a-jpeg.png', JPEG, BROKEN],
  ['a-png.jpg', PNG, BROKEN],
  ['a-page.svg', '<html><body></body></html>', BROKEN],
  ['no-namespace.svg', '<svg></svg>', BROKEN],
  ['cut-off.gif', GIF.subarray(0, 30), BROKEN],
  ['cut-off.jpeg', JPEG.subarray(0, 200), BROKEN],
  ['cut-off.webp', WEBP_LOSSY.subarray(0, 40), BROKEN],
  ['cut-off.avif', AVIF.subarray(0, 200), BROKEN],
  ['heavy.png', Buffer.concat([PNG, Buffer.alloc(300_000)]), /This picture is 301 KB; the limit is 300 KB/],
];
/** Brings public/ of the copy back to what it is in the project. @returns its path */
function copyPublic(): string {
  const folder = join(root, 'public');
  rmSync(folder, { recursive: true, force: true });
  cpSync('public', folder, { recursive: true });
  return folder;
}

test('the validation reports each file of public/ that runs, is broken or too heavy, and no other', () => {
  const folder = join(copyPublic(), 'img');
  mkdirSync(folder);
  for (const [name, bytes] of inPublic) writeFileSync(join(folder, name), bytes);
  const intact = { png: PNG, PNG, gif: GIF, jpg: JPEG, jpeg: JPEG, webp: WEBP_LOSSY, avif: AVIF };
  for (const [ending, bytes] of Object.entries(intact)) writeFileSync(join(folder, `intact.${ending}`), bytes);
  writeFileSync(join(folder, 'lossless.webp'), WEBP_LOSSLESS);
  writeFileSync(join(folder, 'alpha.webp'), WEBP_ALPHA);
  const drawing = `<?xml version="1.0" encoding="UTF-8"?>\n<!-- A mark -->\n<svg ${SVG} viewBox="0 0 9 9"><use href="#a"/><path id="a" d="M0 0" fill="url(#b)"/></svg>\n`;
  writeFileSync(join(folder, 'intact.svg'), drawing);
  symlinkSync('/etc/hostname', join(root, 'public', 'host.txt'));
  const problems = findProblems(content, root);
  for (const [name, , message, line] of inPublic) {
    assertProblem(
      problems.filter(({ file }) => file === `public/img/${name}`),
      `public/img/${name}`,
      line,
      message,
    );
  }
  assertProblem(problems, 'public/host.txt', undefined, /This is a symbolic link, not a file/);
  assert.deepEqual(
    [...new Set(problems.map(({ file }) => file))].sort(),
    ['public/host.txt', ...inPublic.map(([name]) => `public/img/${name}`)].sort(),
  );
});

test('a page may say why a picture is heavy', () => {
  writeFileSync(join(copyPublic(), 'heavy.png'), Buffer.concat([PNG, Buffer.alloc(300_000)]));
  const text = PAGE_TEXT.replace(
    '\n---\n',
    '\nheavyPictures: { /heavy.png: It is a screenshot of small print. }\n---\n',
  );
  const shown = text.replace('\n## In short', '\n![Small print](/heavy.png)\n\n## In short');
  assert.deepEqual(problemsOfPage(shown, root), []);
  assertProblem(problemsOfPage(shown.replace(/heavyPictures.*\n/, ''), root), 'public/heavy.png', undefined, /301 KB/);
});

test('the validation says which formats of pictures there are', () => {
  writeFileSync(join(copyPublic(), 'scan.bmp'), 'BM');
  const problems = problemsOfPage(PAGE_TEXT.replace('\n## In short', '\n![A scan](/scan.bmp)\n\n## In short'), root);
  assert.equal(problems.length, 1);
  assert.match(problems[0]!.message, /The picture "\/scan\.bmp" has a format that this site doesn't support/);
  assert.match(problems[0]!.fix, /\.jpg, \.png, \.svg, /);
});

test('the validation reports a symbolic link in content/', () => {
  const link = join(root, 'content/concepts/linked.mdx');
  const lock = join(root, 'content/concepts/.#page.mdx'); // Emacs writes it while somebody edits the page
  symlinkSync('/etc/hostname', link);
  symlinkSync('author@machine.example.org:1', lock);
  const problems = validateContent(root);
  for (const path of [link, lock]) rmSync(path);
  assertProblem(problems, 'content/concepts/linked.mdx', undefined, /This is a symbolic link/);
  assert.equal(problems.length, 1);
});

/** HTML and an expression in each text that is no Markdown, named by where it stands. The rest refuses them, see above. */
const asText = (name: string) => `${name} <img src=x onerror=alert(1)> {alert(1)}`;
const texts: [name: string, file: string, from: RegExp, to: (text: string) => string][] = [
  ['title', 'content/wombats.mdx', /^title: .*/m, (text) => `title: '${text}'`],
  [
    'description',
    'content/wombats.mdx',
    /^description: .*/m,
    (text) => `description: '${text} and more of it, to be long enough'`,
  ],
  ['objective', 'content/wombats.mdx', /^objective: .*/m, (text) => `objective: '${text}'`],
  ['site', 'content/site.yaml', /^title: .*/m, (text) => `title: '${text}'`],
  ['group', 'content/navigation.yaml', /label: Start/, (text) => `label: '${text}'`],
  ['page', 'content/navigation.yaml', /label: About wombats/, (text) => `label: '${text}'`],
  ['caption', 'content/tables/wombats.yaml', /^caption: .*/m, (text) => `caption: '${text}'`],
  ['column', 'content/tables/wombats.yaml', /label: Part/, (text) => `label: '${text}'`],
  ['value', 'content/facts/wombats.yaml', /^ {2}value: .*/m, (text) => `  value: '${text}'`],
  ['unit', 'content/facts/wombats.yaml', /^ {2}unit: .*/m, (text) => `  unit: '${text}'`],
  ['term', 'content/glossary.yaml', /^ {2}term: .*/m, (text) => `  term: '${text}'`],
  ['publisher', 'content/sources.yaml', /^ {2}publisher: .*/m, (text) => `  publisher: '${text}'`],
  ['source', 'content/sources.yaml', /^ {2}title: .*/m, (text) => `  title: '${text}'`],
  ['dated', 'content/sources.yaml', /^ {2}dated: .*/m, (text) => `  dated: '${text}'`],
  ['message', 'content/errors.yaml', /^ {2}text: .*/m, (text) => `  text: '${text}'`],
  ['why', 'content/redirects.yaml', /^gone:$/m, (text) => `gone:\n  - { from: /gone/, why: '${text}' }`],
];
test('texts that are no Markdown are shown as they are, HTML and all', () => {
  const project = new SmallSite();
  try {
    for (const [name, file, from, to] of texts) project.replace(file, from, to(asText(name)));
    const { status, output } = project.build({ SITE_URL: 'https://example.org/' });
    assert.equal(status, 0, output);
    const pages = globSync('dist/**/*.html', { cwd: project.root }).map((file) => project.read(file));
    for (const html of pages) {
      const elements = parseElements(html).filter((element) => attributeOf(element, 'onerror') !== undefined);
      assert.deepEqual(
        elements.map(({ tagName }) => tagName),
        [],
      );
    }
    const markdown = globSync('dist/**/{*.md,llms.txt}', { cwd: project.root });
    assert.ok(markdown.length > 3);
    for (const file of markdown) {
      assert.deepEqual(outlineOfMarkdown(project.read(file)).html, [], file);
    }
    for (const [name] of texts) {
      const shown = asText(name).replace('<', '&lt;');
      assert.ok(
        pages.some((html) => html.replaceAll('<wbr>', '').replaceAll('&gt;', '>').includes(shown)),
        `${name} is shown`,
      );
    }
  } finally {
    project.remove();
  }
});
