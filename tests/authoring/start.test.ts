/** `npm start` and `npm run dev` serve the site where PORT and HOST say, end when they are told to, and say what is wrong. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline/promises';
import { after, test } from 'node:test';
import { listFiles } from '../../src/model/files.ts';
import { SmallSite } from '../small-site.ts';

/** Long enough for a slow machine, in milliseconds. */
const timeout = 300_000;

const project = new SmallSite();
const npms: ChildProcess[] = [];
after(() => {
  // A test that failed may have left processes.
  for (const { pid } of npms) {
    try {
      process.kill(-pid!, 'SIGKILL');
    } catch {
      // They have all ended.
    }
  }
  project.remove();
});
// What is installed is what is wanted: this test installs nothing.
project.write('package-lock.json', readFileSync('node_modules/.package-lock.json', 'utf8'));

/** Runs npm in the copy of the project. */
const npm = (args: string[], env?: NodeJS.ProcessEnv) => runCommand('npm', args, env);

function runCommand(command: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(command, args, {
    cwd: project.root,
    detached: true, // a process group, for `after`
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, SITE_URL: '', HOST: '127.0.0.1', PORT: '0', NO_COLOR: '1', ...env },
  });
  npms.push(child);
  let output = '';
  const ended = once(child, 'close'); // when no process that it began has its output open
  const printed = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(output);
        if (match) resolve(match);
      };
      child.stdout.on('data', look);
      child.stderr.on('data', look);
      void ended.then(() => reject(new Error(`It ended without ${pattern}: ${output}`)));
      look();
    });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
  return { child, ended, printed, output: () => output };
}

/** Runs npm in a case in which it ends by itself. */
async function npmFails(args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  const { child, ended, output } = npm(args, env);
  await ended;
  assert.notEqual(child.exitCode, 0);
  assert.doesNotMatch(output(), /\bat .*:\d+:\d+/, 'no stack trace');
  assert.doesNotMatch(output(), / s {2}\d+ pages/, 'it has not built');
  return output();
}

const servedFolders = () => listFiles(project.pathOf('.astro')).filter((file) => file.startsWith('served-'));
const fetchText = async (address: string) => {
  const response = await fetch(address, { headers: { connection: 'close' } });
  assert.equal(response.status, 200, address);
  return response.text();
};

/** A build prints a line for each step, and no warning that means nothing. */
function assertBrief(output: string) {
  const lines = output.trim().split('\n');
  assert.ok(lines.length < 20, output);
  assert.match(output, /^ +\d+\.\d s {2}\d+ pages as Markdown/m);
  assert.match(lines.at(-1)!, /^The site is in dist\/: \d+ files, \d+\.\d MB, built in \d+\.\d s\.$/);
  const warnings = lines.filter((line) => line.includes('WARN')).map((line) => line.replace(/^.*\] /, ''));
  assert.equal(warnings.length, 2, output);
  assert.match(warnings[0]!, /^content\/site\.yaml still names the example repository/);
  assert.match(warnings[1]!, /^SITE_URL is not set/);
}

test(
  'it serves the whole site of its own build, leaves dist/ to builds, and ends with all it began',
  { timeout },
  async () => {
    project.writeBuild('a build to publish');
    const start = npm(['start']);
    const [, address = ''] = await start.printed(/The site is at (http:\/\/127\.0\.0\.1:\d+\/)/);
    const pages = ['', 'wombats/', 'whole-site.html'];
    const first = await Promise.all(pages.map((page) => fetchText(address + page)));
    assert.match(first[0]!, /<h1 id="_top">\s*The wombats/);
    assert.deepEqual(listFiles(project.pathOf('dist')), ['404.html', 'build.json', 'index.html']);
    assert.equal(project.read('dist/index.html'), 'a build to publish');

    project.replace('content/site.yaml', /^title: .*/m, 'title: Another title of the site');
    const build = npm(['run', 'build']);
    let rounds = 0;
    for await (const line of createInterface(build.child.stdout)) {
      for (const [index, page] of pages.entries()) {
        assert.ok((await fetchText(address + page)) === first[index], `${page} after "${line}"`);
      }
      rounds++;
    }
    await build.ended;
    assert.equal(build.child.exitCode, 0, build.output());
    assertBrief(build.output());
    assert.ok(rounds > 5);
    assert.match(project.read('dist/index.html'), /Another title of the site/);
    for (const [index, page] of pages.entries()) assert.ok((await fetchText(address + page)) === first[index], page);

    start.child.kill('SIGTERM'); // only npm itself gets it
    await start.ended;
    assert.match(start.output(), /^The server has stopped\.$/m);
    await assert.rejects(fetch(address), 'its port is free');
    assert.deepEqual(servedFolders(), []);
  },
);

const endings: [name: string, command: string, end: (child: ChildProcess) => void][] = [
  // The terminal sends SIGINT to all in the foreground.
  ['Ctrl+C', 'npm start', ({ pid }) => process.kill(-pid!, 'SIGINT')],
  ['SIGTERM to npm alone', 'npm start', (npm) => npm.kill('SIGTERM')],
  ['SIGTERM to npm alone', 'npm run build', (npm) => npm.kill('SIGTERM')],
  ['SIGKILL to its script alone', 'node scripts/build.ts', (script) => script.kill('SIGKILL')],
];
for (const [name, commandLine, end] of endings) {
  test(`${name} ends ${commandLine} in the middle of a build, and leaves the last one`, { timeout }, async () => {
    project.writeBuild('the last build');
    const [program = '', ...args] = commandLine.split(' ');
    const command = runCommand(program === 'node' ? process.execPath : program, args);
    await command.printed(/example repository/); // the first line of the build
    end(command.child);
    await command.ended;
    assert.doesNotMatch(command.output(), /as Markdown/, 'the build has ended, too');
    assert.equal(project.read('dist/index.html'), 'the last build');
  });
}

test('it reports a taken port before it builds', async () => {
  const otherServer = createServer();
  await new Promise<void>((resolve) => otherServer.listen(0, '127.0.0.1', resolve));
  const { port } = otherServer.address() as AddressInfo;
  const output = await npmFails(['start'], { PORT: String(port) });
  otherServer.close();
  assert.match(
    output,
    new RegExp(`Another program is using port ${port}\\. Choose another port: PORT=${port + 1} npm start`),
  );
});

test('it reports an invalid port before it builds', async () => {
  assert.match(await npmFails(['start'], { PORT: 'eighty' }), /PORT is "eighty", which isn't a port/);
});

test('it reports a host that is not this machine', async () => {
  const output = await npmFails(['start'], { HOST: '192.0.2.1' });
  assert.match(output, /HOST is "192\.0\.2\.1", which isn't an address of this machine/);
});

test('npm run dev reports an invalid port', async () => {
  assert.match(await npmFails(['run', 'dev'], { PORT: 'eighty' }), /PORT is "eighty", which isn't a port/);
});

// Last: Astro may take the server that ends here for one that runs.
test('npm run dev serves at PORT and HOST', { timeout }, async () => {
  const free = createServer();
  await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve));
  const { port } = free.address() as AddressInfo;
  await new Promise((resolve) => free.close(resolve));
  const dev = npm(['run', 'dev'], { PORT: String(port) });
  await dev.printed(new RegExp(`http://127\\.0\\.0\\.1:${port}/`));
  process.kill(-dev.child.pid!, 'SIGTERM');
  await dev.ended;
});
