/** Fetches what shows definitions when a reader reaches for the first term; from then on that listens itself. */
function reach({ target }: Event) {
  const link = target instanceof Element && target.closest<HTMLAnchorElement>('a.term');
  if (!link) return;
  for (const type of REACHES) document.removeEventListener(type, reach);
  import('./preview.ts').then(
    ({ show }) => {
      if (link.matches(':hover, :focus')) void show(link);
    },
    () => {}, // without it the link is still a link
  );
}
const REACHES = ['mouseover', 'focusin'];
for (const type of REACHES) document.addEventListener(type, reach);
