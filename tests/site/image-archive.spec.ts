/** The explorer of image archives: what is in an archive, read by a worker in the page. */
import type { Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { writeTar, type TarEntry } from '../../src/image-archive/write-tar.ts';
import { axeViolations } from './axe.ts';
import { compressedSize, DIST, expect, openAndSettle, test } from './fixtures.ts';

const PAGE = 'practice/inside-an-image/';
const WIDTHS = [360, 1280];
/** Bytes of the script in the page, and of the worker. */
const MAX_SCRIPT_BYTES = 10_000;
const SECRET = 'TOKEN=not-a-real-token-0815';

const digestOf = (bytes: Buffer | string) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** Layers in which a secret is deleted, and a file replaced. */
const LAYERS: TarEntry[][] = [
  [
    { name: 'app/', type: '5', mode: 0o755 },
    { name: 'app/.env', data: SECRET },
    { name: 'app/data', data: Buffer.from([0, 1, 2, 255]) },
    { name: 'app/mode', data: 'debug' },
    { name: 'app/run', data: '#!/bin/sh\n', mode: 0o4755 },
    { name: 'app/link', type: '2', target: 'run', mode: 0o777 },
  ],
  [{ name: 'app/.wh..env' }, { name: 'app/mode', data: 'release' }],
];

interface ImageOptions {
  layers?: TarEntry[][];
  name?: string;
  architecture?: string;
  run?: object;
  compress?: (layer: Buffer) => Buffer;
  suffix?: string;
  /** Of the config, if it is none. */
  text?: string;
}

/** The blobs of an image. */
function makeImage({
  layers = LAYERS,
  name,
  architecture = 'amd64',
  run = {},
  compress,
  suffix = '',
  text,
}: ImageOptions) {
  const archives = layers.map(writeTar);
  const blobs = archives.map((archive) => compress?.(archive) ?? archive);
  const valid = JSON.stringify({
    architecture,
    os: 'linux',
    config: run,
    rootfs: { type: 'layers', diff_ids: archives.map(digestOf) },
    history: [
      ...layers.map((_, index) => ({ created_by: `COPY ${index}` })),
      { created_by: 'CMD ["run"]', empty_layer: true },
    ],
  });
  const config = text ?? valid;
  const describe = (type: string, bytes: Buffer | string) => ({
    mediaType: `application/vnd.oci.image.${type}`,
    digest: digestOf(bytes),
    size: bytes.length,
  });
  const manifest = JSON.stringify({
    schemaVersion: 2,
    config: describe('config.v1+json', config),
    layers: blobs.map((blob) => describe(`layer.v1.tar${suffix}`, blob)),
  });
  const descriptor = {
    ...describe('manifest.v1+json', manifest),
    platform: { architecture, os: 'linux' },
    ...(name && { annotations: { 'io.containerd.image.name': name } }),
  };
  return { config, manifest, descriptor, archives, blobs: [...blobs, config, manifest] };
}
type MadeImage = ReturnType<typeof makeImage>;

const indexOf = (images: MadeImage[]) =>
  JSON.stringify({ schemaVersion: 2, manifests: images.map(({ descriptor }) => descriptor) });

/** An archive with the OCI layout. @param changed what a blob is instead of the bytes that its digest names */
const ociArchive = (images: MadeImage[], changed = (blob: Buffer | string) => blob): Buffer =>
  writeTar([
    { name: 'oci-layout', data: '{"imageLayoutVersion":"1.0.0"}' },
    ...images
      .flatMap(({ blobs }) => blobs)
      .map((blob) => ({ name: `blobs/${digestOf(blob).replace(':', '/')}`, data: changed(blob) })),
    { name: 'index.json', data: indexOf(images) },
  ]);

/** An archive as docker save wrote it before it had the OCI layout. */
const dockerArchive = ({ config, archives }: MadeImage, name: string): Buffer => {
  const hex = digestOf(config).slice(7);
  const layers = archives.map((_, index) => `${index}/layer.tar`);
  return writeTar([
    { name: `${hex}.json`, data: config },
    ...archives.map((data, index) => ({ name: layers[index]!, data })),
    { name: 'manifest.json', data: JSON.stringify([{ Config: `${hex}.json`, RepoTags: [name], Layers: layers }]) },
  ]);
};

const explorer = (page: Page) => page.locator('.image-explorer');
const status = (page: Page) => explorer(page).locator('> [role="status"]');
const alert = (page: Page) => explorer(page).getByRole('alert');
const section = (page: Page, title: string) =>
  explorer(page)
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: title }) });

