/** The search documents of this site. */
import { content } from '../model/site.ts';
import { searchDocuments } from './documents.ts';

export const documents = searchDocuments(content);
