/** The metadata for search engines and previews: titles, descriptions, and absolute addresses with SITE_URL. */
import { readFileSync } from 'node:fs';
import { KINDS } from '../../src/kinds/registry.ts';
import { pathOf } from '../../src/model/paths.ts';
import { readContent } from '../../src/model/read.ts';
import { DIST, DIST_WITH_SITE_URL, expect, pages, SITE_URL, test } from './fixtures.ts';

const htmlOf = (dist: string, path: string) => readFileSync(`${dist}/${path}index.html`, 'utf8');

test('each page has a title and a description of its own', () => {
  const all = (pattern: RegExp) => pages.map((path) => pattern.exec(htmlOf(DIST, path))![1]!);
  const titles = all(/<title>([^<]+)<\/title>/);
  const descriptions = all(/<meta name="description" content="([^"]+)">/);
  expect(titles).toEqual([...new Set(titles)]);
  expect(descriptions).toEqual([...new Set(descriptions)]);
  for (const text of descriptions) expect(text.length).toBeGreaterThanOrEqual(50);
});

test('with SITE_URL each page has a canonical address and a preview', () => {
  for (const path of pages) {
    const html = htmlOf(DIST_WITH_SITE_URL, path);
    expect(html).toContain(`<link rel="canonical" href="${SITE_URL}${path}">`);
    expect(html).toContain(`<meta property="og:url" content="${SITE_URL}${path}">`);
    expect(html).toMatch(/<meta property="og:title" content="[^"]+">/);
    expect(html).toMatch(/<meta property="og:description" content="[^"]+">/);
  }
  const sitemap = readFileSync(`${DIST_WITH_SITE_URL}/sitemap.xml`, 'utf8');
  const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address);
  expect(listed.sort()).toEqual(pages.map((path) => SITE_URL + path).sort());
  for (const { slug, frontmatter } of readContent('.', KINDS).pages) {
    const entry = `<loc>${SITE_URL}${pathOf(slug).slice(1)}</loc><lastmod>${frontmatter.reviewed}</lastmod>`;
    expect(sitemap).toContain(entry);
  }
  expect(readFileSync(`${DIST_WITH_SITE_URL}/404.html`, 'utf8')).toContain(`<a href="${SITE_URL}"`);
});

test('search engines may read everything', () => {
  const robots = (dist: string) => readFileSync(`${dist}/robots.txt`, 'utf8');
  expect(robots(DIST)).toBe('User-agent: *\nAllow: /\n');
  expect(robots(DIST_WITH_SITE_URL)).toBe(`User-agent: *\nAllow: /\nSitemap: ${SITE_URL}sitemap.xml\n`);
});

test('without SITE_URL only the absolute addresses are missing', () => {
  const withoutAddresses = (html: string) =>
    html
      .replace(
        /<link rel="(canonical|search)"[^>]*>|<meta property="og:(url|image[:a-z]*)"[^>]*>|<meta name="twitter:card"[^>]*>/g,
        '',
      )
      .replace(/,"url":"[^"]*"/, '')
      .replaceAll(`<article data-address="${SITE_URL}`, '<article data-address="'); // printed in handouts
  /** The size of the offline copy depends on the length of the addresses in the exports. */
  const withoutSize = (html: string) => html.replace(/(data-size=")[^"]*/, '$1');
  // Packages have links only with SITE_URL, and their page says so.
  for (const path of pages.filter((path) => path !== 'teach/packages/')) {
    const html = withoutSize(htmlOf(DIST, path));
    expect(html).not.toContain('docs.example.org');
    expect(html).toBe(withoutAddresses(html));
    expect(withoutSize(withoutAddresses(htmlOf(DIST_WITH_SITE_URL, path)))).toBe(html);
  }
});
