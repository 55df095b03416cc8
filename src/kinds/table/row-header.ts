import { facts } from '../data.ts';
import { factText } from '../fact/schema.ts';
import { plainText } from '../../model/inline-markdown.ts';
import { cellFact, cellText, type Row, type TableData } from './schema.ts';

/** The words of a row's header, its first cell, without marks. */
export function rowHeader({ columns }: TableData, { cells }: Row): string {
  const cell = cells[columns[0]!.id]!;
  return plainText(cellText(cell) ?? factText(facts.get(cellFact(cell)!)!));
}
