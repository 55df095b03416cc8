/** Everything has an address and a link that copies it, and opening an address brings its target into view. */
import type { Page } from '@playwright/test';
import { KINDS } from '../../src/kinds/registry.ts';
import { allowedLinks, externalLinks } from '../../src/links/external.ts';
import { addressList, collectAddresses } from '../../src/links/manifest.ts';
import { readContent } from '../../src/model/read.ts';
import { readPages } from '../../src/pipeline/built-site.ts';
import { BASES, DIST, expect, openAndSettle, promisedAddresses, test } from './fixtures.ts';

const ROW = 'docker-features-portability';
const PAGE = 'concepts/what-is-docker/';

const readClipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test('every address of the site is promised', async () => {
  const current = addressList(collectAddresses(await readPages(DIST)));
  const unpromised = current.filter((address) => !promisedAddresses.has(address));
  expect(unpromised, 'new addresses: run "npm run links:accept" and commit links.lock.json').toEqual([]);
  expect(promisedAddresses.size).toBeGreaterThan(140);
});

test('every link to a target appears on hover', async ({ page }) => {
  for (const [path, selector, part, itsLink = 'a.anchor'] of [
    [PAGE, '.heading'],
    [PAGE, '.course > li'],
    [PAGE, '.course > p'],
    [PAGE, '.table', 'caption', '.table-foot > a.anchor'],
    ['registries/docker-hub/', '.facts li'],
    ['reference/glossary/', '.glossary > div'],
    ['reference/sources/', '.source-index li'],
    ['practice/troubleshooting/', '.entry .heading'],
  ] as const) {
    await page.goto(path);
    const target = page.locator(`main ${selector}`).first();
    const link = target.locator(itsLink).first();
    await page.mouse.move(0, 0);
    await expect(link, `${path} ${selector}`).toHaveCSS('opacity', '0');
    await (part ? target.locator(part) : target).hover();
    await expect(link, `${path} ${selector}`).toHaveCSS('opacity', '1');
  }
});

