/**
 * Projects a quiz, now and whenever its button is pressed: see ProjectQuiz.astro. It begins with the question or the section
 * that the address names, if it names one. No choice is open then, or the room would see answers that the presenter read
 * before.
 */
import { coverScreen } from '../full-screen.ts';

/** The question that the address names, or the first one of the section that it names. Not `:target`: the address follows the quiz. */
function findNamed(): HTMLElement | undefined {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const quiz = named?.closest('.quiz') ?? named?.closest('.heading')?.nextElementSibling;
  return quiz instanceof HTMLElement && quiz.matches('.quiz') ? quiz : undefined;
}

function project() {
  for (const choice of document.querySelectorAll('.quiz details')) choice.removeAttribute('open');
  void coverScreen(findNamed() ?? document.querySelector<HTMLElement>('.quiz')!).catch(() => {});
}
document.querySelector('.project-quiz button')!.addEventListener('click', project);
project();
