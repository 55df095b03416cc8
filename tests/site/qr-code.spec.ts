/** A page or a row has a QR code, which a decoder can read and readers can save as SVG. */
import jsQR from 'jsqr';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { axeViolations } from './axe.ts';
import { expect, test } from './fixtures.ts';

/** Draws the QR code on the page as pixels, and decodes them. */
async function decodeQrCode(page: Page): Promise<string | undefined> {
  const { data, size } = await page.locator('.cite-panel svg').evaluate((svg: SVGSVGElement) => {
    const SCALE = 3;
    const { x, y, width } = svg.viewBox.baseVal;
    const size = width * SCALE;
    const context = new OffscreenCanvas(size, size).getContext('2d')!;
    context.fillStyle = 'white';
    context.fillRect(0, 0, size, size);
    context.setTransform(SCALE, 0, 0, SCALE, -x * SCALE, -y * SCALE);
    for (const path of svg.querySelectorAll('path')) {
      context.fillStyle = getComputedStyle(path).fill;
      context.fill(new Path2D(path.getAttribute('d')!));
    }
    return { data: [...context.getImageData(0, 0, size, size).data], size };
  });
  return jsQR(new Uint8ClampedArray(data), size, size)?.data;
}

/** The size of an element's font on the screen, in pixels. */
const fontSize = (element: Element) => parseFloat(getComputedStyle(element).fontSize) * element.currentCSSZoom;

test('a row has a QR code, which is not fetched before it is requested', async ({ page, sites, problems }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto('concepts/what-is-docker/');
  await page.getByRole('link', { name: 'Link to the row Portability' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'QR code' })).toBeVisible();
  expect(requests.filter((url) => url.includes('qr-code'))).toEqual([]);
  await page.getByRole('button', { name: 'QR code' }).click();

  const address = `${sites['/']}concepts/what-is-docker/#docker-features-portability`;
  await expect(page.getByRole('img', { name: `QR code for ${address}` })).toBeVisible();
  expect(await decodeQrCode(page)).toBe(address);
  await expect(page.locator('.cite-panel figcaption'), 'for those who cannot scan it').toHaveText(address);

  const heading = page.locator('.cite-panel figure > strong');
  await expect(heading, 'for a room').toHaveText(/^Portability – \w.*/);
  await expect(heading).toHaveText(`Portability – ${await page.locator('#docker-features caption').innerText()}`);

  const downloadEvent = page.waitForEvent('download');
  await expect(page.getByRole('link', { name: 'Save as SVG' })).toBeFocused();
  await page.keyboard.press('Enter');
  const download = await downloadEvent;
  expect(download.suggestedFilename()).toBe('what-is-docker-docker-features-portability.svg');
  const file = readFileSync(await download.path(), 'utf8');
  expect(file).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  const shown = await page.locator('.cite-panel svg path').getAttribute('d');
  expect(file).toContain(`d="${shown}"`);
  expect(problems).toEqual([]);
});

test('a page has a QR code that is readable in the dark theme and on a phone', async ({ page, sites }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('registries/docker-hub/#pull-limits');
  await page.getByRole('button', { name: 'Cite', exact: true }).click();
  await page.getByRole('button', { name: 'QR code' }).click();
  await expect(page.getByRole('img', { name: 'QR code for' })).toBeInViewport({ ratio: 1 });
  expect(await decodeQrCode(page)).toBe(`${sites['/']}registries/docker-hub/`);
  await expect(page.locator('.cite-panel svg rect')).toHaveAttribute('fill', 'white');
  const margin = await page.locator('.cite-panel svg').evaluate((svg: SVGSVGElement) => {
    const code = svg.querySelector('path')!.getBBox();
    return Math.min(code.x - svg.viewBox.baseVal.x, code.y - svg.viewBox.baseVal.y);
  });
  expect(margin, 'in modules: ISO/IEC 18004, 6.3.8').toBeGreaterThanOrEqual(4);
  expect(await axeViolations(page, { selector: '.cite-panel' })).toEqual([]);
});

