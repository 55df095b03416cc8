/** The site has the headings and sentences of the course word for word, with a correction at the inexact ones. */
import { expect, test } from './fixtures.ts';

// Copied from the page of the course, never from the site.
const course = [
  {
    page: 'concepts/what-is-docker/',
    headings: ['🐳 01. What is Docker?', '🧱 Why Use Docker?'],
    accurate: [
      'Docker is a software platform used to build, package, and deploy applications in lightweight, portable units called containers.',
      'Simplifies maintenance, testing, and deployment workflows.',
      'Ideal for microservices, CI/CD pipelines, and cloud-native app development.',
    ],
    corrected: ['Eliminates the “works on my machine” problem.'],
  },
  {
    page: 'concepts/docker-vs-virtual-machines/',
    headings: ['🧩 Docker vs Virtual Machines'],
    accurate: [],
    corrected: [
      'Docker makes application deployment faster, more consistent, and easier to scale, regardless of the environment.',
    ],
  },
  {
    page: 'registries/where-images-are-stored/',
    headings: ['🐳 Where Are Docker Images Stored?'],
    accurate: [],
    corrected: [
      'Docker images are stored in container registries — repositories that allow you to store, manage, and share container images.',
    ],
  },
  {
    page: 'registries/docker-hub/',
    headings: ['🌐 Docker Hub'],
    accurate: [
      'The centralized public registry maintained by Docker.',
      'Default location where Docker pulls and pushes images.',
      'You can host your own public or private repositories.',
      'URL: https://hub.docker.com/',
    ],
    corrected: [],
  },
  {
    page: 'registries/amazon-ecr/',
    headings: ['☁️ Amazon Elastic Container Registry (ECR)'],
    accurate: [
      'A fully managed AWS service for storing and managing Docker container images.',
      'Integrates with ECS, EKS, and AWS CodePipeline.',
      'Provides private and secure storage within your AWS environment.',
      'Supports image versioning, IAM permissions, and lifecycle policies.',
    ],
    corrected: [],
  },
];

for (const { page: path, headings, accurate, corrected } of course) {
  test(`/${path} has the words of the course`, async ({ page }) => {
    await page.goto(path);
    for (const heading of headings) {
      await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible();
    }
    // Each of these headings says whose words it begins, and no other does.
    const labels = page.getByText('From the course', { exact: true });
    await expect(labels).toHaveCount(headings.length);
    const labeled = labels.locator('xpath=following-sibling::*[1]').locator('h2, h3');
    expect((await labeled.allTextContents()).sort()).toEqual([...headings].sort());
    const quotes = await page.locator('.course q').allTextContents();
    expect(quotes.sort()).toEqual([...accurate, ...corrected].sort());
    for (const text of corrected) {
      const statement = page.locator(':is(ul, div).course > *', { hasText: text });
      await expect(statement.locator('q')).toHaveAttribute('data-nosnippet');
      await expect(statement.locator('.correction .cite a').first()).toBeVisible();
    }
    await expect(page.locator(':is(ul, div:not(.table)).course .correction')).toHaveCount(corrected.length);
  });
}