/** Chooses an archive. */
const choose = (page: Page, buffer: Buffer, name = 'image.tar') =>
  page.locator('#image-archive').setInputFiles({ name, mimeType: 'application/x-tar', buffer });

/** Chooses an archive, and waits until it was read. */
async function read(page: Page, archive: Buffer, sentence: string | RegExp) {
  await page.goto(PAGE);
  await page.locator('#image-archive').focus();
  await choose(page, archive);
  await expect(status(page)).toHaveText(sentence);
}

const plain = makeImage({ name: 'docker.io/acme/app:1.0' });
const whole = ociArchive([plain]);
const forms: [name: string, archive: Buffer, platforms: string[]][] = [
  ['OCI', ociArchive([plain]), []],
  ['older docker save', dockerArchive(plain, 'acme/app:1.0'), []],
  ['compressed as a whole', gzipSync(ociArchive([plain])), []],
  ['gzip layers', ociArchive([makeImage({ compress: (layer) => gzipSync(layer), suffix: '+gzip' })]), []],
  ['zstd layers', ociArchive([makeImage({ compress: (layer) => zstdCompressSync(layer), suffix: '+zstd' })]), []],
  [
    'two platforms',
    ociArchive([
      makeImage({}),
      makeImage({ architecture: 'arm64', layers: [...LAYERS, [{ name: 'arm', data: 'a' }]] }),
    ]),
    ['linux/amd64', 'linux/arm64'],
  ],
  [
    'several images',
    ociArchive([
      makeImage({ name: 'docker.io/acme/one:1' }),
      makeImage({ name: 'docker.io/acme/two:2', run: { User: '5' } }),
    ]),
    ['docker.io/acme/one:1, linux/amd64', 'docker.io/acme/two:2, linux/amd64'],
  ],
];

test('each kind of archive is read, and the deleted secret in it', async ({ page, problems }) => {
  await page.goto(PAGE);
  await page.locator('#image-archive').focus();
  for (const [name, archive, images] of forms) {
    await test.step(name, async () => {
      await choose(page, archive, `${name}.tar`);
      const count = { 'two platforms': '1 image for 2 platforms', 'several images': '2 images' }[name] ?? '2 layers';
      const next = images.length ? 'Now choose an image or a platform, ' : 'Now open its layers';
      await expect(status(page)).toHaveText(
        new RegExp(`^Loaded ${name}\\.tar: ${count}, .*\\. All digests match\\. ${next}`),
      );
      await expect(page.locator('#image-choice option')).toHaveCount(images.length || 1);
      if (images.length) await expect(page.locator('#image-choice option')).toHaveText(images);
      const hidden = section(page, 'Hidden, but still in there');
      await expect(hidden.locator('summary')).toHaveText([
        /^app\/\.env .*deleted by layer 2/,
        /^app\/mode .*replaced by layer 2/,
      ]);
      await hidden.locator('summary').first().click();
      await expect(hidden.locator('pre')).toHaveText(SECRET);
    });
  }
  await page.locator('#image-choice').selectOption({ index: 1 });
  await expect(section(page, 'What it starts')).toContainText('the image has neither an entrypoint nor a command');
  await expect(section(page, 'What it starts').locator('dt', { hasText: 'User' })).toBeVisible();
  expect(problems).toEqual([]);
});

