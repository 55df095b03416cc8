/** The words for verdicts. Scripts in the browser import them, so this file imports nothing. */

/** The verdicts on a wording, with their labels. */
export const VERDICTS = { wrong: 'Wrong', inexact: 'Inexact', outdated: 'Outdated' } as const;

/** The labels of a correction beside the wording that it corrects. */
export const CORRECTION_LABELS = { wrong: 'Wrong as worded', inexact: 'More exactly' } as const;
