/** The exported data of all kinds in one file. */
import type { APIRoute } from 'astro';
import { addressResolver } from '../../exports/addresses.ts';
import { exportData } from '../../exports/data.ts';
import { daysOfChange } from '../../model/record.ts';
import { content, record, site } from '../../model/site.ts';

export const GET: APIRoute = () =>
  Response.json(exportData({ content, addressAt: addressResolver(site.url, ''), changedOn: daysOfChange(record) }));
