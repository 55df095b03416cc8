/** On paper, readers find where it is from, and the addresses of sources. That all text is printed is one of the promises of every page. */
import { serve } from '../../scripts/serve.ts';
import { DIST_WITH_SITE_URL, expect, SITE_URL, test } from './fixtures.ts';
import { hasPdfTools, normalizeText, printPage, WITHOUT_PDF_TOOLS } from './paper.ts';

const WIDE_TABLE = 'registries/docker-hub-vs-amazon-ecr/';

test('sources are printed with their addresses', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto('concepts/what-is-docker/');
  const link = page.locator('.sources li a').first();
  const textAfterLink = await link.evaluate((element) => getComputedStyle(element, '::after').content);
  expect(textAfterLink).toContain(await link.getAttribute('href'));
  await page.goto('registries/docker-hub/');
  const quoted = page.locator('q a[href="https://hub.docker.com/"]');
  const textAfterQuoted = await quoted.evaluate((element) => getComputedStyle(element, '::after').content);
  expect(textAfterQuoted, 'the course’s words, which are this address').toBe('none');
});

test('on paper, code in a sentence has an outline, so that its last dot is not the end of the sentence', async ({
  page,
}) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto('practice/build-an-image/');
  const code = page.locator('p > code', { hasText: /^COPY \. \.$/ }).first();
  await expect(code).toHaveCSS('outline-style', 'solid');
  await page.goto('registries/image-references/');
  for (const part of await page.locator('.part code').all()) await expect(part).toHaveCSS('outline-style', 'none');
});

test('each sheet names the site, the page and its address, once, and a wide table its columns', async ({ page }) => {
  test.skip(!hasPdfTools, WITHOUT_PDF_TOOLS);
  await page.goto(WIDE_TABLE);
  const columns = await page.locator('thead th:not(.notes)').allTextContents();
  const rows = await page.locator('tbody th').allTextContents();
  const { sheets, margins } = await printPage(page, 'A4');
  const origin = normalizeText(`Docker Hub vs Amazon ECR – Docker Basics · ${page.url()}`);
  expect(sheets.map((sheet) => sheet.startsWith(origin))).toEqual(sheets.map((_, index) => index === 0));
  expect(margins.map((text) => text.includes(origin))).toEqual(sheets.map((_, index) => index > 0));
  expect(margins.filter((text, index) => !text.includes(`${index + 1}/${sheets.length}`))).toEqual([]);

  // Two rows on one sheet are no coincidence of words.
  const sheetsOfTable = sheets.filter((sheet) => rows.filter((row) => sheet.includes(normalizeText(row))).length > 1);
  expect(sheetsOfTable.length).toBeGreaterThan(2);
  for (const column of columns.slice(1))
    expect(sheetsOfTable.filter((sheet) => !sheet.includes(normalizeText(column)))).toEqual([]);
});

test('on A4, tables of up to five columns have their cells and sources side by side, in legible type', async ({
  page,
}) => {
  await page.setViewportSize({ width: 672, height: 1000 }); // 21 cm less the margins
  await page.emulateMedia({ media: 'print' });
  let tables = 0;
  for (const path of [
    WIDE_TABLE,
    'concepts/docker-vs-virtual-machines/',
    'concepts/container-lifecycle/',
    'practice/clean-up/',
  ]) {
    await page.goto(path);
    tables += await page.locator('main table').count();
    const faults = await page.locator('main tbody tr').evaluateAll((rows) =>
      rows.flatMap((row) => {
        const cells = [...row.children].filter((cell) => cell.checkVisibility());
        const boxes = cells.map((cell) => cell.getBoundingClientRect());
        const isTable = boxes.every(
          ({ top, left }, index) => !index || (top === boxes[0]!.top && left > boxes[index - 1]!.left),
        );
        const isLegible = cells.every((cell) => parseFloat(getComputedStyle(cell).fontSize) >= 12);
        const isWithin = boxes.at(-1)!.right <= innerWidth;
        const numbers = [...row.querySelectorAll('.cite a')];
        const areWhole = numbers.every((number) => number.getClientRects().length === 1);
        return isTable && isLegible && isWithin && areWhole ? [] : [`${row.id}: ${row.textContent.slice(0, 40)}`];
      }),
    );
    expect(faults, path).toEqual([]);
  }
  expect(tables).toBeGreaterThan(3);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });
    test('paper has the published address of a page, wherever the page is printed', async ({ page }) => {
      test.skip(!hasPdfTools, WITHOUT_PDF_TOOLS);
      const { server, address } = await serve({ folder: DIST_WITH_SITE_URL });
      await page.goto(`${address}practice/clean-up/`);
      const { sheets } = await printPage(page, 'A4');
      server.close();
      const origin = normalizeText(`Clean up – Docker Basics · ${SITE_URL}practice/clean-up/`);
      expect(sheets[0]!.startsWith(origin), sheets[0]!.slice(0, 200)).toBe(true);
    });
  });
}

