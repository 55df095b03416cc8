/** Each page as Markdown holds what readers of the page see. The tests parse it as the site parses its own pages. */
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { existsSync, readFileSync } from 'node:fs';
import { markdownToHtml } from 'satteri';
import {
  contentPages,
  DIST,
  DIST_WITH_SITE_URL,
  expect,
  pages,
  promisedAddresses,
  SITE_URL,
  test,
} from './fixtures.ts';

const readMarkdown = (path: string, build = DIST) => readFileSync(`${build}/${path}index.md`, 'utf8');
const parsePage = (path: string) => fromHtml(readFileSync(`${DIST}/${path}index.html`, 'utf8'));
const parseMarkdown = (path: string) => fromHtml(markdownToHtml(readMarkdown(path), { features: { gfm: true } }).html);

/** What a tool of a page shows of its example, which the Markdown leaves out. */
const TOOL_RESULTS = '.image-results *';

/** The text of an element without spaces and references to sources, in which a page and its Markdown differ. */
const wordsOf = (element: Element) => {
  const textOf = (node: Element['children'][number]): string => {
    if (node.type === 'text') return node.value;
    if (node.type !== 'element' || node.tagName === 'sup') return '';
    if (/\b(cite|anchor|visually-hidden)\b/.test(String(node.properties['className']))) return '';
    const text = node.children.map(textOf).join('');
    return node.tagName === 'q' ? `“${text}”` : text;
  };
  return textOf(element).replace(/\s+/g, '');
};

test('every page has a Markdown file, and llms.txt lists every page once', () => {
  for (const path of contentPages) expect(existsSync(`${DIST}/${path}index.md`), path).toBe(true);
  const list = readFileSync(`${DIST}/llms.txt`, 'utf8');
  expect(list).toMatch(/^# Docker Basics\n\n> \w/);
  const links = [...list.matchAll(/^- \[[^\]]+\]\(\.\/([^)]*)index\.md\): \w/gm)].map(([, path]) => path);
  expect(links.sort()).toEqual(pages);
});

test('it has the headings, the tables and the corrections of its page', () => {
  let corrections = 0;
  for (const path of contentPages) {
    const [page, markdown] = [parsePage(path), parseMarkdown(path)];
    const main = selectAll('main', page)[0]!;
    const inTool = new Set(selectAll(TOOL_RESULTS, page));
    const headings = (root: Parameters<typeof selectAll>[1]) =>
      selectAll('h1, h2, h3', root)
        .filter((heading) => !inTool.has(heading))
        .map(wordsOf);
    expect(
      headings(markdown).filter((text) => !/^(Sources|Footnotes)$/.test(text)),
      path,
    ).toEqual(headings(main).filter((text) => text !== 'Sources'));

    const cells = (table: Element) => selectAll('tr', table).map((row) => selectAll('th, td', row).map(wordsOf));
    const actualTables = selectAll('table', markdown);
    const expectedTables = selectAll('table', main);
    expect(actualTables.length, path).toBe(expectedTables.length);
    for (const [index, expected] of expectedTables.entries()) {
      const caption = wordsOf(selectAll('caption', expected)[0]!);
      expect(cells(actualTables[index]!), `${path} ${caption}`).toEqual(cells(expected));
    }

    const text = wordsOf({ type: 'element', tagName: 'div', properties: {}, children: markdown.children as Element[] });
    for (const correction of selectAll('.correction', main)) {
      expect(text, path).toContain(wordsOf(correction));
      corrections++;
    }
  }
  expect(corrections).toBeGreaterThan(20);
});

test('it has no character references where readers want words', () => {
  for (const path of contentPages) expect(readMarkdown(path).match(/.{0,30}&#x?\w+;.{0,30}/g) ?? [], path).toEqual([]);
  expect(readMarkdown('reference/glossary/')).toContain('**Amazon ECR** also Amazon Elastic Container Registry, ECR\n');
});

test('it has every paragraph, list, note, figure and line of code of its page', () => {
  for (const path of contentPages) {
    const markdown = wordsOf({
      type: 'element',
      tagName: 'div',
      properties: {},
      children: parseMarkdown(path).children as Element[],
    });
    const main = selectAll('main', parsePage(path))[0]!;
    const left = new Set(
      selectAll(
        `footer *, form *, .actions, .eyebrow, .exports, .table-foot, .live-embed *, .moved *, .sources *, .quiz-promise, noscript *, ${TOOL_RESULTS}`,
        main,
      ),
    );
    const parts = selectAll('p, li:not(:has(form)), dt, dd, pre, figure > [hidden], figcaption', main).filter(
      (part) => !left.has(part),
    );
    const missing = parts.map(wordsOf).filter((words) => !markdown.includes(words));
    expect(missing, path).toEqual([]);
  }
});

test('it cites the sources of its page, in the same places', () => {
  for (const path of contentPages) {
    const page = parsePage(path);
    const citations = selectAll('main .cite a', page).map((link) => `[^${toString(link)}]`);
    const markdown = readMarkdown(path);
    const footnoteReferences = markdown.replace(/^\[\^\d+\]: /gm, '').match(/\[\^\d+\]/g) ?? [];
    expect(footnoteReferences, path).toEqual(citations);
    for (const item of selectAll('.sources li', page)) {
      const [, number] = /^source-(\d+)$/.exec(String(item.properties['id']))!;
      const address = String(selectAll('a[href^="http"]', item)[0]!.properties['href']);
      const line = markdown.split('\n').find((line) => line.startsWith(`[^${number}]: `));
      expect(line, `${path} ${number}`).toContain(`](${address})`);
    }
  }
});

test('its links lead to promised addresses, and are absolute with SITE_URL', () => {
  for (const path of contentPages) {
    const links = selectAll('a[href]', parseMarkdown(path)).map(({ properties }) => String(properties['href']));
    const internalLinks = links.filter((link) => !/^(https?:|#)/.test(link));
    expect(internalLinks.length, path).toBeGreaterThan(0);
    for (const link of internalLinks) {
      const { pathname, hash } = new URL(link, `https://site.invalid/${path}`);
      if (/\.\w+$/.test(pathname)) expect(existsSync(DIST + pathname), link).toBe(true);
      else expect(promisedAddresses, `${path}: ${link}`).toContain(pathname + hash);
    }
    const absolute = readMarkdown(path, DIST_WITH_SITE_URL);
    expect(absolute, path).toContain(`From ${SITE_URL}${path}, `);
    expect(absolute.match(/\]\((?!https?:)[^)]*\)/g), path).toBe(null);
  }
  const list = readFileSync(`${DIST_WITH_SITE_URL}/llms.txt`, 'utf8');
  expect(list).toContain(`](${SITE_URL}learn/index.md)`);
});

test('a page links its Markdown at its end', async ({ page, request }) => {
  await page.goto('registries/docker-hub/');
  const link = page.getByRole('link', { name: 'This page as Markdown' });
  const response = await request.get(await link.evaluate((element: HTMLAnchorElement) => element.href));
  expect(response.headers()['content-type']).toMatch(/^text\/markdown/);
  expect(await response.text()).toMatch(
    /^# Docker Hub\n\n> All pages as Markdown: \[llms\.txt\]\(\.\.\/\.\.\/llms\.txt\)\n/,
  );
  await expect(page.getByRole('link', { name: 'llms.txt' })).toHaveAttribute('href', '../../llms.txt');
});
