/** Follows the target of the address if it has moved, and opens the <details> that hide it. */
function followFragment() {
  const target = document.getElementById(location.hash.slice(1)); // no id has a character that a URL escapes
  const successor = target?.matches('.moved li') && target.querySelector<HTMLAnchorElement>('a');
  if (successor) return location.replace(successor.href);
  const folded = target?.closest<HTMLDetailsElement>('main details');
  if (folded) folded.open = true;
}
addEventListener('hashchange', followFragment);
followFragment();
