/** Loads the script that shows definitions when a reader first hovers or focuses a term; it then listens itself. */
function loadPreview({ target }: Event) {
  const link = target instanceof Element && target.closest<HTMLAnchorElement>('a.term');
  if (!link) return;
  for (const type of EVENTS) document.removeEventListener(type, loadPreview);
  import('./preview.ts').then(
    ({ show }) => {
      if (link.matches(':hover, :focus')) void show(link);
    },
    () => {}, // The link still leads to the definition.
  );
}
const EVENTS = ['mouseover', 'focusin'];
for (const type of EVENTS) document.addEventListener(type, loadPreview);
