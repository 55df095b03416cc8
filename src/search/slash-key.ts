/**
 * Whether the / key opens the search. Readers who dictate, or who easily hit a wrong key, can turn it off:
 * https://www.w3.org/WAI/WCAG22/Understanding/character-key-shortcuts
 */
const OFF = 'off';

export const slashKey = {
  isOn(): boolean {
    try {
      return localStorage['slashKey'] !== OFF;
    } catch {
      return true;
    }
  },
  turn(on: boolean): void {
    try {
      localStorage['slashKey'] = on ? '' : OFF;
    } catch {
      // The browser blocks storage, so the choice is forgotten.
    }
  },
};