test('a changed byte of the config changes its digest and those that lead to it, and no others', async ({ page }) => {
  await read(page, ociArchive([plain]), /^Loaded .*All digests match/);
  const parts = section(page, 'Parts and digests');
  await expect(parts.locator('.image-part.layer samp')).toHaveText(plain.archives.map(digestOf));
  await expect(parts.locator('.image-state')).toHaveText(Array(4).fill('digest matches'));

  const bytes = section(page, 'Change one byte');
  const field = bytes.getByRole('textbox', { name: 'Config' });
  await expect(field).toHaveValue(plain.config);
  const config = plain.config.replace('linux', 'Linux');
  await field.fill(config);
  const manifest = plain.manifest.replace(digestOf(plain.config), digestOf(config));
  const index = indexOf([plain]).replace(digestOf(plain.manifest), digestOf(manifest));
  await expect(bytes.locator('del')).toHaveText([plain.config, plain.manifest, indexOf([plain])].map(digestOf));
  await expect(bytes.locator('ins')).toHaveText([config, manifest, index].map(digestOf));
  const path = `blobs/${digestOf(plain.config).slice(0, 19).replace(':', '/')}…`;
  await expect(bytes.getByRole('status')).toContainText(
    `Byte ${plain.config.indexOf('linux') + 1} of the config, ${path}, was l and is now L: linux became Linux.`,
  );
  await expect(bytes.locator('li').first()).toContainText(/Before:.*Now:/);
  await expect(bytes.locator('del samp').first()).toHaveCSS('text-decoration-line', 'line-through');
  const colors = await bytes.locator('samp').evaluateAll((digests) => digests.map((digest) => getComputedStyle(digest).color)); // prettier-ignore
  expect(new Set(colors).size).toBe(1);
  await field.fill(`é${config}`);
  await expect(bytes.getByRole('status')).toContainText(`From byte 1 on, the config, ${path}, is different.`);
  await field.fill(plain.config);
  await expect(bytes.getByRole('status')).toHaveText('Nothing has changed yet.');
  await bytes.getByRole('button', { name: 'Change one byte' }).click();
  const changed = await field.inputValue();
  const original = Buffer.from(plain.config);
  expect(Buffer.from(changed).filter((byte, at) => byte !== original[at])).toHaveLength(1);
  await expect(bytes.locator('ins').first()).toHaveText(digestOf(changed));
});

test('bytes that have another digest than the one that names them are an alert', async ({ page }) => {
  const changed = (blob: Buffer | string) =>
    blob === plain.archives[0] ? Buffer.from(blob.toString('latin1').replace('debug', 'DEBUG'), 'latin1') : blob;
  // The layer has two digests: in the manifest, and before compression.
  await read(page, ociArchive([plain], changed), /1 digest differs/);
  const bytes = changed(plain.archives[0]!);
  await expect(section(page, 'Parts and digests').getByRole('alert')).toContainText(digestOf(bytes));
  await expect(section(page, 'Parts and digests').locator('.differs')).toHaveText('digest differs');
});

test('a size that lies is an alert, and an absent config is not taken for an empty one', async ({ page, problems }) => {
  const lying = { ...plain, descriptor: { ...plain.descriptor, size: 7 } };
  await read(page, ociArchive([lying]), /1 size is wrong/);
  await expect(section(page, 'Parts and digests').getByRole('alert')).toHaveText(
    `It has ${plain.manifest.length} bytes, but its descriptor says 7.`,
  );
  const withoutConfig = { ...plain, blobs: plain.blobs.filter((blob) => blob !== plain.config) };
  for (const image of [withoutConfig, makeImage({ text: '{"os":' })]) {
    await choose(page, ociArchive([image]), 'config.tar');
    await expect(status(page)).toHaveText(/^Loaded config\.tar/);
    await expect(section(page, 'What it starts')).toContainText('The config is missing or can’t be read');
    await expect(section(page, 'What it starts')).not.toContainText('Starts nothing');
    await expect(section(page, 'Change one byte')).toHaveCount(0);
    await expect(section(page, 'Files')).toContainText('app/');
  }
  expect(problems).toEqual([]);
});

