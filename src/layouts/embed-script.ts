/**
 * The script of an embed. In a frame, it tells the framing page its height; outside one, it offers the snippet that
 * frames it. If it does not run, the embed is a table that can be read.
 */
import { ADDRESS_PLACEHOLDER, HEIGHT_PLACEHOLDER } from './embed-placeholders.ts';

/** `?scheme=dark` sets the color scheme, for framing pages that have only one. */
const scheme = /^\?scheme=(light|dark)$/.exec(location.search)?.[1];
if (scheme) document.documentElement.dataset['scheme'] = scheme;

/**
 * Opens the folded list of sources when the number of a source is followed, since not every browser does. Pages have
 * `links/follow-fragment.ts` for this; a shared module would cost both a request.
 */
function openTarget() {
  const list = document.getElementById(location.hash.slice(1))?.closest('details');
  if (list) list.open = true;
}
addEventListener('hashchange', openTarget);
openTarget();

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
