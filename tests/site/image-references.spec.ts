/** The explorer of image references: what a reference or a whole file means, computed in the page. */
import type { Page } from '@playwright/test';
import { globSync, readFileSync } from 'node:fs';
import { axeViolations } from './axe.ts';
import { compressedSize, DIST, expect, openAndSettle, test } from './fixtures.ts';

const PAGE = 'registries/image-references/';
const MAX_SCRIPT_BYTES = 10_000;
const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;
const WIDTHS = [360, 1280];

const explorer = (page: Page) => page.locator('.reference-explorer');
const field = (page: Page) => page.getByRole('textbox', { name: 'Image reference' });
const fileField = (page: Page) => page.getByRole('textbox', { name: 'A whole Dockerfile or Compose file' });
const alert = (page: Page) => explorer(page).getByRole('alert');

/** The value next to a name in the description list. */
const value = (page: Page, name: string) => explorer(page).locator(`dt:text-is("${name}") + dd`);

/** Opens the page, and waits until its script has loaded. */
async function load(page: Page) {
  await page.goto(PAGE);
  await field(page).fill('ghcr.io/a/b');
  await expect(value(page, 'Domain')).toHaveText('ghcr.io');
}

test('a reference is taken apart: what was typed, what is added, and its full form', async ({ page, problems }) => {
  await page.goto(PAGE);
  await field(page).fill('bitnami/redis:8');
  await expect(explorer(page).getByRole('status').first()).toHaveText(
    'bitnami/redis:8 means docker.io/bitnami/redis:8',
  );
  const expected = {
    Domain: 'docker.io',
    Repository: 'bitnami/redis',
    Tag: '8',
    Digest: 'none',
    'Full reference': 'docker.io/bitnami/redis:8',
    'Short form': 'bitnami/redis:8',
    'Docker asks': 'registry-1.docker.io for /v2/bitnami/redis/manifests/8',
  };
  for (const [name, text] of Object.entries(expected)) await expect(value(page, name)).toHaveText(text);
  await expect(value(page, 'Can its meaning change?')).toContainText('Yes');
  await expect(explorer(page).locator('.part')).toHaveText(['docker.iodomain, added', '/bitnami/redispath', ':8tag']);
  expect(problems).toEqual([]);
});

const REGISTRIES: [reference: string, kind: RegExp, login: RegExp][] = [
  ['alpine', /Docker Official Image/, /docker login/],
  ['bitnami/redis', /the namespace bitnami/, /docker login/],
  ['123456789012.dkr.ecr.eu-west-1.amazonaws.com/a', /account 123456789012, Region eu-west-1/, /--region eu-west-1/],
  ['public.ecr.aws/a/b', /Amazon ECR Public/, /Not needed to pull/],
  ['ghcr.io/a/b', /GitHub/, /public images/],
  ['registry.gitlab.com/a/b', /GitLab/, /as visible/],
  ['europe-docker.pkg.dev/a/b/c', /Google Artifact Registry/, /docker login europe-docker\.pkg\.dev/],
  ['acme.azurecr.io/a', /Azure/, /Standard and Premium/],
  ['quay.io/a/b', /Quay\.io/, /docker login quay\.io/],
  ['mcr.microsoft.com/a', /Microsoft/, /docker login/],
  ['dhi.io/python', /Docker Hardened Images/, /Even pulls/],
  ['localhost:5000/a', /on this host/, /operator/],
  ['registry.example.com/a', /Another registry/, /docker login registry\.example\.com/],
];

test('each kind of registry has its login, and leads to the place that explains it', async ({ page, problems }) => {
  await page.goto(PAGE);
  for (const [reference, kind, login] of REGISTRIES) {
    await field(page).fill(reference);
    await field(page).press('Enter');
    await expect(value(page, 'Registry')).toContainText(kind);
    await expect(value(page, 'Login')).toContainText(login);
  }
  await field(page).fill('ghcr.io/a/b');
  await field(page).press('Enter');
  await value(page, 'Registry').getByRole('link').click();
  await expect(page.locator('tr:target')).toContainText('GitHub Container registry');
  expect(problems).toEqual([]);
});

const MISTAKES: [input: string, wrong: string, words: string, instead?: string][] = [
  ['acme/App', 'A', 'invalid reference format: repository name (acme/App) must be lowercase', 'acme/app'],
  ['My_host/app', '_', 'repository name must be lowercase', 'My-host/app'],
  ['https://docker.io/alpine', 'https://', 'invalid reference format', 'docker.io/alpine'],
  ['alpine:3.24:latest', ':latest', 'invalid reference format', 'alpine:3.24'],
  ['a'.repeat(64), 'a'.repeat(64), 'cannot specify 64-byte hexadecimal strings', `docker.io/${'a'.repeat(64)}`],
  ['a'.repeat(256), 'a'.repeat(256), 'repository name must not be more than 255 characters'],
  [`alpine@${DIGEST.toUpperCase().replace('SHA', 'sha')}`, '', 'invalid checksum digest format', `alpine@${DIGEST}`],
  [`alpine@${DIGEST}0`, `${DIGEST.slice(7)}0`, 'invalid checksum digest length'],
  [`alpine@md5:${'a'.repeat(32)}`, 'md5', 'unsupported digest algorithm'],
];

