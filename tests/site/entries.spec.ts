/** The lists of entries: error messages and their finder, misconceptions with verdicts, terms, sources, and values. */
import type { Locator } from '@playwright/test';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Fact } from '../../src/kinds/fact/index.ts';
import type { Misconception } from '../../src/kinds/misconception/index.ts';
import type { Term } from '../../src/kinds/term/index.ts';
import { contentPages, dateOf, DIST, expect, test, textOf } from './fixtures.ts';

const readEntries = <T>(file: string) => Object.entries(parse(readFileSync(file, 'utf8')) as Record<string, T>);

test('a pasted error message finds its entry', async ({ page }) => {
  await page.goto('practice/troubleshooting/');
  await page
    .getByLabel('Paste your error message')
    .fill('docker: Error response from daemon: Bind for 0.0.0.0:80 failed:\n  port is already allocated.');
  const result = page.locator('.error-finder [role="status"]').getByRole('link');
  await expect(result).toHaveText(/port is already allocated/);
  const entry = page.locator('.entry', { has: page.getByRole('heading', { name: /port is already allocated/ }) });
  for (const part of ['Cause', 'Fix']) {
    const text = (await entry.locator('p', { hasText: `${part}.` }).textContent())!;
    await expect(page.locator('.error-finder'), `${part}, in place`).toContainText(text);
  }
  await result.click();
  await expect(page.locator('h3:target')).toHaveText(/port is already allocated/);
  await expect(page.locator('h3:target')).toBeInViewport();
  await page.getByLabel('Paste your error message').fill('something else entirely');
  await expect(page.locator('.error-finder [role="status"]')).toContainText('This message isn’t listed below.');
  await expect(page.locator('.error-finder').getByRole('link')).toHaveCount(2);
  await page.locator('.error-finder').getByRole('link', { name: 'search for it' }).click();
  await expect(page, 'not in the query, which is sent').toHaveURL(/\/search\/#q=something\+else\+entirely$/);
  await expect(page.getByLabel('Search this site')).toHaveValue('something else entirely');
});

test('the home page shows values that differ, and its field for a message is on the card of what is looked up', async ({
  page,
}) => {
  await page.goto('');
  const values = await page.locator('.values dt').allTextContents();
  expect(values.length).toBeGreaterThan(2);
  expect(new Set(values).size).toBe(values.length);
  const card = page.locator('.cards li').filter({ has: page.getByLabel('Paste your error message') });
  await expect(card.getByRole('link', { name: 'Search' })).toBeVisible();
});

test('a message from the home page is shown with its answer, below the header, and is not sent', async ({ page }) => {
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url().replace(/#.*/, '')));
  for (const size of [
    { width: 1280, height: 800 },
    { width: 360, height: 740 },
  ]) {
    await page.setViewportSize(size);
    await page.goto('');
    await page.getByLabel('Paste your error message').fill('acme.example: no basic auth credentials');
    await page.getByRole('button', { name: 'Find it' }).click();
    const result = page.locator('.error-finder [role="status"]').getByRole('link');
    await expect(result).toHaveText('no basic auth credentials');
    await expect(result).toBeInViewport({ ratio: 1 });
    const header = (await page.locator('.top').boundingBox())!;
    const label = (await page.locator('.error-finder label').boundingBox())!;
    expect(label.y, `the label, at ${size.width} pixels`).toBeGreaterThan(header.y + header.height);
    await expect(page.locator('main > [role="status"]'), 'no word about a place that is not there').toHaveCount(0);
  }
  expect(sent.filter((url) => url.includes('acme'))).toEqual([]);
});

test('the commands of a fix can be copied, from its entry and from the answer to a pasted message', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('practice/troubleshooting/');
  await page
    .getByLabel('Paste your error message')
    .fill('push to 210987654321.dkr.ecr.us-east-1.amazonaws.com/my-app: no basic auth credentials');
  const answer = page.locator('.error-finder');
  const entry = page.locator('.entry', { has: page.locator('#error-no-basic-auth') });
  for (const [place, registry] of [
    [answer, '210987654321.dkr.ecr.us-east-1.amazonaws.com'],
    [entry, 'ACCOUNT.dkr.ecr.REGION.amazonaws.com'],
  ] as const) {
    await page.evaluate(() => navigator.clipboard.writeText(''));
    const button = place.getByRole('button', { name: 'Copy' });
    await button.click();
    await expect(place.locator('.copy')).toHaveText('Copied');
    await expect(entry.getByRole('status')).toHaveText('Code copied');
    const code = await page.evaluate(() => navigator.clipboard.readText());
    expect(code).toMatch(/^aws ecr get-login-password .* \\\n *\| docker login .*--password-stdin \\\n/);
    expect(code.split(/\n */).at(-1), 'the account and the Region of the message').toBe(registry);
    await place.locator('.copy').blur();
    await expect(place.locator('.copy')).toHaveText('Copy');
  }
});

test('the field for an error message is in the first screen, and does not move the page when it appears', async ({
  page,
}) => {
  for (const [width, height] of [
    [360, 740],
    [1280, 800],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto('practice/troubleshooting/');
    const field = page.getByLabel('Paste your error message');
    await expect(field, `${width} px`).toBeInViewport({ ratio: 0.5 });
    const text = page.locator('main h2').first();
    const ready = (await text.boundingBox())!;
    await field.evaluate((element) => element.closest('form')!.removeAttribute('data-ready'));
    await expect(field).toBeHidden();
    expect((await text.boundingBox())!, 'before its script has run').toEqual(ready);
    await field.evaluate((element) => (element.closest('form')!.dataset['ready'] = ''));
    const bottom = async (part: Locator) => {
      const { y, height } = (await part.boundingBox())!;
      return y + height;
    };
    const panel = page.locator('.error-finder');
    expect((await bottom(panel)) - (await bottom(field)), 'no empty line').toBeLessThan(24);
  }
});

test('a part of a message leads to the entries that have all of it', async ({ page }) => {
  await page.goto('practice/troubleshooting/');
  const status = page.locator('.error-finder [role="status"]');
  await page.getByLabel('Paste your error message').fill('no basic au');
  await expect(status).toContainText('Did you mean no basic auth credentials?');
  await status.getByRole('link', { name: 'no basic auth credentials' }).click();
  await expect(page.locator('h3:target')).toHaveText('no basic auth credentials');
});

test('an error message in the query of an address is found', async ({ page, sites }) => {
  const message = new URLSearchParams({ error: 'exec /app: exec format error' });
  await page.goto(`${sites['/docs/']}practice/troubleshooting/?${message.toString()}`);
  await expect(page.getByLabel('Paste your error message')).toHaveValue('exec /app: exec format error');
  const result = page.locator('.error-finder [role="status"]').getByRole('link');
  await expect(result).toHaveText(/exec format error/);
  await result.click();
  await expect(page.locator('h3:target')).toBeInViewport();
});

test('a broken connection while a message is looked up is reported, and the next change finds it', async ({ page }) => {
  await page.route('**/errors.json', (route) => route.abort());
  await page.goto('practice/troubleshooting/');
  const field = page.getByLabel('Paste your error message');
  const status = page.locator('.error-finder [role="status"]');
  await field.fill('exec format error');
  await expect(status).toContainText('couldn’t be loaded');
  await page.unroute('**/errors.json');
  await field.fill('exec /app: exec format error');
  await expect(status.getByRole('link')).toHaveText('exec format error');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the entries are visible, the field of the home page leads to them, and theirs is hidden', async ({ page }) => {
    await page.goto('');
    await expect(page.locator('noscript p')).toContainText('“Find it” sends your message to the host of this site');
    await page.getByLabel('Paste your error message').fill('no basic auth credentials');
    await page.getByRole('button', { name: 'Find it' }).click();
    await expect(page.getByRole('heading', { name: 'Error messages' })).toBeInViewport();
    await page.goto('practice/troubleshooting/?error=denied');
    await expect(page.locator('.error-finder'), 'it takes no space').toHaveCSS('display', 'none');
    await expect(page.locator('.entry').first()).toBeVisible();
  });
});

