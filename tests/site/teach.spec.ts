/** The pages for trainers: lesson plans with permanent links, a live embed, and all questions with their answers. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { axeViolations } from './axe.ts';
import { DIST, expect, openAndSettle, promisedAddresses, test, textOf } from './fixtures.ts';

interface Question {
  page: string;
  question: string;
  answer: string;
  wrong?: { option: string; why: string }[];
}
const QUESTIONS = parse(readFileSync('content/questions.yaml', 'utf8')) as Record<string, Question>;

for (const [minutes, path] of [
  [45, 'teach/lesson-45/'],
  [90, 'teach/lesson-90/'],
] as const) {
  test(`the ${minutes}-minute lesson has ten minutes of air, and each step a link, an exercise and what to do when it is late`, async ({
    page,
  }) => {
    await page.goto(path);
    const steps = await page.locator('main').evaluate((main) => {
      const sections: { title: string; linkCount: number; text: string }[] = [];
      for (const element of main.children) {
        const title = element.querySelector('h2')?.textContent;
        const section = sections.at(-1);
        if (title) sections.push({ title, linkCount: 0, text: '' });
        else if (section) {
          section.text += element.textContent;
          section.linkCount += element.querySelectorAll('a[href*="#"]').length;
        }
      }
      return sections.filter(({ title }) => /\(\d+ minutes\)$/.test(title));
    });
    const sum = steps.reduce((sum, { title }) => sum + Number(/(\d+) minutes/.exec(title)![1]), 0);
    const [, taken, free] = /take (\d+) minutes and leave (\d+) minutes free/.exec(
      await page.locator('main').innerText(),
    )!;
    expect(sum).toBe(Number(taken));
    let clock = 0;
    for (const { title, text } of steps) {
      const begin = clock;
      clock += Number(/(\d+) minutes/.exec(title)![1]);
      expect(text, title).toMatch(new RegExp(`^Minutes ${begin}–${clock}\\D`));
    }
    expect(Number(free)).toBe(10);
    await expect(page.getByText(/^About \d+ minutes to read$/), 'not for the lesson').toBeVisible();
    expect(sum + Number(free)).toBe(minutes);
    expect(await page.getByText(/^Optional \(\d minutes\)\.$/).count()).toBeGreaterThan(2);
    for (const { title, linkCount, text } of steps) {
      expect(linkCount, title).toBeGreaterThan(0);
      expect(text, title).toContain('Exercise.');
      expect(text, title).toContain('Running late?');
    }
  });

  test(`the links of the ${minutes}-minute lesson lead to promised addresses`, () => {
    const html = readFileSync(`${DIST}/${path}index.html`, 'utf8');
    const main = html.slice(html.indexOf('<main'), html.indexOf('<footer>'));
    const links = [...main.matchAll(/<a href="(\.[^"]+)"(?! type)/g)].map(
      ([, href]) => new URL(href!, `https://a.invalid/${path}`),
    );
    expect(links.length).toBeGreaterThan(20);
    for (const { pathname, hash } of links) expect(promisedAddresses).toContain(pathname + hash);
  });
}

test('the live embed is fetched when it is opened, and its frame is as high as the row', async ({ page, problems }) => {
  const embedRequests: string[] = [];
  page.on('request', (request) => request.url().includes('/embed/') && embedRequests.push(request.url()));
  await openAndSettle(page, 'teach/');
  expect(embedRequests).toEqual([]);
  await page.getByText('See it embedded').click();
  const frame = page.frameLocator('.live-embed iframe');
  await expect(frame.locator('.correction')).toContainText('Wrong as worded');
  await expect
    .poll(async () => {
      const outer = await page.locator('.live-embed iframe').evaluate((element) => element.clientHeight);
      const inner = await frame.locator('html').evaluate((element) => element.scrollHeight);
      return Math.abs(outer - inner);
    })
    .toBeLessThanOrEqual(1);
  expect(problems).toEqual([]);
});

test('the HTML on the page is the snippet of the embed, and code has the address of the site', async ({
  page,
  sites,
}) => {
  await page.goto('teach/');
  await expect(page.locator('main')).not.toContainText('https://example.org/docker/');
  await expect(page.locator('pre', { hasText: 'marp: true' })).toContainText(`(${sites['/']}), [CC BY`);
  const shown = (await page.locator('pre', { hasText: '<iframe' }).first().textContent())!;
  await page.goto('embed/tables/docker-features/portability/');
  const snippet = (await page.locator('pre').textContent())!;
  const normalize = (text: string) =>
    text
      .replace(/\s+/g, ' ')
      .replace(/height="\d+"/, 'height=""')
      .trim();
  expect(normalize(shown)).toBe(normalize(snippet));
});

test('one page has all questions with their answers, each with a link to its own page', async ({ page, sites }) => {
  const questions = Object.fromEntries(Object.entries(QUESTIONS).filter(([, { wrong }]) => !wrong));
  await page.goto('teach/questions/');
  const entries = page.locator('details.question');
  await expect(entries).toHaveCount(Object.keys(questions).length);
  for (const entry of await entries.all()) await expect(entry.locator('p')).toBeVisible();
  const anchors = page.locator('.asked > .anchor');
  const links = await anchors.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  const homes = Object.entries(questions).map(([id, { page }]) => `${sites['/']}${page}/#question-${id}`);
  expect(links.sort()).toEqual(homes.sort());
  const home = await anchors.first().evaluate((link: HTMLAnchorElement) => link.href);
  await anchors.first().click();
  await expect(page).toHaveURL(home);
});

test('one button hides all answers and shows them again, and each question still opens on its own', async ({
  page,
}) => {
  await page.goto('teach/questions/');
  const button = page.getByRole('button', { name: /all answers$/ });
  const open = page.locator('details.question[open]');
  const count = await page.locator('details.question').count();
  await expect(button).toHaveText('Hide all answers');
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(open).toHaveCount(0);
  await expect(button).toHaveText('Show all answers');
  await expect(button).toBeFocused();
  await page.locator('details.question summary').nth(2).click();
  await expect(open).toHaveCount(1);
  await expect(button, 'it hides what is shown').toHaveText('Hide all answers');
  await button.click();
  await expect(button).toHaveText('Show all answers');
  await page.reload();
  await expect(open, 'as long as the tab').toHaveCount(0);
  await expect(button).toHaveText('Show all answers');
  await button.click();
  await expect(open).toHaveCount(count);
  await page.reload();
  await expect(open).toHaveCount(count);
  await page.goto('teach/questions/?hide');
  await expect(button, 'by its address').toHaveText('Show all answers');
  await expect(open).toHaveCount(0);
});

test('a quiz counts the first choice of each question, and links those that were wrong, until the reader starts again', async ({
  page,
  problems,
}) => {
  await page.goto('learn/concepts-quiz/');
  const score = page.locator('.quiz-score').getByRole('status');
  const choice = (question: number, verdict: string) =>
    page.locator('.quiz').nth(question).locator('details').filter({ hasText: verdict }).first().locator('summary');
  const count = await page.locator('.quiz').count();
  await expect(page.getByText(`There are ${count} questions. At the end, you’ll see how many you got`)).toBeVisible();
  await expect(page.getByText(/^About \d+ minutes$/)).toBeVisible();
  await choice(0, 'Wrong').click();
  await choice(0, 'Right').click();
  await choice(1, 'Right').press('Enter');
  await expect(score).toHaveText(`1 of 2 right on the first try. Questions left: ${count - 2}.`);
  expect(await axeViolations(page, { selector: '.quiz-score' })).toEqual([]);
  await page.getByRole('button', { name: 'Start again' }).press('Enter');
  await expect(score).toBeEmpty();
  await expect(page.getByRole('button', { name: 'Start again' })).toBeHidden();
  await expect(page.locator('.quiz details[open]')).toHaveCount(0);
  await expect(page.locator('.quiz summary').first()).toBeFocused();
  const missed = page.locator('.quiz-score').getByRole('link');
  for (const first of ['Wrong', 'Right']) {
    await expect(missed).toHaveCount(0);
    for (let question = 1; question < count; question++) await choice(question, 'Right').click();
    await choice(0, first).click();
    if (first === 'Right') continue;
    await expect(score).toHaveText(`${count - 1} of ${count} right on the first try. Wrong at first:`);
    await expect(missed).toHaveText([await page.locator('.quiz > p > span').first().innerText()]);
    expect(await axeViolations(page, { selector: '.quiz-score' })).toEqual([]);
    await missed.press('Enter');
    await expect(page.locator('.quiz:target')).toHaveCount(1);
    await expect(page.locator('.quiz').first()).toBeInViewport();
    await page.getByRole('button', { name: 'Start again' }).click();
  }
  await expect(score).toHaveText(`${count} of ${count} right on the first try.`);
  await expect(missed).toHaveCount(0);
  expect(problems).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says what to replace in its code', async ({ page }) => {
    await page.goto('teach/');
    await expect(page.locator('main')).toContainText(
      'replace https://example.org/docker/ with the address of this site.',
    );
    await expect(page.locator('pre', { hasText: '<iframe' }).first()).toContainText(
      'https://example.org/docker/embed/',
    );
  });

  for (const section of ['concepts', 'registries', 'practice']) {
    test(`the quiz on ${section} has each of its questions, and a pressed choice says why it is right or wrong`, async ({
      page,
      sites,
    }) => {
      const asked = Object.entries(QUESTIONS).filter(([, { page, wrong }]) => wrong && page.startsWith(`${section}/`));
      expect(asked.length).toBeGreaterThanOrEqual(20);
      await page.goto(`learn/${section}-quiz/`);
      await expect(page.locator('.quiz')).toHaveCount(asked.length);
      const shown = await page.locator('.quiz').evaluateAll((all) =>
        all.map((element) => {
          const choices = [...element.querySelectorAll('details')].map((choice) => ({
            option: choice.querySelector('summary')!.textContent.trim(),
            verdict: choice.querySelector('strong')!.textContent,
            proof: choice.querySelector('a')!.href,
          }));
          return { id: element.id, question: element.querySelector('p')!.textContent.trim(), choices };
        }),
      );
      for (const [id, { question, answer, wrong = [] }] of asked) {
        const { choices, question: asked } = shown.find((quiz) => quiz.id === `question-${id}`)!;
        expect.soft(textOf(asked)).toBe(textOf(question)); // without asterisks in code, too
        const optionsWith = (verdict: string) =>
          choices.flatMap((choice) => (choice.verdict === verdict ? [textOf(choice.option)] : []));
        expect.soft(optionsWith('Right')).toEqual([textOf(answer)]);
        expect.soft(optionsWith('Wrong').sort()).toEqual(wrong.map(({ option }) => textOf(option)).sort());
        for (const { proof } of choices) expect.soft(promisedAddresses).toContain(proof.replace(sites['/'], '/'));
      }
      const places = shown.map(({ choices }) => choices.findIndex(({ verdict }) => verdict === 'Right'));
      for (const place of [0, 1, 2, 3]) {
        // The right choice is anywhere, about as often.
        expect.soft(places.filter((each) => each === place).length).toBeGreaterThan(asked.length / 6);
        expect.soft(places.filter((each) => each === place).length).toBeLessThan(asked.length / 3);
      }
      const isThird = (place: number, index: number) => place === places[index - 1] && place === places[index - 2];
      expect.soft(places.findIndex(isThird), 'no letter is right three times in a row').toBe(-1);
      const letters = await page.locator('.quiz-answers').allTextContents();
      expect(letters.flatMap((line) => line.match(/\b[A-D]\b/g)).join('')).toBe(
        places.map((place) => 'ABCD'[place]).join(''),
      );
      const pages = Map.groupBy(asked, ([, { page }]) => page);
      for (const [slug, questions] of pages) {
        const ofPage = questions.map(([id]) => places[shown.findIndex((quiz) => quiz.id === `question-${id}`)]);
        expect.soft(new Set(ofPage).size, `${slug}: no letter is always right`).toBeGreaterThan(1);
      }
      const [choice, reason] = [page.locator('.quiz summary').first(), page.locator('.quiz details p').first()];
      await expect(page.getByText('how many you got right on the first try'), 'nothing counts').toBeHidden();
      await expect(reason).toBeHidden();
      await choice.click();
      await expect(reason).toBeVisible();
    });
  }
});

test('every sentence and row of the course is listed with its verdict, and leads to its own address', async ({
  page,
}) => {
  await page.goto('');
  const tally = page.locator('.tally p');
  const counts = (await tally.innerText()).match(/\d+/g)!.map(Number);
  await tally.getByRole('link').click();
  const items = page.locator('.says, .course tbody tr');
  await expect(items).toHaveCount(counts[0]!);
  for (const [index, verdict] of ['Holds', 'More exactly', 'Wrong as worded'].entries())
    await expect(items.filter({ has: page.getByText(verdict, { exact: true }) })).toHaveCount(counts[index + 1]!);
  const hrefs = await items
    .locator('.anchor')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  const addresses = hrefs.map((href) => href.slice(href.indexOf('/', 'https://'.length)));
  expect(new Set(addresses).size).toBe(counts[0]);
  expect(addresses.filter((address) => !promisedAddresses.has(address))).toEqual([]);
});
