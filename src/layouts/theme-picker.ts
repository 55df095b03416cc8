/** Lets readers choose a theme, and saves the choice. HeadScript.astro applies it before the first paint. */
const select = document.querySelector<HTMLSelectElement>('#scheme')!;
const { dataset } = document.documentElement;
select.value = dataset['scheme'] ?? '';
select.parentElement!.dataset['ready'] = '';
select.addEventListener('change', () => {
  dataset['scheme'] = select.value;
  try {
    localStorage['scheme'] = select.value;
  } catch {
    // The browser blocks storage, so the choice is for this page only.
  }
});

export {};
