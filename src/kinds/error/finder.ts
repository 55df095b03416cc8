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
    const search = createLink(`${resolveFromRoot('search/')}#${new URLSearchParams({ q: message })}`, 'search for it');
    const read = createLink('#read', 'read the message from the end');
    const offers = titlesWith(message).flatMap((title, index) => [index ? ' or ' : 'Did you mean ', linkTo(title)]);
    return status.replaceChildren(
      ...(offers.length ? [...offers, '? If not, you can '] : ['This message isn’t listed below. You can ']),
      ...[read, ', or ', search, '.'],
    );
  }
  const title = document.getElementById(id)!;
  status.replaceChildren('Found: ', linkTo(title));
  // Shows the cause and the cure right here, as the search does. The copies leave out citations; the entry has them.
  for (const part of title.closest('.entry')!.querySelectorAll('p:not(.row-sources), .block')) {
    answer.append(part.matches('p') ? part.cloneNode(true) : cloneBlock(part, message));
  }
}

/** The most entries to offer for a part of a message. A part that more entries contain says too little. */
const MAX_OFFERS = 3;

const wordsOf = (text: string) => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];

/** The titles of the entries whose message has all the words of a part, each of which may be cut off at its end. */
function titlesWith(part: string): Element[] {
  const words = wordsOf(part);
  if (words.join('').length < 4) return [];
  const titles = [...document.querySelectorAll('.entry h3')].filter(({ textContent }) => {
    const titleWords = wordsOf(textContent);
    return words.every((word) => titleWords.some((titleWord) => titleWord.startsWith(word)));
  });
  return titles.length > MAX_OFFERS ? [] : titles;
}

const linkTo = ({ id, textContent }: Element) => createLink(`#${id}`, textContent);

/** The account and the Region in an address of Amazon ECR. */
const ECR_ADDRESS = /\b(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com(?!\.cn)/;

/** A copy of a code block, with placeholders filled in from a message. Its button presses the block's and shows its label. */
function cloneBlock(block: Element, message: string): Element {
  const copy = block.cloneNode(true) as Element;
  const original = block.querySelector('button')!;
  const button = copy.querySelector('button')!;
  const [, account = 'ACCOUNT', region = 'REGION'] = ECR_ADDRESS.exec(message) ?? [];
  for (const { lastChild } of copy.querySelectorAll('.line'))
    lastChild!.textContent = lastChild!.textContent!.replace('ACCOUNT', account).replaceAll('REGION', region);
  button.addEventListener('click', () => {
    const code = block.querySelector('code')!;
    const filled = copy.querySelector('code')!.cloneNode(true) as Element;
    code.replaceWith(filled); // for the moment in which it is copied
    original.click();
    filled.replaceWith(code);
  });
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
const pasted = [location.hash, location.search]
  .map((part) => new URLSearchParams(part.slice(1)).get('error'))
  .find(Boolean);
field.value ||= pasted ?? '';
await find();
// On a small screen, the title would push the answer out of sight.
if (pasted) form.scrollIntoView();
