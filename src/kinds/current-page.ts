/** Which page is being rendered, for the components that show data: Page.astro and embeds say it. */
import type { Citation } from './source/citations.ts';

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