test('the other names of a file show its bytes, and images of the same name have numbers', async ({ page }) => {
  const layers: TarEntry[][] = [
    [
      { name: 'a', data: SECRET },
      { name: 'b', type: '1', target: 'a' },
    ],
    [{ name: '.wh.a' }],
  ];
  await read(page, ociArchive([makeImage({ layers }), plain, makeImage({ run: { User: '5' } })]), /3 images/);
  await section(page, 'Files').locator('summary').click();
  await expect(section(page, 'Files').locator('pre')).toHaveText(SECRET);
  const names = ['1: linux/amd64', 'docker.io/acme/app:1.0, linux/amd64', '3: linux/amd64'];
  await expect(page.locator('#image-choice option')).toHaveText(names);
});

test('a file that has changed since it was chosen gets a sentence wherever it is read', async ({ page, problems }) => {
  const path = test.info().outputPath('changing.tar');
  writeFileSync(path, whole);
  await page.goto(PAGE);
  await page.locator('#image-archive').focus();
  await page.locator('#image-archive').setInputFiles(path);
  await expect(status(page)).toHaveText(/^Loaded .*All digests match/);
  const hidden = section(page, 'Hidden, but still in there');
  await hidden.locator('summary').first().click();
  await expect(hidden.locator('pre')).toHaveText(SECRET);
  writeFileSync(path, 'something else');
  await hidden.getByRole('button', { name: 'Save the file' }).click();
  await hidden.locator('summary').last().click();
  await expect(hidden.getByRole('alert')).toHaveText([/can’t read it/, /can’t read it/]);
  expect(problems).toEqual([]);
});

test('steps, layers and files are shown, and unfold on demand', async ({ page, problems }) => {
  const many = Array.from({ length: 250 }, (_, index) => ({
    name: `many/${String(index).padStart(3, '0')}`,
    data: 'x',
  }));
  const layers = [...LAYERS, [{ name: 'many/', type: '5' }, ...many]];
  const run = {
    Entrypoint: ['/app/run', 'two words'],
    Cmd: ['--fast'],
    ExposedPorts: { '80/tcp': {} },
    WorkingDir: '/app',
  };
  await read(page, ociArchive([makeImage({ layers, run })]), /3 layers/);
  await expect(section(page, 'What it starts')).toContainText(
    "Starts /app/run 'two words' --fast in /app as root, because the image sets no user.",
  );
  const steps = section(page, 'Steps and layers');
  await expect(steps.locator('.image-steps > li')).toHaveText([
    /Layer 1/,
    /Layer 2/,
    /Layer 3/,
    /CMD \["run"\] no layer/,
  ]);
  await steps.getByText('Layer 2').click();
  await expect(steps.locator('.image-change')).toHaveText(['deleted', 'changed']);
  await steps.getByText('Layer 3').click();
  await expect(steps.locator('li li')).toHaveCount(2 + 100 + 1);
  await steps.getByRole('button', { name: 'Show 100 more of 251' }).click();
  await steps.getByRole('button', { name: 'Show 51 more of 251' }).press('Enter');
  await expect(steps.locator('li li')).toHaveCount(2 + 251);
  await expect(steps.locator('li li:focus')).toContainText('many/199');

  const files = section(page, 'Files');
  await files.getByText('app/').click();
  await expect(files.locator('li li')).toHaveText([
    /^data -rw-r--r-- · 4 bytes · layer 1/,
    /^link → run lrwxrwxrwx · layer 1/,
    /^mode -rw-r--r-- · 7 bytes · layer 2/,
    /^run -rwsr-xr-x · 10 bytes · layer 1/,
  ]);
  await files.getByText('data').click();
  await expect(files.locator('pre')).toHaveText(/^00000000 {2}00 01 02 ff +\.{4}$/);
  const download = page.waitForEvent('download');
  await files.getByRole('button', { name: 'Save the file' }).click();
  expect(readFileSync(await (await download).path())).toEqual(Buffer.from([0, 1, 2, 255]));
  expect(problems).toEqual([]);
});

