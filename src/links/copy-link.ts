/**
 * Copies the address of an anchor link when a reader presses it, and offers to cite its target. Adds the
 * actions of the page that need a script. Without this script, an anchor link is a plain link.
 */
import type { CiteTools } from './cite-panel.ts';
import { copyText } from '../client/clipboard.ts';
import { createButton } from '../client/create-button.ts';

/** Passed to the panel. A module that both scripts import, even lazily, becomes a chunk: one more request per page. */
const tools: CiteTools = { copyText, createButton, loadQrCode: () => import('./qr-code.ts') };

function cite(pressed: HTMLElement, copying?: Promise<boolean>) {
  import('./cite-panel.ts').then(
    (panel) => panel.offerToCite(pressed, tools, copying),
    () => {
      // The page is from an older build whose scripts the host has removed. The link is copied, and in the address bar.
      if (pressed instanceof HTMLAnchorElement) location.hash = pressed.hash;
    },
  );
}

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a.anchor');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.pathname !== location.pathname) return; // the target is on another page, which the link opens
  event.preventDefault(); // the default action would move the focus to the target, and Tab would skip the panel
  cite(link, copyText(link.href)); // copies before anything is awaited, or the browser would refuse
});

/** What readers can do with the page, under its title. */
const actions = document.querySelector('.actions');

actions?.prepend(
  createButton('Copy link', (button) => {
    void copyText(location.href.replace(/#.*/, '')).then((isCopied) => {
      button.textContent = isCopied ? 'Link copied' : 'Not copied';
    });
  }),
  createButton('Cite', (button) => cite(button)),
  createButton('Print', () => print()),
);
