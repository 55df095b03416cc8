/**
 * The smallest site: a few pages, and one entry of each kind of data. It builds in a moment, so it is what the tests of
 * commands build. That it builds at all is a promise to people who replace the content by their own.
 */
import { rmSync } from 'node:fs';
import { ProjectCopy } from './project-copy.ts';

const page = (title: string, slug: string, text: string) => `---
title: ${title}
description: What this page says about wombats, in a sentence that is long enough to be a description.
slug: ${slug}
reviewed: 2026-11-24
---

${text}
`;

const CONTENT: Record<string, string> = {
  'navigation.yaml': `sidebar:
  - label: Start
    pages: [{ page: index, label: About wombats }, wombats]
elsewhere: [search]
`,
  'redirects.yaml': 'pages:\nplaces:\ngone:\n',
  'paths.yaml': 'everyone:\n  readers: everyone\n  level: beginner\n  steps:\n    wombats: says what digs.\n',
  'searches.tsv': 'query\taddress\nburrowing marsupial\t/wombats/\n',
  'phrases.yaml': '/wombats/:\n  - animal that digs\n',
  'synonyms.yaml': '- [wombat, vombatus]\n',
  'index.mdx': page('The wombats', 'index', 'A wombat digs.'),
  'search.mdx': page('Search', 'search', '<SearchField />\n\n## All pages {#pages}\n\n<PageList />'),
  'wombats.mdx': page(
    'Wombats',
    'wombats',
    `A <Term id="wombat">wombat</Term> digs.<Cite id="guide" />

<Statements ids="wombats-dig" />

<Table name="wombats" />

It weighs <Fact id="weight" />.

<Figure name="layers" />

## Words {#words}

<Glossary />

<Misconceptions />

<Errors />

<FactIndex />

<SourceIndex />

<Path id="everyone" />

## Check yourself {#check-yourself}

<SelfCheck />`,
  ).replace('\n---\n\n', '\nobjective: You can say what a wombat is.\nminutes: 5\n---\n\n'),
  'sources.yaml': `guide:
  title: The guide to wombats
  publisher: The zoo
  dated: autumn 2026
  url: https://example.org/wombats/
  read: 2026-11-24
`,
  'glossary.yaml': 'wombat:\n  term: Wombat\n  definition: An animal that digs.\n  sources: [guide]\n',
  'errors.yaml': `burrow-closed:
  text: 'burrow closed'
  pattern: 'burrow closed|alert' # the tests put HTML into the text
  cause: The wombat is out.
  cure: Wait.
  sources: [guide]
`,
  'misconceptions.yaml': `wombats-fly:
  claim: Wombats fly.
  verdict: wrong
  why: They jump.
  correction: Wombats dig.
  twin: Wombats dig.
  try: Watch a wombat.
  sources: [guide]
`,
  'questions.yaml': `what-is-a-wombat:
  page: wombats
  question: What is a wombat?
  answer: An animal that digs.
  proof: /wombats/#words
`,
  'statements.yaml': 'wombats-dig:\n  text: Wombats dig.\n  page: wombats\n  sources: [guide]\n',
  'facts/wombats.yaml': `weight:
  value: '30'
  unit: kg
  meaning: What a wombat weighs.
  page: wombats
  asOf: 2026-11-24
  reviewBy: 2027-11-24
  sources: [guide]
`,
  'tables/wombats.yaml': `caption: The parts of a wombat
page: wombats
columns:
  - { id: part, label: Part }
  - { id: use, label: Use }
rows:
  - id: claws
    cells: { part: Claws, use: To dig }
    sources: [guide]
`,
};

/** A copy of the project with the content of the smallest site. */
export class SmallSite extends ProjectCopy {
  constructor() {
    super();
    const site = this.read('content/site.yaml').replace(/^starters: .*/m, 'starters: [burrow closed]');
    rmSync(this.pathOf('content'), { recursive: true });
    this.write('content/site.yaml', site);
    for (const [file, text] of Object.entries(CONTENT)) this.write(`content/${file}`, text);
    for (const file of ['links.lock.json', 'changes.lock.json', 'trials.lock.json']) this.write(file, '{}\n');
  }

  /** Writes into `dist/` what makes it a build. @param start the text of its start page */
  writeBuild(start: string): void {
    this.write('dist/index.html', start);
    this.write('dist/404.html', '');
    this.write('dist/build.json', '{ "revision": null, "committed": null }');
  }
}