test('names and texts of an archive are text, and show what they would hide', async ({ page, problems }) => {
  const layers = [
    [
      { name: '<img src=x onerror=alert(1)>', data: 'a' },
      { name: 'a\u202Etxt.exe', data: 'b\u202Ec' },
    ],
  ];
  const run = { Env: ['A=<b>bold</b>', 'B=\u0007bell'], Cmd: ['<i>'] };
  await read(page, ociArchive([makeImage({ layers, run, name: '<s>name</s>' })]), /^Loaded .*All digests match/);
  await expect(explorer(page).locator(':is(img, b b, i, s)')).toHaveCount(0);
  await expect(section(page, 'Files')).toContainText('<img src=x onerror=alert(1)>');
  await expect(section(page, 'Files')).toContainText('a\\u{202e}txt.exe');
  await expect(section(page, 'What it starts')).toContainText('\\u{7}bell');
  await section(page, 'Files').getByText('txt.exe').click();
  await expect(section(page, 'Files').locator('pre')).toHaveText('b\\u{202e}c');
  expect(problems).toEqual([]);
});

const FAILURES: [name: string, bytes: Buffer, sentence: RegExp][] = [
  ['text', Buffer.from('hello'.repeat(500)), /isn’t a tar archive/],
  ['zip', Buffer.from('PK\u0003\u0004'.padEnd(2000)), /zip archive/],
  ['empty', Buffer.alloc(0), /empty/],
  ['cut', whole.subarray(0, 2000), /incomplete/],
  ['cut and compressed', gzipSync(whole).subarray(0, 600), /incomplete/],
  [
    'folder',
    writeTar([
      { name: 'bin/', type: '5' },
      { name: 'etc/passwd', data: 'root' },
    ]),
    /docker export/,
  ],
];

test('what is no image gets a sentence, and the next one is read', async ({ page, problems }) => {
  await page.goto(PAGE);
  await page.locator('#image-archive').focus();
  for (const [name, bytes, sentence] of FAILURES) {
    await choose(page, bytes, `${name}.tar`);
    await expect(alert(page)).toHaveText(new RegExp(`^${name}\\.tar: `));
    await expect(alert(page)).toHaveText(sentence);
    await expect(status(page)).toBeEmpty();
  }
  await explorer(page).evaluate((element) => {
    const dataTransfer = new DataTransfer();
    for (const name of ['a.tar', 'b.tar']) dataTransfer.items.add(new File(['x'], name));
    element.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
  await expect(alert(page)).toHaveText('Choose one archive at a time.');
  await choose(page, whole);
  await expect(status(page)).toHaveText(/^Loaded .*All digests match/);
  await expect(alert(page)).toHaveCount(0);
  expect(problems).toEqual([]);
});

test('a dropped archive is read, also while the script is loading, and reading can be canceled', async ({ page }) => {
  await page.goto(PAGE);
  const drop = () =>
    explorer(page).evaluate(
      (element, bytes) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([new Uint8Array(bytes)], 'dropped.tar'));
        for (const type of ['dragover', 'drop'])
          element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      },
      [...whole],
    );
  await drop();
  await expect(status(page)).toHaveText(/^Loaded dropped\.tar: .*\. All digests match\. /);

  await page.route(/archive-worker/, () => {}); // reading never ends
  await page.reload();
  await drop();
  await expect(explorer(page).getByRole('progressbar')).toBeVisible();
  await expect(status(page)).toHaveText('Reading dropped.tar…');
  await expect(section(page, 'Files')).toHaveCount(0); // those of another archive would mislead
  const cancel = explorer(page).getByRole('button', { name: 'Cancel' });
  await cancel.click();
  await expect(status(page)).toHaveText('Canceled.');
  await expect(page.locator('#image-archive')).toBeFocused();
  await expect(cancel).toBeHidden();
});

