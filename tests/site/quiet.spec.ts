/** No page reports an error, requests a missing file, or sends a request to another host. */
import { BASES, collectProblems, expect, pages, test, visitInTabs } from './fixtures.ts';

for (const base of BASES) {
  test(`no page has problems on the site at ${base}`, async ({ context, sites }) => {
    const foreignRequests: string[] = [];
    context.on('request', (request) => {
      if (!request.url().startsWith(sites[base])) foreignRequests.push(request.url());
    });
    await visitInTabs(context, pages, async (page, path) => {
      const problems = collectProblems(page);
      await page.goto(sites[base] + path, { waitUntil: 'networkidle' });
      expect(problems, path).toEqual([]);
    });
    expect(foreignRequests).toEqual([]);
  });
}
