/** The record of changes: what counts as a change, what is told of it, and the feeds. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { DOMParser } from '@xmldom/xmldom';
import { changeList } from '../../src/links/changes/change-list.ts';
import { atomFeed } from '../../src/links/changes/feeds.ts';
import { lessonsOf } from '../../src/links/changes/lessons.ts';
import { placesOf, type Place } from '../../src/links/changes/places.ts';
import { listChanges, publishedChanges, sentenceOf } from '../../src/links/changes/publish.ts';
import { changedParts, hashPlace, updateRecord } from '../../src/links/changes/record.ts';
import type { Content } from '../../src/model/kind.ts';
import { readRecord, type ChangeRecord } from '../../src/model/record.ts';
import type { Redirects } from '../../src/model/redirects.ts';
import { changesSince, lastChange, type Change } from '../../src/model/changes.ts';
import { BuiltPage } from '../../src/pipeline/built-site.ts';

const anchor = (id: string, label: string) => `<a class="anchor" href="#${id}" aria-label="Link to ${label}"></a>`;
const heading = (level: number, id: string, text: string) =>
  `<div class="heading"><h${level} id="${id}">${text}</h${level}>${anchor(id, text)}</div>`;

const row = ({ id = 'burrow', cell = 'It digs.', correction = 'It digs at night.', numbers = [1] } = {}) =>
  `<tr id="wombats-${id}"><th>Claws</th><td>${cell}</td><td>
    <span class="correction" data-record="correction">${correction}</span>
    <sup>${numbers.map((number) => `<a href="#source-${number}">${number}</a>`).join('')}</sup>
    ${anchor(`wombats-${id}`, 'the row Claws')}</td></tr>`;
const SOURCES = ['https://example.org/a', 'https://example.org/b'];

/** A page with a section that has a table, and a section after it. */
function pageWith({
  intro = 'Wombats.',
  rows = row(),
  end = 'The end.',
  sources = SOURCES,
  reviewed = '2026-11-24',
} = {}) {
  const items = sources.map((url, index) => `<li id="source-${index + 1}"><a href="${url}">Guide</a></li>`);
  return `<main><h1 id="_top">Wombats</h1>
    <ul data-record="omit"><li>Reviewed <time datetime="${reviewed}">${reviewed}</time></li></ul>
    <p>${intro} (as of <time datetime="${reviewed}">${reviewed}</time>)</p><p data-leave-out>Copy link ${reviewed}</p>
    ${heading(2, 'use', 'Use')}<p>What follows.</p>
    <div id="wombats"><table><caption>Wombats</caption><tbody>${rows}</tbody></table>${anchor('wombats', 'the table Wombats')}</div>
    ${heading(3, 'more', 'More')}<p>More.</p>
    <section>${heading(2, 'end', 'End')}<p>${end}</p></section>
    <section data-markdown="footnotes">${heading(2, 'sources', 'Sources')}<ol>${items.join('')}</ol></section></main>`;
}

const REDIRECTS: Redirects = { pages: [], places: [], gone: [] };
const ROW = '/wombats/#wombats-burrow';

const placesIn = (html: string) => placesOf([new BuiltPage('wombats/index.html', html)]);
const seenIn = (html: string, redirects = REDIRECTS) =>
  Object.fromEntries(placesIn(html).map((place) => [place.address, hashPlace(place, redirects)]));

/** What differs between two pages, by fragment. */
function differences(before: string, after: string, redirects = REDIRECTS): Record<string, string[]> {
  const [old, now] = [seenIn(before), seenIn(after, redirects)];
  return Object.fromEntries(
    Object.entries(now).flatMap(([address, seen]) => {
      const parts = changedParts({ first: '2026-11-29', ...old[address] }, seen);
      return parts.length ? [[address.replace('/wombats/', ''), parts]] : [];
    }),
  );
}

test('a changed word, correction or source is a change of the innermost address', () => {
  const page = pageWith();
  assert.deepEqual(differences(page, pageWith({ rows: row({ cell: 'It climbs.' }) })), {
    '#wombats-burrow': ['words'],
  });
  assert.deepEqual(differences(page, pageWith({ rows: row({ correction: 'It sleeps.' }) })), {
    '#wombats-burrow': ['correction'],
  });
  assert.deepEqual(differences(page, pageWith({ rows: row({ numbers: [1, 2] }) })), { '#wombats-burrow': ['sources'] });
  assert.deepEqual(differences(page, pageWith({ intro: 'Animals.' })), { '': ['words'] });
  assert.deepEqual(differences(page, pageWith({ end: 'No end.' })), { '#end': ['words'] });
});

