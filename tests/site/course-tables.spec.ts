/** The site has the tables of the course word for word, and corrects what is wrong in them in the same row. */
import { expect, test } from './fixtures.ts';

// Copied from the page of the course, never from the site.
const tables = [
  {
    page: 'concepts/what-is-docker/',
    header: ['Feature', 'Description'],
    rows: [
      ['Containerization', 'Packages applications and their dependencies into a single isolated unit.'],
      ['Portability', 'Runs on any operating system, cloud, or machine — no compatibility issues.'],
      ['Consistency', 'Ensures applications behave the same in development, testing, and production.'],
      ['Efficiency', 'Containers launch in seconds and consume fewer resources than virtual machines.'],
      ['Scalability', 'Scale containers up or down within seconds to handle varying workloads.'],
      ['Flexibility', 'Supports any language, operating system, or technology stack.'],
      ['Ease of Deployment', 'Simplifies maintenance, updates, and deployment of applications.'],
    ],
    wrong: ['Portability'],
    inexact: ['Consistency', 'Efficiency', 'Scalability', 'Flexibility'],
  },
  {
    page: 'concepts/docker-vs-virtual-machines/',
    header: ['Aspect', 'Docker Container', 'Virtual Machine (VM)'],
    rows: [
      ['Startup Time', 'Seconds', 'Minutes'],
      ['Size', 'Lightweight (MBs)', 'Heavy (GBs)'],
      ['Isolation', 'Shares OS kernel', 'Full OS per VM'],
      ['Performance', 'Near-native speed', 'Slower due to hypervisor'],
      ['Use Case', 'Fast, scalable apps', 'Full system isolation'],
    ],
    wrong: [],
    inexact: ['Startup Time', 'Size', 'Performance'],
  },
  {
    page: 'registries/where-images-are-stored/',
    header: ['Type', 'Description', 'Example'],
    rows: [
      ['Public Registry', 'Open and accessible to everyone. Useful for sharing images globally.', 'Docker Hub'],
      [
        'Private Registry',
        'Secured and accessible only within your organization or AWS account.',
        'Amazon ECR (Elastic Container Registry)',
      ],
    ],
    wrong: [],
    inexact: ['Public Registry', 'Private Registry'],
  },
];

for (const { page: path, header, rows, wrong, inexact } of tables) {
  test(`/${path} has the table of the course`, async ({ page }) => {
    await page.goto(path);
    const table = page.locator('.table.course table');
    await expect(table).toHaveCount(1);
    await expect(page.locator('.table.course')).toContainText('The course’s wording, with our corrections.');

    const headers = table.getByRole('columnheader');
    expect((await headers.allTextContents()).slice(0, header.length)).toEqual(header);
    const shownRows = table.locator('tbody').getByRole('row');
    await expect(shownRows).toHaveCount(rows.length);

    for (const [index, cells] of rows.entries()) {
      const row = shownRows.nth(index);
      await expect(row.getByRole('rowheader')).toHaveText(cells[0]!);
      for (const [column, text] of cells.slice(1).entries()) {
        const cell = row.getByRole('cell').nth(column);
        await expect(cell.locator(':scope > :not(sup)').or(cell).first()).toHaveText(text);
      }
      const verdict = wrong.includes(cells[0]!) ? 'wrong' : inexact.includes(cells[0]!) ? 'inexact' : undefined;
      const correction = row.locator('.correction');
      await expect(correction).toHaveCount(verdict ? 1 : 0);
      if (verdict) {
        await expect(correction).toHaveClass(new RegExp(`\\b${verdict}\\b`));
        await expect(correction.locator('.cite a').first()).toBeVisible();
        expect((await correction.innerText()).length).toBeGreaterThan(60);
        await expect(row.locator('[data-nosnippet]').first(), 'search engines do not quote it').toBeVisible();
      } else {
        await expect(row.locator('[data-nosnippet]')).toHaveCount(0);
      }
    }
  });
}
