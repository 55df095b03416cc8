/**
 * Offers a room the claims of an enlarged embed without their verdicts, as full screen does for other parts of a page. The
 * address says whether they are hidden, for slides; in a table, a row's link enlarges the row alone, in the same way.
 */
import { HIDING_QUERY, HiddenAnswers } from '../client/hidden-answers.ts';

const hiding = new HiddenAnswers((isHidden) => document.documentElement.toggleAttribute('data-unanswered', isHidden));
hiding.begin(!!document.querySelector('.correction, .holds'));
const [hide] = hiding.buttons;
function updateAddress() {
  const query = new URLSearchParams(location.search);
  if (hide.ariaPressed === 'true' && !hide.hidden) query.set(HIDING_QUERY, '');
  else query.delete(HIDING_QUERY);
  history.replaceState(null, '', `?${query.toString().replace(/=(?=&|$)/g, '')}${location.hash}`);
}
hide.addEventListener('click', updateAddress);
updateAddress();

const table = location.pathname.split('/').at(-2)!;
for (const link of document.querySelectorAll<HTMLAnchorElement>(`td > .anchor[href*="#${table}-"]`)) {
  const row = link.hash.slice(`#${table}-`.length);
  link.target = '_self';
  link.addEventListener('click', () => (link.href = `./${row}/${location.search}`));
}

document.querySelector('.back')!.after(...hiding.buttons.flatMap((button) => [' ', button]));
