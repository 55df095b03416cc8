/** Runs axe, which checks a page for accessibility, at its current width, color scheme and state. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * Runs axe on a page.
 * @param selector limits the check to the elements that it matches
 * @returns a line for each element that breaks a rule: the rule, and the beginning of the element's HTML
 */
export async function axeViolations(page: Page, selector = 'html'): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include(selector)
    .options({ resultTypes: ['violations'] })
    // Without it, axe copies all results, the passes included, out of the page and into a second one.
    .setLegacyMode()
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
