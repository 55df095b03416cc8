/** Opens the <details> that hide the target of the address. If the target has moved or is not there, a script is fetched. */
function followFragment() {
  const id = location.hash.slice(1); // no id has a character that a URL escapes
  const target = document.getElementById(id);
  const folded = target?.closest<HTMLDetailsElement>('main details');
  // A press on a folded question's link cites it, or shows it to a room without its answer.
  const { activeElement } = document;
  const isPressed = activeElement?.matches('.anchor') && activeElement.getAttribute('href') === location.hash;
  if (folded && !isPressed) folded.open = true;
  if (id && (!target || target.matches('.moved li'))) {
    import('./lost-fragment.ts').then(
      (place) => place.findPlace(id, target),
      () => {}, // The page is shown from its top, or says where the place has moved, as without scripts.
    );
  }
}
addEventListener('hashchange', followFragment);
followFragment();
