/** Runs axe, which checks a page for accessibility, at its current width, color scheme and state. */
import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** The rules whose outcome depends on colors and sizes. */
export const RULES_OF_LOOK = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];

interface Limits {
  /** Matches the element to check: by default, the page. */
  selector?: string;
  /** The ids of the rules to check: by default, all. */
  rules?: string[] | undefined;
}

/**
 * Runs axe on a page, and puts it there first if it is missing.
 * @returns a line for each element that breaks a rule: the rule, and the beginning of the element's HTML
 */
export async function axeViolations(page: Page, { selector = 'html', rules }: Limits = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([selector, rules]) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run(selector, {
        resultTypes: ['violations'],
        ...(rules && { runOnly: rules, preload: false }),
      });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
    },
    [selector, rules] as const,
  );
}
