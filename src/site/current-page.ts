/** Says which page is being rendered, for the components that show data; embeds, which are no pages of Starlight's, say so themselves. */
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { slugOf } from '../data.ts';
import { citationsOfPage, type Citation } from '../sources/citations.ts';

export interface CurrentPage {
  /** `''` for an embed: nothing lives there. */
  slug: string;
  /** The sources that it cites, with their numbers. */
  citations: Citation[];
}

declare global {
  namespace App {
    interface Locals {
      page: CurrentPage;
    }
  }
}

export const onRequest = defineRouteMiddleware(({ locals }) => {
  const { id, body = '' } = locals.starlightRoute.entry;
  const slug = slugOf(id);
  locals.page = { slug, citations: citationsOfPage(slug, body) };
});
