/** For trainers: lesson plans whose links stay, a live example of an embed, all questions with their answers. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { DIST, expect, promised, test } from './fixtures.ts';

for (const [minutes, path] of [
  [45, 'teach/lesson-45/'],
  [90, 'teach/lesson-90/'],
] as const) {
  test(`the lesson of ${minutes} minutes takes ${minutes} minutes, and each step has its place and an exercise`, async ({
    page,
  }) => {
    await page.goto(path);
    const steps = await page.locator('main').evaluate((main) => {
      const found: { title: string; places: number; text: string }[] = [];
      for (const part of main.children) {
        const title = part.querySelector('h2')?.textContent;
        if (title) found.push({ title, places: 0, text: '' });
        else if (found.length) {
          found.at(-1)!.text += part.textContent;
          found.at(-1)!.places += part.querySelectorAll('a[href*="#"]').length;
        }
      }
      return found.filter(({ title }) => /\(\d+ minutes\)$/.test(title));
    });
    const sum = steps.reduce((sum, { title }) => sum + Number(/(\d+) minutes/.exec(title)![1]), 0);
    expect(sum).toBe(minutes);
    for (const { title, places, text } of steps) {
      expect(places, title).toBeGreaterThan(0);
      expect(text, title).toContain('Exercise.');
    }
  });

  test(`each link of the lesson of ${minutes} minutes is promised`, () => {
    const html = readFileSync(`${DIST}/${path}index.html`, 'utf8');
    const main = html.slice(html.indexOf('<main'), html.indexOf('<footer>'));
    const links = [...main.matchAll(/<a href="(\.[^"]+)"/g)].map(
      ([, href]) => new URL(href!, `https://a.invalid/${path}`),
    );
    expect(links.length).toBeGreaterThan(20);
    for (const { pathname, hash } of links) expect(promised).toContain(pathname + hash);
  });
}

test('a row can be seen in a frame, which is fetched when asked for and as high as the row', async ({
  page,
  problems,
}) => {
  const framed: string[] = [];
  page.on('request', (request) => request.url().includes('/embed/') && framed.push(request.url()));
  await page.goto('teach/', { waitUntil: 'networkidle' });
  expect(framed).toEqual([]);
  await page.getByText('See it in a frame').click();
  const frame = page.frameLocator('.live-embed iframe');
  await expect(frame.locator('.correction')).toContainText('Wrong as worded.');
  await expect
    .poll(async () => {
      const outer = await page.locator('.live-embed iframe').evaluate((element) => element.clientHeight);
      const inner = await frame.locator('html').evaluate((element) => element.scrollHeight);
      return Math.abs(outer - inner);
    })
    .toBeLessThanOrEqual(1);
  expect(problems).toEqual([]);
});

test('the HTML that the page shows is the one that an embed hands out', async ({ page, sites }) => {
  await page.goto('teach/');
  const shown = (await page.locator('pre', { hasText: '<iframe' }).first().textContent())!;
  await page.goto('embed/tables/docker-features/portability/');
  const handedOut = await page.getByLabel('To show this on a page of yours').inputValue();
  const plain = (text: string) =>
    text
      .replace(/\s+/g, ' ')
      .replace(/height="\d+"/, 'height=""')
      .trim();
  expect(plain(shown)).toBe(plain(handedOut).replace(sites.root, 'https://example.org/docker/'));
});

test('all questions are on one page with their answers, each with the link to where it lives', async ({
  page,
  sites,
}) => {
  const questions = parse(readFileSync('content/questions.yaml', 'utf8')) as Record<string, { page: string }>;
  await page.goto('teach/questions/');
  const entries = page.locator('details.question');
  await expect(entries).toHaveCount(Object.keys(questions).length);
  for (const entry of await entries.all()) await expect(entry.locator('p')).toBeVisible();
  const links = await entries
    .locator('.anchor')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  const homes = Object.entries(questions).map(([id, { page }]) => `${sites.root}${page}/#question-${id}`);
  expect(links.sort()).toEqual(homes.sort());
});
