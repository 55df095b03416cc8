/** All that can be found on this site. */
import { content } from '../model/site.ts';
import { searchDocuments } from './documents.ts';

export const documents = searchDocuments(content);
