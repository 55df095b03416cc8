/** Trials: what the runner compares, keeps and writes. No engine is needed: a script in its place answers. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { KINDS } from '../../src/kinds/registry.ts';
import {
  compareVersions,
  markOf,
  markText,
  runsOf,
  trial as trialKind,
  trialHash,
  type RunnableTrial,
} from '../../src/kinds/trial/index.ts';
import { SiteContent } from '../../src/model/content.ts';
import { readContent } from '../../src/model/read.ts';
import type { TrialRecord, TrialRun } from '../../src/model/trial-record.ts';
import { reasonAgainst } from '../../scripts/trials/engine.ts';
import { contradictionsOf, messageContradictions } from '../../scripts/trials/judge.ts';
import { formatRecord, mergeRuns } from '../../scripts/trials/record.ts';
import { runTrial } from '../../scripts/trials/run-trial.ts';
import { linesThatMatter, makeStable } from '../../scripts/trials/transcript.ts';

const content = readContent('.', KINDS);
const folder = mkdtempSync(join(tmpdir(), 'trials-test-'));
after(() => rmSync(folder, { recursive: true }));

const judgements: [name: string, step: object, result: { exit: number | null; output: string }, wrong: RegExp[]][] = [
  ['agrees', { prints: ['b'] }, { exit: 0, output: 'a\nb\n' }, []],
  ['ends with another code', {}, { exit: 2, output: '' }, [/exit code is 2, not 0/]],
  ['ends with one of two codes', { exit: [1, 255] }, { exit: 255, output: '' }, []],
  ['ends with none of two codes', { exit: [1, 255] }, { exit: 0, output: '' }, [/exit code is 0, not 1 or 255/]],
  ['succeeds where it must fail', { exit: 1 }, { exit: 0, output: '' }, [/exit code is 0, not 1/]],
  ['lacks a text', { prints: ['a', 'c'] }, { exit: 0, output: 'a' }, [/doesn't print "c"/]],
  ['has a text that it must not have', { printsNot: ['a'] }, { exit: 0, output: 'a' }, [/prints "a"/]],
  ['prints something where it must print nothing', { matches: ['^$'] }, { exit: 0, output: 'a\n' }, [/doesn't match/]],
  ['prints nothing', { matches: ['^$'] }, { exit: 0, output: '\n' }, []],
  ['takes too long', {}, { exit: null, output: '' }, [/too long/]],
];
for (const [name, step, result, wrong] of judgements) {
  test(`a command that ${name}`, () => {
    const found = contradictionsOf({ run: 'x', ...step }, result);
    assert.equal(found.length, wrong.length, found.join());
    wrong.forEach((pattern, index) => assert.match(found[index]!, pattern));
  });
}

test('a message must be worded as its entry says, and lead there', () => {
  const patterns: [string, string][] = [
    ['other', 'port'],
    ['port', 'already allocated'],
  ];
  const check = (text: string, output: string, isWorded = true) =>
    messageContradictions(['port', { text }], patterns, [output], isWorded);
  assert.deepEqual(
    check('Bind for … failed: (already allocated)', 'Bind for 0.0.0.0 failed: (already\n allocated)'),
    [],
  );
  assert.match(check('is already allocated', 'was already allocated').join(), /reads "is already allocated"/);
  assert.deepEqual(check('is already allocated', 'was already allocated', false), []);
  assert.match(check('already allocated', 'port already allocated').join(), /leads to the error "port"/);
});

test('a transcript has the lines that matter, without ids, times and folders', () => {
  const id = '4bed76d3ad42' + 'f'.repeat(52);
  const output = `${id}\nnoise\nweb   ${id.slice(0, 12)}   Up 3 seconds\nnoise\n`;
  assert.deepEqual(linesThatMatter({ run: 'docker ps', matches: ['web.*'] }, { exit: 0, output }), [
    '$ docker ps',
    '…',
    `web   ${id.slice(0, 12)}   Up 3 seconds`,
    '…',
  ]);
  assert.deepEqual(linesThatMatter({ run: 'docker pull x' }, { exit: 0, output }), ['$ docker pull x']);
  assert.equal(linesThatMatter({ run: 'x', exit: [1, 255] }, { exit: 255, output }).at(-1), '(exit code 255)');
  assert.deepEqual(makeStable([id, `web      ${id.slice(0, 12)} in /tmp/t/file`, 'Up 3 seconds'], '/tmp/t'), [
    'ID-1',
    'web   ID-1 in ~/demo/file',
    'Up moments',
  ]);
});

test('versions are compared by their numbers', () => {
  const sorted = ['9.0', '26.1', '26.1.5', '28.0', '29.10.0'];
  assert.deepEqual(sorted.toReversed().sort(compareVersions), sorted);
  assert.equal(compareVersions('28.0', '28.0'), 0);
});

test('an engine does not run what it cannot', () => {
  const engine = {
    version: '28.1.0',
    store: 'overlay2',
    has: ['compose' as const],
    plugins: new Map(),
    host: undefined,
  };
  const reason = (trial: object) => reasonAgainst({ page: 'p', ...trial }, engine);
  assert.equal(reason({ needs: ['compose'], from: '28', before: '29' }), undefined);
  assert.match(reason({ needs: ['registry'] })!, /registry/);
  assert.match(reason({ from: '29' })!, /29 or later/);
  assert.match(reason({ before: '28.1' })!, /before 28\.1/);
});

/** Runs a trial with a script in place of the Docker client. */
async function runWith(script: string, steps: RunnableTrial['steps']) {
  const path = process.env['PATH'];
  writeFileSync(join(folder, 'docker'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, 'docker'), 0o755);
  process.env['PATH'] = `${folder}:${path}`;
  try {
    return await runTrial(
      { page: 'p', proves: ['/p/#a'], claim: 'A claim.', files: { 'app/file': 'from a file\n' }, steps },
      { host: 'unix:///x', folder: join(folder, 'home'), log: join(folder, 'log.txt'), proven: [], patterns: [] },
    );
  } finally {
    process.env['PATH'] = path;
  }
}

