/**
 * Projects a quiz, now and whenever its button is pressed: see ProjectQuiz.astro. It begins with the question or the section
 * that the address names, if it names one. No choice is open then, or the room would see answers that the presenter read
 * before.
 */
import { coverScreen } from '../full-screen.ts';

/** The question that the address names, or the first one of the section that it names. */
const NAMED = '.quiz:target, .heading:has(> :target) + .quiz';

function project() {
  for (const choice of document.querySelectorAll('.quiz details')) choice.removeAttribute('open');
  const first = document.querySelector<HTMLElement>(NAMED) ?? document.querySelector<HTMLElement>('.quiz')!;
  void coverScreen(first).catch(() => {});
}
document.querySelector('.project-quiz button')!.addEventListener('click', project);
project();
