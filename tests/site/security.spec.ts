/** Every page has a strict Content-Security-Policy. The site never violates it, and it stops injected code. */
import { readFileSync } from 'node:fs';
import { DIST, expect, pages, test } from './fixtures.ts';

const htmlFiles = [...pages.map((path) => `${path}index.html`), '404.html'];

test('every page has the policy right after its charset, and it allows nothing unsafe', () => {
  for (const file of htmlFiles) {
    const html = readFileSync(`${DIST}/${file}`, 'utf8');
    const policy = /<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(
      html,
    )?.[1];
    expect(policy, file).toBeDefined();
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe-|https?:|\*|data:/);
    expect(html, file).not.toMatch(/<[^>]+\s(style|on\w+)=/);
  }
});

for (const path of [...pages, 'no/such/page']) {
  test(`/${path} never violates the policy: theme, links, citations, copying, terms, answers, search`, async ({
    page,
    context,
    sites,
  }) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.addInitScript(() => {
      const violations: string[] = [];
      Object.assign(window, { violations });
      document.addEventListener('securitypolicyviolation', (event) =>
        violations.push(`${event.violatedDirective} ${event.blockedURI}`),
      );
    });
    await page.goto(path);
    if (await page.locator('#scheme').count()) await page.locator('#scheme').selectOption('dark');
    // The links of a handout lead to other pages, and would leave this one.
    const linkOnPage = 'a.anchor[href^="#"]';
    for (const selector of [linkOnPage, '.copy', 'details.question summary', 'button:text-is("Cite this page")']) {
      const first = page.locator(selector).first();
      if (await first.count()) await first.dispatchEvent('click');
    }
    const term = page.locator('a.term:visible').first();
    if (await term.count()) await term.hover();
    if (path !== 'no/such/page') {
      await page.keyboard.press('Control+k');
      await page.locator('input[role="combobox"], #search-field').last().fill('seccomp');
      await expect(page.locator('.result').first()).toBeVisible();
    }
    expect(requests.filter((url) => new URL(url).origin !== new URL(sites['/']).origin)).toEqual([]);
    expect(await page.evaluate(() => (window as unknown as { violations: string[] }).violations)).toEqual([]);
  });
}

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