test('every error message has a cause, a cure and a source', async ({ page }) => {
  const errors = readEntries<{ text: string; cause: string; cure: string }>('content/errors.yaml');
  await page.goto('practice/troubleshooting/');
  // The order of the file matters: the first pattern that matches a pasted message wins.
  const shown = await page.locator('.entry h3').evaluateAll((headings) => headings.map((heading) => heading.id));
  expect(shown).toEqual(errors.map(([id]) => `error-${id}`));
  for (const [id, { text, cause, cure }] of errors) {
    const entry = page.locator('.entry', { has: page.locator(`[id="error-${id}"]`) });
    await expect(entry.getByRole('heading')).toHaveText(text);
    const paragraphs = (await entry.locator('p').allTextContents()).map(textOf);
    expect(paragraphs.slice(0, 2)).toEqual([`Cause. ${textOf(cause)}`, `Fix. ${textOf(cure)}`]);
    await expect(entry.locator('.row-sources a').first()).toBeVisible();
  }
});

test('every misconception says what is true, why it seems otherwise, and how to check it', async ({ page }) => {
  const misconceptions = readEntries<Misconception>('content/misconceptions.yaml');
  expect(misconceptions.length).toBeGreaterThanOrEqual(25);
  await page.goto('reference/misconceptions/');
  await expect(page.locator('.entry')).toHaveCount(misconceptions.length);
  for (const [id, { claim, verdict, correction, why, try: experiment }] of misconceptions) {
    const entry = page.locator('.entry', { has: page.locator(`[id="misconception-${id}"]`) });
    expect(textOf((await entry.locator('q').textContent())!)).toBe(textOf(claim));
    await expect(entry.locator('q')).toHaveAttribute('data-nosnippet');
    const [first, ...others] = (await entry.locator('p').allTextContents()).map(textOf);
    const label = { wrong: 'Wrong', inexact: 'Inexact', outdated: 'Outdated' }[verdict];
    expect(first).toBe(`${label} ${textOf(correction)}`);
    expect(others.slice(0, 2)).toEqual([
      `Why it seems true. ${textOf(why)}`,
      `See for yourself. ${textOf(experiment)}`,
    ]);
    await expect(entry.locator('.row-sources a').first()).toBeVisible();
  }
  const struck = page.locator('.entry q code').first();
  await expect(struck, 'struck with the words around it, without gaps').toHaveCSS('padding', '0px');
});

