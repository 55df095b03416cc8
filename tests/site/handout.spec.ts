/** A handout shows and prints the chosen pages and parts, and no others, as its options say. Without JavaScript it shows all. */
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { KINDS } from '../../src/kinds/registry.ts';
import { readContent } from '../../src/model/read.ts';
import { LINKED_FILES } from '../../src/model/site-files.ts';
import { axeViolations } from './axe.ts';
import { compressedSize, DIST, expect, HANDOUT, promisedAddresses, SITE_URL, test } from './fixtures.ts';
import { followCommands } from './typed-commands.ts';
import { hasPdfTools, normalizeText, PAPER_FORMATS, printPage, WITHOUT_PDF_TOOLS } from './paper.ts';

const handoutPages = [
  ...readContent('.', KINDS).menuPages,
  'learn/concepts-quiz',
  'learn/registries-quiz',
  'learn/practice-quiz',
];
const html = readFileSync(`${DIST}/${HANDOUT}index.html`, 'utf8');
const visibleArticles = (page: Page) => page.locator('.handout-pages > article:visible');
const ONE_TABLE = `${HANDOUT}?title=Day+1&show=concepts/what-is-docker/docker-features`;

/** What the verdicts on a handout mean. */
const LEGEND =
  '“Wrong as worded”: false. “More exactly”: true only in part or in certain cases. “Holds”: true in the usual case.';

test('it has every page of the menu and each quiz, and links only promised addresses and its own ids, each of which is unique', () => {
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
  expect(ids.filter((id, index) => ids.indexOf(id) < index)).toEqual([]);
  expect(handoutPages.filter((slug) => !ids.includes(slug))).toEqual([]);
  const choices = [...html.matchAll(/ name="show" value="([^"]+)"/g)].map(([, choice]) => choice!);
  expect(choices.filter((choice, index) => choices.indexOf(choice) < index || !ids.includes(choice))).toEqual([]);
  expect(handoutPages.filter((slug) => !choices.includes(slug))).toEqual([]);

  const text = html.slice(html.indexOf('<div class="handout-pages">'), html.lastIndexOf('<footer>'));
  const links = [...text.matchAll(/<a[^>]* href="([^"]+)"/g)].map(([, href]) => href!);
  expect(links.length).toBeGreaterThan(2_000);
  let handoutLinks = 0;
  for (const link of links.filter((href) => !/^https?:/.test(href))) {
    if (link.startsWith('#')) expect(ids).toContain(link.slice(1));
    else {
      const { pathname, search, hash } = new URL(link, `https://site.invalid/${HANDOUT}`);
      if (!LINKED_FILES.includes(pathname)) expect(promisedAddresses, link).toContain(pathname + hash);
      if (pathname === `/${HANDOUT}` && search) handoutLinks++;
    }
  }
  expect(handoutLinks, 'the links of the lesson to a handout keep their choice').toBeGreaterThan(0);
});

test('it names the parts of its address that no longer exist', async ({ page }) => {
  await page.goto(`${ONE_TABLE}&show=concepts/what-is-docker/no-such-table&show=concepts/nothing`);
  await expect(page.locator('form.handout [role="status"]')).toHaveText(
    'On the handout: 1 page of this site, whole or in part. ' +
      '2 parts in this address no longer exist: concepts/what-is-docker/no-such-table, concepts/nothing.',
  );
});

test('it weighs at most a quarter of a megabyte', () => {
  expect(compressedSize(html, 256_000)).toBeLessThanOrEqual(256_000);
});

test('checkboxes choose the pages, and the address keeps the choice', async ({ page, problems }) => {
  await page.goto(HANDOUT);
  await expect(page.locator('form.handout [role="status"]')).toHaveText('Nothing selected.');
  await expect(visibleArticles(page)).toHaveCount(0);

  await page.getByRole('checkbox', { name: 'Docker Hub', exact: true }).check();
  await page.getByRole('checkbox', { name: 'Clean up', exact: true }).check();
  await expect(visibleArticles(page)).toHaveCount(2);
  await expect(visibleArticles(page).first().getByRole('heading', { level: 1 })).toHaveText('Docker Hub');
  await page.getByLabel('Handout title').fill('Day 2');
  await expect(page).toHaveTitle('Day 2 – Docker Basics');
  expect(new URL(page.url()).search).toBe('?title=Day+2&show=registries/docker-hub&show=practice/clean-up');

  await page.reload();
  await expect(visibleArticles(page)).toHaveCount(2);
  await expect(page.getByLabel('Handout title')).toHaveValue('Day 2');
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(visibleArticles(page)).toHaveCount(0);
  expect(new URL(page.url()).search).toBe('');
  await page.goBack();
  await expect(visibleArticles(page)).toHaveCount(2);
  await expect(page.getByLabel('Handout title')).toHaveValue('Day 2');
  await page.goForward();
  await expect(visibleArticles(page)).toHaveCount(0);
  expect(problems).toEqual([]);
});

test('no page is laid out before the script knows the choice', async ({ page }) => {
  await page.route(/\/_astro\/.*\.js$/, (route) => route.abort());
  await page.goto(HANDOUT);
  await expect(page.locator('form.handout')).toBeVisible();
  await expect(page.locator('.handout-pages > article').first()).toBeAttached();
  await expect(visibleArticles(page)).toHaveCount(0);
});

test('a single table comes with its corrections and the sources that it cites, and nothing else', async ({ page }) => {
  await page.goto(ONE_TABLE);
  const article = visibleArticles(page);
  await expect(article).toHaveCount(1);
  await expect(article.locator('tbody tr:visible')).toHaveCount(7);
  await expect(article.locator('.correction').first()).toBeVisible();
  await expect(article.locator('h2:visible')).toHaveText(['Sources']);
  await expect(article.locator('#concepts\\/what-is-docker\\/docker-features-portability .row-sources')).toHaveText(
    /^Sources /, // those of its correction are at the end of the correction
  );
  const numbers = new Set(await article.locator('.table .cite a:visible').allTextContents());
  const listed = await article
    .locator('.sources li:visible')
    .evaluateAll((all) => all.map((item) => String((item as HTMLLIElement).value)));
  expect(listed.sort()).toEqual([...numbers].sort());
});

