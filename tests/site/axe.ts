/** Runs axe, which checks a page for accessibility, at its current width, color scheme and state. */
import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** The rules whose outcome depends on sizes. */
const RULES_OF_SIZE = ['scrollable-region-focusable', 'target-size'];
/** The rules that compare colors. They take most of the time, so they look at a few elements of each look. */
const RULES_OF_COLOR = ['color-contrast', 'link-in-text-block'];
/** Elements that look alike to look at: one may be covered by another element, and axe says nothing about it then. */
const ALIKE = 3;

interface Limits {
  /** Matches the element to check: by default, the page. */
  selector?: string;
  /** Whether to leave out what depends neither on colors nor on sizes. */
  onlyLook?: boolean;
}

/**
 * Runs axe on a page, and puts it there first if it is missing.
 * @returns a line for each element that breaks a rule: the rule, and the beginning of the element's HTML
 */
export async function axeViolations(page: Page, { selector = 'html', onlyLook = false }: Limits = {}) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const whole = onlyLook
    ? { runOnly: RULES_OF_SIZE, preload: false }
    : { rules: Object.fromEntries(RULES_OF_COLOR.map((rule) => [rule, { enabled: false }])) };
  const colors = { runOnly: RULES_OF_COLOR, preload: false };
  return page.evaluate(
    async ([selector, whole, colors, alike]) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      // axe cannot judge colors on the shade at the edge of code. Without it, code has the background that it begins with.
      const code = [...document.querySelectorAll<HTMLElement>('pre')];
      for (const { style } of code) style.setProperty('background', 'var(--panel)');
      const backgrounds = new WeakMap<Element, string>();
      /** What an element is painted on: the colors of all that is behind it, unless they are transparent. */
      const backgroundOf = (element: Element | null): string => {
        if (!element) return '';
        const { backgroundColor, backgroundImage, opacity, filter } = getComputedStyle(element);
        const known = backgrounds.get(element);
        const isTransparent =
          backgroundColor === 'rgba(0, 0, 0, 0)' && `${backgroundImage}${opacity}${filter}` === 'none1none';
        const background =
          known ??
          backgroundOf(element.parentElement) +
            (isTransparent ? '' : `${backgroundColor} ${backgroundImage} ${opacity} ${filter};`);
        backgrounds.set(element, background);
        return background;
      };
      const lookOf = (element: Element) => {
        const { color, fontSize, fontWeight, textDecorationLine, textShadow } = getComputedStyle(element);
        const around = element.parentElement && getComputedStyle(element.parentElement).color;
        return [
          element.tagName,
          color,
          around,
          fontSize,
          fontWeight,
          textDecorationLine,
          textShadow,
          backgroundOf(element),
        ].join();
      };
      const hasText = ({ childNodes, localName }: Element) =>
        ['input', 'select', 'textarea'].includes(localName) ||
        [...childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
      const visible = [...document.querySelectorAll(`${selector} *`)].filter(
        (element) => hasText(element) && element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
      );
      const looks = Map.groupBy(visible, lookOf);
      const samples = [...looks.values()].flatMap((elements) => elements.slice(0, alike));
      const runs = [await axe.run(selector, { ...whole, resultTypes: ['violations'] })];
      if (samples.length)
        runs.push(
          await axe.run({ include: samples as unknown as string[] }, { ...colors, resultTypes: ['violations'] }),
        );
      for (const { style } of code) style.removeProperty('background');
      return runs.flatMap(({ violations }) =>
        violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`)),
      );
    },
    [selector, whole, colors, ALIKE] as const,
  );
}