test('every term has its definition, its other names, where it is explained and its related terms, in alphabetical order', async ({
  page,
}) => {
  const terms = readEntries<Term>('content/glossary.yaml').sort(([, a], [, b]) => a.term.localeCompare(b.term, 'en'));
  await page.goto('reference/glossary/');
  const shown = await page.locator('.glossary > div').evaluateAll((all) =>
    all.map((entry) => ({
      id: entry.id,
      name: entry.querySelector('dt')!.textContent,
      text: entry.querySelector('dd')!.textContent,
      linked: [...entry.querySelectorAll('dd small a')].map((link) => link.getAttribute('href')),
    })),
  );
  expect(shown.map(({ id }) => id)).toEqual(terms.map(([id]) => id));
  for (const [index, [, { term, definition, note = '', aka, explained, seeAlso = [] }]] of terms.entries()) {
    const { name, text, linked } = shown[index]!;
    expect(textOf(name)).toBe(textOf(aka ? `${term} also ${aka.join(', ')}` : term));
    expect(textOf(text)).toContain(textOf(`${definition} ${note}`));
    expect(linked).toEqual([...(explained ? [`../..${explained}`] : []), ...seeAlso.map((id) => `#${id}`)]);
  }
});

test('every source lists the pages that cite it, and no others', async ({ page, sites }) => {
  const sources = readEntries<{ linkOnly?: true }>('content/sources.yaml').filter(([, { linkOnly }]) => !linkOnly);
  await page.goto('reference/sources/');
  const shown = await page.locator('.source-index > li').evaluateAll((all) =>
    all.map((item) => {
      const [source, ...pages] = [...item.querySelectorAll<HTMLAnchorElement>('a:not(.anchor)')];
      const name = `${source!.textContent} ${source!.href}`;
      return { name, read: item.querySelector('time[datetime]')!.textContent, pages: pages.map(({ href }) => href) };
    }),
  );
  expect(shown.length).toBe(sources.length);
  const citing = contentPages.map((path) => ({ path, names: sourcesAtTheEndOf(path) }));
  for (const { name, read, pages } of shown) {
    expect(read).toMatch(/^\d{1,2} \w+ \d{4}$/);
    const expected = citing.filter(({ names }) => names.has(name)).map(({ path }) => sites['/'] + path);
    expect(pages.sort(), name).toEqual(expected.sort());
  }
});

/** The sources in the list at the end of a page. */
function sourcesAtTheEndOf(path: string): Set<string> {
  const links = selectAll('.sources li a', fromHtml(readFileSync(`${DIST}/${path}index.html`, 'utf8')));
  return new Set(links.map((link) => `${toString(link)} ${new URL(String(link.properties['href'])).href}`));
}

