/** What packages can contain, from which browsers build those that readers choose. */
import type { APIRoute } from 'astro';
import { collectItems } from '../../exports/packages/collect.ts';
import { readRecord, recordedDays } from '../../model/record.ts';
import { content } from '../../model/site.ts';

export const GET: APIRoute = () => Response.json(collectItems(content, recordedDays(readRecord())));
