/**
 * Whether the / key opens the search. Readers who dictate, or who easily hit a wrong key, can turn it off in the dialog,
 * which saves `off`: https://www.w3.org/WAI/WCAG22/Understanding/character-key-shortcuts
 */
export function isSlashKeyOn(): boolean {
  try {
    return localStorage['slashKey'] !== 'off';
  } catch {
    return true;
  }
}
