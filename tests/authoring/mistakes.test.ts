/** What authors see when they make a mistake: one message that names the file, the line, what is wrong and what to do. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, test } from 'node:test';
import { formatProblems } from '../../src/model/problems.ts';
import { validateContent } from '../../src/checks/validate.ts';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

/** A copy of the project's content, in which `edit` makes a mistake. */
function contentWith(edit: (root: string) => void): string {
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  folders.push(root);
  cpSync('content', join(root, 'content'), { recursive: true });
  cpSync('public', join(root, 'public'), { recursive: true });
  edit(root);
  return root;
}

/** Replaces text in a file, and fails if it is not there: a mistake that was not made proves nothing. */
const replace = (file: string, from: string | RegExp, to: string) => (root: string) => {
  const path = join(root, file);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  assert.notEqual(after, before, `${file} does not hold ${from}`);
  writeFileSync(path, after);
};
const append = (file: string, text: string) => (root: string) => {
  const path = join(root, file);
  writeFileSync(path, readFileSync(path, 'utf8') + text);
};
const lineCount = (file: string) => readFileSync(file, 'utf8').split('\n').length;
/** The line of the first place that holds a text, or with -1 of the last. */
const lineOf = (file: string, text: string, which: 0 | -1 = 0) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => (line.includes(text) ? [index + 1] : []))
    .at(which)!;

const PAGE = 'content/concepts/what-is-docker.mdx';
const TABLE = 'content/tables/docker-features.yaml';
const SEARCHES_FILE = 'content/searches.tsv';
const end = lineCount(PAGE);

