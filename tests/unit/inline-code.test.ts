/** Flags stay whole, and long names break where a part of them ends. The text stays the same. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breakableHtml } from '../../src/model/code-breaks.ts';
import { codeHtml, inlineHtml } from '../../src/model/markdown.ts';

/** The code with `|` where it may break, and `[…]` where it may not. */
const breaks = (code: string) =>
  inlineHtml(`\`${code}\``)
    .replace(/<\/?code>/g, '')
    .replaceAll('<wbr>', '|')
    .replace(/<span>(.*?)<\/span>/g, '[$1]');

test('a flag is one word, whatever stands around it', () => {
  assert.equal(breaks('docker run --env-file FILE -it alpine'), 'docker run [--env-file] FILE [-it] alpine');
  assert.equal(breaks('--rm'), '[--rm]');
  assert.equal(breaks('--mount=type=bind'), '[--mount]=type=bind');
  assert.equal(breaks('us-east-1'), 'us-east-1', 'a hyphen within a name');
  assert.equal(breaks('docker login --password-stdin'), 'docker login [--password-stdin]');
  assert.equal(breaks('sh -c "exit 3"'), 'sh [-c] "exit 3"');
});

test('a long name breaks after its slashes, before its dots and between its words, and nowhere else', () => {
  assert.equal(breaks('ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME'), 'ACCOUNT|.dkr|.ecr|.REGION|.amazonaws|.com/|NAME');
  assert.equal(breaks('https://registry-1.docker.io/v2/'), 'https://registry-1|.docker|.io/|v2/');
  assert.equal(breaks('ImageTagAlreadyExistsException'), 'Image|Tag|Already|Exists|Exception');
  assert.equal(breaks('docker.io'), 'docker.io', 'a short name');
  assert.equal(breakableHtml('/var/lib/containerd & more', 16), '/var/<wbr>lib/<wbr>containerd &amp; more');
  assert.equal(
    breakableHtml(String.raw`C:\Users\USERNAME\AppData\Local\Docker\wsl`, 16).replaceAll('<wbr>', '|'),
    String.raw`C:\Users\|USERNAME\|App|Data\|Local\|Docker\|wsl`,
  );
});

test('characters that HTML escapes, Markdown around the code and the output of programs stay as they are', () => {
  assert.equal(inlineHtml('*a* `<b> -x`'), '<em>a</em> <code>&lt;b&gt; <span>-x</span></code>');
  assert.equal(codeHtml('exec: "…": `not` <found> -- &'), '<code>exec: "…": `not` &lt;found&gt; -- &amp;</code>');
});
