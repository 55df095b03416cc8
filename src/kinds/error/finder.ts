/** Finds the error message that a reader pastes, or has pasted into a form on another page. */
import { resolveFromRoot } from '../../client/resolve-from-root.ts';
import { matchError } from './match.ts';

const form = document.querySelector<HTMLFormElement>('.error-finder')!;
const field = form.querySelector('textarea')!;
const status = form.querySelector('[role="status"]')!;
const answer = document.createElement('div');
status.after(answer);

/** The content of `errors.json`: the pattern of each error by the id of its heading. */
type Patterns = [id: string, pattern: string][];
let patterns: Promise<Patterns> | undefined;

async function loadPatterns(): Promise<Patterns> {
  const response = await fetch(resolveFromRoot('errors.json'));
  if (!response.ok) throw new Error(`errors.json: ${response.status}`);
  return (await response.json()) as Patterns;
}

/** Finds the message in the field, once the patterns are there. */
async function find() {
  try {
    show(await (patterns ??= loadPatterns()));
  } catch {
    patterns = undefined; // The next change tries again.
    answer.replaceChildren();
    status.textContent =
      field.value.trim() && 'The list couldn’t be loaded. Look for your message below, or try again.';
  }
}

function show(patterns: Patterns) {
  const message = field.value.trim();
  answer.replaceChildren();
  if (!message) return status.replaceChildren();
  const id = matchError(message, patterns);
  if (!id) {
    const search = createLink(`${resolveFromRoot('search/')}?${new URLSearchParams({ q: message })}`, 'search for it');
    const read = createLink('#read', 'read it from the end');
    return status.replaceChildren('This message isn’t listed below. You can ', read, ', or ', search, '.');
  }
  const title = document.getElementById(id)!;
  status.replaceChildren('Found: ', createLink(`#${id}`, title.textContent));
  // Cause and cure in place, as the search answers. The copies name no citations, which the entry has.
  for (const part of title.closest('.entry')!.querySelectorAll('p:not(.row-sources), .block')) {
    answer.append(part.matches('p') ? part.cloneNode(true) : cloneBlock(part));
  }
}

/** A copy of a block of code. Its button presses that of the block, and says what it says. */
function cloneBlock(block: Element): Element {
  const copy = block.cloneNode(true) as Element;
  const original = block.querySelector('button')!;
  const button = copy.querySelector('button')!;
  button.addEventListener('click', () => original.click());
  button.addEventListener('blur', () => original.dispatchEvent(new Event('blur')));
  new MutationObserver(() => (button.textContent = original.textContent)).observe(original, { childList: true });
  return copy;
}

function createLink(address: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = address;
  link.textContent = text;
  return link;
}

form.addEventListener('submit', (event) => event.preventDefault());
field.addEventListener('input', () => void find());
// The reader may have pasted a message while this script was loading.
const pasted = new URLSearchParams(location.search).get('error');
field.value ||= pasted ?? '';
await find();
// On a small screen, the title would push the answer out of sight.
if (pasted) form.scrollIntoView();
