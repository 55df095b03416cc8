/** Shows and keeps the reader's choice of a theme; ThemeProvider.astro applies it before the first paint. */
const select = document.querySelector<HTMLSelectElement>('#scheme');
const { dataset } = document.documentElement;
if (select) {
  select.value = dataset['scheme'] ?? '';
  select.parentElement!.dataset['ready'] = '';
  select.addEventListener('change', () => {
    if (select.value) dataset['scheme'] = select.value;
    else delete dataset['scheme'];
    try {
      localStorage['scheme'] = select.value;
    } catch {
      // Without storage it holds for this page.
    }
  });
}

export {};
