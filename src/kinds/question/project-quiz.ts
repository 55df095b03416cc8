/**
 * Projects a quiz, from its first question on, now and whenever its button is pressed: see ProjectQuiz.astro. No choice is
 * open then, or the room would see answers that the presenter read before.
 */
import { coverScreen } from '../full-screen.ts';

function project() {
  for (const choice of document.querySelectorAll('.quiz details')) choice.removeAttribute('open');
  void coverScreen(document.querySelector<HTMLElement>('.quiz')!).catch(() => {});
}
document.querySelector('.project-quiz button')!.addEventListener('click', project);
project();
