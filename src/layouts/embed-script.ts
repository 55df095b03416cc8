/**
 * The script of an embed. In a frame, it tells the framing page its height; outside one, it offers the snippet that
 * frames it. If it does not run, the embed is a table that can be read.
 */
import { ADDRESS_PLACEHOLDER, HEIGHT_PLACEHOLDER } from './embed-placeholders.ts';

const query = new URLSearchParams(location.search);
const { dataset } = document.documentElement;
/** `?scheme=dark` sets the color scheme, for framing pages that have only one. */
const scheme = /^(light|dark)$/.exec(query.get('scheme') ?? '')?.[0];
if (scheme) dataset['scheme'] = scheme;

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

/** The width of a frame in its HTML, in pixels. */
const FRAME_WIDTH = 800;
/** The spare height for other fonts, as a factor. */
const SPARE = 1.05;

/** The height of this page in a frame, whatever the width of the window. */
function measureHeight(): number {
  const { style, parentElement: root } = document.body;
  style.width = `${FRAME_WIDTH}px`;
  const height = root!.offsetHeight;
  style.width = '';
  return Math.ceil(height * SPARE);
}

/** Fills in and shows the HTML for a page that frames this one, with a button that copies it. */
function offerSnippet() {
  const offer = document.querySelector<HTMLElement>('.offer')!;
  const [code, button, status] = ['code', 'button', '[role="status"]'].map((part) => offer.querySelector(part)!);
  const colors = offer.querySelector('select')!;
  const template = code!.textContent.replace(HEIGHT_PLACEHOLDER, String(measureHeight()));
  const fill = () => {
    const address = location.origin + location.pathname + (colors.value && `?scheme=${colors.value}`);
    code!.textContent = template.replace(ADDRESS_PLACEHOLDER, () => address);
    button!.textContent = 'Copy';
  };
  colors.value = scheme ?? '';
  colors.addEventListener('change', () => {
    dataset['scheme'] = colors.value;
    fill();
  });
  fill();
  offer.hidden = false;
  // Not copyText: a module that pages and embeds share would be a request of its own for every page.
  // eslint-disable-next-line @typescript-eslint/no-misused-promises -- it catches its errors
  button!.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(code!.textContent);
      button!.textContent = 'Copied';
      status!.textContent = 'Code copied';
    } catch {
      button!.textContent = 'Not copied';
      status!.textContent = 'Your browser blocked copying';
    }
  });
}

if (parent === window) {
  if (!('large' in dataset)) offerSnippet();
} else {
  new ResizeObserver(() => {
    const { height } = document.documentElement.getBoundingClientRect();
    parent.postMessage({ type: 'docker-basics:height', height: Math.ceil(height) }, '*');
  }).observe(document.documentElement);
}
