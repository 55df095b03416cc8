/** A strict policy on every page: the site works under it without one violation, and nothing foreign runs. */
import { readFileSync } from 'node:fs';
import { DIST, expect, pages, test } from './fixtures.ts';

const all = [...pages.map((path) => `${path}index.html`), '404.html'];

test('every page carries the policy right after its charset, and it allows nothing unsafe', () => {
  for (const file of all) {
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
  test(`nothing on /${path} breaks the policy: theme, links, citing, copying, terms, answers, search`, async ({
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
    // Those of a handout lead away, to where a part lives.
    const own = 'a.anchor[href^="#"]';
    for (const selector of [own, '.copy', 'details.question summary', 'button:text-is("Cite this page")']) {
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
    expect(requests.filter((url) => new URL(url).origin !== new URL(sites.root).origin)).toEqual([]);
    expect(await page.evaluate(() => (window as unknown as { violations: string[] }).violations)).toEqual([]);
  });
}

test('the policy bites: an injected script, handler and sheet do nothing', async ({ page }) => {
  await page.goto('concepts/what-is-docker/');
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.append('document.body.dataset.ran = "script"'); // as text, since an assignment is refused at once
    document.body.append(script);
    const button = document.createElement('button');
    try {
      button.setAttribute('onclick', 'document.body.dataset.ran = "handler"');
    } catch {
      // Refused by Trusted Types already.
    }
    document.body.append(button);
    button.click();
    const sheet = document.createElement('style');
    sheet.append('body { display: none }');
    document.body.append(sheet);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return { ran: document.body.dataset['ran'], display: getComputedStyle(document.body).display };
  });
  expect(ran).toEqual({ ran: undefined, display: 'block' });

  const refused = await page.evaluate(() => {
    try {
      document.body.insertAdjacentHTML('beforeend', '<p>text</p>');
      return false;
    } catch {
      return true;
    }
  });
  expect(refused, 'text that becomes HTML is refused').toBe(true);
});