test('a number means one source on the whole handout, and each cited one is listed once', async ({ page }) => {
  const sameSource = 'concepts/docker-vs-virtual-machines/containers-vs-vms';
  await page.goto(
    `${ONE_TABLE}&show=${sameSource}&show=practice/clean-up&show=concepts/container-lifecycle/what-is-lost`,
  );
  await expect(visibleArticles(page)).toHaveCount(4);
  const texts = await visibleArticles(page).locator('.sources li:visible').allTextContents();
  expect(new Set(texts).size).toBe(texts.length);
  const sources = await visibleArticles(page)
    .locator('.sources li:visible')
    .evaluateAll((all) => all.map((item) => [item.id, (item as HTMLLIElement).value] as const));
  expect(sources.map(([, number]) => number)).toEqual(sources.map((_, index) => index + 1));
  const citations = await visibleArticles(page)
    .locator('.cite a:visible')
    .evaluateAll((all) => all.map((link) => [(link as HTMLAnchorElement).hash.slice(1), Number(link.textContent)]));
  expect(citations.length).toBeGreaterThan(20);
  const numbers = new Map(sources);
  expect(citations.filter(([id, number]) => numbers.get(decodeURIComponent(String(id))) !== number)).toEqual([]);
});

test('its button "Print" prints it', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => void (document.body.dataset['printed'] = 'yes');
  });
  await page.goto(HANDOUT);
  const button = page.locator('form').getByRole('button', { name: 'Print' });
  await button.click();
  await expect(page.locator('form.handout [role="status"]'), 'an empty sheet').toHaveText(/^Nothing to print\./);
  await expect(page.locator('body')).not.toHaveAttribute('data-printed');
  await page.goto(ONE_TABLE);
  await button.click();
  await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes');
});

test('it prints its title and the chosen parts, but not the form', async ({ page }) => {
  test.skip(!hasPdfTools, WITHOUT_PDF_TOOLS);
  await page.goto(`${ONE_TABLE}&show=practice/clean-up&show=practice/pull-tag-push`);
  for (const format of PAPER_FORMATS) {
    const { text, sheets, margins, cutWords } = await printPage(page, format);
    const home = page.url().split('?')[0]!;
    const addressOf = (slug: string) => new URL(`../../${slug}/`, home).href;
    expect(cutWords).toEqual([]);
    const start = `Day 1 – Docker Basics · made with ${home} Day 1 ${LEGEND} ${addressOf('concepts/what-is-docker')} What is Docker?`;
    expect(text.startsWith(normalizeText(start)), text.slice(0, 300)).toBe(true);
    for (const begin of [
      `${addressOf('practice/clean-up')} Clean up`,
      `${addressOf('practice/pull-tag-push')} Pull, tag and push`,
    ]) {
      expect(
        sheets.filter((sheet) => sheet.startsWith(normalizeText(begin))),
        begin,
      ).toHaveLength(1);
    }
    expect(
      margins.filter((margin) => !margin.includes(normalizeText(`Day 1 – Docker Basics · made with ${home}`))),
      'each sheet but the first names the site',
    ).toEqual([margins[0]]);
    expect(text).toContain(normalizeText('Wrong as worded A container needs a host with a compatible kernel'));
    expect(text).toContain(
      normalizeText('It removes the container, but no volumes. If no other container uses db, a later'),
    );
    expect(text).not.toContain(normalizeText('Handout title'));
    expect(text).not.toContain(normalizeText('Docker Hub is the registry'));
  }
});

/** What each lesson plan uses, in its order, as somebody who holds the lesson would list it. */
const LESSONS = {
  'lesson-45': {
    title: 'Docker in 45 minutes',
    sheets: 5,
    uses: {
      'concepts/what-is-docker': [
        'docker-features-portability',
        'question-is-container-a-vm',
        'question-same-tag-same-image',
        'question-what-rm-deletes',
      ],
      'concepts/docker-vs-virtual-machines': [
        'figure-container-vs-vm',
        'containers-vs-vms-startup-time',
        'containers-vs-vms-size',
        'containers-vs-vms-performance',
      ],
      'concepts/images-and-containers': ['figure-image-parts', 'figure-layers'],
      'reference/glossary': [
        'container',
        'container-image',
        'digest',
        'image-manifest',
        'registry',
        'repository',
        'tag',
      ],
      'concepts/container-lifecycle': ['what-is-lost-exit', 'what-is-lost-restart', 'what-is-lost-remove'],
      'registries/image-references': [
        'image-reference-examples-name-and-tag',
        'image-reference-examples-other-registry',
        'image-reference-examples-host-and-port',
        'image-reference-examples-port-without-path',
      ],
      'registries/where-images-are-stored': ['figure-pull-path'],
    },
  },
  'lesson-90': {
    title: 'Docker in 90 minutes',
    sheets: 6,
    uses: {
      'concepts/how-docker-works': ['docker-run-steps-pull', 'docker-run-steps-create', 'docker-run-steps-start'],
      'practice/run-a-container': [
        'port-publishing-localhost',
        'port-publishing-all-addresses',
        'port-publishing-unpublished',
        'question-does-expose-open-a-port',
        'question-who-reaches-8080',
        'question-name-already-in-use',
      ],
      'concepts/docker-vs-virtual-machines': ['figure-container-vs-vm', 'containers-vs-vms-isolation'],
      'concepts/container-lifecycle': ['what-is-lost-restart', 'what-is-lost-remove', 'question-why-stop-is-slow'],
      'concepts/images-and-containers': ['dockerfile-instructions-copy', 'dockerfile-instructions-from'],
      'practice/build-an-image': ['build-secrets-secret-mount'],
      'registries/image-references': ['image-reference-examples-host-and-port'],
      'practice/clean-up': [
        'clean-up-container-prune',
        'clean-up-image-prune',
        'clean-up-image-prune-all',
        'clean-up-volume-prune',
        'clean-up-volume-prune-all',
        'clean-up-network-prune',
        'clean-up-buildx-prune',
        'clean-up-buildx-prune-all',
        'clean-up-system-prune',
        'clean-up-system-prune-all',
        'clean-up-system-prune-volumes',
      ],
    },
  },
};

