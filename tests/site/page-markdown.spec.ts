/** Each page as Markdown: what a reader of the page sees is in it, read back with the parser that also reads the site's pages. */
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { existsSync, readFileSync } from 'node:fs';
import { markdownToHtml } from 'satteri';
import { DIST, DIST_WITH_SITE_URL, expect, pages, promised, test, texts } from './fixtures.ts';

const markdownOf = (path: string, build = DIST) => readFileSync(`${build}/${path}index.md`, 'utf8');
const articleOf = (path: string) => fromHtml(readFileSync(`${DIST}/${path}index.html`, 'utf8'));
const renderedOf = (path: string) => fromHtml(markdownToHtml(markdownOf(path), { features: { gfm: true } }).html);

/** The words alone: a page and its Markdown differ in spaces, and in the signs that lead to a source. */
const words = (node: Element) => {
  const text = (one: Element['children'][number]): string => {
    if (one.type === 'text') return one.value;
    if (one.type !== 'element' || one.tagName === 'sup') return '';
    if (/\b(cite|anchor|visually-hidden)\b/.test(String(one.properties['className']))) return '';
    const inner = one.children.map(text).join('');
    return one.tagName === 'q' ? `“${inner}”` : inner;
  };
  return text(node).replace(/\s+/g, '');
};

test('every page has it, and llms.txt lists every page of the menu once', () => {
  for (const path of texts) expect(existsSync(`${DIST}/${path}index.md`), path).toBe(true);
  const list = readFileSync(`${DIST}/llms.txt`, 'utf8');
  expect(list).toMatch(/^# Docker Basics\n\n> \w/);
  const links = [...list.matchAll(/^- \[[^\]]+\]\(\.\/([^)]*)index\.md\): \w/gm)].map(([, path]) => path);
  expect(links.sort()).toEqual(pages.filter((path) => !path.startsWith('search/')));
});

test('it has the headings, the words of every table and every correction of its page', () => {
  let corrections = 0;
  for (const path of texts) {
    const [page, markdown] = [articleOf(path), renderedOf(path)];
    const main = selectAll('main', page)[0]!;
    const headings = (root: Parameters<typeof selectAll>[1]) => selectAll('h1, h2, h3', root).map(words);
    const ofPage = headings(main).filter((text) => text !== 'Sources');
    expect(
      headings(markdown).filter((text) => !/^(Sources|Footnotes)$/.test(text)),
      path,
    ).toEqual(ofPage);

    const tables = selectAll('table', markdown);
    const expected = selectAll('table', main);
    expect(tables.length, path).toBe(expected.length);
    for (const [index, table] of expected.entries()) {
      const found = selectAll('tr', tables[index]).map((row) => selectAll('th, td', row).map(words));
      const wanted = selectAll('tr', table).map((row) => selectAll('th, td', row).map(words));
      expect(found, `${path} ${words(selectAll('caption', table)[0]!)}`).toEqual(wanted);
    }

    const text = words({ type: 'element', tagName: 'div', properties: {}, children: markdown.children as Element[] });
    for (const correction of selectAll('.correction', main)) {
      expect(text, path).toContain(words(correction));
      corrections++;
    }
  }
  expect(corrections).toBeGreaterThan(20);
});

test('it cites the sources that its page cites, each where the page does', () => {
  for (const path of texts) {
    const page = articleOf(path);
    const cited = selectAll('main .cite a', page).map((link) => `[^${toString(link)}]`);
    const markdown = markdownOf(path);
    const found = markdown.replace(/^\[\^\d+\]: /gm, '').match(/\[\^\d+\]/g) ?? [];
    expect(found, path).toEqual(cited);
    for (const item of selectAll('.sources li', page)) {
      const [, number] = /^source-(\d+)$/.exec(String(item.properties['id']))!;
      const address = String(selectAll('a[href^="http"]', item)[0]!.properties['href']);
      const line = markdown.split('\n').find((line) => line.startsWith(`[^${number}]: `));
      expect(line, `${path} ${number}`).toContain(`](${address})`);
    }
  }
});

test('its links lead to places that are promised, absolute where the address of the site is known', () => {
  for (const path of texts) {
    const links = selectAll('a[href]', renderedOf(path)).map(({ properties }) => String(properties['href']));
    const inside = links.filter((link) => !/^(https?:|#)/.test(link));
    expect(inside.length, path).toBeGreaterThan(0);
    for (const link of inside) {
      const { pathname, hash } = new URL(link, `https://site.invalid/${path}`);
      if (/\.\w+$/.test(pathname)) expect(existsSync(DIST + pathname), link).toBe(true);
      else expect(promised, `${path}: ${link}`).toContain(pathname + hash);
    }
    const site = 'https://docs.example.org/basics/';
    const absolute = markdownOf(path, DIST_WITH_SITE_URL);
    expect(absolute, path).toContain(`From ${site}${path}, `);
    expect(absolute.match(/\]\((?!https?:)[^)]*\)/g), path).toBe(null);
  }
  const list = readFileSync(`${DIST_WITH_SITE_URL}/llms.txt`, 'utf8');
  expect(list).toContain('](https://docs.example.org/basics/learn/index.md)');
});

test('at the end of a page a link leads to it', async ({ page, request }) => {
  await page.goto('registries/docker-hub/');
  const link = page.getByRole('link', { name: 'This page as Markdown' });
  const answer = await request.get(await link.evaluate((element: HTMLAnchorElement) => element.href));
  expect(answer.headers()['content-type']).toMatch(/^text\/markdown/);
  expect(await answer.text()).toMatch(/^# Docker Hub\n/);
});