test('a QR code fills the screen for a room, with its title, and can be closed again', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto('registries/docker-hub/');
  await page.getByRole('button', { name: 'Cite', exact: true }).click();
  await page.getByRole('button', { name: 'QR code' }).click();
  const code = page.getByRole('img', { name: 'QR code for' });
  const small = (await code.boundingBox())!.width;
  const button = page.getByRole('button', { name: 'Full screen' });
  await button.click();
  await expect.poll(async () => (await code.boundingBox())!.width).toBeGreaterThan(1.5 * small);
  await expect(code).toBeInViewport({ ratio: 1 });
  expect((await code.boundingBox())!.height).toBeGreaterThan(0.7 * 1080);
  const figure = page.locator('.cite-panel figure');
  for (const words of ['figcaption', 'strong']) {
    await expect(figure.locator(words)).toBeInViewport({ ratio: 1 });
    expect(await figure.locator(words).evaluate(fontSize), words).toBeGreaterThan(36);
  }
  await expect(figure.locator('strong')).toHaveText('Docker Hub');
  await expect(page.getByRole('link', { name: 'Save as SVG' })).toBeHidden();
  await page.getByRole('button', { name: 'Exit full screen' }).click();
  await expect.poll(async () => (await code.boundingBox())!.width).toBe(small);
});

test('on a QR code for a room, what is not true has its verdict next to it', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  for (const [path, id, verdict, line] of [
    ['reference/misconceptions/', 'misconception-container-is-a-small-vm', 'Wrong', 'line-through'],
    ['concepts/what-is-docker/', 'says-works-on-my-machine', 'Inexact', 'underline'],
  ] as const) {
    await page.goto(path);
    await page.locator(`.anchor[href="#${id}"]`).press('Enter');
    await page.getByRole('button', { name: 'QR code' }).click();
    const figure = page.locator('.cite-panel figure');
    await figure.getByRole('button', { name: 'Full screen' }).click();
    await expect(figure.locator('q')).toBeInViewport({ ratio: 1 });
    await expect(figure.locator('q')).toHaveCSS('text-decoration-line', line);
    await expect(figure.locator('strong strong')).toHaveText(verdict);
    await expect(figure.locator('strong strong')).toBeInViewport({ ratio: 1 });
    expect(await figure.locator('strong strong').evaluate(fontSize), verdict).toBeGreaterThan(24);
    await figure.getByRole('button', { name: 'Exit full screen' }).click();
    await expect(page.locator('.cite-title'), 'in the panel, too').toContainText(verdict);
  }
});

test('a figure fills the screen for a room, with its caption, and words that the last row can read', async ({
  page,
}) => {
  const figure = page.locator('#figure-layers');
  const words = figure.locator('small').first();
  await page.goto('concepts/images-and-containers/');
  for (const height of [720, 1080]) {
    await page.setViewportSize({ width: (height * 16) / 9, height });
    const small = await words.evaluate(fontSize);
    await figure.getByRole('link', { name: 'Link to the figure' }).press('Enter');
    await page.getByRole('button', { name: 'Full screen' }).click();
    await expect
      .poll(() => words.evaluate(fontSize), 'at most forty lines of them fit on the screen')
      .toBeGreaterThan(height / 40);
    await expect(figure.locator('.stage')).toBeInViewport({ ratio: 1 });
    await expect(figure.locator('figcaption')).toBeInViewport({ ratio: 1 });
    await page.evaluate(() => document.exitFullscreen()); // as Escape does
    await expect.poll(() => words.evaluate(fontSize)).toBe(small);
    await page.keyboard.press('Escape'); // closes the panel
  }
});

test('in full screen, the button covers nothing of the address below a code', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto('concepts/docker-vs-virtual-machines/');
  await page.getByRole('button', { name: 'Cite' }).click();
  await page.getByRole('button', { name: 'QR code' }).click();
  await page.getByRole('button', { name: 'Full screen' }).click();
  const exit = page.getByRole('button', { name: 'Exit full screen' });
  await expect(exit).toBeVisible();
  const address = (await page.locator('.cite-panel figcaption').boundingBox())!;
  expect(address.y + address.height).toBeLessThanOrEqual((await exit.boundingBox())!.y);
});

