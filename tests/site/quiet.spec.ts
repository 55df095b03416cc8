/** No page reports an error, asks for a file that is not there, or asks another host for anything. */
import { expect, pages, test } from './fixtures.ts';

for (const place of ['root', 'docs'] as const) {
  test(`nothing fails, the site at ${place === 'root' ? '/' : '/docs/'}`, async ({ page, sites, problems }) => {
    const outside: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(sites[place])) outside.push(request.url());
    });
    for (const path of pages) {
      await page.goto(sites[place] + path, { waitUntil: 'networkidle' });
    }
    expect(problems).toEqual([]);
    expect(outside).toEqual([]);
  });
}