test('what is not a reference is marked, with the rule and what to write instead', async ({ page, problems }) => {
  await page.goto(PAGE);
  for (const [input, wrong, words, instead] of MISTAKES) {
    await field(page).fill(input);
    await field(page).press('Enter');
    await expect(alert(page)).toContainText(words);
    if (wrong) await expect(alert(page).locator('mark')).toHaveText(wrong);
    await expect(alert(page).locator('.mistake')).toHaveText(input);
    await expect(alert(page).getByRole('link', { name: 'See the rule' })).toBeVisible();
    await expect(alert(page).getByRole('button')).toHaveText(instead ? [instead] : []);
  }
  await field(page).fill('acme/App');
  await alert(page).getByRole('button', { name: 'acme/app' }).press('Enter');
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue('acme/app');
  await expect(value(page, 'Full reference')).toHaveText('docker.io/acme/app:latest');
  expect(problems).toEqual([]);
});

test('spaces and line breaks around a reference don’t count', async ({ page }) => {
  await page.goto(PAGE);
  for (const input of [' alpine:3.24', 'alpine:3.24 ', '\talpine:3.24\n']) {
    await field(page).fill(input);
    await expect(value(page, 'Full reference')).toHaveText('docker.io/library/alpine:3.24');
    await expect(page).toHaveURL(/\?ref=alpine%3A3\.24$/);
    await field(page).fill('');
    await expect(page).not.toHaveURL(/ref=/);
  }
  await field(page).fill('   ');
  await expect(explorer(page).getByRole('status').first()).toContainText('For example');
  await field(page).fill('alpine :3.24');
  await expect(alert(page)).toBeVisible();
});

test('there are ten examples to press, and an empty field shows the one of the page again', async ({ page }) => {
  await page.goto(PAGE);
  const examples = explorer(page).locator('.reference-examples').getByRole('button');
  await expect(examples).toHaveCount(10);
  await load(page);
  for (const example of await examples.all()) {
    await example.click();
    const reference = (await example.getAttribute('value'))!;
    await expect(explorer(page).locator('.text, .mistake')).toContainText(reference.split('/').at(-1)!.split(':')[0]!);
    await expect(field(page)).toHaveValue(reference);
  }
  await field(page).fill('');
  await expect(explorer(page).getByRole('status').first()).toHaveText(
    'For example, alpine means docker.io/library/alpine:latest',
  );
});

test('the address keeps a short reference, and a link with one shows it', async ({ page, sites }) => {
  await page.goto(`${sites['/docs/']}${PAGE}?ref=dhi.io%2Fpython%3A3.14`);
  await expect(field(page)).toHaveValue('dhi.io/python:3.14');
  await expect(value(page, 'Registry')).toContainText('Docker Hardened Images');
  await expect(field(page)).toBeInViewport();
  await field(page).fill(`alpine@${DIGEST}`);
  await expect(page).toHaveURL((url) => url.searchParams.get('ref') === `alpine@${DIGEST}`);
  await value(page, 'Can its meaning change?').getByRole('link').click();
  await expect(page).toHaveURL(`${sites['/docs/']}registries/tags-and-digests/#pinning`);
  await page.goBack();
  await expect(value(page, 'Digest')).toHaveText(DIGEST);
  await field(page).fill('a'.repeat(400));
  await expect(alert(page)).toBeVisible();
  await expect(page).not.toHaveURL(/ref=/);
});

test('an example that is pressed where the script has not loaded is shown', async ({ page }) => {
  await page.route(/explorer/, (route) => new Promise((resolve) => setTimeout(resolve, 0)).then(() => route.abort()), {
    times: 1,
  });
  await page.goto(PAGE);
  await explorer(page).getByRole('button', { name: 'bitnami/redis:8' }).click();
  await expect(value(page, 'Repository')).toHaveText('bitnami/redis');
  await expect(page).toHaveURL(/\?ref=bitnami%2Fredis%3A8/);
});

