/**
 * Loads the script that previews terms, values and sources when a reader first hovers, focuses or touches one; then that
 * script listens itself. A touch shows the preview, while a mouse click follows the link.
 */
function loadPreview(event: Event) {
  const link = (event.target as Element).closest<HTMLAnchorElement>('.term, .fact a, .cite a');
  const isTouch = (event as PointerEvent).pointerType === 'touch';
  // A touch moves the pointer over the link, gives it the focus, and clicks it: only the last of these events counts.
  if (!link || isTouch !== (event.type === 'click')) return;
  if (event.type === 'focusin' && !link.matches(':focus-visible')) return;
  if (isTouch) event.preventDefault();
  for (const type of EVENTS) document.removeEventListener(type, loadPreview);
  import('./preview.ts').then(
    (preview) => {
      if (isTouch || link.matches(':hover, :focus')) void preview.show(link);
    },
    () => {
      if (isTouch) location.href = link.href; // The link still leads to the definition.
    },
  );
}
const EVENTS = ['pointerover', 'focusin', 'click'];
for (const type of EVENTS) document.addEventListener(type, loadPreview);