test('every value says when its review is due, the next first, and where it is shown', async ({ page, sites }) => {
  const values = globSync('content/facts/*.yaml').flatMap((file) => readEntries<Fact>(file));
  await page.goto('reference/facts/');
  const shown = await page.locator('main ul.facts > li').evaluateAll((all) =>
    all.map((item) => {
      const links = [...item.querySelectorAll('a')];
      const [record, ...pages] = links.map(({ href }) => href);
      return {
        record: record!,
        name: links[0]!.textContent.replace(/\s+/g, ' ').trim(),
        text: item.textContent,
        due: [...item.querySelectorAll('time')].at(-1)!.dateTime,
        pages,
      };
    }),
  );
  expect(shown.map(({ due }) => due)).toEqual(values.map(([, { reviewBy }]) => reviewBy).sort());
  const names = shown.map(({ name }) => name);
  expect(new Set(names).size, 'each link says which value it leads to').toBe(names.length);
  for (const name of names) expect(name.split(' ').length, name).toBeGreaterThan(4);
  const htmlOf = new Map(contentPages.map((path) => [path, readFileSync(`${DIST}/${path}index.html`, 'utf8')]));
  for (const [id, { page: home, asOf, reviewBy }] of values) {
    const { text, pages } = shown.find(({ record }) => record === `${sites['/']}${home}/#fact-${id}`)!;
    expect(textOf(text)).toContain(`As of ${dateOf(asOf)}, review due ${dateOf(reviewBy)}. Shown on `);
    // Its home lists it, and other pages link it where they show it. That this list shows it says nothing.
    const isShown = (html: string) =>
      new RegExp(`(class="fact"|<dt)>\\s*<a href="[^"]*#fact-${id}"| id="fact-${id}"`).test(html);
    const expected = contentPages.filter((path) => isShown(htmlOf.get(path)!)).map((path) => sites['/'] + path);
    expect(pages.sort(), id).toEqual(expected.sort());
  }
});

for (const [path, name, titles] of [
  ['reference/glossary/', 'Terms by letter', ['A', 'C', 'D', 'W']],
  ['reference/sources/', 'Publishers by letter', ['A', 'D', 'K', 'M']],
  ['reference/misconceptions/', 'Misconceptions by topic', ['Containers', 'Images']],
  ['practice/troubleshooting/', 'Error messages by topic', ['The registry answers', 'Names, builds, Compose']],
  ['reference/commands/', 'Topics in this table', ['Containers', 'Volumes', 'Amazon ECR']],
  ['reference/facts/', 'Values by review date', ['Due 1 March 2027']],
] as const) {
  test(`/${path} begins with links into its list, each of which leads to another place, with its name above it`, async ({
    page,
  }) => {
    await page.goto(path);
    const links = page.getByRole('navigation', { name }).getByRole('link');
    const texts = await links.allTextContents();
    expect(texts).toEqual(expect.arrayContaining([...titles]));
    const names = await page
      .locator('[data-group]')
      .evaluateAll((groups) => groups.map((group) => getComputedStyle(group, '::before').content));
    expect(names).toEqual(texts.map((text) => `"${text}"`));
    const tops: number[] = [];
    for (const link of await links.all()) {
      const { width, height } = (await link.boundingBox())!;
      expect(Math.min(width, height), 'a target of 24 px').toBeGreaterThanOrEqual(24);
      const target = page.locator((await link.getAttribute('href'))!);
      tops.push((await target.boundingBox())!.y);
    }
    expect(tops.length).toBeGreaterThan(3);
    expect(
      tops.every((top, index) => index === 0 || top > tops[index - 1]!),
      'in the order of the page',
    ).toBe(true);
    const header = page.locator(path.includes('commands') ? 'thead tr' : '.top');
    for (const link of await links.all()) {
      await link.click();
      const topOfName = () =>
        page.locator('[data-group]:has(:target), [data-group]:target').evaluate((group) => {
          const target = document.querySelector(':target')!.getBoundingClientRect();
          if (group.matches(':target:not(tr)')) return target.top; // it has the name
          const { height, marginBottom } = getComputedStyle(group, '::before');
          return target.top - parseFloat(height) - parseFloat(marginBottom);
        });
      const endOfHeader = () => header.evaluate((element) => element.getBoundingClientRect().bottom);
      await expect.poll(async () => (await topOfName()) - (await endOfHeader())).toBeGreaterThanOrEqual(0);
    }
  });
}

test('each letter of the glossary leads to its first term', async ({ page }) => {
  await page.goto('reference/glossary/');
  const names = await page.locator('.glossary dt').evaluateAll((terms) => terms.map((term) => term.textContent.trim()));
  const letters = page.getByRole('navigation', { name: 'Terms by letter' });
  for (const letter of await letters.getByRole('link').all()) {
    const text = (await letter.textContent())!;
    const first = names.find((name) => name.toUpperCase().startsWith(text));
    await letter.click();
    const target = page.locator('.glossary :target');
    await expect(target.locator('dt')).toContainText(first!.split(/\s{2}|\n/)[0]!);
    await expect(target).toHaveAttribute('data-group', text);
  }
  expect(new Set(names.map((name) => name[0]!.toUpperCase())).size).toBe(await letters.getByRole('link').count());
});