test('a new row is a change of its table', () => {
  const after = differences(pageWith(), pageWith({ rows: row() + row({ id: 'night' }) }));
  assert.deepEqual(after['#wombats'], ['parts']);
  assert.deepEqual(Object.keys(after), ['#wombats', '#wombats-night']);
});

test('what contains a row that was renamed, or a place that moved with its page, has not changed', () => {
  const page = pageWith();
  const renamed = pageWith({ rows: row().replaceAll('wombats-burrow', 'wombats-den') });
  const redirects = { ...REDIRECTS, places: [{ from: ROW, to: '/wombats/#wombats-den' }] };
  assert.deepEqual(Object.keys(differences(page, renamed, redirects)), ['#wombats-den']);
  const moved = placesOf([new BuiltPage('animals/index.html', page)]);
  assert.deepEqual(
    moved.map((place) => hashPlace(place, REDIRECTS)),
    placesIn(page).map((place) => hashPlace(place, REDIRECTS)),
  );
});

test('white space, the numbers and the order of citations, and the days of reviews are no changes', () => {
  const spaced = pageWith({ rows: row({ cell: 'It\n   <b>digs</b>\u200b.' }), reviewed: '2027-05-03' });
  assert.deepEqual(differences(pageWith(), spaced), {});
  const renumbered = pageWith({ rows: row({ numbers: [2] }), sources: SOURCES.toReversed() });
  assert.deepEqual(differences(pageWith(), renumbered), {});
});

test('a section ends at the next heading of its level, also if that is in another element', () => {
  const parents = Object.fromEntries(placesIn(pageWith()).map(({ address, parent }) => [address, parent?.address]));
  assert.equal(parents['/wombats/#wombats-burrow'], '/wombats/#wombats');
  assert.equal(parents['/wombats/#wombats'], '/wombats/#use');
  assert.equal(parents['/wombats/#more'], '/wombats/#use');
  assert.equal(parents['/wombats/#end'], '/wombats/');
});

const accept = (record: ChangeRecord, html: string, day: string, reworded = false, redirects = REDIRECTS) =>
  updateRecord(record, seenIn(html), { day, reworded, redirects });
const climbing = pageWith({ rows: row({ cell: 'It climbs.' }) });

test('the first record knows only its day; later days say what has changed', () => {
  const first = accept({}, pageWith(), '2026-11-29');
  assert.equal(first[ROW]!.first, '2026-11-29');
  assert.equal(first[ROW]!.changes, undefined);
  assert.equal(accept(first, climbing, '2026-11-29')[ROW]!.changes, undefined, 'nothing was published before');
  const later = accept(first, climbing, '2027-05-03');
  assert.deepEqual(later[ROW]!.changes, { '2027-05-03': ['words'] });
  assert.equal(later['/wombats/#end'], first['/wombats/#end'], 'the line of a place without a change stays');
  assert.deepEqual(accept(later, climbing, '2027-06-01'), later, 'the same words are recorded once');
});

test('what an author says of a day survives, and a mark of rewording gives way to a change', () => {
  const first = accept({}, pageWith(), '2026-11-29');
  const reworded = accept(first, climbing, '2027-05-03', true);
  assert.deepEqual(reworded[ROW]!.changes, { '2027-05-03': 'reworded' });
  const sleeping = pageWith({ rows: row({ correction: 'It sleeps.' }) });
  assert.deepEqual(accept(reworded, sleeping, '2027-06-01')[ROW]!.changes, {
    '2027-05-03': 'reworded',
    '2027-06-01': ['words', 'correction'],
  });
  assert.deepEqual(accept(reworded, sleeping, '2027-05-03')[ROW]!.changes, { '2027-05-03': ['words', 'correction'] });
  const said = { ...first, [ROW]: { ...first[ROW]!, changes: { '2027-05-03': 'It climbs, too.' } } };
  assert.deepEqual(accept(said, climbing, '2027-05-03')[ROW]!.changes, { '2027-05-03': 'It climbs, too.' });
});

test('what has moved takes its history along', () => {
  const record = accept(accept({}, pageWith(), '2026-11-29'), climbing, '2027-05-03');
  const moved = { ...REDIRECTS, places: [{ from: ROW, to: '/wombats/#wombats-claws' }] };
  const after = accept(record, climbing.replaceAll('wombats-burrow', 'wombats-claws'), '2027-06-01', false, moved);
  assert.deepEqual(after['/wombats/#wombats-claws'], record[ROW]);
  assert.equal(after[ROW], undefined);
});