test('a lesson plan has numbers in its sentences, and the addresses in a list at its end', async ({ page }) => {
  test.skip(!hasPdfTools, WITHOUT_PDF_TOOLS);
  await page.goto('teach/lesson-45/');
  const root = new URL('../../', page.url()).href;
  const { text, cutWords } = await printPage(page, 'A4');
  expect(cutWords).toEqual([]);
  const [sentences, list] = text.split(normalizeText(`Links Addresses without “https://” begin with ${root}`));
  const number = /whatacontaineris\((\d+)\)/.exec(sentences!.replace(/\s/g, ''))?.[1];
  expect(number, 'the link of "Show what a container is"').toBeDefined();
  const entries = list!.replace(/\s/g, '');
  expect(entries).toContain(normalizeText(`${number}.concepts/what-is-docker/#container`).replace(/\s/g, ''));
  expect(sentences!.replace(/\s/g, '')).not.toContain('/#');
  await page.emulateMedia({ media: 'screen' });
  await expect(page.locator('.link-list')).toHaveCount(0);
});

test('a heading is on the sheet of the figure that it announces', async ({ page }) => {
  test.skip(!hasPdfTools, WITHOUT_PDF_TOOLS);
  const pairs: string[] = [];
  for (const path of ['how-containers-isolate', 'where-docker-runs', 'container-lifecycle']) {
    await page.goto(`concepts/${path}/`);
    const heading = page.locator('.heading:has(+ .figure)').first();
    const texts = [heading.locator('h2, h3'), heading.locator('+ .figure figcaption > span')];
    const [title, caption] = (await Promise.all(texts.map((text) => text.textContent()))).map((text) =>
      normalizeText(text!),
    );
    const { sheets } = await printPage(page, 'A4');
    const sheet = sheets.find((text) => text.includes(caption!));
    if (!sheet?.includes(title!)) pairs.push(`${path}: ${title}`);
  }
  expect(pairs).toEqual([]);
});

test('a figure that fits on the sheet of what precedes it is there', async ({ page }) => {
  test.skip(!hasPdfTools, WITHOUT_PDF_TOOLS);
  await page.goto('registries/docker-hub-vs-amazon-ecr/');
  const { sheets } = await printPage(page, 'Letter');
  expect(sheets[0]).toContain(normalizeText('Who may pull from which kind of repository'));
});

test('the start page on paper has its values side by side, and neither buttons nor a shadow', async ({ page }) => {
  await page.setViewportSize({ width: 680, height: 900 }); // of A4 without its margins
  await page.emulateMedia({ media: 'print' });
  await page.goto('');
  await expect(page.getByRole('link', { name: 'Look up an error' })).toBeHidden();
  await expect(page.locator('.proof')).toHaveCSS('box-shadow', 'none');
  const tops = await page
    .locator('.values > div')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  expect(new Set(tops).size).toBe(1);
});

test('what leads in to a block of code is on its sheet', async ({ page }) => {
  test.skip(!hasPdfTools, WITHOUT_PDF_TOOLS);
  await page.goto('practice/pull-tag-push/');
  const pairs = await page
    .locator('main > p:not(:has(a)):has(+ pre, + .block)')
    .evaluateAll((leads) =>
      leads.map((lead) => [lead.textContent, lead.nextElementSibling!.querySelector('.line')!.textContent]),
    );
  expect(pairs.length).toBeGreaterThan(5);
  const { sheets } = await printPage(page, 'A4');
  const isTogether = (words: string[]) =>
    sheets.some((sheet) => words.every((text) => sheet.includes(normalizeText(text))));
  expect(pairs.filter((pair) => !isTogether(pair))).toEqual([]);
});

test('a quiz on paper says what to do there, and its answers are on a sheet of their own at the end', async ({
  page,
}) => {
  test.skip(!hasPdfTools, WITHOUT_PDF_TOOLS);
  await page.goto('learn/concepts-quiz/');
  const count = await page.locator('.quiz').count();
  const question = normalizeText((await page.locator('.quiz > p').last().textContent())!);
  const { sheets } = await printPage(page, 'A4');
  const last = sheets.pop()!;
  expect(last.match(/\d+[A-D]/g)).toHaveLength(count);
  expect(last).not.toContain(question);
  expect(sheets.at(-1)).toContain(question);
  expect(sheets.filter((sheet) => sheet.includes('Answers'))).toEqual([]);
  expect(sheets.length, 'short choices side by side').toBeLessThanOrEqual(5);
  expect(sheets[0]).toContain(normalizeText('Choose one answer for each question.'));
  expect(sheets.join('')).not.toContain(normalizeText('Your answers aren’t stored.'));
});

test('a part that covers the screen is on paper where its page has it', async ({ page }) => {
  test.skip(!hasPdfTools, WITHOUT_PDF_TOOLS);
  await page.goto('concepts/images-and-containers/#figure-image-parts');
  const { sheets } = await printPage(page, 'A4');
  await page.locator('.figure .anchor').first().click();
  await page.getByRole('button', { name: 'Full screen' }).click();
  await expect(page.locator('[data-shown]')).toBeVisible();
  expect((await printPage(page, 'A4')).sheets).toEqual(sheets);
});

test('an enlarged table is on paper with its sources, and without its buttons', async ({ page }) => {
  test.skip(!hasPdfTools, WITHOUT_PDF_TOOLS);
  await page.goto('embed/tables/containers-vs-vms/?large&hide');
  await expect(page.getByRole('button', { name: 'Reveal' })).toBeVisible();
  const source = normalizeText((await page.locator('details li a').first().textContent())!);
  const { text } = await printPage(page, 'A4');
  expect(text).toContain(source);
  expect(text).toContain(normalizeText('Full system isolation'));
  for (const screenOnly of ['More exactly', 'Back to', 'Hide answers', 'Reveal', 'To embed this'])
    expect(text).not.toContain(normalizeText(screenOnly));
});
