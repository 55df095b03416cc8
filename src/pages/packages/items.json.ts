/** What packages can contain. From it, browsers build those that readers choose. */
import type { APIRoute } from 'astro';
import { siteItems } from '../../exports/packages/site-items.ts';

export const GET: APIRoute = () => Response.json(siteItems);
