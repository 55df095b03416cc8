import ProjectQuiz from './ProjectQuiz.astro';
import Quiz from './Quiz.astro';
import QuizScore from './QuizScore.astro';
import SelfCheck from './SelfCheck.astro';
import ToggleAnswers from './ToggleAnswers.astro';
import question from './question.css?inline';
import quiz from './quiz.css?inline';

/** The components that pages use without importing them. */
export const components: Record<string, unknown> = { ProjectQuiz, Quiz, QuizScore, SelfCheck, ToggleAnswers };

/** The style sheets of pages that use a component. */
export const sheets: Record<string, string[]> = { Quiz: [quiz], SelfCheck: [question] };
