/**
 * What an embed does: framed, it tells the framing page its height; on its own, it says how to frame it. Without this
 * it is a table that can be read.
 */
import { ADDRESS_MARK, HEIGHT_MARK } from './marks.ts';

/** `?scheme=dark` chooses a color scheme, for a framing page that has only one. */
const scheme = new URLSearchParams(location.search).get('scheme');
if (scheme) document.documentElement.dataset['scheme'] = scheme;

if (parent === window) {
  const field = document.querySelector('textarea')!;
  const height = String(document.documentElement.offsetHeight);
  field.value = field.value.replace(ADDRESS_MARK, location.href).replace(HEIGHT_MARK, height);
  field.form!.hidden = false;
  field.addEventListener('focus', () => field.select());
} else {
  new ResizeObserver(() => {
    const { height } = document.documentElement.getBoundingClientRect();
    parent.postMessage({ type: 'docker-basics:height', height: Math.ceil(height) }, '*');
  }).observe(document.documentElement);
}
