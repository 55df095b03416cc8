/** All that can be found on this site. */
import { content } from '../kinds/data.ts';
import { searchDocuments } from './documents.ts';

export const documents = searchDocuments(content);