test('a figure that fills the screen of a phone has whole words, and nothing below the controls', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('concepts/container-lifecycle/');
  const figure = page.locator('#figure-lifecycle');
  await figure.locator('.anchor').press('Enter');
  await page.getByRole('button', { name: 'Full screen' }).click();
  const exit = page.getByRole('button', { name: 'Exit full screen' });
  await expect(exit).toBeVisible();
  for (const name of ['created', 'running', 'paused', 'exited', 'removed']) {
    const range = (words: Element) => {
      const range = document.createRange();
      range.selectNodeContents(words);
      return range.getClientRects().length; // one rectangle for each line
    };
    expect(await figure.getByText(name, { exact: true }).evaluate(range), name).toBe(1);
  }
  const bottom = await figure.evaluate((element) => element.getBoundingClientRect().bottom);
  expect(bottom).toBeLessThanOrEqual((await exit.boundingBox())!.y);
});

test('a misconception, a sentence, a term and a question fill the screen for a room, with all that they say', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  for (const [path, target, words] of [
    ['reference/misconceptions/', '.entry', '.correction'],
    ['concepts/what-is-docker/', '.says', '.holds, .correction'],
    ['reference/glossary/', '.glossary > *', 'dd'],
    ['learn/concepts-quiz/', '.quiz', 'summary'],
  ] as const) {
    await page.goto(path);
    const shown = page.locator(target).first();
    await shown.locator('.anchor').press('Enter');
    await page.getByRole('button', { name: 'Full screen' }).click();
    await expect
      .poll(() => shown.evaluate((element) => element.clientHeight * element.currentCSSZoom), target)
      .toBeGreaterThanOrEqual(0.9 * 1080); // the controls are below
    for (const part of await page.locator('[data-shown], [data-shown] .heading').all()) {
      await expect(part, 'the mark of the address').toHaveCSS('outline-style', 'none');
    }
    const text = shown.locator(words).filter({ visible: true }).first();
    await expect(text).toBeInViewport({ ratio: 1 });
    expect(await text.evaluate(fontSize), target).toBeGreaterThan(36);
    expect(await shown.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight), target).toBe(0);
    await page.evaluate(() => document.exitFullscreen()); // as Escape does
    await expect(page.getByRole('button', { name: 'Full screen', exact: true })).toBeVisible();
  }
});

/** Covers the screen with the part that an anchor link leads to. */
async function fillScreen(page: Page, id: string) {
  await page.locator(`.anchor[href="#${id}"]`).press('Enter');
  await page.getByRole('button', { name: 'Full screen' }).click();
  await expect(page.getByRole('button', { name: 'Exit full screen' })).toBeVisible();
}

test('a section fills the screen for a room, scrolls, and leads to the next one', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto('concepts/what-is-docker/');
  const label = page.getByText('From the course', { exact: true }).filter({ visible: true });
  const status = page.locator('.screen-controls [role="status"]');
  const expectShown = async (place: string, ids: string[], labels: number) => {
    await expect(status).toHaveText(place);
    await expect(page.locator(`#${ids[0]}`)).toBeInViewport({ ratio: 1 });
    const headings = page.locator(':is(h1, h2, h3)[id]').filter({ visible: true });
    expect(await headings.evaluateAll((headings) => headings.map(({ id }) => id))).toEqual(ids);
    await expect(label).toHaveCount(labels);
  };
  await fillScreen(page, 'container');
  await expectShown('2 of 6', ['container', 'docker-run'], 0);
  const text = page.locator('p').filter({ visible: true }).first();
  await expect(text).toBeInViewport({ ratio: 1 });
  expect(await text.evaluate(fontSize)).toBeGreaterThan(36);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => page.locator('main').evaluate((main) => main.scrollTop), 'scrolls').toBeGreaterThan(0);
  const last = page.locator('main[data-shown] > [data-part]').last();
  let isRead = false;
  for (let presses = 0; presses < 9 && !isRead; presses++) {
    await page.keyboard.press('PageDown'); // a presenter has no arrows
    isRead = await last.evaluate((element) => element.getBoundingClientRect().bottom <= innerHeight);
    await expect(status).toHaveText('2 of 6');
  }
  expect(isRead, 'the end of the section, before the next one').toBe(true);
  await page.keyboard.press('PageDown');
  await expectShown('3 of 6', ['names'], 0);
  await page.getByRole('button', { name: 'Next' }).click();
  await expectShown('4 of 6', ['course-what-is-docker', 'why-use-docker'], 2);
  await page.getByRole('button', { name: 'Exit full screen' }).click();
  await expect(page.getByRole('banner')).toBeInViewport();
  await expect(page.locator('#course-what-is-docker'), 'where the reader is').toBeInViewport({ ratio: 1 });
  await fillScreen(page, 'docker-run');
  await expectShown('3 of 8', ['docker-run'], 0);
  await page.getByRole('button', { name: 'Exit full screen' }).click();
  await expect(page.locator('.heading:has(#docker-run) :focus'), 'where the focus was').toHaveCount(1);
});

