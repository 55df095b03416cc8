/**
 * Reads packages for learning platforms with other people's parsers, and refuses what a platform would refuse. What Moodle
 * does was seen in Moodle 4.5; its names for the rules are in the messages.
 */
import assert from 'node:assert/strict';
import { text as textOfStream } from 'node:stream/consumers';
import { DOMParser, type Element as XmlElement } from '@xmldom/xmldom';
import * as gift from 'gift-pegjs';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import yauzl from 'yauzl';
import { parseCsv } from './parse-csv.ts';

/** HTML as a reader sees it. */
export interface Shown {
  text: string;
  links: string[];
}

export interface ReadQuestion {
  id: string;
  category: string;
  name: string;
  tags: string[];
  kind: 'multiple-choice' | 'true-false' | 'open';
  question: Shown;
  options: { text: string; isRight: boolean; feedback: Shown }[];
  /** What is said after each answer. */
  feedback: Shown;
  /** What only those who grade see. */
  forGraders?: Shown;
}

/** What a browser shows of HTML. */
export function shown(html: string): Shown {
  const tree: Root = fromHtml(html, { fragment: true });
  return {
    text: toString(tree),
    links: selectAll('a', tree).map(({ properties }) => String(properties['href'])),
  };
}

const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

/** Reads GIFT. The names of the feedback of "true or false" in gift-pegjs are not Moodle's, for which the wrong answer is first. */
export function readGift(bytes: Uint8Array): { comments: string; questions: ReadQuestion[] } {
  const file = decode(bytes);
  const [comments = '', ...blocks] = file.trimEnd().split('\n\n');
  for (const line of comments.split('\n')) assert.match(line, /^\/\/ /);
  for (const block of blocks) {
    const inner = block.split('\n').slice(1);
    assert.deepEqual(
      inner.filter((line) => !line.trim() || line.startsWith('//')),
      [],
      'Moodle splits a question at an empty line, and drops a line with //',
    );
  }
  let category = '';
  const questions = gift.parse(file).flatMap((entry): ReadQuestion[] => {
    if (entry.type === 'Category') {
      category = entry.title;
      return [];
    }
    assert.ok(entry.type === 'MC' || entry.type === 'TF' || entry.type === 'Essay', `a question became ${entry.type}`);
    assert.equal(entry.hasEmbeddedAnswers, false);
    const formatted = [entry.stem, entry.globalFeedback!];
    const feedbackOf = (text: { text: string } | null) => shown(text!.text);
    const options =
      entry.type === 'Essay'
        ? []
        : entry.type === 'MC'
          ? entry.choices.map(({ text, isCorrect, weight, feedback }) => {
              assert.equal(weight, null);
              return { text: shown(text.text).text, isRight: isCorrect, feedback: feedbackOf(feedback) };
            })
          : [true, false].map((value) => ({
              text: value ? 'True' : 'False',
              isRight: value === entry.isTrue,
              feedback: feedbackOf(value === entry.isTrue ? entry.falseFeedback : entry.trueFeedback),
            }));
    for (const { format } of formatted) assert.equal(format, 'html');
    return [
      {
        id: entry.id!,
        category,
        name: entry.title!,
        tags: entry.tags!,
        kind: ({ MC: 'multiple-choice', TF: 'true-false', Essay: 'open' } as const)[entry.type],
        question: shown(entry.stem.text),
        options,
        feedback: feedbackOf(entry.globalFeedback),
      },
    ];
  });
  return { comments, questions };
}

function parseXml(file: string): XmlElement {
  const refuse = (level: string, message: string) => {
    throw new Error(`${level}: ${message}`);
  };
  return new DOMParser({ onError: refuse }).parseFromString(file, 'text/xml').documentElement!;
}

const all = (parent: XmlElement, tag: string): XmlElement[] => [...parent.getElementsByTagName(tag)];
const children = (parent: XmlElement, tag?: string): XmlElement[] =>
  [...parent.childNodes].filter(
    (child): child is XmlElement => child.nodeType === 1 && (!tag || child.nodeName === tag),
  );
/** The text in a chain of elements. @param path their names, with dots between them */
function textAt(parent: XmlElement, path: string): string {
  const element = path.split('.').reduce((element: XmlElement | undefined, tag) => {
    const [first] = element ? children(element, tag) : [];
    return first;
  }, parent);
  assert.ok(element, `no ${path} in ${parent.nodeName}`);
  return element.textContent ?? '';
}
const attribute = (element: XmlElement, name: string) => element.getAttribute(name) ?? '';

