/** Whether the / key opens the search: somebody who dictates, or whose fingers slip, can turn it off (WCAG 2.2, 2.1.4). */
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
      // Without storage nothing can be remembered.
    }
  },
};
