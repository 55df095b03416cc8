/** Runs axe, which checks a page for accessibility, at its current width, color scheme and state. */
import type { Page } from '@playwright/test';
import axe from 'axe-core';

/**
 * Runs axe on a page, and puts it there first if it is missing.
 * @param selector limits the check to the element that it matches
 * @returns a line for each element that breaks a rule: the rule, and the beginning of the element's HTML
 */
export async function axeViolations(page: Page, selector = 'html'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (selector) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(selector, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  }, selector);
}
