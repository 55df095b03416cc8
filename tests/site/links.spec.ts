/** No link on the site leads nowhere, wherever the same folder is put. */
import { expect, pages, test, texts } from './fixtures.ts';

interface PageLinks {
  links: string[];
  ids: string[];
  /** Addresses that begin at the host's root, which would break in a folder. */
  rooted: string[];
}

for (const place of ['root', 'docs'] as const) {
  test(`links and fragments, the site at ${place === 'root' ? '/' : '/docs/'}`, async ({ page, sites }) => {
    const found = new Map<string, PageLinks>();
    for (const path of [...pages, '404.html']) {
      await page.goto(sites[place] + path);
      const links = await page.evaluate(() => ({
        links: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map((link) => link.href),
        ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
        rooted: [...document.querySelectorAll('[href^="/"], [src^="/"]')].map((element) => element.outerHTML),
      }));
      found.set(sites[place] + path, links);
    }
    const broken: string[] = [];
    const files = new Set<string>();
    for (const [from, { links, rooted }] of found) {
      broken.push(...rooted.map((element) => `${from}: ${element}`));
      for (const link of links) {
        const { origin, pathname, hash } = new URL(link);
        if (origin !== new URL(sites[place]).origin) continue;
        if (/\.(html|csv|json|md)$|\/embed\//.test(pathname)) {
          files.add(link);
          continue;
        }
        const target = found.get(origin + pathname);
        const fragment = decodeURIComponent(hash.slice(1));
        if (!target) broken.push(`${from}: ${link} is no page`);
        else if (fragment && !target.ids.includes(fragment)) broken.push(`${from}: ${link} has no such place`);
      }
    }
    for (const file of files) {
      if (!(await page.request.head(file)).ok()) broken.push(`${file} is not there`);
    }
    expect(broken).toEqual([]);
  });
}

test('every heading of the text has an address of its own, and a link to it outside its name', async ({ page }) => {
  for (const path of texts.filter((path) => path !== 'search/')) {
    await page.goto(path);
    const wrong = await page.locator('main .heading').evaluateAll((frames) =>
      frames.flatMap((frame) => {
        const heading = frame.querySelector('h2, h3, h4')!;
        const right =
          /^[a-z0-9]+(-[a-z0-9]+)*$/.test(heading.id) &&
          frame.querySelector(':scope > a.anchor')?.getAttribute('href') === `#${heading.id}` &&
          !heading.querySelector('a');
        return right ? [] : [heading.outerHTML];
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
