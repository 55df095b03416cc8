/** Offers a room the claims of an enlarged embed without their verdicts, as full screen does for other parts of a page. */
import { HiddenAnswers } from '../client/hidden-answers.ts';

const hiding = new HiddenAnswers((isHidden) => document.documentElement.toggleAttribute('data-unanswered', isHidden));
hiding.begin(!!document.querySelector('.correction, .holds'));
document.querySelector('.back')!.after(...hiding.buttons.flatMap((button) => [' ', button]));