test('what a reader chooses while the example is loading is what is read', async ({ page }) => {
  await page.addInitScript(() => {
    const post = Reflect.get(Worker.prototype, 'postMessage') as (message: unknown) => void;
    Worker.prototype.postMessage = function (message: { method: string }) {
      const { dataset } = document.documentElement;
      dataset['asked'] = `${dataset['asked'] ?? ''} ${message.method}`;
      post.call(this, message);
    };
  });
  await page.goto(PAGE);
  let load = () => {};
  const isWanted = new Promise<void>((resolve) => (load = resolve));
  await page.route(/example-image/, async (route) => {
    await isWanted;
    await route.continue();
  });
  await explorer(page).getByRole('button', { name: 'Explore this example' }).click();
  await expect(status(page)).toHaveText('Reading example-image.tar…');
  await choose(page, whole);
  await expect(status(page)).toHaveText(/^Loaded image\.tar/);
  const loaded = page.waitForResponse(/example-image/);
  load();
  await (await loaded).finished();
  // What the page asks for after that comes after what it does with the example.
  await page.evaluate(async () => (await fetch('/example-image.tar')).blob());
  await section(page, 'Hidden, but still in there').locator('summary').first().click();
  await expect(section(page, 'Hidden, but still in there').locator('pre')).toHaveText(SECRET);
  await expect(page.locator('html')).toHaveAttribute('data-asked', ' open list hidden read');
});

test('a file is read without focus, and can be chosen again', async ({ page }) => {
  await page.goto(PAGE);
  const input = page.locator('#image-archive');
  await choose(page, whole); // Safari gives the field no focus.
  await expect(status(page)).toHaveText(/^Loaded image\.tar/);
  expect(await input.inputValue()).not.toBe('');
  const chooser = page.waitForEvent('filechooser');
  await input.click();
  await chooser;
  expect(await input.inputValue()).toBe(''); // so that the same file is a change
});

test('a press of its button opens the example and shows it, also before the script has loaded', async ({ page }) => {
  let load = () => {};
  const isWanted = new Promise<void>((resolve) => (load = resolve));
  await page.route(/image-explorer-/, async (route) => {
    await isWanted;
    await route.continue();
  });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(PAGE);
  const button = explorer(page).getByRole('button', { name: 'Explore this example' });
  await button.click();
  load();
  await expect(status(page)).toHaveText(
    /^Loaded example-image\.tar: .* Now choose an image or a platform, open its layers and files, or change its config\.$/,
  );
  await expect(status(page)).toBeInViewport({ ratio: 1 });
  expect(new URL(page.url()).search, 'the page is the same').toBe('');
  await expect(page.getByLabel('Image or platform')).toBeInViewport({ ratio: 1 });
  // Below them is what can be explored.
  await expect(page.locator('.image-results > *').first()).toBeInViewport({ ratio: 1 });
  expect((await status(page).boundingBox())!.y, 'below the header').toBeLessThan(740 / 4);
  const bar = (await page.getByText('Menu', { exact: true }).boundingBox())!;
  expect((await button.boundingBox())!.y, 'the bar cuts no button').toBeGreaterThanOrEqual(bar.y + bar.height);
  await expect(section(page, 'Change one byte').getByRole('button', { name: 'Change one byte' })).toBeVisible();
});

test('the example can be explored from the keyboard, and has an address', async ({ page, sites }) => {
  await page.goto(`${sites['/docs/']}${PAGE}?example`);
  await expect(status(page)).toHaveText(
    /^Loaded example-image\.tar: 1 image for 2 platforms, \d+ KB\. All digests match\. Now /,
  );
  await expect(page.locator('#image-choice')).toBeVisible(); // so it isn't the example of the page
  const options = page.locator('#image-choice option');
  await expect(options, 'without the name that both have').toHaveText(['linux/amd64', 'linux/arm64']);
  await page.goto(PAGE);
  await page.locator('#image-archive').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('#image-choice')).toBeVisible();
  const hidden = section(page, 'Hidden, but still in there').locator('summary').first();
  await hidden.focus();
  await page.keyboard.press('Enter');
  await expect(section(page, 'Hidden, but still in there').locator('pre')).toContainText('API_TOKEN=not-a-real-token');
});

