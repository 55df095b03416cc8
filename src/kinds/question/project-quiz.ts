/** Projects a quiz, from its first question on, now and whenever its button is pressed: see ProjectQuiz.astro. */
import { coverScreen } from '../full-screen.ts';

const project = () => void coverScreen(document.querySelector('.quiz')!).catch(() => {});
document.querySelector('.project-quiz button')!.addEventListener('click', project);
project();
