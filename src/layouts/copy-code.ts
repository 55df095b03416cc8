/** Buttons that copy code. Without this script none of them is there. */
import { copyText } from '../client/clipboard.ts';

/** The commands of a block, without prompts and output; a block without prompts as it is. */
function codeOf(block: HTMLElement): string {
  const all = [...block.querySelectorAll<HTMLElement>('.line')];
  const lines = block.querySelector('.prompt') ? all.filter((line) => !line.classList.contains('output')) : all;
  return lines
    .map((line) => (line.textContent ?? '').replace(line.querySelector('.prompt')?.textContent ?? '', ''))
    .join('\n');
}

for (const block of document.querySelectorAll<HTMLElement>('pre.code')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'Copy';
  const status = document.createElement('span');
  status.className = 'visually-hidden';
  status.role = 'status';
  button.addEventListener('click', async () => {
    const copied = await copyText(codeOf(block));
    button.textContent = copied ? 'Copied' : 'Not copied';
    status.textContent = copied ? 'Code copied' : 'The browser did not allow copying';
  });
  button.addEventListener('blur', () => (button.textContent = 'Copy'));
  const frame = document.createElement('div');
  frame.className = 'block';
  block.replaceWith(frame);
  frame.append(block, button, status);
}
