/** The files of the search of this site. */
import { content } from '../model/site.ts';
import { answerFiles, answersOf } from './answers.ts';
import { searchDocuments } from './documents.ts';
import { pack } from './pack.ts';
import { INDEX_FILE, searchFile } from './packed.ts';

const { synonyms, site } = content.parsed;
const documents = searchDocuments(content);
const packed = pack(documents, synonyms.data, site.data.starters);

/** The content of each file, by its path. */
export const searchFiles: [path: string, content: object][] = [
  [INDEX_FILE, packed.index],
  ...packed.postings.map((file, number): [string, object] => [searchFile('postings', number), file]),
  ...packed.documents.map((file, number): [string, object] => [searchFile('documents', number), file]),
  ...answerFiles(documents).map((file, number): [string, object] => [searchFile('answers', number), answersOf(file)]),
];