for (const [lesson, { title, uses, sheets }] of Object.entries(LESSONS)) {
  test(`the handout of ${lesson} has what the plan uses in its order, with corrections and answers, on few sheets`, async ({
    page,
  }) => {
    await page.goto(`teach/${lesson}/`);
    await page.getByRole('link', { name: 'the handout', exact: true }).click();
    await expect(page.getByLabel('Handout title')).toHaveValue(title);
    await expect(page.getByRole('combobox', { name: 'Questions' })).toHaveValue('');
    await expect(page.getByRole('combobox', { name: 'Sources' })).toHaveValue('short');
    await expect(visibleArticles(page)).toHaveCount(Object.keys(uses).length);
    const places = await page
      .locator(':is(.table tbody tr, .figure, .question, .glossary > div)[id]')
      .evaluateAll((all) => all.filter((place) => place.checkVisibility()).map(({ id }) => id));
    const expected = Object.entries(uses).flatMap(([slug, ids]) => ids.map((id) => `${slug}/${id}`));
    expect(places).toEqual(expected);
    const corrected = page.locator('tr:has(.correction):visible');
    await expect(corrected.locator('.correction:visible')).toHaveCount(await corrected.count());
    const heading = page.getByRole('heading', { name: 'Your handout' });
    await expect(heading).not.toBeInViewport();
    await page.getByRole('link', { name: 'See the handout' }).click();
    await expect(heading).toBeInViewport();

    await page.getByLabel('Handout title').fill('Monday');
    await page.reload();
    await expect(visibleArticles(page)).toHaveCount(Object.keys(uses).length);
    if (!hasPdfTools) return;
    const paper = await printPage(page, 'A4');
    expect(paper.sheets.length).toBeLessThanOrEqual(sheets);
    expect((await printPage(page, 'Letter')).sheets.length).toBeLessThanOrEqual(6);
    expect(paper.text).not.toContain(normalizeText('Oldest value'));
    expect(paper.text).not.toContain(normalizeText('Tested with'));
    const rows = page.locator('#concepts\\/container-lifecycle\\/what-is-lost tbody tr:visible th');
    const texts = (await rows.allTextContents()).map(normalizeText);
    expect(
      paper.sheets.filter((sheet) => texts.every((text) => sheet.includes(text))),
      'a short table',
    ).toHaveLength(1);
  });
}