/** Each mistake, the line that the message must name, and what it must say. */
const mistakes: [name: string, edit: (root: string) => void, place: string, what: RegExp][] = [
  [
    'a phrase for the search at a place that does not exist',
    append('content/phrases.yaml', '/registries/docker-hub/#pull-limit:\n  - how many pulls\n'),
    `content/phrases.yaml:${lineCount('content/phrases.yaml')}`,
    /leads to a place that does not exist: the page "registries\/docker-hub" has no #pull-limit\. Did you mean "pull-limits"\?/,
  ],
  [
    'a search whose answer was never an address',
    append(SEARCHES_FILE, 'how many pulls\t/registries/docker-hub/#pull-limit\n'),
    `${SEARCHES_FILE}:${lineCount(SEARCHES_FILE)}`,
    /leads to a place that does not exist: the page "registries\/docker-hub" has no #pull-limit\. Did you mean "pull-limits"\?/,
  ],
  [
    'a search with the address of another site',
    append(SEARCHES_FILE, 'how many pulls\thttps://hub.docker.com/\n'),
    `${SEARCHES_FILE}:${lineCount(SEARCHES_FILE)}`,
    /"https:\/\/hub\.docker\.com\/" is no address of this site/,
  ],
  [
    'a search with spaces for a tab',
    append(SEARCHES_FILE, 'how many pulls  /registries/docker-hub/#pull-limits\n'),
    `${SEARCHES_FILE}:${lineCount(SEARCHES_FILE)}`,
    /does not have two columns/,
  ],
  [
    'a search without its answer',
    append(SEARCHES_FILE, 'how many pulls\t\nhow many pushes\t/registries/docker-hub/#pull-limits\n'),
    `${SEARCHES_FILE}:${lineCount(SEARCHES_FILE)}`,
    /does not have two columns/,
  ],
  [
    'a search with two answers',
    append(SEARCHES_FILE, 'how many pulls\t/registries/docker-hub/#pull-limits\t/registries/docker-hub/\n'),
    `${SEARCHES_FILE}:${lineCount(SEARCHES_FILE)}`,
    /does not have two columns/,
  ],
  [
    'a search for nothing',
    append(SEARCHES_FILE, ' \t/registries/docker-hub/#pull-limits\n'),
    `${SEARCHES_FILE}:${lineCount(SEARCHES_FILE)}`,
    /This line has no query/,
  ],
  [
    'a search that stands there already',
    replace(SEARCHES_FILE, /^(.+\n)(.+\n)/, '$1$2$2'),
    `${SEARCHES_FILE}:3`,
    /This search stands on line 2 already/,
  ],
  [
    'an empty line between searches',
    append(SEARCHES_FILE, '\nhow many pulls\t/registries/docker-hub/#pull-limits\n'),
    `${SEARCHES_FILE}:${lineCount(SEARCHES_FILE)}`,
    /This line is empty/,
  ],
  [
    'searches whose columns have no names',
    replace(SEARCHES_FILE, /^.+\n/, ''),
    `${SEARCHES_FILE}:1`,
    /The first line does not name the columns/,
  ],
  [
    'a handout of a table that does not exist',
    append(PAGE, '\n[The handout](/teach/handout/?show=concepts/what-is-docker/docker-feature)\n'),
    `${PAGE}:${end + 1}`,
    /chooses "concepts\/what-is-docker\/docker-feature", which does not exist\. Did you mean "concepts\/what-is-docker\/docker-features"\?/,
  ],
  [
    'a row in a frame that its table does not have',
    append(PAGE, '\n<LiveEmbed name="docker-features" row="portabilty" />\n'),
    `${PAGE}:${end + 1}`,
    /The table "docker-features" has no row "portabilty"\. Did you mean "portability"\?/,
  ],
  [
    'the questions of a page that has none',
    replace('content/teach/questions.mdx', 'page="registries/docker-hub"', 'page="registries/docker-hubb"'),
    `content/teach/questions.mdx:${lineOf('content/teach/questions.mdx', 'page="registries/docker-hub"')}`,
    /The page "registries\/docker-hubb" has no questions\. Did you mean "registries\/docker-hub"\?/,
  ],
  [
    'a list of all questions that lacks those of a page',
    replace('content/teach/questions.mdx', '<SelfCheck page="concepts/what-is-docker" />', ''),
    `content/teach/questions.mdx:${lineOf('content/teach/questions.mdx', '<SelfCheck', -1)}`,
    /The questions of the page "concepts\/what-is-docker" are missing from this list/,
  ],
  [
    'a cell that Markdown would make a quotation of',
    replace(TABLE, /description: Packages.*/, "description: '> 10 GB'"),
    `${TABLE}:${lineOf(TABLE, 'Packages applications')}`,
    /would be read as a list, a quotation or several paragraphs[\s\S]*→ Put a backslash before the sign/,
  ],
  [
    'text that begins with the sign of a reference',
    replace(TABLE, /description: Packages.*/, 'description: *all* of it'),
    `${TABLE}:${lineOf(TABLE, 'Packages applications')}`,
    /no valid YAML[\s\S]*→ [\s\S]*begins with a sign in quotes/,
  ],
  [
    'two sources in one citation',
    append(PAGE, 'Text.<Cite id="docker-overview docker-cli" />\n'),
    `${PAGE}:${end}`,
    /Unknown source "docker-overview docker-cli"/,
  ],
  [
    'a picture that is not there',
    append(PAGE, '\n![A whale](/img/whale.png)\n'),
    `${PAGE}:${end + 1}`,
    /The picture "\/img\/whale\.png" is no file of this site\.[\s\S]*→ Put it into public\//,
  ],
  [
    'a page that stands in the navigation twice',
    replace('content/navigation.yaml', '- learn\n', '- learn\n      - learn\n'),
    `content/navigation.yaml:${lineOf('content/navigation.yaml', '- learn') + 1}`,
    /The page "learn" stands here twice/,
  ],
  [
    'a list that was written as text',
    replace('content/tables/clean-up.yaml', /sources: \[.*\]/, 'sources: docker-cli'),
    `content/tables/clean-up.yaml:${lineOf('content/tables/clean-up.yaml', 'sources: [')}`,
    /sources" must be a list, such as \[docker-cli\]/,
  ],
  [
    'a brace in the text',
    append(PAGE, '\nUse {memory} for it.\n'),
    `${PAGE}:${end + 1}`,
    /"memory" would be run as JavaScript\.[\s\S]*→ Write a plain "\{" as \\\{/,
  ],
  [
    'a note without an end',
    append(PAGE, '\n:::note[Advice]\nClean up.\n'),
    `${PAGE}:${end + 1}`,
    /The note that begins here has no end/,
  ],
  [
    'a kind of note that there is not',
    append(PAGE, '\n:::hint\nClean up.\n:::\n'),
    `${PAGE}:${end + 1}`,
    /There is no kind of note "hint"/,
  ],
  [
    'a component in lower case',
    append(PAGE, '\n<cite id="docker-cli" />\n'),
    `${PAGE}:${end + 1}`,
    /Write <Cite … \/>/,
  ],
  [
    'a page with the ending of plain Markdown',
    (root) => writeFileSync(join(root, 'content/concepts/new.md'), '# New\n'),
    'content/concepts/new.md',
    /This file is not read\.[\s\S]*→ A page ends in "\.mdx": rename it/,
  ],
  [
    'a page that is taught from without what one learns',
    replace(PAGE, /^objective:.*\n/m, ''),
    `${PAGE}:2`,
    /does not say what one learns/,
  ],
  [
    'a synonym of nothing',
    append('content/synonyms.yaml', '- [alone]\n'),
    `content/synonyms.yaml:${lineCount('content/synonyms.yaml')}`,
    /needs at least two wordings that mean the same/,
  ],
  [
    'an unknown frontmatter key',
    replace(PAGE, 'title:', 'reviewd: 2026-11-24\ntitle:'),
    `${PAGE}:2`,
    /Unknown key "reviewd"\. Did you mean "reviewed"\?[\s\S]*→ Remove it, or use one of: title, description, slug, reviewed/,
  ],
  [
    'a missing title',
    replace(PAGE, /^title:.*\n/m, ''),
    PAGE,
    /"title" is missing\.[\s\S]*→ Add "title:": the page's name/,
  ],
  [
    'a missing description',
    replace(PAGE, /^description:.*\n/m, ''),
    PAGE,
    /"description" is missing\.[\s\S]*→ Add "description:"/,
  ],
  ['a missing slug', replace(PAGE, /^slug:.*\n/m, ''), PAGE, /"slug" is missing\.[\s\S]*→ Add "slug:"/],
  [
    'a missing review date',
    replace(PAGE, /^reviewed:.*\n/m, ''),
    PAGE,
    /"reviewed" is missing\.[\s\S]*→ Add "reviewed:"/,
  ],
  [
    'a date that does not exist',
    replace(PAGE, /^reviewed:.*$/m, 'reviewed: 2026-02-30'),
    `${PAGE}:5`,
    /"reviewed" must be a date that exists, written YYYY-MM-DD/,
  ],
  [
    'an unknown table',
    append(PAGE, '<Table name="docker-featurs" />\n'),
    `${PAGE}:${end}`,
    /Unknown table "docker-featurs"\. Did you mean "docker-features"\?/,
  ],
  [
    'an unknown source in a page',
    append(PAGE, 'Text.<Cite id="docker-overvew" />\n'),
    `${PAGE}:${end}`,
    /Unknown source "docker-overvew"\. Did you mean "docker-overview"\?[\s\S]*content\/sources\.yaml/,
  ],
  [
    'an unknown source in a table',
    replace(TABLE, /sources: \[[^\]]+\]/, 'sources: [no-such-thing]'),
    `${TABLE}:`,
    /Unknown source "no-such-thing"/,
  ],
  ['an unknown fact', append(PAGE, '<Fact id="no-such-fact" />\n'), `${PAGE}:${end}`, /Unknown fact "no-such-fact"/],
  [
    'an unknown statement',
    append(PAGE, '<Statements ids="no-such-sentence" />\n'),
    `${PAGE}:${end}`,
    /Unknown statement "no-such-sentence"/,
  ],
  [
    'an unknown component',
    append(PAGE, '<Tabel name="docker-features" />\n'),
    `${PAGE}:${end}`,
    /There is no component <Tabel>\. Did you mean "Table"\?/,
  ],
  [
    'a duplicate row id',
    replace(TABLE, '- id: consistency', '- id: portability'),
    `${TABLE}:`,
    /The row id "portability" stands twice/,
  ],
  [
    'a duplicate slug',
    replace('content/registries/docker-hub.mdx', /^slug:.*$/m, 'slug: concepts/what-is-docker'),
    'content/registries/docker-hub.mdx:4',
    /The slug "concepts\/what-is-docker" is that of content\/concepts\/what-is-docker\.mdx already/,
  ],
  [
    'a row with too few cells',
    replace(TABLE, /^ +description: Runs on any.*\n/m, ''),
    `${TABLE}:`,
    /The row "portability" has too few cells: "description" is missing/,
  ],
  [
    'a row with too many cells',
    replace(TABLE, /^( +)(feature: Portability)$/m, '$1$2\n$1extra: Text'),
    `${TABLE}:`,
    /The row "portability" has too many cells: the table has no column "extra"/,
  ],
  [
    'a row without a source',
    replace(TABLE, /^ +sources: \[[^\]]+\]\n(?= +- id: portability)/m, ''),
    `${TABLE}:`,
    /sources" is missing/,
  ],
  [
    'a row with an empty list of sources',
    replace(TABLE, /^( +)sources: \[[^\]]+\]\n(?= +- id: portability)/m, '$1sources: []\n'),
    `${TABLE}:`,
    /needs at least one source/,
  ],
  [
    'a table that is not on its page',
    replace(TABLE, /^page:.*$/m, 'page: registries/docker-hub'),
    `${TABLE}:`,
    /The page "registries\/docker-hub" does not show this table/,
  ],
  ['invalid YAML', replace(TABLE, /^caption: /m, 'caption: "'), `${TABLE}:`, /This is no valid YAML/],
  [
    'the same key twice in YAML',
    replace(TABLE, /^page:/m, 'caption: Again\npage:'),
    `${TABLE}:`,
    /Each name may stand once/,
  ],
  [
    'a link to a page that does not exist',
    append(PAGE, '[hub](/registries/dockerhub/)\n'),
    `${PAGE}:${end}`,
    /leads to a page that does not exist\. Did you mean "registries\/docker-hub"\?/,
  ],
  [
    'a link to a fragment that does not exist',
    append(PAGE, '[row](/concepts/what-is-docker/#docker-features-portabilty)\n'),
    `${PAGE}:${end}`,
    /has no #docker-features-portabilty\. Did you mean "docker-features-portability"\?/,
  ],
  [
    'a link without its slash',
    append(PAGE, '[hub](/registries/docker-hub)\n'),
    `${PAGE}:${end}`,
    /lacks the slash[\s\S]*→ Write \/registries\/docker-hub\//,
  ],
  [
    'a relative link',
    append(PAGE, '[hub](../registries/docker-hub/)\n'),
    `${PAGE}:${end}`,
    /does not begin at the site's root/,
  ],
  [
    'a broken link in a table',
    replace(TABLE, /^( +)feature: Portability$/m, '$1feature: "[Portability](/nowhere/)"'),
    `${TABLE}:`,
    /"\/nowhere\/" leads to a page that does not exist/,
  ],
  [
    'a heading without its own id',
    append(PAGE, '\n## More about it\n'),
    `${PAGE}:${end + 1}`,
    /The heading "More about it" has no id of its own[\s\S]*→ .*## More about it \{#short-name\}/,
  ],
  [
    'two headings with one id',
    append(PAGE, '\n## One {#same}\n\n## Two {#same}\n'),
    `${PAGE}:${end + 3}`,
    /The address #same stands twice/,
  ],
  [
    'two notes with one title',
    append(PAGE, '\n:::note[Same]\nA\n:::\n\n:::note[Same]\nB\n:::\n'),
    `${PAGE}:${end + 5}`,
    /Two notes of this page are titled "Same"/,
  ],
  [
    'a heading with an id that the page has already',
    append(PAGE, '\n## More {#toc}\n'),
    `${PAGE}:${end + 1}`,
    /The address #toc stands twice on this page: the page itself and the heading "More"/,
  ],
  [
    'text of a table that would be HTML',
    replace(TABLE, /^( +)feature: Portability$/m, '$1feature: Port <name>'),
    `${TABLE}:`,
    /"<name>" would be read as HTML, and not be seen\.[\s\S]*→ Write it as code/,
  ],
  [
    'a table with another ending',
    (root) => cpSync(join(root, TABLE), join(root, 'content/tables/other.yml')),
    'content/tables/other.yml',
    /This file is not read\.[\s\S]*→ Put it into content\/tables\/ itself, and end its name in "\.yaml"/,
  ],
  [
    'an empty file',
    (root) => writeFileSync(join(root, 'content/redirects.yaml'), '# nothing\n'),
    'content/redirects.yaml:',
    /The file is empty\.[\s\S]*→ It needs: pages, places, gone/,
  ],
  [
    'a citation of a website that is only linked',
    append(PAGE, 'Text.<Cite id="docker-hub-website" />\n'),
    `${PAGE}:${end}`,
    /Unknown source "docker-hub-website"[\s\S]*that is not linkOnly/,
  ],
  [
    'a reference-style link to nowhere',
    append(PAGE, '\n[text][there]\n\n[there]: /nowhere/\n'),
    `${PAGE}:`,
    /"\/nowhere\/" leads to a page that does not exist/,
  ],
  [
    'an image without a text',
    append(PAGE, '\n![](/favicon.svg)\n'),
    `${PAGE}:${end + 1}`,
    /The image "\/favicon\.svg" has no text/,
  ],
  ['invalid MDX', append(PAGE, '\n<Table name="docker-features">\n'), `${PAGE}:`, /This is no valid MDX/],
  [
    'a page missing from the navigation',
    replace('content/navigation.yaml', /^ +- registries\/docker-hub\n/m, ''),
    'content/registries/docker-hub.mdx:4',
    /missing from the navigation[\s\S]*→ Add "- registries\/docker-hub"/,
  ],
  [
    'a page in the navigation that does not exist',
    replace('content/navigation.yaml', '- registries/docker-hub\n', '- registries/docker-hubb\n'),
    'content/navigation.yaml:',
    /No page has the slug "registries\/docker-hubb"\. Did you mean "registries\/docker-hub"\?/,
  ],
];