test.describe('copying', () => {
  test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

  for (const base of BASES) {
    test(`the link to a row copies its address, on the site at ${base}`, async ({ page, sites }) => {
      await page.goto(sites[base] + PAGE);
      const row = page.locator(`tr[id="${ROW}"]`);
      const link = row.getByRole('link', { name: 'Link to the row Portability' });
      await expect(link).toHaveCSS('opacity', '0');
      await row.hover();
      await expect(link).toHaveCSS('opacity', '1');
      await link.click();
      const address = `${sites[base]}${PAGE}#${ROW}`;
      await expect(page).toHaveURL(address);
      await expect(row.getByRole('status')).toHaveText('Link copied');
      expect(await readClipboard(page)).toBe(address);
    });
  }

  test('pressing a link does not move the page, whether a reader has scrolled or not', async ({ page }) => {
    for (const [path, name] of [
      [PAGE, 'Link to the row Portability'],
      ['reference/glossary/', 'Link to the term digest'],
      ['reference/commands/', 'Link to How to read it'], // in the first screen
    ] as const) {
      await page.goto(path);
      const link = page.getByRole('link', { name, exact: true });
      const top = () => link.evaluate((element) => element.getBoundingClientRect().top);
      if ((await top()) > 700) await link.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      const before = await top();
      expect(before).toBeGreaterThan(300);
      await link.click();
      await expect(page.locator('.cite-panel')).toBeVisible();
      // The second frame after the panel is shown, when the browser has scrolled, if it does.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      expect(await top(), name).toBe(before);
      await expect(page.locator(':target')).toBeInViewport();
    }
  });

  test('the link works with the keyboard, and Tab and Escape lead to the citation and back', async ({
    page,
    sites,
  }) => {
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
    expect(await readClipboard(page)).toBe(
      `“Portability” (quoted from the original course; verdict: Wrong as worded), “What Docker offers”, “What is Docker?”, Docker Basics. Reviewed ${reviewed}. CC BY 4.0, except for the quotation. ${sites['/']}${PAGE}#${ROW}`,
    );
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Cite as text' })).toHaveCount(0);
    await expect(link).toBeFocused();
  });

  test('the panel names what it cites, at its row, and its buttons stay when it says what was copied', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.goto(`${PAGE}#${ROW}`);
    const row = page.locator(`tr[id="${ROW}"]`);
    await row.getByRole('link', { name: 'Link to the row Portability' }).click();
    const panel = page.getByRole('group', { name: 'Cite Portability' });
    await expect(panel.getByRole('status')).toHaveText('Link copied');
    await expect(panel.getByText('Portability', { exact: true })).toBeVisible();
    const [box, rowBox] = [(await panel.boundingBox())!, (await row.boundingBox())!];
    expect(Math.abs(box.y - (rowBox.y + rowBox.height)), 'right below the row').toBeLessThanOrEqual(16);

    const places = () =>
      panel.getByRole('button').evaluateAll((buttons) =>
        buttons.map((button) => {
          const { x, y } = button.getBoundingClientRect();
          return `${button.ariaLabel ?? button.textContent} ${x} ${y}`;
        }),
      );
    const before = await places();
    await panel.getByRole('button', { name: 'Cite as Markdown' }).click();
    await expect(panel.getByRole('status')).toHaveText('Markdown citation copied');
    expect(await places()).toEqual(before);
    const { bottom } = await panel
      .getByRole('button', { name: 'QR code' })
      .evaluate((button) => button.getBoundingClientRect().toJSON());
    expect((await panel.getByRole('status').boundingBox())!.y, 'on a line of its own').toBeGreaterThanOrEqual(bottom);
    await panel.getByRole('button', { name: 'Close' }).click();
    await expect(panel).toHaveCount(0);
  });

  test('the panel that cites goes when a reader scrolls on', async ({ page }) => {
    await page.goto(`${PAGE}#${ROW}`);
    const link = page.locator(`#${ROW}`).getByRole('link', { name: 'Link to the row Portability' });
    const panel = page.locator('.cite-panel');
    await link.click();
    await expect(panel).toBeVisible();
    await panel.getByRole('button', { name: 'Embed' }).click();
    await expect(panel.getByRole('status')).toHaveText('Embed HTML copied');
    await page.mouse.wheel(0, 100); // the row is still in sight
    await expect(page.locator(`#${ROW}`)).toBeInViewport();
    await expect(panel).toBeVisible();
    await page.mouse.wheel(0, 3000);
    await expect(panel).toHaveCount(0);
    await expect(page.locator(`#${ROW}`), 'the way back of the focus does not scroll').not.toBeInViewport();
  });

  test('the panel is in sight even if a screen reader presses a link that is not', async ({ page }) => {
    await page.goto(PAGE);
    const link = page.locator(`#${ROW}`).getByRole('link', { name: 'Link to the row Portability' });
    await link.dispatchEvent('click');
    await expect(page.locator('.cite-panel')).toBeInViewport({ ratio: 1 });
  });

  test('the page and a table have a citation in Markdown', async ({ page, sites }) => {
    await page.goto(`${PAGE}#${ROW}`);
    const reviewed = await page.locator('.reviewed time').first().getAttribute('datetime');
    await page.getByRole('button', { name: 'Cite', exact: true }).click();
    await page.getByRole('button', { name: 'Cite as Markdown' }).click();
    await expect(page.locator('.cite-panel').getByRole('status')).toHaveText('Markdown citation copied');
    const withoutChange = async () => (await readClipboard(page)).replace(/, changed 20\d\d-\d\d-\d\d/, '');
    expect(await withoutChange()).toBe(
      `[What is Docker?](${sites['/']}${PAGE}), Docker Basics. Reviewed ${reviewed}. CC BY 4.0.`,
    );
    await page.locator('.table-foot').getByRole('link', { name: 'Link to the table What Docker offers' }).click();
    await page.getByRole('button', { name: 'Cite as Markdown' }).click();
    await expect
      .poll(withoutChange)
      .toBe(
        `[What Docker offers](${sites['/']}${PAGE}#docker-features) (quoted from the original course, with corrections), What is Docker?, Docker Basics. Reviewed ${reviewed}. CC BY 4.0, except for the quotation.`,
      );
    await page.getByRole('link', { name: 'Link to the value 29' }).click();
    await page.getByRole('button', { name: 'Cite as Markdown' }).click();
    await expect
      .poll(() => readClipboard(page), 'a value says what it is, and has its own day')
      .toMatch(
        /^\[29: The current major version of Docker Engine\]\(\S+\) \(as of 20\d\d-\d\d-\d\d\), What is Docker\?/,
      );
  });

  test('a citation of a sentence of the course or a misconception gives the verdict on it', async ({ page, sites }) => {
    for (const [path, id, words] of [
      [
        PAGE,
        'says-works-on-my-machine',
        '“Eliminates the ‘works on my machine’ problem.” (quoted from the original course; verdict: Inexact), “What is Docker?”',
      ],
      [
        'reference/misconceptions/',
        'misconception-container-is-a-small-vm',
        '“A container is a lightweight virtual machine.” (misconception; verdict: Wrong), “Common misconceptions”',
      ],
    ] as const) {
      await page.goto(path);
      await page.locator(`.anchor[href="#${id}"]`).press('Enter');
      await page.getByRole('button', { name: 'Cite as text' }).click();
      await expect
        .poll(() => readClipboard(page))
        .toMatch(
          new RegExp(
            `^${RegExp.escape(words)}, Docker Basics\\. Reviewed .* ${RegExp.escape(sites['/'] + path)}#${id}$`,
          ),
        );
    }
  });

  test('with Ctrl the link opens its address in a new tab', async ({ page, context, sites }) => {
    await page.goto(PAGE);
    const row = page.locator(`tr[id="${ROW}"]`);
    await row.hover();
    const [tab] = await Promise.all([
      context.waitForEvent('page'),
      row.locator('a.anchor').click({ modifiers: ['ControlOrMeta'] }),
    ]);
    await expect(tab).toHaveURL(`${sites['/']}${PAGE}#${ROW}`);
    await expect(page).toHaveURL(sites['/'] + PAGE);
  });

  test('the link shows the address if the browser does not allow copying', async ({ page, context, sites }) => {
    await context.clearPermissions();
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } });
    });
    await page.goto(PAGE);
    const row = page.locator(`tr[id="${ROW}"]`);
    await row.hover();
    await row.locator('a.anchor').click();
    await expect(row.getByRole('status')).toHaveText(
      `Your browser blocked copying. Copy this yourself: ${sites['/']}${PAGE}#${ROW}`,
    );
    await expect(page).toHaveURL(new RegExp(`#${ROW}$`));
  });
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
  test('the links are always visible, and a tap copies the address', async ({ page, context }) => {
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
  test('the link to a row is a plain link, and its target is marked', async ({ page }) => {
    await page.goto(PAGE);
    await page.locator(`tr[id="${ROW}"] a.anchor`).click({ force: true });
    await expect(page).toHaveURL(new RegExp(`#${ROW}$`));
    await expect(page.locator('tr:target')).toHaveAttribute('id', ROW);
    await expect(page.getByRole('button')).toHaveCount(0);
  });
});

