/** What the picture of a page says, in previews of its link: its title, and a corrected wording or its description. */
import { shownOn } from '../../kinds/shown.ts';
import { table } from '../../kinds/table/index.ts';
import { correctedCells } from '../../kinds/table/schema.ts';
import type { CorrectedWording } from '../../model/fields.ts';
import type { Content, Page } from '../../model/kind.ts';
import type { SiteContent } from '../../model/content.ts';
import { firstSentences, plainText } from '../../model/markdown.ts';
import { groupOf, type Navigation } from '../../model/navigation.ts';

/** The size in pixels. Previews of most apps have this shape, and cut off what exceeds it. */
export const PICTURE_SIZE = { width: 1200, height: 630 };

export interface PictureWords {
  /** The name of the site, unless it is the title. */
  site: string | undefined;
  /** The group of the menu, unless the page introduces it. */
  section: Navigation['sidebar'][number] | undefined;
  title: string;
  /** What follows the title of the start page. */
  claim: string | undefined;
  description: string;
  /** A corrected wording of the page as plain text, in place of the description. */
  corrected: CorrectedWording | undefined;
}

/** How long a correction may be, in characters. Whole sentences of it are shown, but at least one. */
const MAX_CORRECTION = 160;

/** @returns the words of the picture of a page, without Markdown */
export function pictureWords(page: Page, content: SiteContent): PictureWords {
  const { site, navigation } = content.parsed;
  const { title, claim, description } = page.frontmatter;
  const group = groupOf(navigation.data, page.slug);
  const corrected = exampleOn(page, content) ?? firstCorrected(page, content);
  return {
    site: title === site.data.title ? undefined : site.data.title,
    section: claim || group?.page === page.slug ? undefined : group,
    title,
    claim,
    description,
    corrected: corrected && {
      ...corrected,
      wording: plainText(corrected.wording),
      text: firstSentences(plainText(corrected.text), MAX_CORRECTION),
    },
  };
}

/** The picture in a sentence, for those who do not see it. */
export function pictureAlt({ site, section, title, claim, description, corrected }: PictureWords): string {
  const place = [site, section?.label].filter(Boolean).join(', ');
  const heading = claim ? `${title}, ${claim}` : title;
  const rest = corrected
    ? `${corrected.says}: “${corrected.wording}” ${corrected.label}: ${corrected.text}`
    : description;
  return [...(place ? [`${place}:`] : []), /[.?!]$/.test(heading) ? heading : `${heading}.`, rest].join(' ');
}

/** The row that a page shows as its example. */
function exampleOn(page: Page, content: Content): CorrectedWording | undefined {
  const proof = page.components.find(({ name }) => name === 'Proof')?.props;
  const row =
    proof &&
    content
      .byId(table)
      .get(proof['name']!)
      ?.rows.find(({ id }) => id === proof['row']);
  return row && correctedCells(row);
}

/** The first corrected wording that lives on a page. */
const firstCorrected = (page: Page, content: Content): CorrectedWording | undefined =>
  shownOn(page, content)
    .filter(({ component }) => component.addressed)
    .flatMap(({ kind, ids }) => ids.map((id) => ({ kind, data: content.byId(kind).get(id) })))
    .filter(({ kind, data }) => !kind.home || kind.home(data) === page.slug)
    .flatMap(({ kind, data }) => kind.corrected?.(data) ?? [])[0];