test('results are accessible, and fit small screens', async ({ page }) => {
  const long = 'x'.repeat(90);
  const layers = [[{ name: `${long}/${long}`, data: long }], ...LAYERS];
  const archive = ociArchive([
    makeImage({ layers, name: `docker.io/${long}`, run: { Env: [`A=${long}`], Cmd: [long] } }),
  ]);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await read(page, archive, /^Loaded .*All digests match/);
      await section(page, 'Steps and layers').getByText('Layer 1').click();
      await section(page, 'Hidden, but still in there').locator('summary').first().click();
      await expect(explorer(page).locator('pre')).toBeVisible();
      await section(page, 'Change one byte').getByRole('button').click();
      await expect(explorer(page).locator('ins')).toHaveCount(3);
      await explorer(page).locator('.image-digest').first().locator('summary').click();
      expect(await axeViolations(page, { selector: '.image-explorer' })).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `${width} px`).toBeLessThanOrEqual(0);
      const small = await explorer(page)
        .locator(':is(summary, button, select, input):visible')
        .evaluateAll((targets) => targets.filter((target) => target.getBoundingClientRect().height < 24).length);
      expect(small, 'targets lower than 24 px').toBe(0);
    }
  }
});

test('scripts are fetched only when a reader reaches for them, fit their budgets, and send nothing', async ({
  page,
}) => {
  for (const name of ['image-explorer', 'archive-worker']) {
    const [file, ...others] = globSync(`_astro/${name}-*.js`, { cwd: DIST });
    expect(others).toEqual([]);
    const size = compressedSize(readFileSync(`${DIST}/${file!}`), MAX_SCRIPT_BYTES);
    expect.soft(size, name).toBeLessThanOrEqual(MAX_SCRIPT_BYTES);
  }
  // In WebKit, what a worker loads would run the worker a second time if it imported something of it.
  for (const name of ['zstd', 'gzip-members', 'chain']) {
    const [file] = globSync(`_astro/${name}-*.js`, { cwd: DIST });
    expect(readFileSync(`${DIST}/${file!}`, 'utf8')).not.toContain('archive-worker');
  }
  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await openAndSettle(page, PAGE);
  const isOfProgram = (request: string) => /image-explorer|archive-worker|example/.test(request);
  expect(requests.filter(isOfProgram)).toEqual([]);
  await page.locator('#image-archive').focus();
  await expect.poll(() => requests.filter(isOfProgram)).toHaveLength(1);
  const before = requests.length;
  await choose(page, whole);
  await expect(status(page)).toHaveText(/^Loaded .*All digests match/);
  expect(requests.slice(before)).toEqual([expect.stringMatching(/^GET \/_astro\/archive-worker/)]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the example is there, with its deleted secret, and no form', async ({ page }) => {
    await page.goto(PAGE);
    await expect(status(page)).toHaveText(
      /^This is what the tool on this page shows for example-image\.tar: 1 image for 2 platforms, .*\. All digests match\.$/,
    );
    const hidden = section(page, 'Hidden, but still in there');
    await expect(hidden.locator('pre').first(), 'the reader finds it').toBeHidden();
    await hidden.locator('summary').first().click();
    await expect(hidden.locator('pre').first()).toContainText('not-a-real-token');
    await expect(hidden.locator('pre').first()).toBeVisible();
    await expect(section(page, 'Steps and layers')).toContainText('Layer 4');
    await expect(section(page, 'Change one byte').locator('ins').first()).toContainText('sha256:');
    await expect(section(page, 'Change one byte')).toContainText('In this example, one byte was changed.');
    await expect(explorer(page).locator(':is(button, input, select, textarea):visible')).toHaveCount(0);
  });
});
