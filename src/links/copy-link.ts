/**
 * What a press on a link to itself does besides leading there: it copies the full address, says so, and offers to
 * cite the place. Without this script the link is a plain link.
 */
import type { CiteTools } from './cite-panel.ts';
import { copyText } from '../client/clipboard.ts';

/** Handed to the panel: a module, or the way to one, that it shared with this script would be a file of its own. */
const tools: CiteTools = { copyText, loadQrCode: () => import('./qr-code.ts') };

async function cite(pressed: HTMLElement, copying?: Promise<boolean>) {
  try {
    await (await import('./cite-panel.ts')).offerToCite(pressed, tools, copying);
  } catch {
    // A script of an older build that the host no longer has: the address is copied, and stands in the address bar.
  }
}

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a.anchor');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.pathname !== location.pathname) return; // what lives on another page is copied and cited there
  event.preventDefault();
  location.hash = link.hash; // by hand, since the browser would move the focus to the place and Tab past the panel
  link.focus({ preventScroll: true });
  void cite(link, copyText(link.href)); // now, while the browser knows that somebody pressed
});

const footer = document.querySelector('main > footer > p');
if (footer) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Cite this page';
  button.addEventListener('click', () => void cite(button));
  footer.append(' ', button);
}
