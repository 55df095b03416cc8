/** Every kind of data. The order is that in which the search counts them where all else is equal. */
import type { Kind } from '../model/kind.ts';
import { errorMessage } from '../errors/kind.ts';
import { fact } from '../facts/kind.ts';
import { figure } from '../figures/kind.ts';
import { question } from '../questions/kind.ts';
import { source } from '../sources/kind.ts';
import { statement } from '../statements/kind.ts';
import { misconception } from './misconception/index.ts';
import { table } from './table/index.ts';
import { term } from './term/index.ts';

export const KINDS: Kind<any>[] = [table, fact, term, misconception, errorMessage, question, statement, source, figure];
