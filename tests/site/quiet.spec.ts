/** No page reports an error, asks for a file that is not there, or asks another host for anything. */
import { collectProblems, expect, inTabs, pages, test } from './fixtures.ts';

for (const place of ['root', 'docs'] as const) {
  test(`nothing fails, the site at ${place === 'root' ? '/' : '/docs/'}`, async ({ context, sites }) => {
    const outside: string[] = [];
    context.on('request', (request) => {
      if (!request.url().startsWith(sites[place])) outside.push(request.url());
    });
    await inTabs(context, pages, async (page, path) => {
      const problems = collectProblems(page);
      await page.goto(sites[place] + path, { waitUntil: 'networkidle' });
      expect(problems, path).toEqual([]);
    });
    expect(outside).toEqual([]);
  });
}