test('a whole file is judged line by line, and nothing that is typed leaves the browser', async ({
  page,
  problems,
}) => {
  await load(page);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await field(page).fill('secret.example.com/app');
  await expect(value(page, 'Domain')).toHaveText('secret.example.com');
  await fileField(page).fill(
    `ARG TAG=1.27\nFROM golang:\${TAG} AS build\nFROM ghcr.io/acme/app@${DIGEST}\nCOPY --from=build /a /b\nFROM Acme/App`,
  );
  const rows = explorer(page).locator('tbody tr');
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(0)).toContainText(
    /^Line 2.*docker\.io\/library\/golang:1\.27.*can move.*No digest.*Pull limit.*Short name$/,
  );
  await expect(rows.nth(1)).toContainText(/^Line 3.*Pinned by digest$/);
  await expect(rows.nth(2)).toContainText(/^Line 4.*the stage build$/);
  await expect(rows.nth(3)).toContainText(/^Line 5.*must be lowercase/);
  await expect(explorer(page).getByRole('status').last()).toHaveText('4 references found');
  await fileField(page).fill('services:\n  db:\n    image: postgres:18\n');
  await expect(rows).toHaveText([/^Line 3.*docker\.io\/library\/postgres:18/]);
  await fileField(page).fill('hello');
  await expect(explorer(page).getByRole('status').last()).toContainText('No references found');
  expect(requests).toEqual([]);
  expect(problems).toEqual([]);
});

test('results are accessible, fit small screens, and keep their marks without colors', async ({ page }) => {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(PAGE);
      await fileField(page).fill(`FROM golang:1.27\nFROM ghcr.io/acme/app:1@${DIGEST}`);
      for (const input of [`123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/api:1.4@${DIGEST}`, 'acme/App']) {
        await field(page).fill(input);
        await expect(explorer(page).locator('.text, .mistake')).toContainText(input.slice(0, 5));
        await expect(explorer(page).locator('tbody tr')).toHaveCount(2);
        expect(await axeViolations(page, { selector: '.reference-explorer' })).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow, `${input} at ${width} px`).toBeLessThanOrEqual(0);
      }
    }
  }
  await page.emulateMedia({ forcedColors: 'active' });
  await field(page).fill('alpine');
  const bracket = () =>
    explorer(page)
      .locator('.added code')
      .first()
      .evaluate((element) => getComputedStyle(element, '::after').borderBottomStyle);
  expect(await bracket()).toBe('dashed');
});

test('a reference is one piece, and each part has one color, in the explorer as in the figure', async ({ page }) => {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await load(page);
    await field(page).fill(`index.docker.io/a:1@${DIGEST}`);
    await expect(value(page, 'Digest')).toHaveText(DIGEST);
    const parts = await page.locator('.part').evaluateAll((parts) =>
      parts.map((part) => {
        const widths = [...part.querySelectorAll('code')].map((code) => {
          const range = document.createRange();
          range.selectNodeContents(code);
          return range.getBoundingClientRect().width;
        });
        return {
          name: part.querySelector('b, small')!.textContent.split(',')[0]!.toLowerCase(),
          color: getComputedStyle(part.querySelector('code:last-of-type')!).color,
          space: part.getBoundingClientRect().width - widths.reduce((sum, width) => sum + width),
        };
      }),
    );
    expect(parts.map(({ name }) => name).join(' ')).toBe('domain path path tag digest domain path tag digest');
    // Where a line ends within a digest, there is less space after it than a letter takes.
    expect(parts.filter(({ space }) => space > 12)).toEqual([]);
    expect(new Set(parts.map(({ name, color }) => name + color)).size).toBe(4);
  }
});

test('the mark of a mistake has the colors of the theme', async ({ page }) => {
  await page.goto(PAGE);
  await field(page).fill('acme/App');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(alert(page).locator('mark')).not.toHaveCSS('background-color', 'rgb(255, 255, 0)');
    const color = await alert(page)
      .locator('strong')
      .evaluate((element) => getComputedStyle(element).color);
    await expect(alert(page).locator('mark')).toHaveCSS('color', color);
  }
});

test('the script is fetched only when a reader reaches for it, and fits its budget', async ({ page }) => {
  const [file, ...others] = globSync('_astro/explorer-*.js', { cwd: DIST });
  expect(others).toEqual([]);
  expect(compressedSize(readFileSync(`${DIST}/${file!}`), MAX_SCRIPT_BYTES)).toBeLessThanOrEqual(MAX_SCRIPT_BYTES);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await openAndSettle(page, PAGE);
  expect(requests.filter((url) => url.includes('explorer'))).toEqual([]);
  await field(page).focus();
  await expect.poll(() => requests.filter((url) => url.includes('explorer'))).toHaveLength(1);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('an example is there, and no field', async ({ page }) => {
    await page.goto(PAGE);
    await expect(explorer(page)).toContainText('For example, alpine means docker.io/library/alpine:latest');
    await expect(value(page, 'Docker asks')).toHaveText('registry-1.docker.io for /v2/library/alpine/manifests/latest');
    await expect(field(page)).toBeHidden();
    await expect(explorer(page).getByRole('button')).toHaveCount(0);
  });
});
