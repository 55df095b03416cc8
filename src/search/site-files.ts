/** The files of the search of this site. */
import { content } from '../model/site.ts';
import { answerFiles, answersOf } from './answers.ts';
import { searchDocuments } from './documents.ts';
import { pack, packedFiles } from './pack.ts';
import { searchFile } from './packed.ts';

const { synonyms, site } = content.parsed;
const documents = searchDocuments(content);

/** The content of each file, by its path. */
export const searchFiles: [path: string, content: object][] = [
  ...packedFiles(pack(documents, synonyms.data, site.data.starters)),
  ...answerFiles(documents).map((file, number): [string, object] => [searchFile('answers', number), answersOf(file)]),
];
