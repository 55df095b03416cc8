/** No page reports an error, asks for a file that is not there, or asks another host for anything. */
import { collectProblems, expect, pages, test } from './fixtures.ts';

/** Most of a visit is waiting for nothing to happen. */
const TABS = 6;

for (const place of ['root', 'docs'] as const) {
  test(`nothing fails, the site at ${place === 'root' ? '/' : '/docs/'}`, async ({ context, sites }) => {
    const waiting = [...pages];
    const outside: string[] = [];
    context.on('request', (request) => {
      if (!request.url().startsWith(sites[place])) outside.push(request.url());
    });
    const visit = async () => {
      const page = await context.newPage();
      const problems = collectProblems(page);
      for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
        await page.goto(sites[place] + path, { waitUntil: 'networkidle' });
        expect(problems, path).toEqual([]);
      }
    };
    await Promise.all(Array.from({ length: TABS }, visit));
    expect(outside).toEqual([]);
  });
}
