/** On small screens, closes the menu or the contents list with the Escape key, and returns to its button. */
for (const list of document.querySelectorAll<HTMLDetailsElement>('[name=bar]')) {
  list.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    list.open = false;
    (list.firstElementChild as HTMLElement).focus();
  });
}

export {};
