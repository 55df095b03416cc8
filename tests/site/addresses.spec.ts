/** Everything has an address, and a link to itself that copies it; what an address opens is there to be seen. */
import { readFileSync } from 'node:fs';
import { readPages } from '../../src/pipeline/built-site.ts';
import { addressList, collectAddresses, MANIFEST_FILE, type Manifest } from '../../src/links/manifest.ts';
import { DIST, expect, test, texts } from './fixtures.ts';

const ROW = 'docker-features-portability';
const PAGE = 'concepts/what-is-docker/';

test('every address of the site is promised, and every promise is kept by the page that it names', async () => {
  const published = addressList(JSON.parse(readFileSync(MANIFEST_FILE, 'utf8')) as Manifest);
  const current = addressList(collectAddresses(await readPages(DIST)));
  const added = current.filter((address) => !published.includes(address));
  expect(added, 'new addresses: run "npm run links:accept" and commit links.lock.json').toEqual([]);
  expect(published.length).toBeGreaterThan(140);
});

test('headings, tables, rows, sentences and lists of sources carry a link to themselves', async ({ page }) => {
  for (const path of texts) {
    await page.goto(path);
    const without = await page.evaluate(() => {
      const linked = new Set([...document.querySelectorAll('main a.anchor')].map((link) => link.getAttribute('href')));
      const kinds =
        'main :is(h2, h3, h4)[id], main figure[id], main tbody tr[id], main .course > [id], main .question[id], main .glossary > [id], main .facts li[id]';
      return [...document.querySelectorAll(kinds)].map(({ id }) => id).filter((id) => !linked.has(`#${id}`));
    });
    expect(without, path).toEqual([]);
    // Citations leave out "the KIND", so a link is named in this way, or by the text of its heading.
    const misnamed = await page.locator('main a.anchor').evaluateAll((links) =>
      links
        .filter((link) => {
          const heading = link.parentElement!.querySelector('h2, h3, h4')?.textContent;
          return !/^Link to the \w+ \S/.test(link.ariaLabel!) && link.ariaLabel !== `Link to ${heading}`;
        })
        .map((link) => link.ariaLabel),
    );
    expect(misnamed, path).toEqual([]);
    await expect(
      page.locator('main th a.anchor, main caption a.anchor, main :is(h1, h2, h3, h4) a.anchor'),
    ).toHaveCount(0);
  }
});

test('the link of each kind of thing shows itself when that is hovered', async ({ page }) => {
  for (const [path, thing] of [
    [PAGE, '.heading'],
    [PAGE, '.course > li'],
    [PAGE, '.course > p'],
    [PAGE, 'figcaption'],
    ['registries/docker-hub/', '.facts li'],
    ['reference/glossary/', '.glossary > div'],
    ['reference/sources/', '.source-index li'],
    ['practice/troubleshooting/', '.entry .heading'],
  ] as const) {
    await page.goto(path);
    const first = page.locator(`main ${thing}`).first();
    const link = first.locator('a.anchor').first();
    await page.mouse.move(0, 0);
    await expect(link, `${path} ${thing}`).toHaveCSS('opacity', '0');
    await first.hover();
    await expect(link, `${path} ${thing}`).toHaveCSS('opacity', '1');
  }
});

