/** `content/navigation.yaml`: the sidebar, and the pages that are reached in other ways. */
import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import type { StarlightUserConfig } from '@astrojs/starlight/types';
import { z } from 'astro/zod';
import { text } from './fields.ts';

export const NAVIGATION_FILE = 'content/navigation.yaml';

const page = z.string().describe('the slug of a page');
const label = text.optional().describe('its label in the menu, if that is not its title');
const copied = z
  .literal(false)
  .optional()
  .describe(
    'false if copies, such as handouts and whole-site.html, leave the page out, because it needs a script or repeats others',
  );
const entry = z
  .union([page, z.strictObject({ page, label, copied })], {
    error: 'must be the slug of a page, or { page: SLUG, label: TEXT }',
  })
  .transform((entry): { page: string; label?: string | undefined; copied?: false | undefined } =>
    typeof entry === 'string' ? { page: entry } : entry,
  );

/** What a group may be about. Figures use the same colors. */
const COLORS = ['container', 'image', 'registry'] as const;

export const navigationSchema = z.strictObject({
  sidebar: z
    .array(
      z.strictObject({
        label: text.describe('the name of the group'),
        color: z.enum(COLORS).optional().describe('what its pages are about; this gives the group its color'),
        page: page.optional().describe('the slug of the page that introduces the group and lists its pages'),
        pages: z.array(entry).min(1, { error: 'needs at least one page' }).describe('the slugs of its pages, in order'),
      }),
    )
    .describe('the groups of the sidebar, in order'),
  elsewhere: z.array(page).describe('the pages that readers reach in another way'),
});
export type Navigation = z.infer<typeof navigationSchema>;

/** Starlight's `sidebar` option. */
export const sidebarOf = ({ sidebar }: Navigation): NonNullable<StarlightUserConfig['sidebar']> =>
  sidebar.map(({ label, pages }) => ({
    label,
    items: pages.map(({ page, label }) => ({ slug: starlightSlug(page), ...(label && { label }) })),
  }));

/** The group of the sidebar that a page belongs to or introduces. */
export const groupOf = ({ sidebar }: Navigation, slug: string): Navigation['sidebar'][number] | undefined =>
  sidebar.find((group) => group.page === slug || group.pages.some(({ page }) => page === slug));

/** The slug of the page above a page in its address, or an empty text. */
export const slugAbove = (slug: string): string => slug.replace(/\/?[^/]*$/, '');

/** The slugs of the pages that introduce a group without belonging to it. */
export const sectionPages = ({ sidebar }: Navigation): string[] =>
  sidebar.flatMap(({ page: slug, pages }) => (slug && !pages.some(({ page }) => page === slug) ? [slug] : []));

/** Starlight gives the start page the empty slug. */
const starlightSlug = (slug: string) => (slug === 'index' ? '' : slug);

type SidebarEntry = StarlightRouteData['sidebar'][number];
type SidebarLink = Extract<SidebarEntry, { type: 'link' }>;

/** The groups of the sidebar of a page, as in Starlight's route data. */
export const sidebarGroups = (sidebar: SidebarEntry[]): { label: string; links: SidebarLink[] }[] =>
  sidebar.flatMap((entry) =>
    entry.type === 'group'
      ? [{ label: entry.label, links: entry.entries.filter((child) => child.type === 'link') }]
      : [],
  );