test('a room can vote first: what is shown next is hidden, too, until it is revealed', async ({ page }) => {
  const control = page.getByRole('button', { name: 'Hide answers' });
  const reveal = page.getByRole('button', { name: 'Reveal' });
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const [path, id, answer] of [
    ['reference/misconceptions/', 'misconception-container-is-a-small-vm', '.correction, p'],
    ['concepts/what-is-docker/', 'says-works-on-my-machine', '.correction, .holds'],
    ['concepts/what-is-docker/', 'question-same-tag-same-image', 'p'],
    ['concepts/what-is-docker/', 'course-what-is-docker', '.correction, .holds'],
  ] as const) {
    await page.goto(`${path}#${id}`);
    await page.reload(); // on the same page, only the address has changed
    await fillScreen(page, id);
    const answers = page.locator('[data-shown]').locator(answer).filter({ visible: true });
    await expect(answers, 'by default').not.toHaveCount(0);
    await expect(control).toHaveAttribute('aria-pressed', 'false');
    await expect(reveal).toBeHidden();
    await page.keyboard.press('h');
    await expect(answers, id).toHaveCount(0);
    await expect(control).toHaveAttribute('aria-pressed', 'true');
    await expect(reveal).toHaveAttribute('aria-pressed', 'false');
    for (const claim of await page.locator('[data-shown] :is(q, .corrected)').filter({ visible: true }).all()) {
      await expect(claim).toHaveCSS('text-decoration-line', 'none');
    }
    await page.keyboard.press('h');
    await expect(answers, 'revealed').not.toHaveCount(0);
    await expect(control).toHaveAttribute('aria-pressed', 'true');
    await expect(reveal).toHaveAttribute('aria-pressed', 'true');
    expect(await axeViolations(page, { selector: '.screen-controls' }), id).toEqual([]);
    await page.keyboard.press('ArrowRight');
    await expect(answers, 'of the next one').toHaveCount(0);
    await page.keyboard.press('ArrowLeft');
    await expect(answers, 'revealed before').toHaveCount(0);
    await reveal.click();
    await expect(answers).not.toHaveCount(0);
    await reveal.click();
    await expect(answers).toHaveCount(0);
    await page.getByRole('button', { name: 'Exit full screen' }).click();
    await expect(control).toBeHidden();
    await fillScreen(page, id);
    await expect(answers, 'in full screen again').toHaveCount(0);
    await control.click();
    await expect(answers, 'by default again').not.toHaveCount(0);
    await page.getByRole('button', { name: 'Exit full screen' }).click();
    await expect(page.locator('main .correction').first(), 'on the page').toBeVisible();
  }
  for (const [path, id] of [
    ['concepts/what-is-docker/', 'figure-build-share-run'],
    ['learn/concepts-quiz/', 'question-three-runs-of-echo'],
  ] as const) {
    await page.goto(path);
    await fillScreen(page, id);
    await expect(control, 'nothing to hide').toBeHidden();
  }
});

test('text around the words of the course is hidden with their verdicts, as it tells them', async ({ page }) => {
  for (const [path, id] of [
    ['concepts/docker-vs-virtual-machines/', 'course-docker-vs-virtual-machines'],
    ['concepts/what-is-docker/', 'why-use-docker'],
    ['concepts/what-is-docker/', 'course-what-is-docker'],
  ] as const) {
    await page.goto(path);
    await fillScreen(page, id);
    const parts = page.locator('main > [data-part]').filter({ visible: true });
    const count = await parts.count();
    await page.keyboard.press('h');
    const left = await parts.evaluateAll((parts) => parts.map(({ classList }) => [...classList]));
    for (const classes of left)
      expect(
        ['heading', 'eyebrow', 'course'].some((name) => classes.includes(name)),
        id,
      ).toBe(true);
    await expect(page.locator('.table-foot').filter({ visible: true })).toHaveCount(0);
    await page.keyboard.press('h');
    await expect(parts).toHaveCount(count);
    await page.evaluate(() => sessionStorage.clear());
  }
});

