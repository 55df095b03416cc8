/** How the explorer shows a reference, a mistake, and a file. The build uses the same code to show the page's example. */
import { judgeFile } from '../../image-reference/judge.ts';
import { findMistake } from '../../image-reference/mistake.ts';
import {
  familiarForm,
  formatReference,
  InvalidReference,
  parseReference,
  withDefaultTag,
  withoutUnusedTag,
  type Reference,
} from '../../image-reference/parse.ts';
import { partsAround, partsOf, type Part } from '../../image-reference/parts.ts';
import { canMove, manifestPath, PAGE, registryOf, type Statement } from '../../image-reference/registries.ts';
import { code, element, inlineText, type Tree } from '../tree.ts';

/** What to show for an input. */
export interface View {
  /** A sentence for the live region. */
  status: (Tree | string)[];
  /** The elements below it. */
  details: Tree[];
}

const link = (text: string, address: string) => element('a', { href: address }, text);

/** A reference part by part. A mark between two parts goes with the second, so that no line ends with one or is only a mark. */
function showParts(parts: Part[]): Tree {
  const pieces = parts.flatMap(({ text, label, role, isAdded }, index) => {
    if (!role) return [];
    const previous = parts[index - 1];
    const texts = previous && !previous.role ? [previous.text, text] : [text];
    return element(
      'span',
      { class: `part ${role}${isAdded ? ' added' : ''}` },
      ...texts.map((text) => element('code', {}, text)),
      element('small', {}, label),
    );
  });
  return element('div', { class: 'text' }, ...pieces);
}

const row = (name: string, ...values: (Tree | string)[][]): Tree[] => [
  element('dt', {}, name),
  ...values.map((value) => element('dd', {}, ...value)),
];
const statementRow = (name: string, { text, address }: Statement, linkText: string) =>
  row(name, [...inlineText(text), ' ', link(linkText, address)]);

function showReference(input: string, typed: Reference): View {
  const reference = withDefaultTag(typed);
  const full = formatReference(withoutUnusedTag(reference));
  const familiar = familiarForm(typed);
  const registry = registryOf(reference);
  const none = ['none'];
  const values = element(
    'dl',
    {},
    ...row('Domain', reference.domain ? [code(reference.domain)] : none),
    ...row('Repository', [code(reference.path)]),
    ...row('Tag', reference.tag ? [code(reference.tag)] : none),
    ...row('Digest', reference.digest ? [code(reference.digest)] : none),
    ...row('Full reference', [code(full)]),
    ...row(
      'Short form',
      [code(familiar)],
      ...(isAmbiguous(familiar, typed) ? [['Typed like this, it would mean something else.']] : []),
    ),
    ...(registry
      ? [
          ...row('Docker asks', [code(registry.host), ' for ', code(manifestPath(reference))]),
          ...statementRow('Registry', registry.kind, 'More on this registry'),
          ...statementRow('Login', registry.login, 'More on this login'),
        ]
      : statementRow(
          'Registry',
          {
            text: 'None: a domain cannot have an underscore.',
            address: `${PAGE}#image-reference-examples-underscore-host`,
          },
          'More on this name',
        )),
    ...statementRow('Can its meaning change?', canMove(reference, registry), 'More on tags that move'),
  );
  return { status: [code(input), ' means ', code(full)], details: [showParts(partsOf(input, typed)), values] };
}

/** Whether the short form of a reference means another one, or none. */
function isAmbiguous(familiar: string, reference: Reference): boolean {
  try {
    return formatReference(parseReference(familiar)) !== formatReference(reference);
  } catch {
    return true;
  }
}

/** The most characters of a wrong part that are repeated below the line. */
const MAX_REPEATED = 40;

function showMistake(input: string, error: InvalidReference): View {
  const mistake = findMistake(input, error);
  const { start, end, rule, address, instead } = mistake;
  const wrong = input.slice(start, Math.min(end, start + MAX_REPEATED));
  const alert = element(
    'div',
    { role: 'alert' },
    element(
      'p',
      { class: 'mistake' },
      ...partsAround(input, mistake).map(({ text, isWrong }) => (isWrong ? element('mark', {}, text) : text)),
    ),
    element(
      'p',
      {},
      element('strong', {}, 'Not a reference: ', wrong.trim() ? code(wrong) : 'a space', '.'),
      ' ',
      ...inlineText(rule),
      ' ',
      link('See the rule', address),
    ),
    ...(instead
      ? [element('p', {}, 'Write ', element('button', { type: 'button', value: instead }, instead), ' instead.')]
      : []),
    element('p', {}, 'Docker’s words: “', code(error.message), '”'),
  );
  return { status: [], details: [alert] };
}

/**
 * Shows what an input means as an image reference.
 * @param input as typed
 */
export function showInput(input: string): View {
  try {
    return showReference(input, parseReference(input));
  } catch (error) {
    if (error instanceof InvalidReference) return showMistake(input, error);
    throw error;
  }
}

/**
 * Shows the references of a Dockerfile or a Compose file.
 * @param file its text
 */
export function showFile(file: string): View {
  const references = judgeFile(file);
  const count = references.length;
  if (!count)
    return {
      status: ['No references found. Paste a Dockerfile, or a Compose file that includes its `services:` line.'],
      details: [],
    };
  const rows = references.map(({ line, text, full, remarks }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, `Line ${line}`),
      element(
        'td',
        { 'data-label': 'Reference' },
        code(text),
        ...(full && full !== text ? [element('small', {}, full)] : []),
      ),
      element(
        'td',
        { 'data-label': 'Remarks' },
        ...remarks.map(({ text, address }) =>
          element('div', {}, ...(address ? [element('a', { href: address }, ...inlineText(text))] : inlineText(text))),
        ),
      ),
    ),
  );
  const headers = ['Where', 'Reference', 'Remarks'].map((name) => element('th', { scope: 'col' }, name));
  const table = element(
    'table',
    { class: 'reference-file' },
    element('caption', {}, 'The references in the file'),
    element('thead', {}, element('tr', {}, ...headers)),
    element('tbody', {}, ...rows),
  );
  return { status: [count === 1 ? '1 reference found' : `${count} references found`], details: [table] };
}
