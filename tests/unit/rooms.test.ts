/** Each folder of src/ is a room on a floor, as README draws them. Imports only go down, and never form a cycle. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { test } from 'node:test';

/** The rooms of each floor, the lowest floor first. */
const FLOORS = [
  ['client', 'image-archive', 'image-reference', 'model'],
  ['pipeline', 'kinds'],
  ['explorers', 'exports', 'hosting', 'links', 'offline', 'search'],
  ['checks', 'layouts'],
  ['pages'],
];
const floorOf = (room: string) => FLOORS.findIndex((rooms) => rooms.includes(room));
const roomOf = (file: string) => relative('src', file).split('/')[0]!;

const IMPORT = /(?:from|import\(?|@import|src=)\s*['"](\.[^'"?]+)/g;
const files = globSync('src/*/**/*.{ts,astro,css}');
const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, path]) => relative('.', resolve(dirname(file), path!)));

test('a file imports only from its own room and from lower floors', () => {
  assert.ok(files.length > 150);
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((target) => roomOf(target) !== roomOf(file) && floorOf(roomOf(target)) >= floorOf(roomOf(file)))
      .map((target) => `${file} imports ${target}`),
  );
  assert.deepEqual(wrong, []);
});

test('every room has a floor, and README shows it', () => {
  const readme = readFileSync('README.md', 'utf8');
  for (const room of globSync('src/*/').map(roomOf)) {
    assert.ok(floorOf(room) >= 0, `src/${room}/ is on no floor: add it to this test and to README.`);
    assert.ok(new RegExp(`^src/${room}/ +\\S`, 'm').test(readme), `README does not draw src/${room}/.`);
  }
});

test('no imports form a cycle', () => {
  const imports = new Map(files.map((file) => [file, importsOf(file)]));
  const visited = new Set<string>();
  /** The first cycle that a depth-first search finds from a file. @param path the files that lead to it */
  const findCycle = (file: string, path: string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (visited.has(file)) return undefined;
    for (const target of imports.get(file) ?? []) {
      const cycle = findCycle(target, [...path, file]);
      if (cycle) return cycle;
    }
    visited.add(file);
    return undefined;
  };
  for (const file of files) assert.equal(findCycle(file, [])?.join(' → '), undefined);
});
