/**
 * On small screens, closes the menu or the contents list after a link of it, so that it doesn't cover what the link leads to,
 * and with the Escape key, which returns to its button.
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
