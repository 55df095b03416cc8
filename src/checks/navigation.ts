/** The rules for the navigation: every page is in it, once. */
import type { SiteContent } from '../model/content.ts';
import { sectionPages } from '../model/navigation.ts';
import { didYouMean, type Problem } from '../model/problems.ts';

export function checkNavigation({ parsed, pages }: SiteContent): Problem[] {
  const { file, data, lineOf } = parsed.navigation;
  const slugs = pages.map(({ slug }) => slug);
  const entries = [
    ...data.sidebar.flatMap(({ page, pages }, groupIndex) => [
      // A page may introduce the group that it belongs to.
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
      message: `The page "${slug}" is listed twice.`,
      fix: 'Delete one of the two lines.',
    })),
    ...unknown.map(({ slug, path }) => ({
      file,
      line: lineOf(path),
      message: `No page has the slug "${slug}".${didYouMean(slug, slugs)}`,
      fix: 'Write the slug from the frontmatter of the page, or remove this line.',
    })),
    ...missing.map((page) => ({
      file: page.file,
      line: page.lineOf('slug'),
      message: `The page "${page.slug}" isn't in the navigation, so nobody would find it.`,
      fix: `Add "- ${page.slug}" to a group in ${file}.`,
    })),
    ...sectionPages(data).flatMap((slug) => {
      const page = pages.find((page) => page.slug === slug);
      if (!page || page.components.some(({ name }) => name === 'SectionList')) return [];
      const message = `The page "${slug}" introduces a group in ${file}, but doesn't list the pages of the group.`;
      return [{ file: page.file, line: page.lineOf('slug'), message, fix: 'Add <SectionList /> to it.' }];
    }),
    ...pages.flatMap((page) => {
      const list = page.components.find(({ name }) => name === 'SectionList');
      if (!list || introduced.includes(page.slug)) return [];
      const message = "<SectionList> has nothing to list: this page doesn't introduce a group.";
      const fix = `Add "page: ${page.slug}" under the label of its group in ${file}, or remove <SectionList />.`;
      return [{ file: page.file, line: list.line, message, fix }];
    }),
  ];
}
