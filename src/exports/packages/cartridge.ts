/**
 * A course for learning platforms, as Common Cartridge 1.1: https://www.imsglobal.org/cc/index.html
 * A page is a module: links to the page, its tables and rows, and a quiz.
 */
import { strToU8, zipSync } from 'fflate';
import type { Item, PackageItems, PackagePage, PackageTable, Place } from './items.ts';
import { quizQuestionsOf, type QuizQuestion } from './quiz.ts';
import { shorten, Wording } from './text.ts';
import { escapeXml, XML_DECLARATION } from './xml.ts';

/** Moodle's limit for titles: a longer one makes the whole import fail. */
const MAX_TITLE = 255;

const NAMESPACE = 'http://www.imsglobal.org/xsd/imsccv1p1';

/** A file of the cartridge with the resource that it is in the manifest. */
interface Resource {
  identifier: string;
  type: string;
  file: string;
  xml: string;
}

/** An entry in the list of contents: a resource, or a title above other entries. */
interface Entry {
  identifier: string;
  title: string;
  resource?: Resource;
  entries?: Entry[];
}

/** Writes the archive. The same items give the same bytes. */
export function cartridgeFile(items: PackageItems, root?: string): Uint8Array {
  const wording = new Wording(items, root);
  const modules = items.pages.map((page) => moduleOf(page, wording)).filter(({ entries }) => entries?.length);
  const resources = modules.flatMap(resourcesOf);
  const files = { 'imsmanifest.xml': manifest(items, wording, modules, resources) };
  for (const { file, xml } of resources) Object.assign(files, { [file]: xml });
  return zipSync(Object.fromEntries(Object.entries(files).map(([file, xml]) => [file, strToU8(xml)])), {
    level: 9,
    mtime: new Date(1980, 0, 1), // the earliest that an archive can hold; it has no time zone
  });
}

/** Identifiers are XML names, and must be unique in the cartridge. */
const identifierOf = ({ id }: Item, kind: string) => `${kind}_${id.replaceAll('/', '_')}`;

function moduleOf(page: PackagePage, wording: Wording): Entry {
  const quiz = quizQuestionsOf(page);
  return {
    identifier: identifierOf(page, 'module'),
    title: page.title,
    entries: [
      ...linkTo(page, wording),
      ...page.tables.map((table) => tableEntry(table, wording)).filter(({ entries }) => entries?.length),
      ...(quiz.length ? [quizEntry(page, quiz, wording)] : []),
    ],
  };
}

const tableEntry = (table: PackageTable, wording: Wording): Entry => ({
  identifier: identifierOf(table, 'module'),
  title: table.title,
  entries: [table, ...table.rows].flatMap((place) => linkTo(place, wording)),
});

/** A link to a place, if the package includes it and the site's address is known. */
function linkTo(place: Place, wording: Wording): Entry[] {
  const url = wording.absolute(place.address);
  if (!place.isLinked || url === undefined) return [];
  const identifier = identifierOf(place, 'link');
  const xml = `${XML_DECLARATION}
<webLink xmlns="${NAMESPACE}/imswl_v1p1">
<title>${escapeXml(place.title)}</title>
<url href="${escapeXml(url)}" target="_blank"/>
</webLink>
`;
  const resource = { identifier: `${identifier}_file`, type: 'imswl_xmlv1p1', file: `links/${identifier}.xml`, xml };
  return [{ identifier, title: place.title, resource }];
}

function quizEntry(page: PackagePage, questions: QuizQuestion[], wording: Wording): Entry {
  const identifier = identifierOf(page, 'quiz');
  const title = `Quiz: ${page.title}`;
  const xml = `${XML_DECLARATION}
<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">
<assessment ident="${escapeXml(identifier)}_test" title="${titleOf(title)}">
${metadata({ cc_profile: 'cc.exam.v0p1', qmd_assessmenttype: 'Examination', qmd_scoretype: 'Percentage', cc_maxattempts: 'unlimited' })}
<section ident="${escapeXml(identifier)}_section">
${questions.map((question) => quizItem(question, wording)).join('\n')}
</section>
</assessment>
</questestinterop>
`;
  const type = 'imsqti_xmlv1p2/imscc_xmlv1p1/assessment';
  const resource = { identifier: `${identifier}_file`, type, file: `quizzes/${identifier}.xml`, xml };
  return { identifier, title, resource };
}

const titleOf = (text: string) => escapeXml(shorten(text, MAX_TITLE));

const metadata = (fields: Record<string, string>) =>
  [
    '<qtimetadata>',
    ...Object.entries(fields).map(
      ([label, entry]) =>
        `<qtimetadatafield><fieldlabel>${label}</fieldlabel><fieldentry>${entry}</fieldentry></qtimetadatafield>`,
    ),
    '</qtimetadata>',
  ].join('');

