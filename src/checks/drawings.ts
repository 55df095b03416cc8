/**
 * The rules for drawings: a title, a description, correctly written shapes, and nothing that runs, loads anything or has its
 * own style. The build alone would publish a figure without a text, and stop at an unknown shape without naming its line.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from '@astrojs/compiler-rs';
import { figure } from '../kinds/figure/index.ts';
import { decodeText } from '../model/decode.ts';
import type { Content } from '../model/kind.ts';
import { didYouMean, type Problem } from '../model/problems.ts';
import { checkAttributes } from './components.ts';

const SHAPES = 'src/kinds/figure/shapes';

/** What a drawing may have besides shapes: elements for words, and SVG. */
const ELEMENTS = [
  ...['b', 'br', 'code', 'div', 'em', 'i', 'p', 'small', 'span', 'strong'],
  ...['circle', 'ellipse', 'line', 'path', 'polygon', 'polyline', 'rect', 'text', 'tspan'],
  ...['defs', 'g', 'marker', 'svg'],
];
/** Attributes with code, addresses, styles or unchecked HTML. */
const UNSAFE_ATTRIBUTE = /^(?:on\w*|set:\w+|is:\w+|define:\w+|style|src\w*|(?:xlink:)?href)(?=[=\s]|$)/i;

/** What every drawing exports, and what is missing without it. */
const TEXTS = { title: 'the figure would have no name', description: 'screen readers would have nothing to read' };

const FIX_SYNTAX = 'Correct this line, or close a tag, a quotation mark or a bracket above it.';

/** An attribute of a shape. If it lists no values, it can be any text. */
interface Attribute {
  isRequired: boolean;
  values: string[];
}
type Shapes = ReadonlyMap<string, ReadonlyMap<string, Attribute>>;

/** Checks each drawing. @param root the project's folder */
export function checkDrawings(content: Content, root: string): Problem[] {
  const shapes = readShapes(root);
  return content.entries(figure).flatMap(({ file }) => {
    const text = decodeText(file, readFileSync(join(root, file)));
    return typeof text === 'string' ? checkDrawing(file, text, shapes) : text;
  });
}

/** The shapes by name, with their attributes. Each shape declares these in its Props, one a line. */
function readShapes(root: string): Shapes {
  const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
  const roles = /^export type Role = (.*);$/m.exec(textOf(`${SHAPES}/shape.ts`))![1]!;
  const attributesIn = (shape: string) =>
    Array.from(shape.matchAll(/^ {2}(\w+)(\??): (.*);$/gm), ([, name, mark, type]): [string, Attribute] => {
      const values = type!.replace('Role', roles).matchAll(/'([^']*)'/g);
      return [name!, { isRequired: !mark, values: Array.from(values, ([, value]) => value!) }];
    });
  return new Map(
    globSync(`${SHAPES}/*.astro`, { cwd: root })
      .sort()
      .map((file) => [basename(file, '.astro'), new Map(attributesIn(textOf(file)))]),
  );
}

/** A node in the tree of Astro's compiler. */
interface Node {
  type: string;
  start: number;
  end: number;
  attributes?: Node[];
}

/** The nodes of a tree, in the order of the text. */
function nodesIn(tree: unknown): Node[] {
  if (typeof tree !== 'object' || tree === null) return [];
  const below = Object.values(tree).flatMap(nodesIn);
  return 'type' in tree ? [tree as Node, ...below] : below;
}