test(
  'a trial runs its commands in a folder with its files, and keeps what they print',
  { skip: process.platform === 'win32' },
  async () => {
    const { contradictions, transcript } = await runWith('echo "$DOCKER_HOST $1"; cat app/file >&2', [
      { run: 'docker ps', prints: ['unix:///x ps', 'from a file'] },
    ]);
    assert.deepEqual(contradictions, []);
    assert.deepEqual(transcript, ['$ docker ps', 'unix:///x ps', 'from a file']);
    assert.match(
      readFileSync(join(folder, 'log.txt'), 'utf8'),
      /A claim\.\n\n\$ docker ps\nunix:\/\/\/x ps\nfrom a file\n/,
    );
  },
);

test(
  'a trial ends with the first contradiction, and with what runs in the background',
  { skip: process.platform === 'win32' },
  async () => {
    const { contradictions } = await runWith('echo no such volume; exit 3', [
      { run: 'sleep 600 & echo $! > pid' },
      { run: 'docker ps' },
      { run: 'touch reached' },
    ]);
    assert.equal(contradictions.length, 1);
    assert.match(contradictions[0]!, /docker ps\n.*exit code is 3, not 0\.\n +It printed:\n +no such volume$/);
    const demo = join(folder, 'home/demo');
    assert.throws(() => readFileSync(join(demo, 'reached')));
    const pid = readFileSync(join(demo, 'pid'), 'utf8').trim();
    // The kernel ends it a moment later. A process that has ended may still be in the list, as a zombie.
    const stateOf = () => spawnSync('ps', ['-o', 'stat=', '-p', pid], { encoding: 'utf8' }).stdout.trim();
    const end = Date.now() + 60_000;
    while (/^[^Z]/.test(stateOf()) && Date.now() < end);
    assert.match(stateOf(), /^(Z.*)?$/);
  },
);

test('a record keeps the runs of each engine, and drops those before a change', () => {
  const { id, data } = content.entries(trialKind)[0]!;
  const trial = trialHash(data, content);
  const run: TrialRun = { day: '2026-01-01', trial, agrees: true, transcript: [] };
  const record = {
    [id]: { '25.0 vfs': { ...run, trial: 'before' }, '29.0 containerd': run },
    gone: { '29.0 vfs': run },
  };
  const runs = { [id]: { agrees: false, transcript: ['$ x'] } };
  const merged = mergeRuns(record, { engine: '26.1.5 overlay2', runs }, '2026-02-02', content);
  assert.deepEqual(merged, {
    [id]: { '26.1.5 overlay2': { day: '2026-02-02', trial, ...runs[id] }, '29.0 containerd': run },
  });
  assert.match(formatRecord(merged), /^\{\n {2}"/);
  // An engine that ran nothing changes nothing that is still true.
  assert.deepEqual(mergeRuns(record, { engine: '26.1.5 overlay2', runs: {} }, '2026-02-02', content), {
    [id]: record[id],
  });
});

/** The content with other runs. */
const withRuns = (data: TrialRecord) => new SiteContent({ ...content.parsed, runs: { ...content.runs, data } });

test('a place says which engines ran it, the newest first, or that it was only read', () => {
  const markAt = (address: string, days: Record<string, string>) => {
    const runs = Object.entries(days).map(([engine, day]) => [
      engine,
      { day, trial: '', agrees: true, transcript: [] },
    ]);
    const data = { 'container-is-a-small-vm': Object.fromEntries(runs) as Record<string, TrialRun> };
    return markText(markOf(address, withRuns(data))!);
  };
  const small = '/reference/misconceptions/#misconception-container-is-a-small-vm';
  assert.equal(markAt(small, {}), 'Not tested yet');
  assert.equal(markAt(small, { '9.1 vfs': '2026-01-02' }), 'Tested with Docker Engine 9.1 on 2 January 2026');
  assert.equal(
    markAt(small, { '9.1 vfs': '2026-01-02', '28.0 vfs': '2026-01-02', '28.0 containerd': '2026-01-02' }),
    'Tested with Docker Engine 28.0 and 9.1 on 2 January 2026',
  );
  assert.equal(
    markAt(small, { '9.1 vfs': '2026-02-03', '28.0 vfs': '2026-01-02' }),
    'Tested with Docker Engine 28.0 and 9.1, last on 3 February 2026',
  );
  assert.equal(markAt('/reference/misconceptions/#misconception-ecr-has-no-limits', {}), 'Not tested by us');
  assert.equal(markOf('/concepts/what-is-docker/#parts', content), undefined);
});

test('"npm run facts:due" lists trials that ran more than a year ago', () => {
  const dueBy = (day: string) =>
    spawnSync(process.execPath, ['scripts/facts-due.ts', day], { encoding: 'utf8' }).stdout;
  const [run] = runsOf('container-is-a-small-vm', content);
  const nextYear = `${Number(run!.day.slice(0, 4)) + 1}${run!.day.slice(4)}`;
  assert.match(dueBy(nextYear), /misconceptions\.yaml: container-is-a-small-vm ran on/);
  assert.doesNotMatch(dueBy(run!.day), /container-is-a-small-vm/);
});
