/** Lets readers choose a theme, and saves the choice. HeadScript.astro applies it before the first paint. */
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
      // The browser blocks storage, so the choice is for this page only.
    }
  });
}

export {};
