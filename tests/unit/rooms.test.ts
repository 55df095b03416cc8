/** The rooms of src/ and their floors, as README draws them: imports go down, and never in a circle. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { test } from 'node:test';

/** From the ground up. */
const FLOORS = [
  ['model', 'client'],
  ['pipeline', 'kinds'],
  ['exports', 'hosting', 'links', 'offline', 'search'],
  ['checks', 'layouts'],
  ['pages'],
];
const floorOf = (room: string) => FLOORS.findIndex((rooms) => rooms.includes(room));
const roomOf = (file: string) => relative('src', file).split('/')[0]!;

const IMPORT = /(?:from|import\(?|@import|src=)\s*['"](\.[^'"?]+)/g;
const files = globSync('src/*/**/*.{ts,astro,css}');
const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, path]) => relative('.', resolve(dirname(file), path!)));

test('imports go from the upper floors to the lower ones', () => {
  assert.ok(files.length > 150);
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((target) => roomOf(target) !== roomOf(file) && floorOf(roomOf(target)) >= floorOf(roomOf(file)))
      .map((target) => `${file} imports ${target}`),
  );
  assert.deepEqual(wrong, []);
});

test('every room has a floor, and README draws it', () => {
  const readme = readFileSync('README.md', 'utf8');
  for (const room of globSync('src/*/').map(roomOf)) {
    assert.ok(floorOf(room) >= 0, `src/${room}/ is on no floor: add it to this test and to README.`);
    assert.ok(new RegExp(`^src/${room}/ +\\S`, 'm').test(readme), `README does not draw src/${room}/.`);
  }
});

test('no file imports itself by way of others', () => {
  const imports = new Map(files.map((file) => [file, importsOf(file)]));
  const finished = new Set<string>();
  /** The first circle below a file. */
  const circleFrom = (file: string, path: string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (finished.has(file)) return undefined;
    for (const target of imports.get(file) ?? []) {
      const circle = circleFrom(target, [...path, file]);
      if (circle) return circle;
    }
    finished.add(file);
    return undefined;
  };
  for (const file of files) assert.equal(circleFrom(file, [])?.join(' → '), undefined);
});
