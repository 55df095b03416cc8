/** No link on the site is broken, at any path of a host. */
import { BASES, contentPages, expect, pages, test } from './fixtures.ts';

interface PageLinks {
  links: string[];
  ids: string[];
  /** Elements with an address from the root of the host, which would break at another path. */
  rootRelative: string[];
}

for (const base of BASES) {
  test(`no link and no fragment is broken on the site at ${base}`, async ({ page, sites }) => {
    const linksByPage = new Map<string, PageLinks>();
    for (const path of [...pages, '404.html']) {
      await page.goto(sites[base] + path);
      const links = await page.evaluate(() => ({
        links: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map((link) => link.href),
        ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
        rootRelative: [...document.querySelectorAll('[href^="/"], [src^="/"]')].map((element) => element.outerHTML),
      }));
      linksByPage.set(sites[base] + path, links);
    }
    const broken: string[] = [];
    const files = new Set<string>();
    for (const [from, { links, rootRelative }] of linksByPage) {
      broken.push(...rootRelative.map((element) => `${from}: ${element}`));
      for (const link of links) {
        const { origin, pathname, hash } = new URL(link);
        if (origin !== new URL(sites[base]).origin) continue;
        if (/\.(html|csv|json|md)$|\/embed\//.test(pathname)) {
          files.add(link);
          continue;
        }
        const target = linksByPage.get(origin + pathname);
        const fragment = decodeURIComponent(hash.slice(1));
        if (!target) broken.push(`${from}: ${link} is not a page`);
        else if (fragment && !target.ids.includes(fragment)) broken.push(`${from}: ${link} has no such fragment`);
      }
    }
    for (const file of files) {
      if (!(await page.request.head(file)).ok()) broken.push(`${file} is missing`);
    }
    expect(broken).toEqual([]);
  });
}

test('every heading in the text has an id, and a link to itself outside its accessible name', async ({ page }) => {
  for (const path of contentPages.filter((path) => path !== 'search/')) {
    await page.goto(path);
    const wrong = await page.locator('main .heading').evaluateAll((wrappers) =>
      wrappers.flatMap((wrapper) => {
        const heading = wrapper.querySelector('h2, h3, h4')!;
        const isRight =
          /^[a-z0-9]+(-[a-z0-9]+)*$/.test(heading.id) &&
          wrapper.querySelector(':scope > a.anchor')?.getAttribute('href') === `#${heading.id}` &&
          !heading.querySelector('a');
        return isRight ? [] : [heading.outerHTML];
      }),
    );
    expect(wrong, path).toEqual([]);
    await expect(page.locator('main :is(h2, h3, h4):not(.heading > *, [id="sources"])')).toHaveCount(0);
  }
});

test('ids are unique on each page', async ({ page }) => {
  for (const path of pages) {
    await page.goto(path);
    const ids = await page.locator('[id]').evaluateAll((elements) => elements.map(({ id }) => id));
    expect(ids, path).toEqual([...new Set(ids)]);
  }
});