function checkDrawing(file: string, text: string, shapes: Shapes): Problem[] {
  const problems: Problem[] = [];
  const add = (line: number | undefined, message: string, fix: string) => problems.push({ file, line, message, fix });
  const { ast, diagnostics } = parse(text);
  const [error] = diagnostics;
  if (error) {
    add(error.labels[0]?.line, `This isn't valid Astro: ${error.text.replace(/\.$/, '')}.`, FIX_SYNTAX);
    return problems;
  }
  const nodes = nodesIn(ast);
  const textsOf = (...types: string[]) =>
    nodes
      .filter(({ type }) => types.includes(type))
      .map(({ start, end, attributes = [] }) => ({
        text: text.slice(start, end),
        line: text.slice(0, start).split('\n').length,
        attributes: attributes.map((attribute) => text.slice(attribute.start, attribute.end)),
      }));

  const exported = textsOf('ExportNamedDeclaration');
  for (const [name, loss] of Object.entries(TEXTS)) {
    const found = exported.find(({ text }) => new RegExp(`^export const ${name}\\b`).test(text));
    if (found && !/=\s*(['"`])\s*\1;?$/.test(found.text)) continue;
    const fix = `Between the "---" at its top, write export const ${name} = '…';`;
    add(found?.line, `The drawing has no ${name}: ${loss}.`, fix);
  }
  const names = [...shapes.keys()];
  const fixShape = `Use one of: ${names.join(', ')}.`;
  for (const { text, line } of textsOf('ImportDeclaration')) {
    const [, name] = /\.\.\/shapes\/(\w+)\.astro/.exec(text) ?? [];
    if (name && !shapes.has(name)) add(line, `There is no shape "${name}".${didYouMean(name, names)}`, fixShape);
  }
  const declared = textsOf('ImportDefaultSpecifier', 'ImportSpecifier', 'VariableDeclarator').flatMap(
    ({ text }) => text.split('=')[0]!.match(/\w+/g) ?? [],
  );
  for (const { text, line, attributes } of textsOf('JSXOpeningElement')) {
    const [, element] = /^<([a-z][\w-]*)/.exec(text) ?? [];
    if (element && !ELEMENTS.includes(element))
      add(line, `<${element}> doesn't belong in a drawing.`, `Use shapes, and these elements: ${ELEMENTS.join(', ')}.`);
    for (const attribute of attributes) {
      const [unsafe] = UNSAFE_ATTRIBUTE.exec(attribute) ?? [];
      if (unsafe) add(line, `The attribute "${unsafe}" doesn't belong in a drawing.`, 'Remove it.');
    }
    const [, name] = /^<([A-Z]\w*)(?!\.)\b/.exec(text) ?? [];
    if (!name || name === 'Fragment') continue;
    const shape = shapes.get(name);
    if (!declared.includes(name)) {
      if (shape)
        add(line, `<${name}> isn't imported.`, `At the top, write import ${name} from '../shapes/${name}.astro';`);
      else add(line, `There is no shape <${name}>.${didYouMean(name, names)}`, fixShape);
    } else if (shape) {
      checkShape(name, attributes, shape, (message, fix) => add(line, message, fix));
    }
  }
  return problems;
}

/** Checks a shape as a drawing uses it. @param written its attributes, as they are written */
function checkShape(
  name: string,
  written: string[],
  shape: ReadonlyMap<string, Attribute>,
  report: (message: string, fix: string) => void,
): void {
  const pairs = written.map((text) => /^([\w:-]+)(?:="([^"]*)"|=([^]*))?/.exec(text));
  const props = Object.fromEntries(
    pairs.flatMap((pair) => (pair && pair[1] !== 'slot' ? [[pair[1]!, pair[2] ?? pair[3] ?? '']] : [])),
  );
  const required = pairs.includes(null) ? [] : [...shape.keys()].filter((key) => shape.get(key)!.isRequired);
  checkAttributes({ name, props }, { attributes: [...shape.keys()], required }, report);
  for (const [, attribute, value] of pairs.filter((pair) => pair !== null)) {
    const values = shape.get(attribute!)?.values ?? [];
    if (value === undefined || !values.length || values.includes(value)) continue;
    report(
      `<${name}> has no ${attribute!} "${value}".${didYouMean(value, values)}`,
      `Use one of: ${values.join(', ')}.`,
    );
  }
}
