/**
 * What the checker says. The page has these texts, and its script reads them there; the worker only names them, so they cost
 * nothing where bytes are scarce.
 */

/**
 * What the checker says of a link; the class of its chip, with the color and sign of a verdict on a wording; the text before
 * the better address in the advice; and, if there may be none, what to do then.
 */
export const VERDICTS = {
  fine: ['Fine', 'holds', 'Nothing to do.'],
  changed: ['Changed since', 'correction outdated', 'Read it again at'],
  former: ['Old address', 'correction inexact', 'On this site, it’s at'],
  moved: ['Moved', 'correction inexact', 'It’s now at'],
  gone: ['Gone', 'correction wrong', 'Use instead:'],
  capitals: ['Wrong capitalization', 'correction wrong', 'It works only with this capitalization:'],
  unframed: [
    'Can’t be framed',
    'correction wrong',
    'Browsers show it only on this site itself, not in a frame. Frame instead:',
    'Browsers show it only on this site itself, not in a frame. Link to it, or frame the embed of a table or row.',
  ],
  unpromised: [
    'Not promised',
    'correction inexact',
    'It works today, but this site doesn’t promise to keep it. The nearest promised address:',
  ],
  unknown: [
    'Doesn’t exist',
    'correction wrong',
    'This site has no such address. Did you mean',
    'This site has no such address, and none is similar. Search the site for what the link was about.',
  ],
} as const satisfies Record<string, [label: string, className: string, lead: string, alone?: string]>;
export type Verdict = keyof typeof VERDICTS;

/** Why an address must stay as it is in a repaired file. */
export const OBSTACLES = {
  split: 'Formatting splits this address, so change it in the document itself.',
  signed: 'The file is signed, and any change would break the signature.',
  named: 'Moodle names this file by its content, so correct the address in Moodle and make a new backup.',
} as const;
export type Obstacle = keyof typeof OBSTACLES;

/** What keeps a check from starting, or a file or a part of it from being read, checked or repaired, and what else a reader should know about it. */
export const PROBLEMS = {
  none: 'Paste some text or choose a file first.',
  empty: 'It is empty.',
  pdf: 'It is a PDF, which this page can’t read. Check the document that it was made from.',
  old: 'It is in the Office format used before 2007. Save it as .docx, .pptx or .xlsx.',
  locked: 'It is protected by a password. To check it, save it without one.',
  other: 'It is neither text nor an archive that this page can read.',
  huge: 'It is larger than 500 MB, too large for this page.',
  bomb: 'It unpacks to more than this page can read, so it wasn’t checked.',
  damaged: 'It is damaged or incomplete. Copy or export it again.',
  packed: 'It is compressed in a way that this page can’t read.',
  zip64: 'It is in the ZIP64 format, which this page can’t read.',
  nested: 'It is nested in too many archives to be read.',
  unread: 'It couldn’t be read. It may be damaged, or too large for this browser.',
  stopped: 'Stopped: a file may be too large for this browser.',
  offline: 'A file of this site couldn’t be loaded. Try again.',
  misnamed: 'Its file extension belongs to another format.',
} as const;
export type Problem = keyof typeof PROBLEMS;

/** A problem, and the part of the file that has it, unless it is the file itself. */
export type Note = [problem: Problem, part?: string];

/** The formats, as readers call them. */
export const FORMATS = {
  word: 'a Word document',
  powerpoint: 'a PowerPoint presentation',
  excel: 'an Excel workbook',
  odt: 'a LibreOffice document',
  odp: 'a LibreOffice presentation',
  ods: 'a LibreOffice spreadsheet',
  epub: 'an EPUB book',
  h5p: 'an H5P package',
  cartridge: 'a Common Cartridge or SCORM package',
  moodle: 'a Moodle backup',
  zip: 'a zip archive',
  tar: 'a tar archive',
  notebook: 'a notebook',
  json: 'JSON',
  html: 'HTML',
  xml: 'XML',
  gift: 'GIFT',
  text: 'text',
} as const;
export type Format = keyof typeof FORMATS;

/** The most links of a file that the page lists. More rows would make it slow. */
export const MAX_ROWS = 1000;
