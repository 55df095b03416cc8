/** The rules for what a page contains besides Markdown: components, a little HTML, and no JavaScript. */
import { COMPONENT_NAMES, COMPONENTS } from '../kinds/page-components.ts';
import type { KindComponent, Page } from '../model/kind.ts';
import type { ComponentUse } from '../model/markdown.ts';
import { didYouMean, type Problem } from '../model/problems.ts';
import { checkHtml, isHtmlTag } from './html.ts';

type Report = (line: number, message: string, fix: string) => void;
type ReportUse = (message: string, fix: string) => void;

/** Checks that a page contains only components and HTML that exist here, correctly written, and no code. */
export function checkComponents({ file, components, links, scripts, attributes }: Page): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (line, message, fix) => problems.push({ file, line, message, fix });
  for (const { text, line } of scripts) {
    report(
      line,
      `"${text.split('\n')[0]!.slice(0, 40)}" would be run as JavaScript.`,
      'Write a literal "{" as \\{, and an attribute as name="…". Delete imports: every page already has all components.',
    );
  }
  for (const { text, line } of attributes) {
    report(
      line,
      `This line has the attribute "${text}".`,
      'Remove it. The only attribute allowed is the id of a heading, {#like-this}.',
    );
  }
  for (const use of components) checkUse(use, (message, fix) => report(use.line, message, fix));
  for (const { url, line, within } of links) {
    checkNesting(`The link "${url}"`, within, (message, fix) => report(line, message, fix));
  }
  return problems;
}

function checkUse(use: ComponentUse, report: ReportUse): void {
  const { name } = use;
  const meant = COMPONENT_NAMES.find((component) => component.toLowerCase() === name);
  if (meant) return report(`<${name}> is not a component.`, `Write <${meant} … />.`);
  if (isHtmlTag(name)) return checkHtml(use, report);
  if (!COMPONENT_NAMES.includes(name)) {
    return report(
      `There is no component <${name}>.${didYouMean(name, COMPONENT_NAMES)}`,
      `Use one of: ${COMPONENT_NAMES.join(', ')}.`,
    );
  }
  const { component } = COMPONENTS.get(name)!;
  checkAttributes(use, component, report);
  if (component.isLink) checkNesting(`<${name}>`, use.within, report);
  if (component.wrapsText && !use.text) {
    report(
      `There is no text between the tags of <${name}>.`,
      `Write the text between them: <${name} …>word</${name}>.`,
    );
  } else if (!component.wrapsText && use.text) {
    report(
      `<${name}> doesn't show the text between its tags.`,
      `Write <${name} … />, and move the text before or after it.`,
    );
  }
}

/** A link can't be in another one: browsers end the outer one there. */
function checkNesting(label: string, within: string[], report: ReportUse): void {
  const outer = within.find((name) => name === 'a' || COMPONENTS.get(name)?.component.isLink);
  if (!outer) return;
  const place = outer === 'a' ? 'the text of a link' : `<${outer}>`;
  report(`${label} is in ${place}, and is a link itself.`, 'Move it out of there, or remove one of the two.');
}

/** Checks that a component has the attributes that it needs, and no others. */
export function checkAttributes(
  { name, props }: Pick<ComponentUse, 'name' | 'props'>,
  { idAttribute, attributes = [], required = [] }: KindComponent,
  report: ReportUse,
): void {
  const known = [...(idAttribute ? [idAttribute] : []), ...attributes];
  const unknown = Object.keys(props).filter((attribute) => !known.includes(attribute));
  const missing = [...(idAttribute ? [idAttribute] : []), ...required].filter((key) => !props[key]);
  for (const attribute of unknown) {
    report(
      `<${name}> has no attribute "${attribute}".${didYouMean(attribute, known)}`,
      missing.length
        ? `Write ${missing[0]!}="${props[attribute] ? '…' : attribute}" instead.`
        : known.length
          ? `Remove it, or use one of: ${known.join(', ')}.`
          : 'Remove it.',
    );
  }
  if (unknown.length) return;
  for (const attribute of missing) {
    report(`<${name}> needs ${attribute}="…".`, `Write <${name} ${attribute}="…" />.`);
  }
}
