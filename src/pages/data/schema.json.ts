/** The JSON Schema of the exported data. */
import type { APIRoute } from 'astro';
import { z } from 'astro/zod';
import { exportSchema } from '../../exports/data.ts';

export const GET: APIRoute = () => new Response(`${JSON.stringify(z.toJSONSchema(exportSchema), null, 2)}\n`);
