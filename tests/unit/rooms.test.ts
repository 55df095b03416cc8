/** Imports run one way: a file imports from its own room and from rooms on lower floors, and a kind from no kind above it. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { test } from 'node:test';

/** The rooms of src/, from the ground up. */
const FLOORS = [
  ['model', 'client'],
  ['pipeline', 'kinds'],
  ['exports', 'hosting', 'links', 'offline', 'search'],
  ['checks', 'layouts'],
  ['pages'],
];
const floorOf = (room: string) => FLOORS.findIndex((rooms) => rooms.includes(room));
const roomOf = (file: string) => relative('src', file).split('/')[0]!;

test('imports run from the upper floors to the lower ones', () => {
  const wrong = globSync('src/*/**/*.{ts,astro,css}').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(?:from|import\(?|@import|src=)\s*['"](\.[^'"?]+)/g)].flatMap(
      ([, path]) => {
        const target = relative('.', resolve(dirname(file), path!));
        const [from, to] = [roomOf(file), roomOf(target)];
        return from === to || floorOf(to) < floorOf(from) ? [] : [`${file} imports ${target}`];
      },
    ),
  );
  assert.deepEqual(wrong, []);
  assert.deepEqual(
    globSync('src/*/')
      .map((folder) => roomOf(folder))
      .filter((room) => floorOf(room) < 0),
    [],
  );
});
