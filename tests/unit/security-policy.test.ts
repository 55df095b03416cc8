/** The Content-Security-Policy allows each page no more than it needs. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseElements } from '../../src/pipeline/html.ts';
import { securityPolicy } from '../../src/pipeline/security-policy.ts';

const policyOf = (body: string) => {
  const html = `<!doctype html><html><head><meta charset="utf-8"></head><body>${body}</body></html>`;
  return securityPolicy(html, parseElements(html)).text;
};

test('a form may lead to a page of the site, and to no other; a page without one sends nothing', () => {
  assert.match(policyOf('<p>text</p>'), /form-action 'none'/);
  assert.match(policyOf('<form><textarea></textarea></form>'), /form-action 'none'/, 'a script reads its field');
  assert.match(policyOf('<form action="./practice/"><input name="error"></form>'), /form-action 'self'/);
});

test('a page may start the worker that an element of it names, and no other', () => {
  assert.match(policyOf('<p>text</p>'), /trusted-types offline"/);
  assert.match(policyOf('<form data-worker="course-check"></form>'), /trusted-types offline course-check"/);
});
