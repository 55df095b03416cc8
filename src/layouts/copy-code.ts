/** Adds a button to each code block that copies the code. */
import { copyText } from '../client/clipboard.ts';
import { createButton } from '../client/create-button.ts';

/** The code to copy: only the commands of a block with prompts, else all of it. */
function codeOf(block: HTMLElement): string {
  const lines = [...block.querySelectorAll<HTMLElement>('.line')];
  const copied = block.querySelector('.prompt') ? lines.filter((line) => !line.classList.contains('output')) : lines;
  return copied
    .map((line) => line.textContent.replace(line.querySelector('.prompt')?.textContent ?? '', ''))
    .join('\n');
}

for (const block of document.querySelectorAll<HTMLElement>('pre.code')) {
  const status = document.createElement('span');
  status.className = 'visually-hidden';
  status.role = 'status';
  const button = createButton('Copy', () => {
    void copyText(codeOf(block)).then((isCopied) => {
      button.textContent = isCopied ? 'Copied' : 'Not copied';
      status.textContent = isCopied ? 'Code copied' : 'Code not copied';
    });
  });
  button.className = 'copy';
  button.addEventListener('blur', () => (button.textContent = 'Copy'));
  const frame = document.createElement('div');
  frame.className = 'block';
  block.replaceWith(frame);
  frame.append(block, button, status);
}
