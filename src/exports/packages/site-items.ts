/** Everything that can be packed of the site that is being built or served, collected once for all formats. */
import { recordedDays } from '../../model/record.ts';
import { content, record } from '../../model/site.ts';
import { collectItems } from './collect.ts';

export const siteItems = collectItems(content, recordedDays(record));
