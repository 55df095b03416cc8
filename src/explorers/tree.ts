/** HTML as plain objects, from which the build makes the page, and a script makes nodes. They have the form of hast. */
import { withBreaks } from '../model/code-breaks.ts';

/** An element. */
export interface Tree {
  type: 'element';
  tagName: string;
  properties: Record<string, string>;
  children: TreeChild[];
}
export type TreeChild = Tree | { type: 'text'; value: string };

/** Describes an element. */
export const element = (
  tagName: string,
  properties: Record<string, string>,
  ...children: (TreeChild | string)[]
): Tree => ({
  type: 'element',
  tagName,
  properties,
  children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
});

/** Describes code within a sentence, which breaks where the code on pages does. */
export const code = (text: string): Tree => element('code', {}, ...withBreaks(text));

/** Splits a text with code between backticks into its elements. */
export const inlineText = (text: string): (Tree | string)[] =>
  text.split('`').map((piece, index) => (index % 2 ? code(piece) : piece));