test('the search above a projection takes what is typed, and tells no verdict while answers are hidden', async ({
  page,
}) => {
  const typed = 'Does docker pull an alpine phone? 1';
  const place = page.locator('.screen-controls [role="status"]');
  const field = page.getByRole('combobox', { name: 'Search' });
  await page.goto('learn/concepts-quiz/');
  await page.getByRole('button', { name: 'Project this quiz' }).click();
  await expect(place).toHaveText(/^1 of /);
  await page.keyboard.press('ArrowRight');
  await expect(place).toHaveText(/^2 of /);
  await page.keyboard.press('/');
  await expect(field).toBeFocused();
  await page.keyboard.type(typed);
  await expect(field).toHaveValue(typed);
  await page.keyboard.press('Escape');
  await expect(place).toHaveText(/^2 of /);
  await expect(page.locator('.quiz details[open]')).toHaveCount(0);

  await page.goto('reference/misconceptions/');
  await fillScreen(page, 'misconception-container-is-a-small-vm');
  await page.keyboard.press('h');
  await page.keyboard.press('/');
  await page.keyboard.type('portability');
  await expect(field).toHaveValue('portability');
  await expect(page.locator('.result .title').first()).toBeVisible();
  await expect(page.locator('.result .parts').first()).not.toBeEmpty();
  await expect(page.locator('.result .parts').first()).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Hide answers' }), 'H was typed').toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('a table of many columns fits the screen of a room, and so does the output of a command', async ({ page }) => {
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const [path, id, inside] of [
      ['concepts/container-lifecycle/', 'lost', 'th, td'],
      ['registries/docker-hub-vs-amazon-ecr/', 'comparison', 'th, td'],
      ['practice/run-a-container/', 'start', 'pre .columns'],
    ] as const) {
      await page.goto(path);
      await fillScreen(page, id);
      const shown = page.locator(`[data-part] :is(${inside}):visible`);
      const rights = await shown.evaluateAll((all) =>
        all.map((element) => {
          const range = document.createRange();
          range.selectNodeContents(element);
          return range.getBoundingClientRect().right;
        }),
      );
      expect(rights.length, id).toBeGreaterThan(0);
      expect(Math.max(...rights), `${id} at ${width} px`).toBeLessThanOrEqual(width);
      await page.getByRole('button', { name: 'Exit full screen' }).click();
    }
  }
});

test('in full screen, a link and the search lead to another place on the page, and the way back leads back', async ({
  page,
}) => {
  await page.goto('registries/tags-and-digests/');
  await fillScreen(page, 'mutable');
  await page.keyboard.press('/');
  await page.keyboard.type('pinning a digest');
  await page.locator('.result[href$="#pinning"]').click();
  await expect(page.locator('#pinning')).toBeInViewport({ ratio: 1 });
  await expect(page.locator('#mutable')).toBeHidden();
  await page.goBack();
  await expect(page.locator('#mutable')).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: 'Exit full screen' }).click();
  await expect(page.locator('#mutable')).toBeInViewport({ ratio: 1 });

  await page.goto('concepts/what-is-docker/');
  await fillScreen(page, 'question-same-tag-same-image');
  await page.locator('[data-part] summary').click();
  await page.locator('[data-part] a', { hasText: 'See the explanation' }).click();
  await expect(page.locator('.asked:visible')).toHaveCount(0);
  const target = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
  await expect(target).toBeInViewport();
  await page.getByRole('button', { name: 'Exit full screen' }).click();
  await expect(target, 'where the projection was').toBeInViewport();
});

test('output in columns is as large for a room as its command, or as the screen is wide', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  for (const [path, id, least] of [
    ['practice/clean-up/', 'look-first', 1],
    ['registries/tags-and-digests/', 'see-a-digest', 1],
    ['practice/run-a-container/', 'start', 0.5],
  ] as const) {
    await page.goto(path);
    await fillScreen(page, id);
    const output = page.locator('[data-part] .columns:visible').first();
    const command = page.locator('pre:has(.columns):visible .line:not(.output)').first();
    const shareOfCommand = async () => (await output.evaluate(fontSize)) / (await command.evaluate(fontSize));
    await expect.poll(shareOfCommand, id).toBeGreaterThanOrEqual(least);
    await page.getByRole('button', { name: 'Exit full screen' }).click();
  }
});

