/** The search index. */
import type { APIRoute } from 'astro';
import { readYaml } from '../../authoring/yaml-file.ts';
import { pack } from '../../search/packed.ts';
import { documents } from '../../search/site.ts';
import { SYNONYMS_FILE, synonymsSchema } from '../../search/synonyms.ts';

export const GET: APIRoute = () => Response.json(pack(documents, readYaml(SYNONYMS_FILE, synonymsSchema)));