test('learners get the commands of a lesson on paper, with what they are for, but without the answers of the plan', async ({
  page,
}) => {
  await page.goto('teach/lesson-90/');
  const commands = await page.locator('main .block code').allTextContents();
  await page.getByRole('link', { name: 'a sheet with its commands', exact: true }).click();
  await expect(visibleArticles(page).locator('h1')).toHaveText([/90 minutes/]);
  const plan = visibleArticles(page);
  const blocks = plan.locator('.block code:visible');
  expect((await blocks.allTextContents()).map(normalizeText)).toEqual(commands.map(normalizeText));
  await expect(plan.getByRole('heading', { level: 2 })).toHaveCount(7);
  await expect(plan.locator(':is(ul, ol, table):visible:not(.reviewed, .sources *)')).toHaveCount(0);
  const words = plan.locator('p:visible:not(.reviewed, .block *)');
  for (const text of await words.allTextContents()) expect(text).toMatch(/^(Exercise\.|Optional \(|If an nginx)/);
  expect((await words.allTextContents()).join()).not.toMatch(/stays\.|doesn’t find|the digest is different|already/);
  if (!hasPdfTools) return;
  const { text } = await printPage(page, 'A4');
  expect(text).not.toContain(normalizeText('teach/lesson-90'));
  expect(text, 'where to look up the errors').toContain(normalizeText('practice/troubleshooting/'));
});

test('who types the commands of the sheet from top to bottom sees no error but those of the lesson, and leaves nothing behind', async ({
  page,
}) => {
  await page.goto('teach/lesson-90/');
  await page.getByRole('link', { name: 'a sheet with its commands', exact: true }).click();
  await expect(visibleArticles(page).first()).toBeVisible();
  const parts = await visibleArticles(page)
    .locator(':is(h2, p, .block code):visible')
    .evaluateAll((all) =>
      all.map((part) => ({
        isTitle: part.matches('h2'),
        isCode: part.matches('code'),
        text: part.textContent.replace(/\\\n\s+/g, ''),
      })),
    );
  const typed = parts.flatMap(({ isCode, text }) =>
    isCode ? [...text.matchAll(/^\$ (docker .*)/gm)].map(([, command]) => command!) : [],
  );
  expect(typed.length).toBeGreaterThan(25);
  const { failed, left } = followCommands(typed);
  expect(failed).toEqual([
    'docker run --detach --name web nginx:alpine',
    'docker run --detach --publish 127.0.0.1:8080:80 nginx:alpine',
  ]);
  expect(left).toEqual([]);
  const step = parts.findIndex(({ isTitle, text }) => isTitle && text.startsWith('7.'));
  const before = parts.slice(0, step).map(({ text }) => text);
  for (const command of failed)
    expect(before.join('\n'), 'the mistakes are those of step 7').not.toContain(`${command}\n`);

  let words = '';
  for (const { isCode, text } of parts) {
    if (!isCode) words += text;
    else if (text.includes('docker build')) {
      expect(words, `what to write before ${text}`).toMatch(/(create|change)\b.*index\.html/i);
      words = '';
    }
    if (text.includes('@sha256:')) expect(words).toMatch(/Optional \(\d+ minutes\)\.[^]*digest/);
  }
});

test('the worksheet of a lesson says on each sheet what it was made with, and has a line for a name and a date', async ({
  page,
}) => {
  test.skip(!hasPdfTools, WITHOUT_PDF_TOOLS);
  await page.goto(HANDOUT);
  await page.getByRole('link', { name: 'Lesson plan: 45 minutes, worksheet' }).click();
  await expect(page.locator('.handout-pages')).toHaveAttribute('data-questions', 'worksheet');
  const places = visibleArticles(page).locator(':is(.table tbody tr, .figure, .question, .glossary > div)[id]:visible');
  expect(
    await places.evaluateAll((all) => all.map(({ id }) => id.replace(/.*\//, ''))),
    'nothing that answers the questions',
  ).toEqual([
    'docker-features-portability',
    'question-is-container-a-vm',
    'question-same-tag-same-image',
    'question-what-rm-deletes',
    'containers-vs-vms-startup-time',
    'containers-vs-vms-size',
    'containers-vs-vms-performance',
  ]);
  const { sheets, margins } = await printPage(page, 'A4');
  expect(page.url()).toMatch(/preset=teach\/lesson-45&questions=worksheet$/);
  const origin = normalizeText(`Docker in 45 minutes – Docker Basics · made with ${page.url().replace(/\?.*/, '')}`);
  expect(sheets[0]).toContain(normalizeText(`${origin} Docker in 45 minutes Name Date`));
  expect(margins.map((margin) => margin.includes(origin))).toEqual(sheets.map((_, index) => index > 0));
  await page.goto(`${HANDOUT}?show=concepts/what-is-docker/docker-features`);
  await expect(page.locator('.handout-pages')).toHaveAttribute('data-ready');
  const untitled = await printPage(page, 'A4');
  expect(untitled.sheets[0]!.startsWith(normalizeText(`Handout – Docker Basics · ${page.url()} Handout`))).toBe(true);
  expect(untitled.text).not.toContain(normalizeText('Make a handout'));
  expect(untitled.text).not.toContain('NameDate');
  await page.goto(`${HANDOUT}?preset=teach/lesson-45&questions=answers-last`);
  await expect(page.locator('.handout-answers')).toBeVisible();
  const listed = page.locator('.sources li:visible');
  const numbers = await listed.evaluateAll((all) => all.map((item) => (item as HTMLLIElement).value));
  expect(numbers.length).toBeGreaterThan(5);
  expect(numbers, 'the list of sources skips no number').toEqual(numbers.map((_, index) => index + 1));
});

test('a row or a question that the address chooses has a checkbox, and the pages keep the order of the address', async ({
  page,
}) => {
  const rows = ['practice/clean-up/clean-up-image-prune', 'concepts/what-is-docker/docker-features-portability'];
  await page.goto(`${HANDOUT}?${rows.map((row) => `show=${row}`).join('&')}`);
  const slugs = () =>
    visibleArticles(page)
      .locator('h1')
      .evaluateAll((all) => all.map(({ id }) => id));
  await expect.poll(slugs).toEqual(['practice/clean-up', 'concepts/what-is-docker']);
  await page.getByRole('checkbox', { name: 'Clean up', exact: true }).check();
  await page.getByRole('checkbox', { name: 'Clean up', exact: true }).uncheck();
  expect(new URL(page.url()).searchParams.getAll('show')).toEqual(rows);
  await page.getByRole('checkbox', { name: 'Portability' }).uncheck();
  expect(await slugs()).toEqual(['practice/clean-up']);
  await expect(visibleArticles(page).locator('tbody tr:visible')).toHaveCount(1);
});

test('the caption of a table says whether only some of its rows are on the handout', async ({ page }) => {
  const mark = async (address: string) => {
    await page.goto(address);
    const caption = visibleArticles(page).locator('caption:visible');
    return caption.evaluate((element) => getComputedStyle(element, '::after').content);
  };
  expect(await mark(`${HANDOUT}?show=practice/clean-up/clean-up-image-prune`)).toBe('" (excerpt)"');
  expect(await mark(ONE_TABLE)).toBe('none');
});

test('pages are in the order in which they are chosen, whether by a checkbox or by an address', async ({ page }) => {
  await page.goto(HANDOUT);
  await page.getByRole('checkbox', { name: 'Glossary', exact: true }).check();
  await page.locator('#handout-place').fill('/concepts/what-is-docker/#docker-features-portability');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('checkbox', { name: 'How Docker works', exact: true }).check();
  const slugs = ['reference/glossary', 'concepts/what-is-docker', 'concepts/how-docker-works'];
  const shown = () =>
    visibleArticles(page)
      .locator('h1')
      .evaluateAll((all) => all.map(({ id }) => id));
  await expect.poll(shown).toEqual(slugs);
  await page.reload();
  await expect.poll(shown).toEqual(slugs);
  // What is chosen again comes last.
  await page.getByRole('checkbox', { name: 'Glossary', exact: true }).uncheck();
  await page.getByRole('checkbox', { name: 'Glossary', exact: true }).check();
  await expect.poll(shown).toEqual([...slugs.slice(1), slugs[0]!]);
});

test('questions are numbered through the handout, and the answers have the same numbers and no links', async ({
  page,
}) => {
  const slugs = ['what-is-docker', 'container-lifecycle', 'how-docker-works'];
  const choices = slugs.map((slug) => `show=concepts/${slug}/check-yourself`).join('&');
  await page.goto(`${HANDOUT}?questions=answers-last&${choices}`);
  const first = await visibleArticles(page).first().locator('.question').count();
  await expect(page.locator('.handout-answers ol').nth(1)).toHaveAttribute('start', String(first + 1));
  await expect(page.locator('.handout-answers')).not.toContainText('Where it says so');
  await expect(page.locator('.handout-answers a')).toHaveCount(0);
  if (!hasPdfTools) return console.log(WITHOUT_PDF_TOOLS);
  const answers = await page.locator('.handout-answers li').allInnerTexts();
  expect(answers.length).toBeGreaterThan(10);
  const { text } = await printPage(page, 'A4');
  for (const [index, answer] of answers.entries())
    expect.soft(text, 'a whole number').toContain(normalizeText(`${index + 1}. ${answer}`));
});

test('a multiple-choice question is on a handout alone: with its answer, without it, or with its letter at the end', async ({
  page,
}) => {
  await page.goto(`${HANDOUT}?show=learn/concepts-quiz/question-three-runs-of-echo`);
  await expect(page.getByRole('checkbox', { name: /^On a host without containers, you run/ })).toBeChecked();
  await expect(visibleArticles(page).locator('.quiz:visible')).toHaveCount(1);
  await expect(visibleArticles(page).locator('h2:visible')).toHaveCount(0);
  const quiz = visibleArticles(page).locator('.quiz:visible');
  await expect(quiz.locator('summary')).toHaveText([
    'One stopped container',
    'Three running containers',
    'No containers at all',
    'Three stopped containers',
  ]);
  const options = page.getByRole('combobox', { name: 'Questions' });
  const why = 'Each docker run creates a container, which stops when its main process exits.';
  const answers = page.locator('.handout-answers');
  await page.emulateMedia({ media: 'print' });
  await expect(quiz.locator('p:visible')).toHaveCount(2);
  await expect(quiz.locator('p:visible').last()).toContainText(`Right ${why}`);
  await page.emulateMedia({ media: 'screen' });
  await options.selectOption('Worksheet without answers');
  await page.emulateMedia({ media: 'print' });
  await expect(quiz.locator('p:visible')).toHaveCount(1);
  await expect(quiz.locator('summary:visible')).toHaveCount(4);
  await expect(page.locator('.quiz-answers:visible')).toHaveCount(0);
  await expect(answers).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await options.selectOption('Worksheet with answers at the end');
  await expect(answers.locator('li')).toHaveText([new RegExp(`^D. ${why}`)]);
  await expect(answers.locator('a')).toHaveCount(0);

  await page.getByRole('checkbox', { name: 'Quiz: containers' }).check();
  const count = await page.locator('.quiz:visible').count();
  expect(count).toBeGreaterThan(30);
  await expect(answers.locator('li')).toHaveCount(count);
  await expect(visibleArticles(page).getByText('Select an answer')).toBeHidden();
  if (!hasPdfTools) return console.log(WITHOUT_PDF_TOOLS);
  await page.goto(`${HANDOUT}?show=learn/concepts-quiz&questions=answers-last`);
  await page.emulateMedia({ media: null });
  await expect(answers.locator('li')).toHaveCount(count);
  const { text, sheets } = await printPage(page, 'A4');
  const license = normalizeText('Text, tables and figures:');
  expect(
    sheets.filter((sheet) => sheet.startsWith(license)),
    'a sheet for the license',
  ).toEqual([]);
  expect(text.split(normalizeText('Choose one answer for each question.'))).toHaveLength(2);
  expect(text).not.toContain(normalizeText('Your answers aren’t stored.'));
});

/** What follows an address whose page is right. */
const NO_PLACE =
  'The page has no such place. On that page, press the link icon of the place that you want, and paste the address here.';

test('a place is added by what somebody pastes: an address of the site in any form, or of an embed', async ({
  page,
  sites,
}) => {
  const base = sites['/docs/'];
  const chosen = () => new URL(page.url()).searchParams.getAll('show');
  await page.goto(base + HANDOUT);
  const field = page.getByLabel(/^Add a row/);
  for (const [address, message] of [
    [' ', 'Paste an address first.'],
    ['https://docs.docker.com/engine/#x', 'This isn’t an address of this site.'],
    ['https://other.example/docs/reference/glossary/#digest', 'This isn’t an address of this site.'],
    ['reference/glossary/#100%', 'This address is damaged at a “%”. Copy it again.'],
    ['reference/glossary/#nothing', NO_PLACE],
    [
      'hello world',
      `This isn’t an address. An address looks like this: ${base}concepts/what-is-docker/#docker-features-containerization`,
    ],
  ] as const) {
    await field.fill(address);
    await field.press('Enter');
    await expect(page.locator('form.handout [role="status"]')).toHaveText(message);
  }
  expect(chosen()).toEqual([]);
  for (const [wrong, problem, nearest] of [
    ['reference/glossary/#digset', NO_PLACE, 'reference/glossary/#digest'],
    [
      'Reference/Glosary/#digest',
      'There’s no page at this address that a handout can show.',
      'reference/glossary/#digest',
    ],
    [
      'concepts/what-is-docker/#source-1',
      'A handout can’t show this place alone, only its whole page.',
      'concepts/what-is-docker/',
    ],
    [
      `${base}concept/what-is-docker`,
      'There’s no page at this address that a handout can show.',
      'concepts/what-is-docker/',
    ],
  ] as const) {
    await field.fill(wrong);
    await field.press('Enter');
    await expect(page.locator('form.handout [role="status"]')).toHaveText(`${problem} Did you mean ${nearest}?`);
  }
  await page.getByRole('button', { name: 'concepts/what-is-docker/' }).click();
  await expect(field).toBeFocused();
  expect(chosen()).toEqual(['concepts/what-is-docker']);
  await page.getByRole('button', { name: 'Clear' }).click();
  const places = [
    ['reference/glossary/#digest', 'reference/glossary/digest'],
    [' /reference/glossary/#tag ', 'reference/glossary/tag'],
    [`${base}practice/clean-up/#clean-up`, 'practice/clean-up/clean-up'],
    ['concepts/what-is-docker/#says-works-on-my-machine', 'concepts/what-is-docker/says-works-on-my-machine'],
    [`${base}embed/tables/docker-features/`, 'concepts/what-is-docker/docker-features'],
    [
      '/embed/tables/containers-vs-vms/startup-time/?large',
      'concepts/docker-vs-virtual-machines/containers-vs-vms-startup-time',
    ],
  ] as const;
  for (const [address] of places) {
    await field.fill(address);
    await field.press('Enter');
    await expect(field, address).toHaveValue('');
  }
  expect(chosen().sort()).toEqual(places.map(([, choice]) => choice).sort());
  await expect(page.locator('form.handout [role="status"]')).toHaveText(/^“Startup Time” was added\. On the handout: /);
  await expect(page.getByRole('checkbox', { name: 'digest', exact: true })).toBeChecked();
  await expect(visibleArticles(page).locator('.says:visible')).toHaveCount(1);
});

test('several addresses are added one after another, and that of a section adds all that is in it', async ({
  page,
}) => {
  await page.goto(HANDOUT);
  const field = page.getByLabel(/^Add a row/);
  const status = page.locator('form.handout [role="status"]');
  await field.fill('reference/glossary/#tag reference/glossary/#digset\nlearn/concepts-quiz/#how-docker-works');
  await field.press('Enter');
  await expect(status).toContainText(
    `“tag” was added. reference/glossary/#digset: ${NO_PLACE} Did you mean reference/glossary/#digest? “How Docker works” was added. On the handout: 2 pages`,
  );
  await expect(field).toHaveValue('reference/glossary/#digset');
  await status.getByRole('button').click();
  await expect(status).toHaveText(/^“digest” was added\./);
  const titles = visibleArticles(page).locator('h1');
  await expect(visibleArticles(page).locator('.quiz:visible')).toHaveCount(5);
  await expect(titles).toHaveText(['Glossary', /^Quiz/]);
  await page.reload();
  await expect(visibleArticles(page).locator('.quiz:visible')).toHaveCount(5);
  await expect(titles).toHaveText(['Glossary', /^Quiz/]);
});

test('a comma, a semicolon or a full stop after an address is not part of it', async ({ page }) => {
  await page.goto(HANDOUT);
  const field = page.getByLabel(/^Add a row/);
  await field.fill(
    'practice/build-an-image/#cache, reference/glossary/#tag; reference/glossary/#digest,reference/glossary/#layer.',
  );
  await field.press('Enter');
  await expect(field).toHaveValue('');
  expect(new URL(page.url()).searchParams.getAll('show')).toEqual([
    'practice/build-an-image/cache',
    'reference/glossary/tag',
    'reference/glossary/digest',
    'reference/glossary/layer',
  ]);
});

test('a section is added with its text, its commands, what is below it and the sources that it cites', async ({
  page,
}) => {
  await page.goto('concepts/what-is-docker/');
  const own = (selector: string) => page.locator(`main > ${selector}`);
  const text = await own('.heading:has(#container) ~ p').first().innerText();
  const next = await own('.heading:has(#names) ~ p').first().innerText();
  await page.goto(HANDOUT);
  const field = page.getByLabel(/^Add a row/);
  await field.fill('concepts/what-is-docker/#container');
  await field.press('Enter');
  const article = visibleArticles(page);
  const expectSection = async () => {
    const titles = article.locator(':is(h2, h3):visible:not(.sources *)');
    expect(await titles.evaluateAll((all) => all.map(({ id }) => id.replace(/.*\//, '')))).toEqual([
      'container',
      'docker-run',
    ]);
    const shown = normalizeText(await article.innerText());
    expect(shown).toContain(normalizeText(text.replace(/\d+$/, '')));
    expect(shown).not.toContain(normalizeText(next.replace(/\d+$/, '')));
    await expect(article.locator('pre:visible').first()).toContainText('docker run');
    const cited = await article
      .locator('.cite a:visible')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).hash));
    expect(cited.length).toBeGreaterThan(0);
    await expect(article.locator('.sources li:visible')).toHaveCount(new Set(cited).size);
  };
  await expectSection();
  await page.reload();
  await expect(article).toHaveCount(1);
  await expectSection();
  await page.getByRole('list').getByRole('checkbox', { checked: true }).uncheck();
  await expect(article).toHaveCount(0);
});

test('a copy of the site elsewhere takes its public addresses, too', async ({ page, sites }) => {
  const body = html.replace('<head>', `<head><link rel="canonical" href="${SITE_URL}${HANDOUT}">`);
  await page.route(`${sites['/']}${HANDOUT}`, (route) => route.fulfill({ body, contentType: 'text/html' }));
  await page.goto(HANDOUT);
  const field = page.getByLabel(/^Add a row/);
  await field.fill(`${SITE_URL}reference/glossary/#digest`);
  await field.press('Enter');
  await expect(field).toHaveValue('');
  expect(new URL(page.url()).searchParams.getAll('show')).toEqual(['reference/glossary/digest']);
});

test('at 360 px, the bar with the buttons takes a quarter of the window, and covers nothing that the Tab key reaches', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  const everything = ['concepts/what-is-docker', 'reference/misconceptions', 'reference/glossary/digest'];
  await page.goto(`${HANDOUT}?package=gift&${everything.map((choice) => `show=${choice}`).join('&')}`);
  const bar = page.locator('.handout-bar');
  await expect(bar).toContainText('Not part of this package');
  expect((await bar.boundingBox())!.height).toBeLessThanOrEqual(160);
  await page.getByRole('checkbox').first().focus();
  await expect(bar.getByRole('button', { name: 'Download package' })).toBeInViewport({ ratio: 1 });
  await page.goto(HANDOUT);
  await page.getByLabel('Package for a learning platform').selectOption('GIFT');
  await expect(page.locator('form.handout [role="status"]')).toContainText('Your selection has nothing');
  const last = page.getByRole('button', { name: 'Clear' });
  /** How much of the focused element can be seen and pressed. */
  const seen = () =>
    page.evaluate(() => {
      const element = document.activeElement!;
      const { left, top, width, height } = element.getBoundingClientRect();
      const isSeen = (x: number, y: number) => {
        const hit = document.elementFromPoint(x, y);
        return hit !== null && (element.contains(hit) || hit.contains(element));
      };
      const heights = [0.05, 0.5, 0.95].map((part) => isSeen(left + width / 2, top + height * part));
      return { name: element.outerHTML.slice(0, 120), isSeen: heights.every(Boolean) };
    });
  for (const [key, start] of [
    ['Tab', page.getByLabel('Handout title')],
    ['Shift+Tab', last],
  ] as const) {
    await start.focus();
    const covered: string[] = [];
    for (let stops = 0; stops < 100; stops++) {
      await page.keyboard.press(key);
      const { name, isSeen } = await seen();
      if (!isSeen) covered.push(name);
    }
    expect(covered, key).toEqual([]);
  }
});

test('a worksheet has lines in place of answers, which stand on a sheet of their own if one likes', async ({
  page,
}) => {
  test.skip(!hasPdfTools, WITHOUT_PDF_TOOLS);
  const question = normalizeText('Where is the file?');
  const answer = normalizeText('Gone, if it was in the container’s writable layer');
  await page.goto(`${HANDOUT}?show=concepts/what-is-docker/check-yourself`);
  const options = page.getByRole('combobox', { name: 'Questions' });
  const { text } = await printPage(page, 'A4');
  expect(text).toContain(answer);
  expect(text, 'a link without an address').not.toContain(normalizeText('See the explanation'));

  await options.selectOption('Worksheet without answers');
  await expect(visibleArticles(page).locator('.question p:visible')).toHaveCount(0);
  await page.reload();
  await expect(options).toHaveValue('worksheet');
  const worksheet = await printPage(page, 'A4');
  expect(worksheet.text).toContain(question);
  expect(worksheet.text).not.toContain(answer);

  await options.selectOption('Worksheet with answers at the end');
  expect(new URL(page.url()).searchParams.get('questions')).toBe('answers-last');
  await page.reload();
  const { sheets } = await printPage(page, 'A4');
  const last = sheets.pop()!;
  expect([last.includes(question), last.includes(answer)]).toEqual([false, true]);
  expect([sheets.join('').includes(question), sheets.join('').includes(answer)]).toEqual([true, false]);
  const license = normalizeText('Not affiliated with Docker, Inc.');
  expect([sheets[0]!.includes(license), last.includes(license)], 'whoever gets only one part').toEqual([true, true]);
});

test('on a worksheet, the words of the course and misconceptions are claims to judge, and only the answers judge them', async ({
  page,
}) => {
  test.skip(!hasPdfTools, WITHOUT_PDF_TOOLS);
  const places = ['reference/misconceptions/misconception-container-is-a-small-vm', 'concepts/what-is-docker'];
  const facts = 'practice/clean-up/clean-up-volume-prune-all';
  const choices = [...places, facts].map((choice) => `show=${choice}`).join('&');
  await page.goto(`${HANDOUT}?questions=worksheet&${choices}`);
  await expect(visibleArticles(page)).toHaveCount(3);
  const claims = [
    'A container is a lightweight virtual machine.',
    'Runs on any operating system, cloud, or machine — no compatibility issues.',
    'Eliminates the “works on my machine” problem.',
  ].map(normalizeText);
  const verdicts = [
    'A container doesn’t boot its own kernel',
    'A container needs a host with a compatible kernel',
    'Docker reduces the “works on my machine” problem',
    'Why it seems true.',
    'See for yourself.',
    'Wrong',
    'More exactly',
    'Holds',
  ].map(normalizeText);
  const prompts = ['Holds / inexact / wrong, because:', 'Right / inexact / outdated / wrong, because:'].map(
    normalizeText,
  );
  const legend = normalizeText(
    'The claims are quoted from a course; the license doesn’t cover them. Holds: true in the usual case. Inexact: true only in part or in certain cases. Wrong: false.',
  );
  const found = (text: string, wanted: string[]) =>
    wanted.filter((words) =>
      [legend, ...prompts].reduce((rest, own) => rest.replaceAll(own, ''), text).includes(words),
    );
  const { text } = await printPage(page, 'A4');
  expect(found(text, claims)).toEqual(claims);
  expect(found(text, verdicts)).toEqual([]);
  expect(text, 'a title').toContain(normalizeText('Statements Reviewed'));
  expect(text, 'what a verdict means').toContain(legend);
  expect(text, 'a title or an address that judges').not.toMatch(/misconception/i);
  expect(text).not.toContain(normalizeText('The course’s wording, with our corrections.'));
  expect(text, 'what isn’t of the course stays').toContain(normalizeText('Named volumes as well'));
  const rows = await visibleArticles(page).locator('.course tbody tr').count();
  const sentences = await visibleArticles(page).locator('.says').count();
  expect(text, 'the head of a column').toContain(normalizeText('Description Your verdict'));
  const counts = prompts.map((prompt) => text.split(prompt).length - 1);
  expect(counts, 'in the words of the answers; one is a misconception').toEqual([rows + sentences, 1]);
  const lines = await visibleArticles(page)
    .locator(':is(q, .corrected):visible')
    .evaluateAll((all) => all.map((words) => getComputedStyle(words).textDecorationLine));
  expect(new Set(lines)).toEqual(new Set(['none']));

  await page.getByRole('combobox', { name: 'Questions' }).selectOption('Worksheet with answers at the end');
  const { sheets } = await printPage(page, 'A4');
  const first = sheets.findIndex((sheet) => sheet.startsWith('Answers'));
  const [worksheet, answers] = [sheets.slice(0, first).join('\n'), sheets.slice(first).join('\n')];
  expect([found(worksheet, claims), found(worksheet, verdicts)]).toEqual([claims, []]);
  expect([found(answers, claims), found(answers, verdicts)]).toEqual([[], verdicts]);
  const [number] = /\d+(?=\.Portability)/.exec(worksheet)!;
  expect(answers).toContain(normalizeText(`${number}. Wrong as worded A container needs a host`));
  const cited = await page.locator('.handout-answers .cite a').allTextContents();
  const listed = page.locator('.handout-answers .sources li');
  expect(await listed.evaluateAll((all) => all.map((item) => String((item as HTMLLIElement).value)))).toEqual(
    [...new Set(cited)].sort((a, b) => Number(a) - Number(b)),
  );
  expect(answers).toContain(normalizeText(`Sources ${cited.sort((a, b) => Number(a) - Number(b))[0]}.`));
  await page.getByRole('combobox', { name: 'Sources' }).selectOption('None');
  await expect(listed.first()).toBeHidden();
});

test('sources are full, short or left out, and the address keeps it', async ({ page }) => {
  test.skip(!hasPdfTools, WITHOUT_PDF_TOOLS);
  await page.goto(ONE_TABLE);
  const source = visibleArticles(page).locator('.sources li:visible a').last();
  const [title, address] = [
    normalizeText((await source.textContent())!),
    normalizeText((await source.getAttribute('href'))!),
  ];
  const print = async (option: string) => {
    await page.getByRole('combobox', { name: 'Sources' }).selectOption(option);
    await page.reload();
    await expect(visibleArticles(page)).toHaveCount(1);
    return (await printPage(page, 'A4')).text;
  };
  const full = await print('Full');
  expect([full.includes(title), full.includes(address)]).toEqual([true, true]);
  const short = await print('Short, without addresses');
  expect([short.includes(title), short.includes(address)]).toEqual([true, false]);
  const none = await print('None');
  expect([none.includes(title), none.includes(address), none.includes('Sources')]).toEqual([false, false, false]);
  await page.goto(`${HANDOUT}?sources=none&show=practice/clean-up/clean-up-image-prune`);
  await expect(visibleArticles(page)).toHaveCount(1);
  expect((await printPage(page, 'A4')).text, 'the column of sources').not.toContain('Sources');
});

test('the lines of a label begin below one another', async ({ page }) => {
  await page.goto(HANDOUT);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const edges = await page.locator('.handout li label').evaluateAll((labels) =>
      labels.map((label) => {
        const range = document.createRange();
        range.selectNodeContents(label.lastElementChild!);
        const lefts = [...range.getClientRects()].map(({ left }) => Math.round(left));
        return { box: label.querySelector('input')!.getBoundingClientRect().right, lefts };
      }),
    );
    if (width === 360) expect(edges.filter(({ lefts }) => lefts.length > 1).length).toBeGreaterThan(0);
    expect(edges.filter(({ box, lefts }) => lefts.some((left) => left < lefts[0]! || left < box))).toEqual([]);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('it says what to do, and shows every page of the menu, the quizzes and no form', async ({ page }) => {
    await page.goto(HANDOUT);
    await expect(page.getByText('To choose pages, turn on JavaScript.')).toBeVisible();
    await expect(visibleArticles(page)).toHaveCount(handoutPages.length);
    await expect(page.locator('form.handout')).toBeHidden();
  });
});

test('axe finds no violations', async ({ page }) => {
  await page.goto(`${ONE_TABLE}&show=practice/clean-up`);
  for (const [width, colorScheme] of [
    [360, 'light'],
    [1280, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    expect(await axeViolations(page, { onlyLook: width > 360 }), `${width} px, ${colorScheme}`).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});

test('each sheet names the address with its choices if it fits on a line, or else what it was made with', async ({
  page,
}) => {
  const places = ['reference/glossary/digest', 'reference/glossary/tag', 'practice/clean-up/clean-up'];
  for (const [choices, isWhole, worksheet] of [
    [places.slice(0, 1), true, ''],
    [places, false, ''],
    // Without this word, its address would show learners the answers.
    [places.slice(2), false, '&questions=worksheet'],
  ] as const) {
    const shown = choices.map((choice) => `show=${choice}`).join('&');
    await page.goto(`${HANDOUT}?title=Monday&package=moodle&${shown}${worksheet}`);
    await expect(page).toHaveTitle(/^Monday/);
    const whole = page.url().replace('package=moodle&', '');
    const address = isWhole ? whole : `made with ${whole.replace(/\?.*/, '')}`;
    const said = await page.evaluate(() => document.documentElement.style.getPropertyValue('--handout'));
    expect(JSON.parse(said)).toBe(`Monday – Docker Basics · ${address}`);
    if (!hasPdfTools) continue;
    const { sheets, margins, cutWords } = await printPage(page, 'A4');
    expect(cutWords).toEqual([]);
    const printed = normalizeText(`Monday – Docker Basics · ${address}`);
    expect(sheets[0]!.startsWith(`${printed}Monday`), sheets[0]!.slice(0, 300)).toBe(true);
    expect(margins.map((margin) => margin.includes(printed))).toEqual(margins.map((_, index) => index > 0));
  }
});

test('on the worksheet of a page or of a section, no text around the claims tells which of them hold', async ({
  page,
}) => {
  const text = async (query: string) => {
    await page.goto(`${HANDOUT}?${query}`);
    await expect(visibleArticles(page)).toHaveCount(1);
    return (await visibleArticles(page).locator('> *:visible').allInnerTexts()).join(' ');
  };
  for (const [place, claim, hints] of [
    ['concepts/docker-vs-virtual-machines', 'Isolation', [/The Isolation row is right/, /aren’t rules/]],
    [
      'concepts/docker-vs-virtual-machines/course-docker-vs-virtual-machines',
      'Isolation',
      [/The Isolation row is right/],
    ],
    ['concepts/what-is-docker', 'Containerization', [/Two rows are right/]],
    ['registries/docker-hub/course-wording', 'Docker Hub', [/Notes on this wording/]],
  ] as const) {
    const [handout, worksheet] = [await text(`show=${place}`), await text(`show=${place}&questions=worksheet`)];
    expect(worksheet).toContain(claim);
    for (const hint of hints) {
      expect(handout, place).toMatch(hint);
      expect(worksheet, place).not.toMatch(hint);
    }
  }
});