test('the passages that were tested, can’t be tested and aren’t tested yet add up to all', async ({ page }) => {
  for (const path of ['reference/trials/', 'reference/sources/']) {
    await page.goto(path);
    const text = (await page.locator('main p', { hasText: /^\s*This site has \d+ passages/ }).textContent())!;
    const numberIn = (pattern: RegExp) => Number(pattern.exec(text.replace(/\s+/g, ' '))?.[1] ?? 0);
    const all = numberIn(/has (\d+) passages/);
    const parts = [/tested (\d+) of them/, /can’t test (?:the other )?(\d+)/, /haven’t tested (\d+) yet/];
    expect(all).toBeGreaterThan(200);
    expect(
      parts.map(numberIn).reduce((sum, part) => sum + part),
      text,
    ).toBe(all);
  }
});

test('misconceptions, rows and commands say how they are known, and lead to what the engine did', async ({ page }) => {
  for (const [path, place] of [
    ['reference/misconceptions/', '.entry:has(#misconception-stopping-deletes-data)'],
    ['practice/run-a-container/', '.row-sources:near(#environment, 400)'],
  ] as const) {
    await page.goto(path);
    const mark = page
      .locator(place)
      .getByRole('link', { name: /^Tested with Docker Engine [\d., and]+ on \d+ \w+ \d{4}$/ });
    const versions = (await mark.first().innerText()).match(/\d+(\.\d+)+/g)!;
    await mark.first().click();
    await expect(page).toHaveURL(/\/reference\/trials\/#trial-/);
    for (const version of versions) await expect(page.locator(':target')).toContainText(`Docker Engine ${version}, `);
    await expect(page.locator(':target pre').first()).toContainText('$ docker ');
  }
  // In a row, the mark is short and as quiet as its sources. The trial names the engines and the days.
  await page.goto('practice/clean-up/');
  const row = page.locator('#clean-up-volume-prune');
  const short = row.getByRole('link', { name: 'Tested', exact: true });
  for (const property of ['color', 'font-size']) {
    const value = await row
      .locator('span.row-sources')
      .evaluate((sources, property) => getComputedStyle(sources).getPropertyValue(property), property);
    await expect(short).toHaveCSS(property, value);
  }
  await short.click();
  await expect(page.locator(':target')).toContainText(/Docker Engine [\d.]+, .*\d+ \w+ \d{4}/);

  await page.goto('reference/misconceptions/');
  await page
    .locator('.entry:has(#misconception-ecr-has-no-limits)')
    .getByRole('link', { name: 'Not tested by us' })
    .click();
  await expect(page.locator(':target')).toContainText('These commands need Amazon ECR');

  // They are under headings that the contents list has, and what an engine printed is set apart from what was typed.
  for (const [path, heading] of [
    ['reference/trials/', 'Run a container'],
    ['reference/error-trials/', 'The registry answers'],
  ] as const) {
    await page.goto(path);
    await page.locator('.toc').getByRole('link', { name: heading, exact: true }).click();
    await expect(page.locator(':target > h3')).toHaveText(heading);
    const list = page.locator(':target > .trials');
    const color = (part: string) =>
      list
        .locator(part)
        .first()
        .evaluate((element) => getComputedStyle(element).color);
    expect(await color('samp')).not.toBe(await color('pre'));
    await expect(list.locator('samp', { hasText: /^\$ docker/m })).toHaveCount(0);
    // What another engine printed is one press away.
    const other = list.locator('details', { hasText: 'Docker Engine' }).first();
    await expect(other.locator('pre')).toBeHidden();
    await other.locator('summary').click();
    await expect(other.locator('pre')).toBeVisible();
  }

  // Of the error messages, only those that no trial reproduced have a mark, as the page says.
  await page.goto('practice/troubleshooting/');
  const entry = (id: string) => page.locator(`.entry:has(#error-${id})`);
  await expect(entry('ecr-token-expired')).toContainText('Not tested by us');
  await expect(entry('toomanyrequests')).toContainText('Not tested by us');
  await expect(entry('volume-in-use')).not.toContainText('Not tested by us');
  await expect(page.locator('#errors').locator('xpath=../..')).toContainText(
    'unless its entry says “Not tested by us”',
  );
});
