/** Every page has a strict Content-Security-Policy, which stops injected code. */
import { readFileSync } from 'node:fs';
import { DIST, embeds, expect, pages, test } from './fixtures.ts';

const htmlFiles = [...[...pages, ...embeds].map((path) => `${path}index.html`), '404.html'];

test('every page has the policy right after its charset, and it allows nothing unsafe', () => {
  for (const file of htmlFiles) {
    const html = readFileSync(`${DIST}/${file}`, 'utf8');
    const policy = /<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(
      html,
    )?.[1];
    expect(policy, file).toBeDefined();
    // The last three do not fall back to the first: https://www.w3.org/TR/CSP3/#directive-default-src
    for (const directive of [
      "default-src 'none'",
      "base-uri 'none'",
      `form-action ${/<form[^>]*\saction=/.test(html) ? "'self'" : "'none'"}`,
      "require-trusted-types-for 'script'",
    ]) {
      expect(policy!.split(';'), file).toContain(directive);
    }
    expect(policy).not.toMatch(/unsafe-|https?:|\*|data:/);
    expect(html, file).not.toMatch(/<[^>]+\s(style|on\w+)=/);
  }
});

test('the policy stops an injected script, event handler and style sheet, and HTML from text', async ({ page }) => {
  await page.goto('concepts/what-is-docker/');
  const effects = await page.evaluate(async () => {
    const script = document.createElement('script');
    // A text node, because Trusted Types would already refuse an assignment.
    script.append('document.body.dataset.ran = "script"');
    document.body.append(script);
    const button = document.createElement('button');
    try {
      button.setAttribute('onclick', 'document.body.dataset.ran = "handler"');
    } catch {
      // Trusted Types refuse the attribute, so the click below does nothing.
    }
    document.body.append(button);
    button.click();
    const sheet = document.createElement('style');
    sheet.append('body { display: none }');
    document.body.append(sheet);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return { ran: document.body.dataset['ran'], display: getComputedStyle(document.body).display };
  });
  expect(effects).toEqual({ ran: undefined, display: 'block' });

  const isRefused = await page.evaluate(() => {
    try {
      document.body.insertAdjacentHTML('beforeend', '<p>text</p>');
      return false;
    } catch {
      return true;
    }
  });
  expect(isRefused, 'Trusted Types refuse text as HTML').toBe(true);
});
