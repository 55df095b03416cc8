/**
 * Projects a quiz, now and whenever its button is pressed: see ProjectQuiz.astro. It begins with the question or the section
 * that the address names, if it names one. All choices are closed first, or the room would see answers that the presenter
 * had opened.
 */
import { coverScreen, findNamed } from '../full-screen.ts';

/** The question that the address names, or the first one of the section that it names. */
function findNamedQuiz(): HTMLElement | undefined {
  const named = findNamed();
  const quiz = named?.closest('.quiz') ?? named?.closest('.heading')?.nextElementSibling;
  return quiz instanceof HTMLElement && quiz.matches('.quiz') ? quiz : undefined;
}

function project() {
  for (const choice of document.querySelectorAll('.quiz details')) choice.removeAttribute('open');
  void coverScreen(findNamedQuiz() ?? document.querySelector<HTMLElement>('.quiz')!).catch(() => {});
}
document.querySelector('.project-quiz button')!.addEventListener('click', project);
project();
