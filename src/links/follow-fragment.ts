/** What opens at an address: what was folded unfolds, and what has moved is followed. */
function follow() {
  const target = document.getElementById(location.hash.slice(1)); // our ids need no escapes
  const successor = target?.matches('.moved li') && target.querySelector<HTMLAnchorElement>('a');
  if (successor) return location.replace(successor.href);
  const folded = target?.closest<HTMLDetailsElement>('main details');
  if (folded) folded.open = true;
}
addEventListener('hashchange', follow);
follow();
