/**
 * A course for learning platforms, as Common Cartridge 1.1: https://www.imsglobal.org/cc/index.html
 * A page is a module: links to the page, its tables and rows, a quiz, and another one of open questions.
 */
import { strToU8, zipSync } from 'fflate';
import type { Item, PackageItems, PackagePage, PackageTable, Place } from './items.ts';
import { generalFeedback, openQuestionsOf, quizQuestionsOf, type QuizQuestion } from './quiz.ts';
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

const moduleOf = (page: PackagePage, wording: Wording): Entry => ({
  identifier: identifierOf(page, 'module'),
  title: page.title,
  entries: [
    ...linkTo(page, wording),
    ...page.tables.map((table) => tableEntry(table, wording)).filter(({ entries }) => entries?.length),
    ...quizEntry(identifierOf(page, 'quiz'), `Quiz: ${page.title}`, quizQuestionsOf(page), wording),
    // Separate from the quiz, which the platform grades by itself.
    ...quizEntry(identifierOf(page, 'open'), `Open questions: ${page.title}`, openQuestionsOf(page), wording),
  ],
});

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

function quizEntry(identifier: string, title: string, questions: QuizQuestion[], wording: Wording): Entry[] {
  if (!questions.length) return [];
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
  return [{ identifier, title, resource }];
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

/** The profiles of questions. */
const PROFILES: Record<QuizQuestion['kind'], Record<string, string>> = {
  'multiple-choice': { cc_profile: 'cc.multiple_choice.v0p1' },
  'true-false': { cc_profile: 'cc.true_false.v0p1' },
  open: { cc_profile: 'cc.essay.v0p1', qmd_scoringpermitted: 'Yes', qmd_computerscored: 'No' },
};

const RESPONSE = 'response';

/** A question. A condition that is true of each answer gives its general feedback. */
function quizItem(question: QuizQuestion, wording: Wording): string {
  const { response, conditions, feedback } = question.kind === 'open' ? ESSAY : choicesOf(question, wording);
  return `<item ident="${escapeXml(question.id)}" title="${titleOf(question.name)}">
<itemmetadata>${metadata(PROFILES[question.kind])}</itemmetadata>
<presentation>
${material(wording.html(question.question))}
${response}
</presentation>
<resprocessing>
<outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>
<respcondition continue="Yes"><conditionvar><other/></conditionvar><displayfeedback feedbacktype="Response" linkrefid="general"/></respcondition>${conditions}
</resprocessing>
${itemFeedback('general', generalFeedback(question, wording))}${feedback}
</item>`;
}

/** A box for text, which a person grades. */
const ESSAY = {
  response: `<response_str ident="${RESPONSE}" rcardinality="Single"><render_fib><response_label ident="answer"/></render_fib></response_str>`,
  conditions: '',
  feedback: '',
};

/**
 * The options of a question. Each has one condition, which gives both its feedback and its score: if a second one followed,
 * Moodle would take the score from that. `continue` is "No", or Moodle would add the feedback to the question's.
 */
function choicesOf({ kind, options }: QuizQuestion, wording: Wording): typeof ESSAY {
  const choices = options.map((option, index) => ({
    ...option,
    // Moodle knows "true" and "false" by these words.
    ident: kind === 'multiple-choice' ? `option${index + 1}` : option.text.toLowerCase(),
    feedback: `feedback${index + 1}`,
  }));
  const labels = choices.map(
    ({ ident, text }) => `<response_label ident="${ident}">${material(wording.html(text))}</response_label>\n`,
  );
  const conditions = choices.map(
    ({ ident, isRight, feedback }) =>
      `\n<respcondition continue="No"><conditionvar><varequal respident="${RESPONSE}">${ident}</varequal></conditionvar>${
        isRight ? '<setvar action="Set" varname="SCORE">100</setvar>' : ''
      }<displayfeedback feedbacktype="Response" linkrefid="${feedback}"/></respcondition>`,
  );
  return {
    response: `<response_lid ident="${RESPONSE}" rcardinality="Single"><render_choice>\n${labels.join('')}</render_choice></response_lid>`,
    conditions: conditions.join(''),
    feedback: choices.map(({ feedback, ...option }) => `\n${itemFeedback(feedback, wording.because(option))}`).join(''),
  };
}

const itemFeedback = (ident: string, html: string) =>
  `<itemfeedback ident="${ident}"><flow_mat>${material(html)}</flow_mat></itemfeedback>`;

const material = (html: string) =>
  `<material><mattext texttype="text/html">${escapeXml(withSpans(html))}</mattext></material>`;

/**
 * Moodle decodes the character references of a text once more than it should, so that "&lt;b>" would become a tag. A
 * <span> between the character and what follows keeps it a character. PHP takes the text "0" for no text.
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

/** The list of contents. Moodle looks for the namespace at the beginning of the file, and doesn't accept a prefix. */
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
