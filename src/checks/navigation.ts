/** The rules for the navigation: every page is in it, once. */
import type { SiteContent } from '../model/content.ts';
import { didYouMean, type Problem } from '../model/problems.ts';

export function checkNavigation({ parsed, pages }: SiteContent): Problem[] {
  const { file, data, lineOf } = parsed.navigation;
  const slugs = pages.map(({ slug }) => slug);
  const entries = [
    ...data.sidebar.flatMap(({ page, pages }, groupIndex) => [
      // A page may introduce the group that it stands in.
      ...(page && !pages.some((entry) => entry.page === page)
        ? [{ slug: page, path: ['sidebar', groupIndex, 'page'] }]
        : []),
      ...pages.map(({ page: slug }, index) => ({ slug, path: ['sidebar', groupIndex, 'pages', index] })),
    ]),
    ...data.elsewhere.map((slug, index) => ({ slug, path: ['elsewhere', index] })),
  ];
  const listed = entries.map(({ slug }) => slug);
  const repeated = entries.filter(({ slug }, index) => listed.indexOf(slug) < index);
  const unknown = entries.filter(({ slug }) => !slugs.includes(slug));
  const introduced = data.sidebar.map(({ page }) => page);
  const missing = pages.filter(({ slug }) => !listed.includes(slug));
  return [
    ...repeated.map(({ slug, path }) => ({
      file,
      line: lineOf(path),
      message: `The page "${slug}" stands here twice.`,
      fix: 'Keep one of the two lines.',
    })),
    ...unknown.map(({ slug, path }) => ({
      file,
      line: lineOf(path),
      message: `No page has the slug "${slug}".${didYouMean(slug, slugs)}`,
      fix: 'Write the slug as it stands in the frontmatter of the page, or remove this line.',
    })),
    ...missing.map((page) => ({
      file: page.file,
      line: page.lineOf('slug'),
      message: `The page "${page.slug}" is missing from the navigation: nobody would find it.`,
      fix: `Add "- ${page.slug}" to a group in ${file}.`,
    })),
    ...pages.flatMap((page) => {
      const list = page.components.find(({ name }) => name === 'SectionList');
      if (!list || introduced.includes(page.slug)) return [];
      const message = '<SectionList> lists nothing: this page introduces no group.';
      const fix = `Write "page: ${page.slug}" below the label of its group in ${file}, or remove it.`;
      return [{ file: page.file, line: list.line, message, fix }];
    }),
  ];
}
