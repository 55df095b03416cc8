/** The image that the page on image archives takes apart. */
import type { APIRoute } from 'astro';
import { exampleArchive } from '../image-archive/example.ts';

export const GET: APIRoute = () => new Response(exampleArchive());