test('a row keeps its mark while the mouse is on it', async ({ page }) => {
  await page.goto(`${PAGE}#${ROW}`);
  const row = page.locator('tr:target');
  const color = await row.evaluate((element) => getComputedStyle(element).backgroundColor);
  await row.hover();
  await expect(row.locator('.anchor'), 'the mouse is on it').toHaveCSS('opacity', '1');
  await expect(row).toHaveCSS('background-color', color);
});

test('the target of an address is marked, also in forced colors and in print', async ({ page }) => {
  await page.goto(`${PAGE}#${ROW}`);
  const target = page.locator('tr:target');
  const otherRow = page.locator('tr[id="docker-features-consistency"]');
  for (const media of [{}, { forcedColors: 'active' }, { media: 'print', forcedColors: 'none' }] as const) {
    await page.emulateMedia(media);
    await expect(target).toHaveCSS('outline-style', 'solid');
    await expect(otherRow).toHaveCSS('outline-style', 'none');
  }
});

test('the mark of a target is whole, and on no other words', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  /** The width of the outline and its offset, in pixels. */
  const MARK = 6;
  await page.goto('concepts/docker-vs-virtual-machines/#containers-vs-vms-startup-time');
  const top = await page.locator('tr:target').evaluate((row) => row.getBoundingClientRect().top);
  const head = await page.locator('#containers-vs-vms thead').evaluate((row) => row.getBoundingClientRect().bottom);
  expect(top - MARK).toBeGreaterThanOrEqual(head);
  await page.goto(`${PAGE}#says-docker-is-a-platform`);
  const sentence = page.locator('p:target');
  const bottom = await sentence.evaluate((element) => element.getBoundingClientRect().bottom);
  const next = await page.locator('.course:has(> p:target) + *').evaluate((text) => text.getBoundingClientRect().top);
  expect(bottom + MARK).toBeLessThanOrEqual(next);
});

test('a folded element unfolds when its address is opened', async ({ page }) => {
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

test('every external link leads to a source in content/sources.yaml, the license or the repository', async () => {
  const content = readContent('.', KINDS);
  const allowed = allowedLinks(content);
  const links = await externalLinks(DIST, content);
  expect(links.size).toBeGreaterThan(50);
  expect([...links.keys()].filter((url) => !allowed.has(url))).toEqual([]);
});

test('a mistyped fragment gets a notice with the nearest places, which goes when one is found', async ({
  page,
  problems,
}) => {
  await page.goto('registries/docker-hub/#pull-limit');
  const notice = page.locator('main').getByRole('status').first();
  await expect(notice).toContainText('Nothing on this page has the address “#pull-limit”. Did you mean Pull limits');
  await notice.getByRole('link', { name: 'Pull limits' }).click();
  await expect(page).toHaveURL(/#pull-limits$/);
  await expect(page.getByText('Nothing on this page has the address')).toHaveCount(0);
  await expect(page.locator('h2:target')).toBeInViewport();

  await page.goto('reference/glossary/#Contianer');
  await expect(notice.getByRole('link').first()).toHaveText('the term container');
  await page.goto('reference/glossary/#tga');
  await expect(notice.getByRole('link').first()).toHaveText('the term tag');
  await page.goto('concepts/what-is-docker/#xyzzy');
  await expect(notice).toHaveText('Nothing on this page has the address “#xyzzy”.');
  expect(problems).toEqual([]);
});

test('a fragment that leads somewhere gets no notice, and fetches nothing', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  for (const fragment of ['', '#_top', '#docker-features', `#${ROW}`]) {
    await openAndSettle(page, `${PAGE}${fragment}`);
    expect(scripts.filter((url) => url.includes('lost-fragment'))).toEqual([]);
  }
});