/** Moodle's reader keeps the spaces between tags only in CDATA. */
function assertCdata(file: string, tag: RegExp) {
  for (const [, content] of file.matchAll(tag)) {
    if (content!.includes('&lt;')) assert.match(content!, /^<!\[CDATA\[/, 'escaped HTML loses its spaces');
  }
}

/** Reads Moodle XML. */
export function readMoodleXml(bytes: Uint8Array): { comments: string; info: string; questions: ReadQuestion[] } {
  const file = decode(bytes);
  assertCdata(file, /format="html"><text>([^]*?)<\/text>/g);
  const quiz = parseXml(file);
  assert.equal(quiz.nodeName, 'quiz');
  let category = '';
  let info = '';
  const questions = children(quiz, 'question').flatMap((question): ReadQuestion[] => {
    const type = attribute(question, 'type');
    if (type === 'category') {
      category = textAt(question, 'category.text');
      info ||= textAt(question, 'info.text');
      return [];
    }
    const kind = ({ multichoice: 'multiple-choice', truefalse: 'true-false', essay: 'open' } as const)[type];
    assert.ok(kind, type);
    const answers = children(question, 'answer');
    const options = answers.map((answer) => {
      const fraction = attribute(answer, 'fraction');
      assert.match(fraction, /^(0|100)$/, 'Moodle refuses other fractions than its own');
      const value = textAt(answer, 'text');
      if (type === 'truefalse') assert.match(value, /^(true|false)$/, 'Moodle reads any other answer as false');
      return {
        text: type === 'truefalse' ? value[0]!.toUpperCase() + value.slice(1) : shown(value).text,
        isRight: fraction === '100',
        feedback: shown(textAt(answer, 'feedback.text')),
      };
    });
    if (type === 'multichoice') assert.equal(textAt(question, 'single'), 'true');
    if (type === 'essay') assert.deepEqual(answers, [], 'Moodle grades no essay');
    return [
      {
        id: textAt(question, 'idnumber'),
        category,
        name: textAt(question, 'name.text'),
        tags: all(question, 'tag').map((tag) => textAt(tag, 'text')),
        kind,
        question: shown(textAt(question, 'questiontext.text')),
        options,
        feedback: shown(textAt(question, 'generalfeedback.text')),
        ...(type === 'essay' && { forGraders: shown(textAt(question, 'graderinfo.text')) }),
      },
    ];
  });
  return { comments: /<!-- (.*?) -->/.exec(file)![1]!, info, questions };
}

export interface ReadTerm {
  term: string;
  names: string[];
  definition: Shown;
}

/** Reads a glossary of Moodle. */
export function readGlossaryXml(bytes: Uint8Array): { name: string; intro: string; terms: ReadTerm[] } {
  const file = decode(bytes);
  assertCdata(file, /<DEFINITION>([^]*?)<\/DEFINITION>/g);
  const root = parseXml(file);
  assert.equal(root.nodeName, 'GLOSSARY');
  const [info] = children(root, 'INFO');
  const [entries] = children(info!, 'ENTRIES');
  return {
    name: textAt(info!, 'NAME'),
    intro: shown(textAt(info!, 'INTRO')).text,
    terms: children(entries!, 'ENTRY').map((entry) => {
      assert.equal(textAt(entry, 'FORMAT'), '1', 'the format of HTML');
      return {
        term: textAt(entry, 'CONCEPT'),
        names: all(entry, 'ALIAS').map((alias) => textAt(alias, 'NAME')),
        definition: shown(textAt(entry, 'DEFINITION')),
      };
    }),
  };
}

export interface ReadEntry {
  title: string;
  url?: string;
  quiz?: ReadQuestion[];
  entries: ReadEntry[];
}

/** Unpacks an archive. */
async function unzip(bytes: Uint8Array): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const archive = await yauzl.fromBufferPromise(Buffer.from(bytes));
  for await (const entry of archive.eachEntry()) {
    assert.ok(!files.has(entry.fileName), `two files ${entry.fileName}`);
    files.set(entry.fileName, await textOfStream(await archive.openReadStreamPromise(entry)));
  }
  return files;
}

const CARTRIDGE = 'http://www.imsglobal.org/xsd/imsccv1p1';

/** Reads a Common Cartridge 1.1 by its rules, and by what Moodle and Canvas want of it. */
export async function readCartridge(
  bytes: Uint8Array,
): Promise<{ title: string; rights: string; modules: ReadEntry[] }> {
  const files = await unzip(bytes);
  const file = files.get('imsmanifest.xml')!;
  const beginning = Buffer.from(file).subarray(0, 1024).toString();
  assert.match(beginning, new RegExp(`<manifest [^>]*xmlns="${CARTRIDGE}/imscp_v1p1"`), 'Moodle looks for it there');
  const manifest = parseXml(file);
  assert.equal(textAt(manifest, 'metadata.schema'), 'IMS Common Cartridge');
  assert.equal(textAt(manifest, 'metadata.schemaversion'), '1.1.0');
  const identifiers = [...all(manifest, '*'), manifest]
    .map((element) => element.getAttribute('identifier'))
    .filter((id) => id !== null);
  assert.deepEqual(
    identifiers.filter((id, index) => identifiers.indexOf(id) < index),
    [],
    'identifiers are unique',
  );
  for (const id of identifiers) assert.match(id, /^[A-Za-z_][\w.-]*$/, 'an identifier is an XML name');

  const resources = new Map(
    all(manifest, 'resource').map((resource) => {
      const [part] = children(resource, 'file');
      const href = attribute(part!, 'href');
      assert.ok(files.has(href), `${href} is not in the archive`);
      return [attribute(resource, 'identifier'), { type: attribute(resource, 'type'), file: files.get(href)! }];
    }),
  );
  assert.equal(resources.size, files.size - 1, 'each file but the manifest is a resource');
  const [organization] = all(manifest, 'organization');
  assert.equal(attribute(organization!, 'structure'), 'rooted-hierarchy');
  const [root, ...more] = children(organization!, 'item');
  assert.deepEqual(more, []);
  const referenced: string[] = [];
  const idents = new Set<string>();
  const read = (item: XmlElement): ReadEntry => {
    const title = textAt(item, 'title');
    assert.ok(title.length <= 255, 'Moodle fails at a longer title');
    const reference = attribute(item, 'identifierref');
    const entries = children(item, 'item').map(read);
    if (!reference) return { title, entries };
    assert.deepEqual(entries, [], 'what has content has no entries');
    referenced.push(reference);
    const { type, file } = resources.get(reference)!;
    if (type === 'imswl_xmlv1p1') return { title, url: readLink(file), entries };
    assert.equal(type, 'imsqti_xmlv1p2/imscc_xmlv1p1/assessment');
    return { title, quiz: readQti(file, idents), entries };
  };
  const modules = children(root!, 'item').map(read);
  assert.deepEqual(referenced.sort(), [...resources.keys()].sort(), 'each resource is in the list of contents, once');
  const lom = 'metadata.lomimscc:lom.lomimscc';
  return {
    title: textAt(manifest, `${lom}:general.lomimscc:title.lomimscc:string`),
    rights: textAt(manifest, `${lom}:rights.lomimscc:description.lomimscc:string`),
    modules,
  };
}

function readLink(file: string): string {
  const link = parseXml(file);
  assert.equal(link.namespaceURI, `${CARTRIDGE}/imswl_v1p1`);
  const url = attribute(children(link, 'url')[0]!, 'href');
  assert.match(url, /^https?:\/\/[\w.:-]+\/[\w.~!$&'()*+,;=:@%/?#-]*$/, 'Moodle replaces other addresses');
  return url;
}

/** Moodle decodes the character references of a text once more than it should. */
const decodedTwice = (html: string) =>
  html.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name]!);

/** @param idents of all items so far: of two that are alike, Moodle loses one */
function readQti(file: string, idents: Set<string>): ReadQuestion[] {
  const root = parseXml(file);
  assert.equal(root.namespaceURI, 'http://www.imsglobal.org/xsd/ims_qtiasiv1p2');
  const [assessment] = children(root, 'assessment');
  assert.ok(attribute(assessment!, 'title'));
  return all(assessment!, 'item').map((item) => {
    const id = attribute(item, 'ident');
    assert.ok(!idents.has(id), `${id} is in the cartridge twice`);
    idents.add(id);
    const name = attribute(item, 'title');
    assert.ok(name.length > 0 && name.length <= 255, 'Moodle fails at a longer title');
    const profile = all(item, 'fieldentry')[0]!.textContent;
    const kinds = {
      'cc.multiple_choice.v0p1': 'multiple-choice',
      'cc.true_false.v0p1': 'true-false',
      'cc.essay.v0p1': 'open',
    } as const;
    const kind = kinds[profile as keyof typeof kinds];
    assert.ok(kind, String(profile));
    const [presentation] = children(item, 'presentation');
    const [response] = children(presentation!, kind === 'open' ? 'response_str' : 'response_lid');
    assert.equal(children(response!, kind === 'open' ? 'render_fib' : 'render_choice').length, 1);
    const htmlOf = (parent: XmlElement) => {
      const html = textAt(parent, 'material.mattext');
      // In the body of a question and in an option, a tag must stay a tag, and a character a character, also in Moodle.
      assert.equal(shown(decodedTwice(html)).text, shown(html).text);
      return html;
    };
    const conditions = all(item, 'respcondition').map((condition) => ({
      continues: attribute(condition, 'continue'),
      ident: all(condition, 'varequal')[0]?.textContent,
      score: all(condition, 'setvar')[0]?.textContent ?? '0',
      feedback: attribute(all(condition, 'displayfeedback')[0]!, 'linkrefid'),
    }));
    const feedbackAt = (ident: string) => {
      const feedback = all(item, 'itemfeedback').find((each) => attribute(each, 'ident') === ident);
      const [flow] = children(feedback!, 'flow_mat');
      return shown(htmlOf(flow!));
    };
    const options = all(response!, 'render_choice').flatMap((choices) =>
      all(choices, 'response_label').map((label) => {
        const ident = attribute(label, 'ident');
        if (kind === 'true-false') assert.match(ident, /^(true|false)$/, 'Moodle fails at other names');
        const own = conditions.filter((condition) => condition.ident === ident);
        assert.equal(own.length, 1, 'Moodle takes the score from the last condition');
        assert.equal(own[0]!.continues, 'No', 'Moodle adds what continues to the general feedback');
        return {
          text: shown(htmlOf(label)).text,
          isRight: own[0]!.score === '100',
          feedback: feedbackAt(own[0]!.feedback),
        };
      }),
    );
    const [general, ...others] = conditions.filter(({ ident }) => ident === undefined);
    assert.deepEqual(others, []);
    if (kind === 'open') assert.equal(general!.continues, 'Yes', 'Moodle shows what continues after the answer');
    return {
      id,
      category: '',
      name,
      tags: [],
      kind,
      question: shown(htmlOf(presentation!)),
      options,
      feedback: feedbackAt(general!.feedback),
    };
  });
}

export interface ReadNote {
  guid: string;
  deck: string;
  front: Shown;
  back: Shown;
  tags: string[];
}

/** Reads notes for Anki as its manual describes the file. */
export function readAnki(bytes: Uint8Array): { comments: string; notes: ReadNote[] } {
  const lines = decode(bytes).split('\n');
  const length = lines.findIndex((line) => !line.startsWith('#'));
  const headers = lines.slice(0, length);
  const header = (key: string) =>
    headers.find((line) => line.startsWith(`#${key}:`))?.slice(key.length + 2) ?? assert.fail(`no header ${key}`);
  assert.equal(header('separator'), 'tab');
  assert.equal(header('html'), 'true');
  assert.equal(header('notetype'), 'Basic');
  const [guid, deck, tags] = ['guid', 'deck', 'tags'].map((name) => Number(header(`${name} column`)) - 1);
  const notes = parseCsv(lines.slice(length).join('\n'), '\t', '\n').map((record) => {
    assert.equal(record.length, 5);
    const [front, back] = record.filter((_, column) => ![guid, deck, tags].includes(column));
    return {
      guid: record[guid!]!,
      deck: record[deck!]!,
      front: shown(front!),
      back: shown(back!),
      tags: record[tags!]!.split(' '),
    };
  });
  return { comments: headers.at(-1)!, notes };
}

/** Reads the questions in CSV, as a record for each line. Excel reads UTF-8 only after a byte order mark. */
export function readQuestionsCsv(bytes: Uint8Array): Record<string, string>[] {
  const [mark, ...rest] = decode(bytes);
  assert.equal(mark, '\uFEFF');
  const [header, ...lines] = parseCsv(rest.join(''));
  assert.equal(new Set(header).size, header!.length);
  return lines.map((line) => {
    assert.equal(line.length, header!.length);
    return Object.fromEntries(line.map((field, column) => [header![column]!, field]));
  });
}
