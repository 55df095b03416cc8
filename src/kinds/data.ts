/** The content, as the build read it, for the components and lists that show it. */
import json from 'virtual:content';
import { errorMessage } from './error/index.ts';
import { fact } from './fact/index.ts';
import { misconception } from './misconception/index.ts';
import { table } from './table/index.ts';
import { term } from './term/index.ts';
import type { Page } from '../model/kind.ts';
import { SiteContent, type Parsed } from '../model/content.ts';
import { siteUrl } from '../model/settings.ts';
import { question } from './question/index.ts';
import { source } from './source/index.ts';
import { statement } from './statement/index.ts';

export const content = new SiteContent(json as Parsed);

export const tables = content.all(table);
export const statements = content.all(statement);
export const sources = content.all(source);
export const terms = content.all(term);
export const errors = content.all(errorMessage);
export const misconceptions = content.all(misconception);
export const questions = content.all(question);
export const facts = content.all(fact);
export const { redirects, synonyms } = content.parsed;
/** What the site says of itself, and where it is published. */
export const site = { ...content.parsed.site.data, url: siteUrl() };

/** The slug of a page, as data names it: Starlight calls the start page by the empty one. */
export const slugOf = (entryId: string) => entryId || 'index';

/** The page of a slug that content names, which the checks have seen to be there. */
export const pageAt = (slug: string): Page => content.page(slug)!;