for (const [name, edit, place, what] of mistakes) {
  test(name, () => {
    const message = formatProblems(validateContent(contentWith(edit)));
    assert.match(message, what);
    const problem = message.split('\n\n').find((part) => what.test(part)) ?? '';
    assert.ok(problem.trim().startsWith(place), `"${problem.trim().split('\n')[0]}" begins with ${place}`);
    assert.match(problem, /→ \S/);
  });
}

/** A misspelled attribute, and the one problem that an author reads of it. */
const misspelled: [file: string, from: string, to: string, message: string][] = [
  [
    'content/teach/index.mdx',
    'row="portability"',
    'rwo="portability"',
    '<LiveEmbed> has no attribute "rwo". Did you mean "row"?',
  ],
  [
    'content/teach/questions.mdx',
    '<SelfCheck page="registries/docker-hub" />',
    '<SelfCheck pag="registries/docker-hub" />',
    '<SelfCheck> has no attribute "pag". Did you mean "page"?',
  ],
  [PAGE, '<Cite id=', '<Cite note="p. 3" id=', '<Cite> has no attribute "note".'],
  ['content/search.mdx', '<PageList />', '<PageList section="practice" />', '<PageList> has no attribute "section".'],
  [PAGE, '<SelfCheck />', '<SelfChek />', 'There is no component <SelfChek>. Did you mean "SelfCheck"?'],
];
for (const [file, from, to, message] of misspelled) {
  test(`${to} is one mistake, whatever is missing because of it`, () => {
    const problems = validateContent(contentWith(replace(file, from, to)));
    assert.deepEqual(
      problems.map((problem) => [problem.file, problem.line, problem.message]),
      [[file, lineOf(file, from), message]],
    );
    assert.match(problems[0]!.fix, /^Remove it|^Use one of: .*SelfCheck/);
  });
}

test('the content as it is has no mistakes', () => assert.deepEqual(validateContent('.'), []));

test('two tables of one name cannot be: the file is the name', () => {
  const root = contentWith(append(TABLE, ''));
  cpSync(join(root, TABLE), join(root, 'content/tables/Docker_Features.yaml'));
  assert.match(formatProblems(validateContent(root)), /Docker_Features\.yaml[\s\S]*is no address/);
});
