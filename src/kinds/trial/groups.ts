/** The headings of a list of trials. A page without them would be a hundred trials long. */
import type { SiteContent } from '../../model/content.ts';
import type { Entry } from '../../model/kind.ts';
import { slugAt } from '../../model/paths.ts';
import { splitAddress } from '../../model/redirects.ts';
import { errorMessage } from '../error/index.ts';
import { errorsOf, placesOf, trial, type Trial } from './index.ts';

export interface TrialGroup {
  /** Only the table of contents links to it, and it isn't promised: trials may move to other groups. */
  id: string;
  title: string;
  trials: Entry<Trial>[];
}

/**
 * The trials that a page lists, by what they are about: the topic of an error message, or else a page of the site. The
 * groups are in the order of the topics and of the menu.
 */
export function trialGroups(page: string, content: SiteContent): TrialGroup[] {
  const topics = topicsOfErrors(content);
  const titleOf = (data: Trial): string => {
    const [error] = errorsOf(data, content);
    const { path } = splitAddress(placesOf(data)[0]!);
    return (error && topics.get(error[0])) || content.pageAt(slugAt(path)).frontmatter.title;
  };
  const slugs = [...content.menuPages, ...content.pages.map(({ slug }) => slug)];
  const titles = new Set([...topics.values(), ...slugs.map((slug) => content.pageAt(slug).frontmatter.title)]);
  const trials = Map.groupBy(
    content.entries(trial).filter(({ data }) => data.page === page),
    ({ data }) => titleOf(data),
  );
  return [...titles].flatMap((title) => {
    const inGroup = trials.get(title);
    const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return inGroup ? { id: `trials-${words.join('-')}`, title, trials: inGroup } : [];
  });
}

/** The topics by the ids of the errors. An error that names none is under the last one. */
function topicsOfErrors(content: SiteContent): ReadonlyMap<string, string> {
  let last = '';
  return new Map([...content.byId(errorMessage)].map(([id, { topic }]) => [id, (last = topic ?? last)]));
}
