/** The slug of the page from which handouts are made. It has no text of its own: the texts of all others are on it. */
export const HANDOUT_PAGE = 'teach/handout';
