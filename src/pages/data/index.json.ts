/** All tables and facts in one file. */
import type { APIRoute } from 'astro';
import { dataExport } from '../../exports/data.ts';

export const GET: APIRoute = () => Response.json(dataExport());
