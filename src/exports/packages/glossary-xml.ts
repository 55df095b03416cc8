/** The format in which Moodle's glossaries export and import their entries. */
import type { PackageItems, Term } from './items.ts';
import { asHtml, Wording } from './text.ts';
import { cdata, comment, escapeXml, XML_DECLARATION } from './xml.ts';

/** Writes all terms, with their other names as keywords. */
export function glossaryXmlFile(items: PackageItems, root?: string): string {
  const wording = new Wording(items, root);
  return [
    XML_DECLARATION,
    comment(wording.source),
    '<GLOSSARY>',
    '<INFO>',
    `<NAME>${escapeXml(items.title)}</NAME>`,
    `<INTRO>${cdata(asHtml(wording.source))}</INTRO>`,
    ...Object.entries(SETTINGS).map(([tag, value]) => `<${tag}>${value}</${tag}>`),
    '<ENTRIES>',
    ...items.pages.flatMap(({ slug, terms }) => terms.map((term) => entry(term, slug, wording))),
    '</ENTRIES>',
    '</INFO>',
    '</GLOSSARY>',
    '',
  ].join('\n');
}

/** The settings of a glossary that Moodle makes from the file: Moodle's defaults. The text format 1 is HTML. */
const SETTINGS = {
  INTROFORMAT: 1,
  ALLOWDUPLICATEDENTRIES: 0,
  DISPLAYFORMAT: 'dictionary',
  SHOWSPECIAL: 1,
  SHOWALPHABET: 1,
  SHOWALL: 1,
  ALLOWCOMMENTS: 0,
  USEDYNALINK: 1,
  DEFAULTAPPROVAL: 1,
  GLOBALGLOSSARY: 0,
  ENTBYPAGE: 10,
};

const entry = ({ term, names, definition, ...item }: Term, page: string, wording: Wording) =>
  [
    '<ENTRY>',
    `<CONCEPT>${escapeXml(term)}</CONCEPT>`,
    `<DEFINITION>${cdata(`${wording.html(definition)} ${wording.origin(item)}`)}</DEFINITION>`,
    '<FORMAT>1</FORMAT>',
    '<USEDYNALINK>1</USEDYNALINK>',
    '<CASESENSITIVE>0</CASESENSITIVE>',
    '<FULLMATCH>1</FULLMATCH>',
    '<TEACHERENTRY>1</TEACHERENTRY>',
    `<ALIASES>${names.map((name) => `<ALIAS><NAME>${escapeXml(name)}</NAME></ALIAS>`).join('')}</ALIASES>`,
    `<TAGS><TAG>${escapeXml(page)}</TAG></TAGS>`,
    '</ENTRY>',
  ].join('\n');
