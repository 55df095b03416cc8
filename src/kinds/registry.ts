/** Every kind of data. If two entries of a page match a query alike, the one whose kind is first here comes first. */
import type { Kind } from '../model/kind.ts';
import { errorMessage } from './error/index.ts';
import { fact } from './fact/index.ts';
import { figure } from './figure/index.ts';
import { learningPath } from './path/index.ts';
import { question } from './question/index.ts';
import { source } from './source/index.ts';
import { statement } from './statement/index.ts';
import { misconception } from './misconception/index.ts';
import { table } from './table/index.ts';
import { term } from './term/index.ts';
import { trial } from './trial/index.ts';
import { standIn } from './trial/stand-in.ts';

export const KINDS: Kind[] = [
  table,
  fact,
  term,
  misconception,
  errorMessage,
  question,
  statement,
  source,
  learningPath,
  trial,
  standIn,
  figure,
];