test('after a reload in full screen, the page is at the section that was shown', async ({ page }) => {
  await page.goto('concepts/what-is-docker/');
  await fillScreen(page, 'container');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.locator('#names')).toBeInViewport({ ratio: 1 });
  await page.reload();
  await expect(page.getByRole('banner')).toBeAttached();
  await expect(page.locator('#names')).toBeInViewport({ ratio: 1 });
});

test('a quiz goes on where it was after a reload, or after the way back from an explanation', async ({ page }) => {
  const project = page.getByRole('button', { name: 'Project this quiz' });
  const place = page.locator('.screen-controls [role="status"]');
  await page.goto('learn/concepts-quiz/');
  await project.click();
  await expect(place).toHaveText(/^1 of /);
  for (const expected of [2, 3]) {
    await page.keyboard.press('PageDown');
    await expect(place).toHaveText(new RegExp(`^${expected} of `));
  }
  await page.reload();
  await project.click();
  await expect(place).toHaveText(/^3 of /);
  await page.keyboard.press('a');
  await page.locator('.quiz[data-shown] details[open] a').click();
  await expect(page).not.toHaveURL(/quiz/);
  await page.goBack();
  await project.click();
  await expect(place).toHaveText(/^3 of /);
});

test('a question is shown to a room without its answer, which H reveals', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto('concepts/what-is-docker/');
  const id = 'question-same-tag-same-image';
  const answer = page.locator(`#${id} p`);
  await page.locator(`.anchor[href="#${id}"]`).click();
  await expect(page.getByRole('button', { name: 'Full screen' })).toBeVisible();
  await expect(answer, 'next to the panel').toBeHidden();
  expect(await axeViolations(page, { selector: '.asked' })).toEqual([]);
  await page.getByRole('button', { name: 'Full screen' }).click();
  await expect(page.getByRole('button', { name: 'Exit full screen' })).toBeVisible();
  await expect(page.locator(`#${id} summary`)).toBeInViewport({ ratio: 1 });
  await expect(page.locator(`#${id}`), 'the mark of the address').toHaveCSS('outline-style', 'none');
  await expect(answer).toBeHidden();
  await page.keyboard.press('h');
  await expect(answer).toBeHidden();
  await page.keyboard.press('h');
  await expect(answer).toBeInViewport({ ratio: 1 });
});

test('on a phone, all controls of full screen are in one line', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('reference/misconceptions/');
  await fillScreen(page, 'misconception-container-is-a-small-vm');
  await page.keyboard.press('h');
  await expect(page.getByRole('button', { name: 'Reveal' })).toBeVisible();
  const tops = new Set<number>();
  for (const button of await page.locator('.screen-controls button').all()) {
    await expect(button).toBeInViewport({ ratio: 1 });
    const { y, height } = (await button.boundingBox())!;
    tops.add(y);
    expect(height, 'one line').toBeLessThan(45);
  }
  expect(tops.size).toBe(1);
});

test('a quiz is projected from the question or the section that the address names', async ({ page }) => {
  for (const id of ['question-uname-in-alpine', 'docker-vs-virtual-machines']) {
    await page.goto(`learn/concepts-quiz/#${id}`);
    await page.getByRole('button', { name: 'Project this quiz' }).press('Enter');
    await expect(page.locator('#question-uname-in-alpine'), id).toBeFocused();
    await page.getByRole('button', { name: 'Exit full screen' }).click();
  }
});