/** A record in which a row has changed twice, once in a sentence of the author, and another page was added later. */
const record: ChangeRecord = {
  ...accept({}, pageWith(), '2026-11-29'),
  '/wombats/#end': { first: '2027-01-01', words: 'aaaaaa' },
};
record[ROW] = {
  ...record[ROW]!,
  changes: { '2027-02-01': ['words', 'sources'], '2027-03-01': 'reworded', '2027-05-03': 'It climbs & <digs>, too.' },
};
const places = placesIn(pageWith());
const published = publishedChanges(places, [['/embed/tables/wombats/burrow/', ROW]], record, 0);

test('the last change of an address is its own or one within it; without any, the day of the first record', () => {
  for (const address of [ROW, '/wombats/#wombats', '/wombats/#use', '/wombats/', '/embed/tables/wombats/burrow/'])
    assert.deepEqual(lastChange(published, address), { on: '2027-05-03', first: false }, address);
  assert.deepEqual(lastChange(published, '/wombats/#more'), { on: '2026-11-29', first: true });
  assert.deepEqual(lastChange(published, '/wombats/#end'), { on: '2027-01-01', first: true });
});

test('the changes since a day include that day, the newest first, and no rewording', () => {
  const all = [
    { on: '2027-05-03', what: 'It climbs & <digs>, too.' },
    { on: '2027-02-01', what: 'Changed: the wording, the sources.' },
  ];
  assert.deepEqual(changesSince(published, ROW, '2027-02-01'), all);
  assert.deepEqual(changesSince(published, ROW, '2027-02-02'), all.slice(0, 1));
  assert.deepEqual(changesSince(published, '/wombats/#more', '2026-01-01'), []);
  assert.deepEqual(changesSince(published, '/wombats/', '2027-05-03'), [
    { on: '2027-05-03', what: 'Changed: something within it.' },
  ]);
});

test('what is new is named', () => {
  const night = pageWith({ rows: row() + row({ id: 'night' }), intro: 'Animals.' });
  const added = accept(accept({}, pageWith(), '2026-11-29'), night, '2027-05-03');
  const changes = listChanges(placesIn(night), added);
  assert.deepEqual(
    changes.map((change) => [change.place.address, sentenceOf(change)]),
    [
      ['/wombats/', 'Changed: the wording.'],
      ['/wombats/#wombats', 'New: the row Claws.'],
    ],
  );
  const [change] = changes.slice(1);
  const newIn = (names: string[]) => names.map((name) => ({ ...change!.place, name, parent: change!.place }));
  const many = { ...change!, what: ['words', 'parts'] as const, added: newIn(Array.from('abcdefghijklmn')) };
  assert.equal(
    sentenceOf({ ...many, what: [...many.what] }),
    'New: a; b; c; d; e; f; g; h; i; j; k; l; and 2 more. Changed: the wording.',
  );
  assert.equal(sentenceOf({ ...change!, added: newIn(['It sleeps.']) }), 'New: It sleeps.');
  assert.equal(sentenceOf({ ...many, what: 'It sleeps at night.' }), 'It sleeps at night.');
});

test('a new page, and what is new where nothing else has changed, is a change of its own', () => {
  const began = accept({}, pageWith(), '2026-11-29');
  const news = (...addresses: string[]) => {
    const record = { ...began };
    for (const address of addresses) record[address] = { ...began[address]!, first: '2027-05-03' };
    return listChanges(placesIn(pageWith()), record).map((change) => [
      change.place.address,
      sentenceOf(change),
      change.added.map(({ address }) => address),
    ]);
  };
  assert.deepEqual(news(), [], 'the record begins with them');
  assert.deepEqual(news(ROW), [[ROW, 'It’s new.', []]]);
  assert.deepEqual(news('/wombats/#wombats', ROW), [['/wombats/#wombats', 'It’s new.', [ROW]]]);
});

test('each new place of a page has a line of its own, which names the lessons that use it', () => {
  const [page] = placesIn(pageWith());
  const newIn = (name: string) => ({ ...page!, address: `/wombats/#${name}`, name, parent: page! });
  const added = [newIn('burrow'), newIn('claw')];
  const change = { place: page!, on: '2027-05-03', what: ['words', 'parts'] satisfies Change, added };
  const lesson = { slug: 'dig', title: 'Dig', uses: (place: Place) => place === added[1] };
  assert.deepEqual(changeList([change], '2026-11-29', [lesson], () => 'Wombats').match(/<li.*?(?=<li|<\/ul>)/g), [
    '<li><a href="/wombats/">The page</a>: Changed: the wording.</li>',
    '<li><a href="/wombats/#burrow">Burrow</a>: It’s new.</li>',
    '<li data-lesson="dig"><a href="/wombats/#claw">Claw</a>: It’s new.</li>',
  ]);
});

