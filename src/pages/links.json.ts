/** What became of each address that was ever promised. The checker for the links of a course reads it. */
import type { APIRoute } from 'astro';
import { promisesOf } from '../links/course/promises.ts';
import { readManifest } from '../links/manifest.ts';
import { content } from '../model/site.ts';

export const GET: APIRoute = () => Response.json(promisesOf(content, readManifest()));
