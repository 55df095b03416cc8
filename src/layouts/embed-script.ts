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
/** `?large` shows the embed to a room, on a projector. */
if (query.has('large')) dataset['large'] = '';

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

/** Offers a room the claims without their verdicts, until it has voted, as full screen does for other parts of a page. */
function offerHiding() {
  if (!document.querySelector('.correction, .holds')) return;
  const button = document.createElement('button');
  const setHiding = (value: boolean) => {
    button.ariaPressed = String(value);
    document.documentElement.toggleAttribute('data-unanswered', value);
  };
  const toggle = () => setHiding(button.ariaPressed !== 'true');
  button.textContent = 'Hide answers';
  button.ariaKeyShortcuts = 'H';
  button.addEventListener('click', toggle);
  document.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() === 'h' && !event.ctrlKey && !event.metaKey && !event.altKey) toggle();
  });
  setHiding(false);
  document.querySelector('.back')!.after(' ', button);
}

/** The width that the HTML of a frame names, in pixels. */
const FRAME_WIDTH = 800;
/** What the height has to spare for another font. */
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
  if ('large' in dataset) offerHiding();
  else offerSnippet();
} else {
  new ResizeObserver(() => {
    const { height } = document.documentElement.getBoundingClientRect();
    parent.postMessage({ type: 'docker-basics:height', height: Math.ceil(height) }, '*');
  }).observe(document.documentElement);
}