test('a quiz is projected one question at a time, with keys and buttons that lead on and back', async ({ page }) => {
  await page.goto('learn/concepts-quiz/');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const questions = page.locator('.quiz');
  const expectShown = async (index: number) => {
    await expect(questions.nth(index).locator('summary').first()).toBeInViewport({ ratio: 1 });
    await expect
      .poll(() => page.evaluate(() => document.elementFromPoint(400, 400)?.closest('.quiz')?.id))
      .toBe(await questions.nth(index).getAttribute('id'));
    await expect(page.getByText(`${index + 1} of ${await questions.count()}`)).toBeVisible();
  };
  const open = page.locator('.quiz details[open]');
  const project = page.getByRole('button', { name: 'Project this quiz' });
  await questions.nth(1).locator('summary').first().click();
  await project.press('Enter');
  await expectShown(0);
  expect(requests, 'one script').toHaveLength(1);
  await expect(open, 'what the presenter read before').toHaveCount(0);
  await expect(questions.nth(0)).toBeFocused();
  const last = (await questions.count()) - 1;
  for (const [key, index] of [
    ...Object.entries({ ArrowRight: 1, PageDown: 2, N: 3, Space: 4, Enter: 4, ArrowLeft: 3, PageUp: 2, p: 1 }),
    ...Object.entries({ End: last, ArrowRight: last, Home: 0, PageUp: 0 }),
  ] as const) {
    await page.keyboard.press(key);
    await expectShown(index);
  }
  for (const [key, letter] of Object.entries({ b: 1, D: 3, 1: 0, 3: 2 })) {
    await page.keyboard.press(key);
    await expect(questions.nth(0).locator('details').nth(letter), key).toHaveAttribute('open');
    await page.keyboard.press(key);
    await expect(open, key).toHaveCount(0);
  }
  await page.keyboard.press('Tab');
  await expect(questions.nth(0).locator('summary').first()).toBeFocused();
  await page.keyboard.press('Space');
  await expect(questions.nth(0).locator('details').first()).toHaveAttribute('open');
  await expectShown(0);
  for (const name of ['Next', 'Next', 'Previous']) await page.getByRole('button', { name, exact: true }).click();
  await expectShown(1);
  await questions.nth(1).locator('summary').first().click();
  await expect(questions.nth(1).locator('details p').first()).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: 'Exit full screen' }).click();
  await expect(page.getByRole('banner')).toBeInViewport();
  await expect(questions.nth(1).locator('p').first(), 'where the reader is').toBeInViewport({ ratio: 1 });
  await page.keyboard.press('PageDown');
  await expect(page.locator('[data-shown]')).toHaveCount(0);
  await project.press('Enter');
  await page.getByRole('button', { name: 'Exit full screen' }).click();
  await expect(project, 'where the focus was').toBeFocused();
});

test('a projected question stays in sight, and fits a projector with any one choice open', async ({ page }) => {
  for (const [width, height] of [
    [1280, 720],
    [360, 740],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto('learn/practice-quiz/');
    await page.getByRole('button', { name: 'Project this quiz' }).click();
    await expect(page.locator('.screen-controls')).toBeVisible();
    const count = await page.locator('.quiz').count();
    for (let index = 0; index < count; index++) {
      const question = page.locator('.quiz').nth(index);
      for (const [choice, key] of ['a', 'b', 'c', 'd'].entries()) {
        const where = `${width} px, ${key} of ${await question.getAttribute('id')}`;
        await page.keyboard.press(key);
        await expect(question.locator('p').first(), where).toBeInViewport({ ratio: 1 });
        await expect(question.locator('details p').nth(choice), where).toBeInViewport({ ratio: 0.95 });
        if (width === 1280)
          for (const end of ['first', 'last'] as const)
            await expect(question.locator('summary')[end](), where).toBeInViewport({ ratio: 1 });
        await page.keyboard.press(key);
      }
      await page.keyboard.press('ArrowRight');
    }
    await page.keyboard.press('Home');
    const size = () => page.locator('.quiz summary').first().evaluate(fontSize);
    if (width === 1280) expect(await size(), 'for a room').toBeGreaterThan(24);
    await page.getByRole('button', { name: 'Exit full screen' }).click();
  }
});

test('on a phone, no choice of a projected question is below the controls', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('learn/concepts-quiz/');
  await page.getByRole('button', { name: 'Project this quiz' }).click();
  const controls = page.locator('.screen-controls');
  await expect(controls).toBeVisible();
  const { y } = (await controls.boundingBox())!;
  const { bottom } = await page
    .locator('[data-shown]')
    .evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect);
  expect(bottom).toBeLessThanOrEqual(y);
});

test('an address that is too long for a QR code gets a message', async ({ page }) => {
  await page.goto(`teach/handout/?title=${'long'.repeat(700)}`);
  await page.getByRole('button', { name: 'Cite', exact: true }).click();
  await page.getByRole('button', { name: 'QR code' }).click();
  await expect(page.locator('.cite-panel [role="status"]')).toHaveText('This address is too long for a QR code.');
});
