/** The rules for the components and attributes that a page uses. */
import { COMPONENT_NAMES, COMPONENTS } from '../kinds/page-components.ts';
import type { KindComponent, Page } from '../model/kind.ts';
import type { ComponentUse } from '../model/markdown.ts';
import { didYouMean, type Problem } from '../model/problems.ts';

/** A lower-case tag is HTML. */
export const isHtmlTag = (name: string): boolean => /^[a-z]/.test(name);

/** Checks that each component exists and has the attributes that it needs, and no others. */
export const checkComponents = ({ file, components }: Page): Problem[] =>
  components.flatMap((use) => {
    const problem = (message: string, fix: string): Problem => ({ file, line: use.line, message, fix });
    if (isHtmlTag(use.name)) {
      const meant = COMPONENT_NAMES.find((name) => name.toLowerCase() === use.name);
      const isHtmlToo = meant === 'Figure';
      return meant && !isHtmlToo ? problem(`<${use.name}> is no component.`, `Write <${meant} … />.`) : [];
    }
    if (!COMPONENT_NAMES.includes(use.name)) {
      return problem(
        `There is no component <${use.name}>.${didYouMean(use.name, COMPONENT_NAMES)}`,
        `Use one of: ${COMPONENT_NAMES.join(', ')}.`,
      );
    }
    return checkAttributes(use, COMPONENTS.get(use.name)!.component, problem);
  });

function checkAttributes(
  { name, props }: ComponentUse,
  { idAttribute, attributes = [] }: KindComponent,
  problem: (message: string, fix: string) => Problem,
): Problem[] {
  const known = [...(idAttribute ? [idAttribute] : []), ...attributes];
  const unknown = Object.keys(props).filter((attribute) => !known.includes(attribute));
  if (unknown.length) {
    return unknown.map((attribute) =>
      problem(
        `<${name}> has no attribute "${attribute}".${didYouMean(attribute, known)}`,
        known.length ? `Remove it, or use one of: ${known.join(', ')}.` : 'Remove it.',
      ),
    );
  }
  if (idAttribute && !props[idAttribute]) {
    return [problem(`<${name}> needs ${idAttribute}="…".`, `Write <${name} ${idAttribute}="…" />.`)];
  }
  return [];
}