test.describe('a press on the link of a row', () => {
  test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));
  const clipboard = (page: import('@playwright/test').Page) => page.evaluate(() => navigator.clipboard.readText());

  for (const place of ['root', 'docs'] as const) {
    test(`with the mouse, the site at ${place === 'root' ? '/' : '/docs/'}`, async ({ page, sites }) => {
      await page.goto(sites[place] + PAGE);
      const row = page.locator(`tr[id="${ROW}"]`);
      const link = row.getByRole('link', { name: 'Link to the row Portability' });
      await expect(link).toHaveCSS('opacity', '0');
      await row.hover();
      await expect(link).toHaveCSS('opacity', '1');
      await link.click();
      const address = `${sites[place]}${PAGE}#${ROW}`;
      await expect(page).toHaveURL(address);
      await expect(row.getByRole('status')).toHaveText('Link copied');
      expect(await clipboard(page)).toBe(address);
    });
  }

  test('with the keyboard, which goes on to the citation and back', async ({ page, sites }) => {
    await page.goto(PAGE);
    const row = page.locator(`tr[id="${ROW}"]`);
    const link = row.getByRole('link', { name: 'Link to the row Portability' });
    await link.focus();
    await page.keyboard.press('Enter');
    await expect(row.getByRole('status')).toHaveText('Link copied');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Cite as text' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(row.getByRole('status')).toHaveText('Citation copied');
    const reviewed = await page.locator('.reviewed time').first().getAttribute('datetime');
    expect(await clipboard(page)).toBe(
      `“Portability”, “What Docker offers”, “What is Docker?”, Docker Basics. Reviewed ${reviewed}. ${sites.root}${PAGE}#${ROW}`,
    );
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Cite as text' })).toHaveCount(0);
    await expect(link).toBeFocused();
  });

  test('the whole page and a table are cited too, as Markdown', async ({ page, sites }) => {
    await page.goto(`${PAGE}#${ROW}`);
    const reviewed = await page.locator('.reviewed time').first().getAttribute('datetime');
    await page.getByRole('button', { name: 'Cite this page' }).click();
    await page.getByRole('button', { name: 'Cite as Markdown' }).click();
    await expect(page.locator('.cite-panel').getByRole('status')).toHaveText('Citation in Markdown copied');
    expect(await clipboard(page)).toBe(`[What is Docker?](${sites.root}${PAGE}), Docker Basics. Reviewed ${reviewed}.`);
    await page.locator('figcaption').getByRole('link', { name: 'Link to the table What Docker offers' }).click();
    await page.getByRole('button', { name: 'Cite as Markdown' }).click();
    await expect
      .poll(() => clipboard(page))
      .toBe(
        `[What Docker offers](${sites.root}${PAGE}#docker-features), What is Docker?, Docker Basics. Reviewed ${reviewed}.`,
      );
  });

  test('a browser that does not allow copying says so, and shows the address', async ({ page, context, sites }) => {
    await context.clearPermissions();
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } });
    });
    await page.goto(PAGE);
    const row = page.locator(`tr[id="${ROW}"]`);
    await row.hover();
    await row.locator('a.anchor').click();
    await expect(row.getByRole('status')).toHaveText(`Copying was not allowed: ${sites.root}${PAGE}#${ROW}`);
    await expect(page).toHaveURL(new RegExp(`#${ROW}$`));
  });
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
  test('the links are always visible, and a tap copies', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(PAGE);
    const link = page.locator(`tr[id="${ROW}"] a.anchor`);
    await expect(link).toHaveCSS('opacity', '1');
    const box = (await link.boundingBox())!;
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24); // WCAG 2.2, 2.5.8
    await link.tap();
    await expect(page.locator(`tr[id="${ROW}"]`).getByRole('status')).toHaveText('Link copied');
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the link is a plain link, and its target is marked', async ({ page }) => {
    await page.goto(PAGE);
    await page.locator(`tr[id="${ROW}"] a.anchor`).click({ force: true });
    await expect(page).toHaveURL(new RegExp(`#${ROW}$`));
    await expect(page.locator('tr:target')).toHaveAttribute('id', ROW);
    await expect(page.getByRole('button')).toHaveCount(0);
  });
});

test('what an address opens is marked, in forced colors and in print too', async ({ page }) => {
  await page.goto(`${PAGE}#${ROW}`);
  const target = page.locator('tr:target');
  const other = page.locator('tr[id="docker-features-consistency"]');
  for (const look of [{}, { forcedColors: 'active' }, { media: 'print', forcedColors: 'none' }] as const) {
    await page.emulateMedia(look);
    await expect(target).toHaveCSS('outline-style', 'solid');
    await expect(other).toHaveCSS('outline-style', 'none');
  }
});

test('what is folded unfolds when its address is opened', async ({ page }) => {
  await page.goto(PAGE);
  await page.evaluate(() => {
    const details = document.createElement('details');
    details.id = 'folded';
    const answer = document.createElement('p');
    answer.id = 'inside';
    answer.textContent = 'Answer';
    details.append(answer);
    document.querySelector('main')!.append(details);
  });
  const answer = page.locator('#inside');
  await expect(answer).toBeHidden();
  await page.evaluate(() => (location.hash = '#folded'));
  await expect(answer).toBeVisible();
});

test('every outside link is one that content/sources.yaml names', async () => {
  const { externalLinks, allowedLinks } = await import('../../src/links/external.ts');
  const known = allowedLinks();
  const links = await externalLinks(DIST);
  expect(links.size).toBeGreaterThan(50);
  expect([...links.keys()].filter((url) => !known.has(url))).toEqual([]);
});
