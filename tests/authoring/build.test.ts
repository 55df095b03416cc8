/** A mistake stops a whole build, with the message and nothing else to read. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';

const root = mkdtempSync(join(tmpdir(), 'build-'));
after(() => rmSync(root, { recursive: true }));
for (const part of ['astro.config.ts', 'content', 'package.json', 'public', 'src', 'tsconfig.json']) {
  cpSync(part, join(root, part), { recursive: true });
}
symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'junction');

function buildWith(file: string, from: string | RegExp, to: string, env: NodeJS.ProcessEnv = {}) {
  const path = join(root, file);
  const before = readFileSync(path, 'utf8');
  const mistaken = before.replace(from, to);
  writeFileSync(path, mistaken);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve('node_modules/astro/bin/astro.mjs'), 'build'],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', SITE_URL: '', NO_COLOR: '1', ...env },
    },
  );
  writeFileSync(path, before);
  return { changed: mistaken !== before, status, output: stdout + stderr };
}

const cases = [
  {
    file: 'content/tables/registry-types.yaml',
    from: '- id: private-registry',
    to: '- id: public-registry',
    says: /content\/tables\/registry-types\.yaml:\d+\s+The row id "public-registry" stands twice/,
  },
  {
    file: 'content/index.mdx',
    from: /^reviewed:.*$/m,
    to: 'reviewed: soon',
    says: /content\/index\.mdx:5\s+"reviewed" must be a date that exists/,
  },
  {
    file: 'content/navigation.yaml',
    from: 'label: Concepts',
    to: 'lable: Concepts',
    says: /content\/navigation\.yaml:\d+\s+Unknown key "lable"\. Did you mean "label"\?/,
  },
];

for (const { file, from, to, says } of cases) {
  test(`a mistake in ${file}`, () => {
    const { changed, status, output } = buildWith(file, from, to);
    assert.ok(changed, 'the mistake was made');
    assert.notEqual(status, 0);
    assert.match(output, says);
    assert.doesNotMatch(output, /node_modules|\bat .*\.ts:\d+/, 'no stack trace');
    assert.ok(!existsSync(join(root, 'dist')), 'nothing was written');
  });
}

test('a SITE_URL that is no address', () => {
  const { status, output } = buildWith('content/index.mdx', '', '', { SITE_URL: 'example.org' });
  assert.notEqual(status, 0);
  assert.match(output, /SITE_URL is "example\.org", which is not an absolute address\./);
});
