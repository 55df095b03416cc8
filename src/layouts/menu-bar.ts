/**
 * On small screens, closes the menu or the contents list when one of its links is pressed, so that it doesn't cover the
 * target, and on Escape, which returns to its button.
 */
for (const list of document.querySelectorAll<HTMLDetailsElement>('[name=bar]')) {
  list.addEventListener('click', ({ target }) => {
    if ('href' in target!) list.open = false;
  });
  list.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    list.open = false;
    (list.firstElementChild as HTMLElement).focus();
  });
}

export {};
