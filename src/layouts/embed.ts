/**
 * What an embed does: framed, it tells the framing page its height; on its own, it says how to frame it. Without this
 * it is a table that can be read.
 */
import { ADDRESS_PLACEHOLDER, HEIGHT_PLACEHOLDER } from './embed-placeholders.ts';

/** `?scheme=dark` chooses a color scheme, for a framing page that has only one. */
const scheme = /^\?scheme=(light|dark)$/.exec(location.search)?.[1];
if (scheme) document.documentElement.dataset['scheme'] = scheme;

/**
 * The number of a source leads into the list, which is folded. Not every browser unfolds it by itself. Pages have
 * links/follow-fragment.ts for it; a module that both have would be a request of its own.
 */
function unfold() {
  const list = document.getElementById(location.hash.slice(1))?.closest('details');
  if (list) list.open = true;
}
addEventListener('hashchange', unfold);
unfold();

if (parent === window) {
  const field = document.querySelector('textarea')!;
  const height = String(document.documentElement.offsetHeight);
  const address = location.origin + location.pathname + (scheme ? location.search : '');
  field.value = field.value.replace(ADDRESS_PLACEHOLDER, () => address).replace(HEIGHT_PLACEHOLDER, height);
  field.form!.hidden = false;
  field.addEventListener('focus', () => field.select());
} else {
  new ResizeObserver(() => {
    const { height } = document.documentElement.getBoundingClientRect();
    parent.postMessage({ type: 'docker-basics:height', height: Math.ceil(height) }, '*');
  }).observe(document.documentElement);
}