test('an address that has never changed costs nothing', () => {
  assert.equal(JSON.stringify(published).includes('#more'), false);
});

const ATOM = 'http://www.w3.org/2005/Atom';

/** Reads a feed, and checks what RFC 4287 demands of every feed: sections 3.3, 4.1.1, 4.1.2 and 4.2.6. */
function readFeed(xml: string) {
  const document = new DOMParser({
    onError: (level, message) => assert.fail(`${level}: ${message}`),
  }).parseFromString(xml, 'application/xml');
  const feed = document.documentElement!;
  assert.deepEqual([feed.namespaceURI, feed.localName], [ATOM, 'feed']);
  const childrenOf = (element: Element, name: string) =>
    [...element.childNodes].filter((node): node is Element => node.nodeName === name);
  const entries = childrenOf(feed as unknown as Element, 'entry');
  for (const element of [feed as unknown as Element, ...entries]) {
    for (const name of ['id', 'title', 'updated']) assert.equal(childrenOf(element, name).length, 1, name);
    assert.match(childrenOf(element, 'id')[0]!.textContent, /^[a-z][a-z0-9+.-]*:\S+$/, 'an absolute IRI');
    assert.match(childrenOf(element, 'updated')[0]!.textContent, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/);
  }
  const linksOf = (element: Element) =>
    Object.fromEntries(
      childrenOf(element, 'link').map((link) => [link.getAttribute('rel'), link.getAttribute('href')]),
    );
  const ids = entries.map((entry) => childrenOf(entry, 'id')[0]!.textContent);
  assert.equal(new Set(ids).size, ids.length, 'each entry has an id of its own');
  const author = childrenOf(feed as unknown as Element, 'author')[0]!;
  assert.ok(childrenOf(author, 'name')[0]!.textContent);
  return {
    id: childrenOf(feed as unknown as Element, 'id')[0]!.textContent,
    updated: childrenOf(feed as unknown as Element, 'updated')[0]!.textContent,
    links: linksOf(feed as unknown as Element),
    entries: entries.map((entry) => ({
      id: childrenOf(entry, 'id')[0]!.textContent,
      title: childrenOf(entry, 'title')[0]!.textContent,
      updated: childrenOf(entry, 'updated')[0]!.textContent,
      summary: childrenOf(entry, 'summary')[0]!.textContent,
      links: linksOf(entry),
    })),
  };
}

const feedWith = (root: string, changes = listChanges(places, record)) =>
  readFeed(
    atomFeed({
      path: '/wombats/',
      title: 'Wombats & co.: what has changed',
      author: 'The zoo',
      file: '/wombats/changes.atom',
      first: '2026-11-29',
      changes,
      titleAt: () => 'Wombats & co.',
      addressAt: (address) => root + address.slice(1),
    }),
  );

test('a feed follows RFC 4287, with and without the public address, and keeps its ids when the site moves', () => {
  const [relative, absolute] = [feedWith('../'), feedWith('https://example.org/docs/')];
  assert.deepEqual(absolute.links, {
    self: 'https://example.org/docs/wombats/changes.atom',
    alternate: 'https://example.org/docs/wombats/',
  });
  assert.equal(
    new URL(relative.entries[0]!.links['alternate'], absolute.links['self']).href,
    'https://example.org/docs/wombats/#wombats-burrow',
  );
  assert.equal(absolute.updated, '2027-05-03T00:00:00Z');
  assert.deepEqual(
    absolute.entries.map(({ title, updated, summary }) => ({ title, updated, summary })),
    [
      { title: 'The row Claws – Wombats & co.', updated: '2027-05-03T00:00:00Z', summary: 'It climbs & <digs>, too.' },
      {
        title: 'The row Claws – Wombats & co.',
        updated: '2027-02-01T00:00:00Z',
        summary: 'Changed: the wording, the sources.',
      },
      { title: 'End – Wombats & co.', updated: '2027-01-01T00:00:00Z', summary: 'It’s new.' },
    ],
  );
  assert.deepEqual(
    [relative.id, ...relative.entries.map(({ id }) => id)],
    [absolute.id, ...absolute.entries.map(({ id }) => id)],
  );
});

test('a feed without changes has the day of the first record', () => {
  assert.equal(feedWith('', []).updated, '2026-11-29T00:00:00Z');
});