/**
 * A question. Each option has one condition, which gives both its feedback and its score: if a second one followed, Moodle
 * would take the score from that. `continue` is "No", or Moodle would add the feedback to that of the question.
 */
function quizItem({ kind, name, question, options, ...item }: QuizQuestion, wording: Wording): string {
  const isChoice = kind === 'multiple-choice';
  const choices = options.map((option, index) => ({
    ...option,
    // Moodle knows "true" and "false" by these words.
    ident: isChoice ? `option${index + 1}` : option.text.toLowerCase(),
    feedback: `feedback${index + 1}`,
  }));
  const respident = 'response';
  return `<item ident="${escapeXml(item.id)}" title="${titleOf(name)}">
<itemmetadata>${metadata({ cc_profile: isChoice ? 'cc.multiple_choice.v0p1' : 'cc.true_false.v0p1' })}</itemmetadata>
<presentation>
${material(wording.html(question))}
<response_lid ident="${respident}" rcardinality="Single"><render_choice>
${choices.map(({ ident, text }) => `<response_label ident="${ident}">${material(wording.html(text))}</response_label>`).join('\n')}
</render_choice></response_lid>
</presentation>
<resprocessing>
<outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>
<respcondition continue="Yes"><conditionvar><other/></conditionvar><displayfeedback feedbacktype="Response" linkrefid="general"/></respcondition>
${choices
  .map(
    ({ ident, isRight, feedback }) =>
      `<respcondition continue="No"><conditionvar><varequal respident="${respident}">${ident}</varequal></conditionvar>${
        isRight ? '<setvar action="Set" varname="SCORE">100</setvar>' : ''
      }<displayfeedback feedbacktype="Response" linkrefid="${feedback}"/></respcondition>`,
  )
  .join('\n')}
</resprocessing>
${itemFeedback('general', wording.origin(item))}
${choices.map(({ feedback, ...option }) => itemFeedback(feedback, wording.because(option))).join('\n')}
</item>`;
}

const itemFeedback = (ident: string, html: string) =>
  `<itemfeedback ident="${ident}"><flow_mat>${material(html)}</flow_mat></itemfeedback>`;

const material = (html: string) =>
  `<material><mattext texttype="text/html">${escapeXml(withSpans(html))}</mattext></material>`;

/**
 * Moodle decodes the character references of a text once more than it should, so that "&lt;b>" would become a tag. A
 * <span> between the character and what follows keeps it a character. PHP takes the text "0" for none.
 */
const withSpans = (html: string) =>
  html
    .replace(/<[^>]*>|&(?:lt|amp);/g, (match) => (match.startsWith('&') ? `<span>${match}</span>` : match))
    .replace(/^0$/, '<span>0</span>');

const resourcesOf = ({ resource, entries = [] }: Entry): Resource[] => [
  ...(resource ? [resource] : []),
  ...entries.flatMap(resourcesOf),
];

function entryXml({ identifier, title, resource, entries = [] }: Entry): string {
  const reference = resource ? ` identifierref="${escapeXml(resource.identifier)}"` : '';
  return [
    `<item identifier="${escapeXml(identifier)}"${reference}>`,
    `<title>${titleOf(title)}</title>`,
    ...entries.map(entryXml),
    '</item>',
  ].join('\n');
}

/** The list of contents. Moodle looks for the namespace at the beginning of the file, and wants no prefix. */
function manifest(items: PackageItems, wording: Wording, modules: Entry[], resources: Resource[]): string {
  const string = (text: string) => `<lomimscc:string>${escapeXml(text)}</lomimscc:string>`;
  return `${XML_DECLARATION}
<manifest xmlns="${NAMESPACE}/imscp_v1p1" xmlns:lomimscc="http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest" identifier="docker-basics">
<metadata>
<schema>IMS Common Cartridge</schema>
<schemaversion>1.1.0</schemaversion>
<lomimscc:lom>
<lomimscc:general><lomimscc:title>${string(shorten(items.title, MAX_TITLE))}</lomimscc:title><lomimscc:description>${string(wording.source)}</lomimscc:description></lomimscc:general>
<lomimscc:rights><lomimscc:copyrightAndOtherRestrictions><lomimscc:value>yes</lomimscc:value></lomimscc:copyrightAndOtherRestrictions><lomimscc:description>${string(wording.source)}</lomimscc:description></lomimscc:rights>
</lomimscc:lom>
</metadata>
<organizations>
<organization identifier="contents" structure="rooted-hierarchy">
<item identifier="root">
${modules.map(entryXml).join('\n')}
</item>
</organization>
</organizations>
<resources>
${resources.map(({ identifier, type, file }) => `<resource identifier="${escapeXml(identifier)}" type="${type}"><file href="${escapeXml(file)}"/></resource>`).join('\n')}
</resources>
</manifest>
`;
}
