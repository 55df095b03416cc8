/**
 * The titles of all pages by their paths, in the groups and the order of the menu. The 404 page finds the site by this file,
 * and suggests pages from it.
 */
import type { APIRoute } from 'astro';
import { groupOf, slugAbove } from '../model/navigation.ts';
import { pathOf } from '../model/paths.ts';
import { content } from '../model/site.ts';

export const GET: APIRoute = () => {
  const navigation = content.parsed.navigation.data;
  const [first] = navigation.sidebar;
  const groups = navigation.sidebar.map((group): [label: string, pages: Record<string, string>] => {
    const inMenu = [...(group.page ? [group.page] : []), ...group.pages.map(({ page }) => page)];
    const below = navigation.elsewhere.filter(
      (slug) => (groupOf(navigation, slugAbove(slug)) ?? first) === group, // what has no group is where readers start
    );
    const titles = [...inMenu, ...below].map((slug) => [pathOf(slug).slice(1), content.pageAt(slug).frontmatter.title]);
    return [group.label, Object.fromEntries(titles) as Record<string, string>];
  });
  return Response.json(Object.fromEntries(groups));
};
