/** The content of the site that is being built or served, for components and routes. */
import json from 'virtual:content';
import { SiteContent, type ParsedContent } from './content.ts';
import { readRecord } from './record.ts';
import { siteUrl } from './settings.ts';

export const content = new SiteContent(json as ParsedContent);

/** What `content/site.yaml` says of the site, and its public address. */
export const site = { ...content.parsed.site.data, url: siteUrl() };

/** The record of changes. */
export const record = readRecord();
