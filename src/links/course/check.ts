/** The checker for the links of a course: a worker reads the files, and nothing leaves the browser. */
import { saveFile } from '../../client/save-file.ts';
import { workerStarter } from '../../client/start-worker.ts';
import { formatDate } from '../../model/dates.ts';
import type { Report, Task } from './messages.ts';
import {
  certainAddress,
  count,
  fileSection,
  repairedName,
  reportOf,
  summarize,
  textOf,
  type FileResult,
  type Sites,
} from './results.ts';
import { parseRoot, type Root } from './roots.ts';
import workerAddress from './worker.ts?worker&url';

const form = document.querySelector<HTMLFormElement>('.course-check')!;
const status = form.querySelector('[role="status"]')!;
const progress = form.querySelector('progress')!;
const text = form.querySelector('textarea')!;
const [chosenFiles, otherAddresses, since, onlyProblems] = form.querySelectorAll(
  'input',
) as unknown as HTMLInputElement[] as [HTMLInputElement, HTMLInputElement, HTMLInputElement, HTMLInputElement];
const [checkButton, cancelButton, reportButton] = form.querySelectorAll('button') as unknown as [
  HTMLButtonElement,
  HTMLButtonElement,
  HTMLButtonElement,
];
const results = document.querySelector<HTMLElement>('.course-results')!;

const startWorker = workerStarter(form.dataset['worker']!, workerAddress);

/** Starts a worker on a task. @param onReport called with each of its reports, also if it fails */
function start(task: Task, onReport: (report: Report) => void): Worker {
  const worker = startWorker();
  worker.onmessage = ({ data }: MessageEvent<Report>) => onReport(data);
  worker.onerror = () => onReport({ report: 'failed', problem: 'stopped' });
  worker.postMessage(task);
  return worker;
}

/** The address of this site: the one that the operator has set, or else the one at which it is open. */
// Like resolve-from-root.ts, which would be one more request if two scripts of the page imported it.
const here = new URL(document.documentElement.dataset['root']!, location.href).href;
const canonical = document.querySelector<HTMLLinkElement>('[rel="canonical"]')?.href;
const page = location.href.slice(here.length).replace(/(index\.html)?([?#].*)?$/, '');
const home = canonical?.endsWith(page) ? canonical.slice(0, canonical.length - page.length) : here;
const ownRoots = [...new Set([home, here])];

/** What was read from the files. */
let checked: FileResult[] = [];
let worker: Worker | undefined;

/** Ends the check. */
function finish(message: string): void {
  worker?.terminate();
  worker = undefined;
  status.textContent = message;
  progress.hidden = cancelButton.hidden = true;
  checkButton.disabled = false;
  reportButton.hidden = !checked.some(({ links, notes }) => links.length + notes.length);
}

const sites: Sites = {
  addressFor: ({ address, root, rest }, path) => {
    const own = address.slice(0, address.length - rest.length).replace(/\/?$/, '/');
    return (root < ownRoots.length ? own : home) + path.slice(1);
  },
  here: (path) => here + path.slice(1),
};

/** Writes the repaired file in a worker, and saves it. */
function download(file: File, addresses: FileResult['chosen'], roots: Root[], status: Element): void {
  const name = repairedName(file.name);
  status.textContent = 'Writing…';
  const repairer = start({ task: 'repair', file, roots, addresses }, (report) => {
    repairer.terminate();
    if (report.report === 'repaired') saveFile(name, report.bytes);
    status.textContent = report.report === 'failed' ? textOf(report.problem) : `Saved as ${name}.`;
  });
}

/** The pasted text, as a file, and the chosen files. */
const filesToCheck = (): File[] => [
  ...(text.value.trim() ? [new File([text.value], 'pasted text.txt')] : []),
  ...(chosenFiles.files ?? []),
];

/** Reads the other addresses of the site. @returns the first that isn't an address, or the roots */
function readRoots(): Root[] | string {
  const typed = otherAddresses.value.split(/[\s,]+/).filter(Boolean);
  const wrong = typed.find((address) => !parseRoot(address));
  return wrong ?? [...ownRoots, ...typed].map((address) => parseRoot(address)!);
}

/** Removes what an earlier check has found. */
function clear(): void {
  checked = [];
  results.replaceChildren();
  reportButton.hidden = true;
}

const sectionOf = (result: FileResult) => fileSection(result, sites, onlyProblems.checked);

/** Shows the result for a file. */
function show(file: File, { format, notes, links, likely }: Extract<Report, { report: 'file' }>, roots: Root[]): void {
  const chosen = links.map((link) => certainAddress(link, sites));
  const save = (status: Element) => download(file, chosen, roots, status);
  const result = { name: file.name, format, notes, links, likely, chosen, download: save };
  checked.push(result);
  results.append(sectionOf(result));
}

/** What a check has found, in sentences. @param began the first day for which changes are known, if any were asked for */
function outcome(began = ''): string {
  const unread = checked.filter(({ format }) => format === undefined).length;
  const links = checked.flatMap(({ links }) => links);
  const likely = Map.groupBy(checked.flatMap(({ likely }) => likely), (root) => root); // prettier-ignore
  const examples = [...likely].map(([root, { length }]) => `${root} (${count(length, 'link')})`).join(', ');
  const hint =
    otherAddresses.value.trim() && !examples
      ? ''
      : ` If your course uses another address of this site, add it above${examples && `. Possibly: ${examples}`}.`;
  const unknown = since.value < began ? ` Changes before ${formatDate(began)} aren’t known.` : '';
  return `Done.${unread ? ` ${count(unread, 'file')} couldn’t be read.` : ''} ${summarize(links)}${hint}${unknown}`;
}

function check(): void {
  const files = filesToCheck();
  const roots = readRoots();
  clear();
  if (!files.length) return void (status.textContent = textOf('none'));
  if (typeof roots === 'string') {
    otherAddresses.focus();
    return void (status.textContent = `“${roots}” isn’t an address. Use the form old.example.org/docker/.`);
  }
  status.textContent = 'Checking…';
  results.hidden = progress.hidden = cancelButton.hidden = false;
  checkButton.disabled = true;
  progress.removeAttribute('value');
  const onReport = (report: Report) => {
    if (report.report === 'done') finish(outcome(report.began));
    else if (report.report === 'failed') finish(textOf(report.problem));
    else if (report.report === 'file') show(files[report.file]!, report, roots);
    else if (report.report === 'progress')
      showProgress(files[report.file]!.name, report.file, report.share, files.length);
  };
  const present = ownRoots.length;
  worker = start({ task: 'check', files, roots, present, day: since.value, promises: `${here}links.json` }, onReport);
}

/** Shows how far a check is. Before anything is known, the bar only moves. */
function showProgress(name: string, file: number, share: number, count: number): void {
  if (!share) status.textContent = `Checking ${name}…`;
  if (file + share) progress.value = (file + share) / count;
  else progress.removeAttribute('value');
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  check();
});
cancelButton.addEventListener('click', () => {
  finish('Canceled.');
  checkButton.focus();
});
onlyProblems.addEventListener('change', () => results.replaceChildren(...checked.map(sectionOf)));
reportButton.addEventListener('click', () => saveFile('links.csv', reportOf(checked, sites)));

// Files may be dropped anywhere on the form. The browser would open what is dropped elsewhere.
for (const name of ['dragover', 'drop'] as const) {
  form.addEventListener(name, (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    if (name === 'drop') chosenFiles.files = event.dataTransfer.files;
  });
}
