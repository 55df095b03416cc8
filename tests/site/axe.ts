/** What axe has against a page, as it is now: in this width, scheme and state. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * @param within looks only at what this selector finds
 * @returns one line for each element that breaks a rule: the rule, and the element's beginning
 */
export async function axeProblems(page: Page, within = 'html'): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include(within)
    .options({ resultTypes: ['violations'] })
    // Else all that axe has seen, also of what is fine, is carried out of the page and into a second one.
    .setLegacyMode()
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