test('a lesson uses its plan and what the plan links to: of a page with places that it names, only those', () => {
  const plan = {
    slug: 'lessons/dig',
    frontmatter: { title: 'Dig', handout: 'Digging' },
    links: ['/wombats/', '/wombats/#burrow', '/kangaroos/', '/list/', '/embed/tables/animals/koala/?large&hide'].map((url) => ({ url })),
    components: [{ name: 'Term', props: { id: 'marsupial' } }],
  };
  const tables = new Map([['animals', { page: 'zoo', rows: [{ id: 'koala' }, { id: 'emu' }] }]]);
  const pageAt = (slug: string) => ({ slug, frontmatter: slug === 'list' ? {} : { minutes: 5 } });
  const content = { pages: [plan], page: pageAt, byId: () => tables, pageWith: () => pageAt('words') } as unknown as Content;
  const lessons = lessonsOf(content);
  assert.deepEqual(
    lessons.map(({ slug, title }) => [slug, title]),
    [['lessons/dig', 'Dig']],
  );
  const placeAt = (address: string, parent?: Place) => ({ address, ...(parent && { parent }) }) as Place;
  const placeIn = (...addresses: string[]) => addresses.reduce((parent: Place | undefined, at) => placeAt(at, parent), undefined)!;
  const uses = (...addresses: string[]) => lessons[0]!.uses(placeIn(...addresses));
  assert.ok(uses('/lessons/dig/', '/lessons/dig/#step'), 'the plan');
  assert.ok(uses('/wombats/', '/wombats/#burrow', '/wombats/#burrow-depth'), 'a row in a section that it links to');
  assert.ok(!uses('/wombats/', '/wombats/#food'), 'another section of that page');
  assert.ok(!uses('/wombats/'), 'the beginning of that page');
  assert.ok(uses('/kangaroos/', '/kangaroos/#tail'), 'a page of which it names no place');
  assert.ok(!uses('/list/', '/list/#kangaroo'), 'a page to look something up');
  assert.ok(uses('/zoo/', '/zoo/#animals', '/zoo/#animals-koala'), 'a row that it shows enlarged');
  assert.ok(!uses('/zoo/', '/zoo/#animals', '/zoo/#animals-emu'));
  assert.ok(uses('/words/', '/words/#marsupial'), 'a term that it explains');
}); // prettier-ignore

test('the list of changes fits its page, however many there are, and says where the others are', () => {
  const address = '/wombats/#wombats-burrow';
  const place = { address, name: 'the row A < B', words: '', correction: '', sources: new Set<string>(), parts: [], level: 0 };
  const titleAt = () => 'Wombats & more';
  const one = changeList([{ place, on: '2027-05-03', what: 'It digs.', added: [] }], '2026-11-29', [], titleAt);
  assert.equal(
    one,
    '<section><h2><time datetime="2027-05-03">3 May 2027</time></h2><div data-show="wombats"><h3>Wombats &amp; more</h3>' +
      `<ul><li><a href="${address}">The row A &lt; B</a>: It digs.</li></ul></div></section>` +
      '<p>The record began on <time datetime="2026-11-29">29 November 2026</time>.</p>',
  );
  const long = { ...place, name: 'the question Which of these many words does a reader of a list want to see?' };
  const cut = changeList([{ place: long, on: '2027-05-03', what: 'It digs.', added: [] }], undefined, [], titleAt);
  assert.match(cut, />The question Which of these many words does a reader of a …<\/a>: It digs/);
  assert.match(changeList([], undefined, [], titleAt), /^<p>No change has been recorded yet\./);

  // Each place of this site has changed, on days of its own.
  const changes = Object.keys(readRecord()).map((address, index) => ({
    place: { ...place, address, name: `the row ${address.split('#')[1]?.replaceAll('-', ' ')}` },
    on: `20${99 - Math.floor(index / 100)}-05-${10 + (index % 20)}`,
    what: (['words', 'sources', 'correction'] as const).filter((_, number) => (index >> number) % 2),
    added: [],
  }));
  assert.ok(changes.length > 1500);
  const html = changeList(changes, '2026-11-29', [], (address) => address.split('/').at(-2)!);
  const listed = html.match(/<li>/g)!.length;
  assert.ok(listed >= 500, 'a year of changes or more');
  assert.match(html, new RegExp(`These are the newest ${listed} changes, back to <time .*href="/changes.json"`));
  assert.ok(html.includes(`${changes[listed - 1]!.place.address}"`) && !html.includes(`${changes[listed]!.place.address}"`));
  // The page may have 24,000 bytes with its headers, and has 6,500 without the list.
  assert.ok(brotliCompressSync(html).length < 24_000 - 6500, `${brotliCompressSync(html).length}`);
}); // prettier-ignore
